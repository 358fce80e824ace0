"""The plans as a verb needs them: opened, assembled and checked, once."""

import os
import sys
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from coparent.checking import Report, Selection, check
from coparent.checking.redaction import Secrets
from coparent.cli.options import read_as_at
from coparent.cli.output import OUTPUT, report, say
from coparent.cli.paper_templates import TemplatesInUse
from coparent.cli.reading_progress import ReadingProgress
from coparent.cli.terminal import Colour, is_ascii_only, shorten, wants_colour, width
from coparent.diagnostics import Level
from coparent.documents.misnamed import advise_name
from coparent.documents.plan_files import find_plans, refuse_link_out
from coparent.documents.snapshot import Snapshot
from coparent.documents.tree import PlanTree
from coparent.errors import CoparentError
from coparent.reporters import REPORTERS
from coparent.reporters.style import ReportStyle
from coparent.rules import RULES
from coparent.text.file_reading import is_folder, real_path
from coparent.text.sentences import count
from coparent.values import frozen
from coparent.workspace import Workspace, assemble

if TYPE_CHECKING:
    from coparent.tables.style import TableStyle

HIDING_FAMILIES = ("reading", "shape", "references")
"""The families of rules whose errors stop a verb: where one is found, something of the plans cannot be shown."""
HIDING_NOTHING = ("unknown-template", "unknown-place")
"""Those of their rules that are about one paper, which says so itself when it is made."""


@frozen
class LoadedPlans:
    """The plans of one run. `draft` says in words what is wrong with them; it is empty where nothing is hidden."""

    tree: PlanTree
    texts: Snapshot
    workspace: Workspace
    report: Report
    draft: str = ""

    def path(self, path: str) -> str:
        """A file of the plans as people see it from the working directory."""
        return self.redact(shorten(self.tree.plans.parent / path))

    @property
    def summary(self) -> str:
        """What was read, in words."""
        return f"{len(self.workspace.paths)} files read below {self.tree.plans}, judged as at {self.workspace.as_at}"

    @property
    def redact(self) -> Callable[[str], str]:
        """What takes personal data out of a text that is shown."""
        return self.report.secrets.redact if self.report.secrets else str

    def style(self, show: Level, colour: bool, *, full: bool = False) -> ReportStyle:
        """How findings are laid out on a terminal."""
        return ReportStyle(show=show, width=width(), colour=colour, full=full, ascii=is_ascii_only(), paths=self.path)

    def look(self, color: Colour) -> "TableStyle":
        """How tables are laid out on stdout."""
        from coparent.tables.style import TableStyle  # A check has none.

        return TableStyle(width=width(), colour=wants_colour(color), ascii=is_ascii_only(), redact=self.redact)


def open_plans(plans: Path | None, named: Sequence[Path] = ()) -> PlanTree:
    """The plan files to read: those of `plans`, else those nearest to a path that was named, else to this folder.

    Raises CoparentError if there is no folder, or nothing in it.
    """
    _refuse_lost_folder()
    if plans is not None and not is_folder(plans):
        raise CoparentError(f"--plans: there is no folder {plans}", "name the folder that holds the plan files")
    if plans is not None and _absolute(plans).parent == _absolute(plans):
        raise CoparentError(f"--plans: {plans} is the top of the disk", "name the folder that holds the plan files")
    if plans is not None:
        refuse_link_out(plans)
    folder = _absolute(plans) if plans is not None else _find_nearest(named)
    _refuse_detour(folder)
    tree = PlanTree(folder)
    if len(tree) == len(tree.misnamed):
        misnamed = next(iter(tree.misnamed), None)
        advice = f"{misnamed}: {advise_name(misnamed, tree)}" if misnamed else "add a file  strategy.yaml  to it"
        raise CoparentError(f"no plan files in {shorten(tree.plans)}", advice)
    OUTPUT.find_secrets = partial(_find_secrets, tree)
    return tree


def _find_nearest(named: Sequence[Path]) -> Path:
    for path in map(_absolute, named):
        try:
            return find_plans(path if is_folder(path) else path.parent)
        except CoparentError:
            continue
    return find_plans(Path.cwd())


def _refuse_lost_folder() -> None:
    """Raise CoparentError where the working directory is gone: no path that is typed leads anywhere then."""
    try:
        Path.cwd()
    except OSError:
        raise CoparentError("the folder you are in is not there any more", "go to another:  cd") from None


def _refuse_detour(plans: Path) -> None:
    """Raise CoparentError for a folder below this one that a link leads out of it.

    Who may change the files here chooses where links lead, and who named the folder did not mean that.
    """
    here, target = Path.cwd(), real_path(plans)
    if plans.is_relative_to(here) and not target.is_relative_to(real_path(here)):
        raise CoparentError(
            f"{shorten(plans)}/ leads out of this folder by a link", f"name where it is:  --plans {target.as_posix()}"
        )


def _absolute(path: Path) -> Path:
    """The path from the top, with no .. in it that would hide a folder's name."""
    return real_path(path) if ".." in path.parts else path.absolute()


def load(
    tree: PlanTree, texts: Snapshot, as_at: date, selection: Selection, least: Level, about: Collection[str] = ()
) -> LoadedPlans:
    """Assemble the plans and check them for what these rules find, down to a level.

    The report is only about the files named in `about`, if any are.
    """
    with ReadingProgress(texts) as watched:
        assembled = assemble(watched, as_at, tree.find, date.today())
    workspace = replace(assembled, templates=TemplatesInUse(tree.plans))
    found = check(workspace, texts, selection=selection, least=least)
    OUTPUT.secrets, OUTPUT.contacts = found.secrets, workspace.settings.contacts
    if found.failures and os.environ.get("COPARENT_DEBUG"):
        import traceback  # No rule should fail.

        for failure in found.failures:
            report("".join(traceback.format_exception(failure)))
    return LoadedPlans(tree, texts, workspace, found.about(about) if about else found)


def _find_secrets(tree: PlanTree) -> Secrets:
    """What nobody may read of plans that something is said about before they are checked."""
    return load(
        tree, Snapshot(tree), date.today(), Selection(select=frozenset(HIDING_FAMILIES)), Level.ERROR
    ).report.secrets


def load_sound(plans: Path | None, as_at: str | None, *, draft: bool, color: Colour = Colour.AUTO) -> LoadedPlans:
    """The plans for a verb that shows them. Where they are faulty the findings go to stderr and the exit code is 1.

    Only errors of Reading, Shape and References count; with `draft` they are only counted, in words. Raises
    CoparentError if there is nothing to read.
    """
    day = read_as_at(as_at)
    tree = open_plans(plans)
    loaded = load(tree, Snapshot(tree), day, Selection(select=frozenset(HIDING_FAMILIES)), Level.ERROR)
    faults = _hiding_faults(loaded.report)
    if not faults.diagnostics:
        return loaded
    if not draft:
        _report_faults(loaded, faults, color, "mend these first, or add  --draft  to see what is sound")
        raise typer.Exit(1)
    return replace(loaded, draft=_count_faults(faults))


def stop(loaded: LoadedPlans, path: str, advice: str, color: Colour) -> NoReturn:
    """End a verb that needs what could not be read in one file: its findings go to stderr, and the exit code is 1."""
    _report_faults(loaded, _hiding_faults(loaded.report.about([path])), color, advice)
    raise typer.Exit(1)


def _hiding_faults(report: Report) -> Report:
    """Of a report, the errors that hide something: rules that no selection leaves out found the rest."""
    hiding = (
        diagnostic
        for diagnostic in report.diagnostics
        if diagnostic.level is Level.ERROR
        and (diagnostic.rule == "rule-failed" or RULES[diagnostic.rule].family in HIDING_FAMILIES)
        and diagnostic.rule not in HIDING_NOTHING
    )
    return replace(report, diagnostics=tuple(hiding), unlocated=())


def _report_faults(loaded: LoadedPlans, faults: Report, color: Colour, advice: str) -> None:
    colour = wants_colour(color) and (sys.stderr.isatty() or color is Colour.ALWAYS)
    report(REPORTERS["text"](faults, loaded.style(Level.ERROR, colour)), colour=colour)
    say(f"nothing was shown: {advice}")


def _count_faults(faults: Report) -> str:
    files = {diagnostic.path for diagnostic in faults.diagnostics}
    where = f"{count(len(faults.diagnostics), 'error')} in {count(len(files), 'file')}"
    return f"Draft: what {where} may hide is left out. coparent check shows what to mend."
