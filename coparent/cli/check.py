"""`coparent check`: every fault of the plans, each at its place."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coparent.cli.examining import CheckRequest, Examined, examine
from coparent.cli.options import AsAtOption, Colour, ColourOption, PlansOption
from coparent.cli.output import write_out
from coparent.reporters import FORMATS

if TYPE_CHECKING:
    from coparent.checking import Report, Selection
    from coparent.reporters.style import ReportStyle

FOR_PEOPLE = ("text", "concise")


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
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help=f"How to write the findings: {', '.join(FORMATS)}. Text if left out.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            metavar="FORMAT=FILE",
            help="Write them to a file as well; may be given often.",
            show_default=False,
        ),
    ] = None,
    show: Annotated[
        Show, typer.Option("--show", help="The least serious level to show people; machines get all.")
    ] = Show.WARNING,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="The least serious level that ends in exit code 1.")
    ] = FailOn.ERROR,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar="RULE",
            help="Look only for this rule or family; may be given often.",
            show_default=False,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore", metavar="RULE", help="Leave this rule or family out; may be given often.", show_default=False
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", metavar="FILE", help="Leave out what this file says was there.", show_default=False),
    ] = None,
    write_baseline: Annotated[
        Path | None,
        typer.Option(
            "--write-baseline", metavar="FILE", help="Write what is there now to this file.", show_default=False
        ),
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
    from coparent.checking.selection import read_selection
    from coparent.cli.outputs import on_github, read_format, read_outputs, without_commands
    from coparent.diagnostics import Level

    request = CheckRequest(tuple(paths or ()), stdin_name, plans, as_at)
    selection = read_selection(select or (), ignore or ())
    chosen = read_format(format_) if format_ is not None else "text"
    outputs = read_outputs(output or ())
    for_people = chosen in FOR_PEOPLE and not outputs and not (baseline or write_baseline or fix or diff)
    is_actions = on_github() and format_ is None and not outputs
    least = Level(show) if for_people and not is_actions else Level.NOTE

    def run() -> bool:
        examined = _mend(request, selection, even_unsafe=diff, color=color) if fix or diff else None
        if diff:
            return examined is not None and _fails(examined.report, fail_on)
        examined = examine(request, selection, least)
        report = _compare(examined.report, baseline, write_baseline)
        style = _style(examined, show, color, full=verbose)
        if verbose:
            typer.echo(
                f"{len(examined.tree)} files read below {examined.tree.plans}, judged as at {report.as_at}", err=True
            )
        if not (quiet and chosen in FOR_PEOPLE and not _fails(report, FailOn(show))):
            text = _write(report, style, chosen, statistics=statistics)
            write_out(without_commands(text) if is_actions else text, colour=style.colour)
        _write_elsewhere(report, style, outputs, is_actions=is_actions)
        return write_baseline is None and _fails(report, fail_on)

    if watch:
        from coparent.cli.watching import watch_plans

        watch_plans(examine(request, selection, least).tree.plans, run)
    elif run():
        raise typer.Exit(1)


def _mend(request: CheckRequest, selection: "Selection", *, even_unsafe: bool, color: Colour) -> Examined:
    """Mend the plans, or show how they could be mended."""
    from coparent.cli.mending import mend, show_difference
    from coparent.diagnostics import Level

    examined = examine(request, selection, Level.NOTE)
    if even_unsafe:
        show_difference(examined, color)
    else:
        mend(examined, reads_stdin=request.stdin_name is not None)
    return examined


def _compare(report: "Report", baseline: Path | None, write_to: Path | None) -> "Report":
    """Write a baseline, and leave out what one knows."""
    if baseline is None and write_to is None:
        return report
    from coparent.checking.baseline import leave_out, read_baseline, write_baseline
    from coparent.text.files import write_file

    if write_to is not None:
        write_file(write_to, write_baseline(report))
        typer.echo(f"{len(report.diagnostics)} findings written to {write_to.as_posix()}", err=True)
    if baseline is None:
        return report
    compared = leave_out(report, read_baseline(baseline))
    for key in compared.stale:
        typer.echo(f"no longer found, so take it out of {baseline.as_posix()}: {key}", err=True)
    return compared


def _write(report: "Report", style: "ReportStyle", chosen: str, *, statistics: bool) -> str:
    if statistics and chosen in FOR_PEOPLE:
        from coparent.reporters.statistics import write

        return write(report, style)
    from coparent.reporters import REPORTERS

    return REPORTERS[chosen](report, style)


def _write_elsewhere(report: "Report", style: "ReportStyle", outputs: dict[Path, str], *, is_actions: bool) -> None:
    """Write the findings to the files that were asked for, and to where GitHub looks for them."""
    if not outputs and not is_actions:
        return
    from dataclasses import replace

    from coparent.cli.outputs import annotate
    from coparent.reporters import REPORTERS
    from coparent.text.files import write_file

    plain = replace(style, colour=False, ascii=False)
    for path, name in outputs.items():
        write_file(path, REPORTERS[name](report, plain))
    if is_actions:
        annotate(report, plain)


def _fails(report: "Report", least: FailOn) -> bool:
    from coparent.diagnostics import Level

    if least is FailOn.NEVER:
        return False
    return any(report.count(level) for level in Level if level.rank <= Level(least).rank)


def _style(examined: Examined, show: Show, color: Colour, *, full: bool) -> "ReportStyle":
    from coparent.cli.options import is_ascii_only, shorten, wants_colour, width
    from coparent.diagnostics import Level
    from coparent.reporters.style import ReportStyle

    holder = examined.tree.plans.parent
    return ReportStyle(
        show=Level(show),
        width=width(),
        colour=wants_colour(color),
        full=full,
        ascii=is_ascii_only(),
        paths=lambda path: shorten(holder / path),
    )
