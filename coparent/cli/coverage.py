"""`coparent coverage`: what serves each goal, and the gaps."""

from typing import Annotated, Literal, TypeAlias

import typer

from coparent.cli.options import AsAtOption, ColourOption, DraftOption, PlansOption, VerboseOption, option
from coparent.cli.output import say, write_out
from coparent.cli.terminal import Colour
from coparent.errors import CoparentError
from coparent.schema.choices import GoalKind, Visibility

Format: TypeAlias = Literal["text", "json", "markdown", "csv"]
By: TypeAlias = Literal[GoalKind, "organisation"]


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
        option(
            "--fail-under",
            "KIND=PERCENT",
            "End in exit code 1 if less is covered, such as outcomes=100; may be given often.",
        ),
    ] = None,
    audience: Annotated[
        Visibility, typer.Option("--audience", help="Leave out what these may not see, before counting.")
    ] = "internal",
    draft: DraftOption = False,
    color: ColourOption = Colour.AUTO,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say only what is below the bar.")] = False,
    verbose: VerboseOption = False,
) -> None:
    """Show what serves each goal of the strategy, what has gaps, and what is fragile.

    Exit code 0: fine; 1: less is covered than --fail-under asks, or the plans are faulty; 2: it could not be told.
    """
    # What counts is imported once there is something to count: the help of every verb stays quick.
    from coparent.cli.loading import load_sound
    from coparent.cli.thresholds import read_thresholds, report_below
    from coparent.coverage import survey_of
    from coparent.tables.coverage import write
    from coparent.tables.coverage.wording import CoverageRequest, notes
    from coparent.workspace.audience import Audience

    if by is not None and matrix:
        raise CoparentError("--by and --matrix show different things", "give one of them")
    thresholds = read_thresholds(fail_under or ())
    loaded = load_sound(plans, as_at, draft=draft, color=color)
    survey = survey_of(loaded.workspace, Audience(audience), incomplete=bool(loaded.draft))
    look = loaded.look(color)
    view = CoverageRequest(by or "", matrix, loaded.draft)
    if verbose:
        say(loaded.summary)
    if not quiet:
        text = write(survey, format_ or "text", view, look)
        write_out(text, format_ or "text", colour=look.colour)
        if format_ in ("json", "csv"):  # Neither has room for sentences.
            for note in notes(survey, view):
                say(note)
    if report_below(survey, thresholds, look):
        raise typer.Exit(1)
