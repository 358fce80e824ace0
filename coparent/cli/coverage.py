"""`coparent coverage`: what serves each goal, and the gaps."""

from enum import StrEnum
from typing import Annotated

import typer

from coparent.cli.options import AsAtOption, Colour, ColourOption, PlansOption
from coparent.cli.reading import DraftOption, read_plans


class Format(StrEnum):
    """How coverage can be written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    CSV = "csv"


class By(StrEnum):
    """What coverage can be shown by."""

    OUTCOME = "outcome"
    PRIORITY = "priority"
    PROMISE = "promise"
    RECOMMENDATION = "recommendation"
    PRINCIPLE = "principle"
    ORGANISATION = "organisation"


class For(StrEnum):
    """Whom it is for."""

    PUBLIC = "public"
    PARTNER = "partner"
    INTERNAL = "internal"


def add_to(app: typer.Typer) -> None:
    """Give the program this verb."""
    app.command("coverage", epilog="Example:  coparent coverage --fail-under outcomes=100")(coverage)


def coverage(
    plans: PlansOption = None,
    as_at: AsAtOption = None,
    by: Annotated[
        By | None, typer.Option("--by", help="Only this, in full. All goals in short if left out.", show_default=False)
    ] = None,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="Priorities by outcomes: how many actions serve both.")
    ] = False,
    format_: Annotated[
        Format | None, typer.Option("--format", help="How to write it. Text if left out.", show_default=False)
    ] = None,
    fail_under: Annotated[
        list[str] | None,
        typer.Option(
            "--fail-under",
            metavar="KIND=PERCENT",
            help="End in exit code 1 if less is covered, such as outcomes=100; may be given often.",
            show_default=False,
        ),
    ] = None,
    audience: Annotated[
        For, typer.Option("--audience", help="Leave out what these may not see, before counting.")
    ] = For.INTERNAL,
    draft: DraftOption = False,
    color: ColourOption = Colour.AUTO,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say only what is below the bar.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Say what was read.")] = False,
) -> None:
    """Show what serves each goal of the strategy, what has gaps, and what is fragile.

    Exit code 0: fine; 1: less is covered than --fail-under asks, or the plans are faulty; 2: it could not be told.
    """
    from coparent.cli.output import write_out
    from coparent.cli.outputs import on_github, without_commands
    from coparent.cli.thresholds import read_thresholds, report_below
    from coparent.coverage import survey_of
    from coparent.errors import CoparentError
    from coparent.tables.coverage import write
    from coparent.tables.coverage.wording import CoverageRequest, notes
    from coparent.workspace.audience import Audience

    if by is not None and matrix:
        raise CoparentError("--by and --matrix show different things", "give one of them")
    thresholds = read_thresholds(fail_under or ())
    read = read_plans(plans, as_at, draft=draft, color=color)
    survey = survey_of(read.workspace, Audience(audience), incomplete=bool(read.draft))
    look = read.look(color)
    view = CoverageRequest(by.value if by is not None else "", matrix, read.draft)
    if verbose:
        typer.echo(f"{len(read.tree)} files read below {read.tree.plans}, judged as at {survey.as_at}", err=True)
    if not quiet:
        text = write(survey, (format_ or Format.TEXT).value, view, look)
        write_out(without_commands(text) if format_ is None and on_github() else text, colour=look.colour)
        if format_ in (Format.JSON, Format.CSV):  # Neither has room for sentences.
            for note in notes(survey, view):
                typer.echo(look.visible(note), err=True)
    if report_below(survey, thresholds, look):
        raise typer.Exit(1)
