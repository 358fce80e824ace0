"""`coparent check`: every fault of the plans, each at its place."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from coparent.cli.options import AsAtOption, ColourOption, PlansOption, option
from coparent.cli.terminal import Colour
from coparent.diagnostics import Level
from coparent.errors import CoparentError
from coparent.reporters import FORMATS
from coparent.text.suggestions import nearest


class FailOn(StrEnum):
    """The least serious level that makes the check fail."""

    ERROR = Level.ERROR
    WARNING = Level.WARNING
    NOTE = Level.NOTE
    NEVER = "never"


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
    stdin_name: Annotated[str | None, option("--stdin-name", "PATH", "Which file of the plans - stands for.")] = None,
    plans: PlansOption = None,
    as_at: AsAtOption = None,
    format_name: Annotated[
        str | None, option("--format", "FORMAT", f"How to write the findings: {', '.join(FORMATS)}. Text if left out.")
    ] = None,
    output: Annotated[
        list[str] | None, option("--output", "FORMAT=FILE", "Write them to a file as well; may be given often.")
    ] = None,
    show: Annotated[
        Level, typer.Option("--show", help="The least serious level to show people; machines get all.")
    ] = Level.WARNING,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="The least serious level that ends in exit code 1.")
    ] = FailOn.ERROR,
    select: Annotated[
        list[str] | None, option("--select", "RULE", "Look only for this rule or family; may be given often.")
    ] = None,
    ignore: Annotated[
        list[str] | None, option("--ignore", "RULE", "Leave this rule or family out; may be given often.")
    ] = None,
    baseline: Annotated[Path | None, option("--baseline", "FILE", "Leave out what this file says was there.")] = None,
    write_baseline: Annotated[
        Path | None, option("--write-baseline", "FILE", "Write what is there now to this file.")
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely, then check.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what could be mended, and mend nothing.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings by rule instead.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a plan is saved.")] = False,
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
    # What checks is imported once there is something to check: the help of every verb stays quick.
    from coparent.checking.selection import read_selection
    from coparent.cli import github
    from coparent.cli.findings import CheckOptions, check_each_save, check_once

    selection = read_selection(select or (), ignore or ())
    if format_name is not None:
        format_name = _read_format("--format", format_name)
    report_files = _read_report_files(output or ())
    # Whoever chooses a format or a file decides for themselves what GitHub is to show.
    annotates = github.is_step() and format_name is None and not report_files
    options = CheckOptions(
        paths=tuple(paths or ()),
        stdin_name=stdin_name,
        plans=plans,
        as_at=as_at,
        selection=selection,
        format_name=format_name or "text",
        annotates=annotates,
        report_files=report_files,
        show=show,
        fail_on=None if fail_on is FailOn.NEVER else Level(fail_on),
        baseline=baseline,
        write_baseline=write_baseline,
        fix=fix,
        diff=diff,
        statistics=statistics,
        color=color,
        quiet=quiet,
        verbose=verbose,
    )
    if watch:
        check_each_save(options)
    elif check_once(options):
        raise typer.Exit(1)


def _read_format(option_name: str, typed: str) -> str:
    """The name of a format in lower case. Raises CoparentError for a format that does not exist."""
    if typed.lower() in FORMATS:
        return typed.lower()
    near = nearest(typed, FORMATS)
    advice = f"did you mean  {near[0]}?" if near else f"one of: {', '.join(FORMATS)}"
    raise CoparentError(f'{option_name}: there is no format "{typed}"', advice)


def _read_report_files(pairs: Iterable[str]) -> Sequence[tuple[Path, str]]:
    """Each file with its format. Raises CoparentError for what is not FORMAT=FILE."""
    files: list[tuple[Path, str]] = []
    for pair in pairs:
        format_name, equals, file = pair.partition("=")
        if not equals or not file:
            raise CoparentError(f'--output: "{pair}" names no file', "write  --output sarif=coparent.sarif")
        files.append((Path(file), _read_format("--output", format_name)))
    return files
