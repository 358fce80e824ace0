"""Reading the plans for a verb that shows them: faults that hide something stop it, unless a draft is wanted."""

import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from coparent.cli.options import Colour, is_ascii_only, open_tree, read_as_at, shorten, wants_colour, width

if TYPE_CHECKING:
    from coparent.checking import Report
    from coparent.checking.redaction import Secrets
    from coparent.documents.tree import PlanTree
    from coparent.tables.style import TableStyle
    from coparent.workspace import Texts, Workspace

HIDING = ("reading", "shape", "references")
"""The families of rules whose errors stop a verb: where one is found, something of the plans cannot be told."""

DraftOption: TypeAlias = Annotated[
    bool, typer.Option("--draft", help="Go on with what is sound where plans are faulty, and say so.")
]


@dataclass(frozen=True, slots=True)
class PlansRead:
    """The plans as read. `draft` says what is wrong with them, in words; it is empty where nothing is hidden."""

    tree: "PlanTree"
    texts: "Texts"
    workspace: "Workspace"
    secrets: "Secrets"
    draft: str = ""

    def path(self, path: str) -> str:
        """A file of the plans as people see it from the working directory."""
        return shorten(self.tree.plans.parent / path)

    @property
    def told(self) -> str:
        """What was read, in words."""
        return f"{len(self.tree)} files read below {self.tree.plans}, judged as at {self.workspace.as_at}"

    def look(self, color: Colour) -> "TableStyle":
        """How to lay out what is told of them on stdout."""
        from coparent.tables.style import TableStyle

        hide = self.secrets.redact if self.secrets else str
        return TableStyle(width=width(), colour=wants_colour(color), ascii=is_ascii_only(), redact=hide)


def read_plans(plans: Path | None, as_at: str | None, *, draft: bool, color: Colour = Colour.AUTO) -> PlansRead:
    """Read the plans, as at a day. Where they are faulty the findings go to stderr and the exit code is 1.

    Only errors of Reading, Shape and References count; with `draft` they are only counted, in words. Raises
    CoparentError if there is nothing to read.
    """
    from coparent.checking import Selection, check
    from coparent.cli.progress import Watched
    from coparent.diagnostics import Level
    from coparent.workspace import assemble

    day = read_as_at(as_at)
    tree = open_tree(plans)
    texts = Watched(tree)
    try:
        workspace = assemble(texts, day, tree.exists, date.today())
        found = check(workspace, texts, selection=Selection(select=frozenset(HIDING)), least=Level.ERROR)
    finally:
        texts.finish()
    faults = _hiding(found)
    if faults.diagnostics and not draft:
        _tell(faults, tree, color)
        raise typer.Exit(1)
    return PlansRead(tree, tree, workspace, found.secrets, _in_words(faults) if faults.diagnostics else "")


def _hiding(report: "Report") -> "Report":
    """Of a report, the errors that hide something: rules that no selection leaves out found the rest."""
    from coparent.diagnostics import Level
    from coparent.rules import RULES

    kept = (one for one in report.diagnostics if one.level is Level.ERROR and RULES[one.rule].family in HIDING)
    return replace(report, diagnostics=tuple(kept), unseen=())


def _tell(faults: "Report", tree: "PlanTree", color: Colour) -> None:
    from coparent.diagnostics import Level
    from coparent.reporters import REPORTERS
    from coparent.reporters.style import ReportStyle

    colour = wants_colour(color) and (sys.stderr.isatty() or color is Colour.ALWAYS)
    style = ReportStyle(
        show=Level.ERROR,
        width=width(),
        colour=colour,
        ascii=is_ascii_only(),
        paths=lambda path: shorten(tree.plans.parent / path),
    )
    typer.echo(REPORTERS["text"](faults, style), err=True, nl=False, color=colour)
    typer.echo("nothing was shown: mend these first, or add  --draft  to see what is sound", err=True)


def _in_words(faults: "Report") -> str:
    number, files = len(faults.diagnostics), len({one.path for one in faults.diagnostics})
    errors = "1 error" if number == 1 else f"{number} errors"
    where = "1 file" if files == 1 else f"{files} files"
    return f"Draft: what {errors} in {where} may hide is left out. coparent check shows what to mend."
