"""`coparent check`: every fault of the plans, each at its place."""

import sys
from collections import ChainMap
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coparent.cli.options import AsAtOption, Colour, ColourOption, PlansOption

if TYPE_CHECKING:
    from coparent.checking import Report
    from coparent.documents.reading import Unreadable
    from coparent.documents.tree import PlanTree
    from coparent.reporters.style import Style


class Format(StrEnum):
    """The formats that findings can be written in."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"


class Show(StrEnum):
    """The least serious level to show a person."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class FailOn(StrEnum):
    """The least serious level that makes the check fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


STDIN = "-"


def add_to(app: typer.Typer) -> None:
    """Give the program this verb."""
    app.command("check", epilog="Example:  coparent check plans/home.yaml --show note")(check)


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Only what is found in these files or folders; - reads one file from standard input.",
            show_default=False,
        ),
    ] = None,
    stdin_name: Annotated[
        str | None,
        typer.Option("--stdin-name", metavar="PATH", help="Which file of the plans - stands for.", show_default=False),
    ] = None,
    plans: PlansOption = None,
    as_at: AsAtOption = None,
    format_: Annotated[Format, typer.Option("--format", help="How to write the findings.")] = Format.TEXT,
    show: Annotated[
        Show, typer.Option("--show", help="The least serious level to show people; json has them all.")
    ] = Show.WARNING,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="The least serious level that ends in exit code 1.")
    ] = FailOn.ERROR,
    color: ColourOption = Colour.AUTO,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing if nothing is wrong.")] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="Show every finding in full, and what was read.")
    ] = False,
) -> None:
    """Check the plans: every fault, at its place, with what to type.

    The whole workspace is read, whichever files are named: a plan is only right together with the others. Exit code
    0: nothing as serious as --fail-on; 1: the plans are at fault; 2: the check could not be made.
    """
    from coparent.reporters import REPORTERS

    wanted = [path for path in paths or [] if str(path) != STDIN]
    report, tree = _examine(wanted, plans, as_at, stdin_name, reads_stdin=len(wanted) < len(paths or []))
    if verbose:
        typer.echo(f"{len(tree)} files read below {tree.plans}, judged as at {report.as_at.isoformat()}", err=True)
    if not (quiet and format_ is not Format.JSON and not _fails(report, show)):
        style = _style(tree, Show(show), color, full=verbose)
        typer.echo(REPORTERS[format_](report, style), nl=False, color=style.colour)
    if fail_on is not FailOn.NEVER and _fails(report, Show(fail_on)):
        raise typer.Exit(1)


def _examine(
    wanted: list[Path], plans: Path | None, as_at: str | None, stdin_name: str | None, *, reads_stdin: bool
) -> "tuple[Report, PlanTree]":
    """Read the plans and check them, keeping what was asked for."""
    from coparent.checking import check as run_rules
    from coparent.cli.options import open_tree, read_as_at
    from coparent.cli.progress import Watched
    from coparent.workspace import assemble

    day = read_as_at(as_at)
    named = [Path(stdin_name)] if stdin_name else []
    tree = open_tree(plans, _nearest_folder([*wanted, *named]))
    overlay = _read_stdin(tree, stdin_name) if reads_stdin else {}
    asked = [*(name for path in wanted for name in _files_below(tree, path)), *overlay]
    texts = Watched(ChainMap(dict(overlay), tree))  # type: ignore[arg-type]
    try:
        report = run_rules(assemble(texts, day, tree.exists), texts)
    finally:
        texts.finish()
    return report.about(asked) if asked else report, tree


def _nearest_folder(paths: list[Path]) -> Path | None:
    """Where to start looking for the plans: at the first path that was named, if it lies elsewhere."""
    if not paths:
        return None
    path = paths[0].absolute()
    return path if path.is_dir() else path.parent


def _files_below(tree: "PlanTree", path: Path) -> list[str]:
    """The plan files that a path names. Raises CoparentError if there are none."""
    from coparent.errors import CoparentError

    name = tree.name(path)
    found = [file for file in tree if name is not None and (file == name or file.startswith(f"{name}/"))]
    if not found:
        there = "is not among the plans" if path.exists() else "is not there"
        raise CoparentError(f"{path.as_posix()} {there}", f"name a file or folder below {tree.plans.name}/")
    return found


def _read_stdin(tree: "PlanTree", stdin_name: str | None) -> "Mapping[str, str | Unreadable]":
    """The text on standard input, in the place of the file it stands for."""
    from coparent.documents.reading import LARGEST, decode
    from coparent.errors import CoparentError

    if stdin_name is None:
        raise CoparentError("- needs to know which file it stands for", "add  --stdin-name plans/home.yaml")
    name = tree.name(Path(stdin_name))
    if name is None:
        raise CoparentError(f"--stdin-name: {stdin_name} is not below {tree.plans.name}/", "name a file below it")
    return {name: decode(sys.stdin.buffer.read(LARGEST + 1))}


def _fails(report: "Report", least: Show) -> bool:
    from coparent.diagnostics import Level

    return any(diagnostic.level.rank <= Level(least).rank for diagnostic in report.diagnostics)


def _style(tree: "PlanTree", show: Show, color: Colour, *, full: bool) -> "Style":
    from coparent.cli.options import is_ascii_only, shorten, wants_colour, width
    from coparent.diagnostics import Level
    from coparent.reporters.style import Style

    holder = tree.plans.parent
    return Style(
        show=Level(show),
        width=width(),
        colour=wants_colour(color),
        full=full,
        ascii=is_ascii_only(),
        paths=lambda path: shorten(holder / path),
    )
