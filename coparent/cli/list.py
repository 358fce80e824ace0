"""`coparent list`: actions, measures, organisations, risks or the updates that are due, as a table."""

from datetime import date
from typing import Annotated

import typer

from coparent.cli.options import AsAtOption, ColourOption, DraftOption, PlansOption, VerboseOption, choose, option
from coparent.cli.streams import write_out
from coparent.cli.terminal import Colour
from coparent.errors import CoparentError

LISTED = ("actions", "measures", "organisations", "risks", "updates-due")
FORMATS = ("text", "json", "csv", "markdown")


def add_to(app: typer.Typer) -> None:
    """Give the program this verb."""
    app.command("list", epilog="Example:  coparent list actions --outcome o3 --overdue")(list_records)


def list_records(
    what: Annotated[
        str,
        typer.Argument(
            metavar="[WHAT]", help=f"What to list: {', '.join(LISTED)}. Actions if left out.", show_default=False
        ),
    ] = "actions",
    stage: Annotated[list[str] | None, option("--stage", "STAGE", "Actions at this stage: in-progress, ...")] = None,
    rating: Annotated[list[str] | None, option("--rating", "RATING", "Actions rated green, amber or red.")] = None,
    lead: Annotated[list[str] | None, option("--lead", "ROLE", "Led by this role, or one with these words.")] = None,
    organisation: Annotated[
        list[str] | None, option("--organisation", "ID", "Led or joined by this organisation, or by one in this group.")
    ] = None,
    plan: Annotated[list[str] | None, option("--plan", "ID", "In this plan.")] = None,
    board: Annotated[
        list[str] | None, option("--board", "ID", "In plans that report to this board, or that it approved.")
    ] = None,
    outcome: Annotated[list[str] | None, option("--outcome", "ID", "That name this outcome.")] = None,
    priority: Annotated[
        list[str] | None, option("--priority", "ID", "That serve this priority, themselves or through an outcome.")
    ] = None,
    overdue: Annotated[
        bool, typer.Option("--overdue", help="Past the due date; of measures, past the next reading's.")
    ] = False,
    due_before: Annotated[
        str | None,
        option("--due-before", "DATE", "Still to be done (unless --stage is given) and due before this day."),
    ] = None,
    plans: PlansOption = None,
    as_at: AsAtOption = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=f"How to write it: {', '.join(FORMATS)}.")
    ] = "text",
    draft: DraftOption = False,
    color: ColourOption = Colour.AUTO,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Only the table: no heading and no count.")] = False,
    verbose: VerboseOption = False,
) -> None:
    """List actions, measures, organisations, risks or the updates that are due, as a table.

    Filters keep what all of them allow; one that is given twice allows either value. Not every filter goes with every
    list. Actions: those still to be done first, by the end of their due date, then by id. Measures: as in their files,
    each sparkline drawn from its own lowest figure to its own highest. Organisations: as in the strategy, with the
    actions that the filters keep. Risks: open ones first, by score. Updates due: the one that is due longest first.
    """
    # What lists is imported once there is something to list: the help of every verb stays quick.
    from coparent.cli.loading import load_sound
    from coparent.tables.filters import Filters
    from coparent.tables.listing import write_listing
    from coparent.tables.lists import list_as

    listed, form = choose("what to list", what, LISTED), choose("--format", format_, FORMATS)
    day = _read_day(due_before) if due_before is not None else None
    loaded = load_sound(plans, as_at, draft=draft, color=color)
    filters = Filters(
        stage=tuple(stage or ()),
        rating=tuple(rating or ()),
        lead=tuple(lead or ()),
        organisation=tuple(organisation or ()),
        plan=tuple(plan or ()),
        board=tuple(board or ()),
        outcome=tuple(outcome or ()),
        priority=tuple(priority or ()),
        overdue=overdue,
        due_before=day,
    )
    listing = list_as(listed, loaded.workspace, filters)
    look = loaded.look(color)
    if verbose:
        typer.echo(loaded.summary, err=True)
    if loaded.draft and form == "csv":
        typer.echo(loaded.draft, err=True)
    write_out(write_listing(listing, form, look, loaded.draft, quiet=quiet), colour=look.colour)


def _read_day(written: str) -> date:
    """A day in any written form. Raises CoparentError if it is none."""
    from coparent.timescales import NotATimescale, parse_day

    try:
        return parse_day(written)
    except NotATimescale as fault:
        raise CoparentError(f"--due-before: {fault.message}", "write a day, such as  --due-before 2027-03-31") from None
