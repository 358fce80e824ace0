"""`coparent show`: one record whole, whatever its kind."""

from typing import Annotated

import typer

from coparent.cli.options import AsAtOption, ColourOption, DraftOption, PlansOption, VerboseOption, choose
from coparent.cli.output import say, write_out
from coparent.cli.terminal import Colour

FORMATS = ("text", "json", "markdown")


def add_to(app: typer.Typer) -> None:
    """Give the program this verb."""
    app.command("show", epilog="Example:  coparent show home-03")(show)


def show(
    identity: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="An id, KIND/ID where two kinds share it, or an action's printed number.",
            show_default=False,
        ),
    ],
    plans: PlansOption = None,
    as_at: AsAtOption = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=f"How to write it: {', '.join(FORMATS)}.")
    ] = "text",
    draft: DraftOption = False,
    color: ColourOption = Colour.AUTO,
    verbose: VerboseOption = False,
) -> None:
    """Show one record whole: where it is written, what it serves and what serves it, and how far it has come.

    Any record with an id: plans, actions, milestones, measures, goals, organisations, boards, risks, returns, papers.
    Updates and readings are those known on the day, the latest first.
    """
    # What shows a record is imported once there is one to show: the help of every verb stays quick.
    from coparent.checking.locating import SourceMap
    from coparent.cli.loading import load_sound
    from coparent.tables.formats import write_json
    from coparent.tables.record import build_sheet, find_record, record_value, write_sheet

    form = choose("--format", format_, FORMATS)
    loaded = load_sound(plans, as_at, draft=draft, color=color)
    look = loaded.look(color)
    if verbose:
        say(loaded.summary)
    found = find_record(loaded.workspace, identity)
    file = found.record.where.path
    path, line = loaded.path(file), SourceMap.of(file, loaded.texts).location(found.record.at("id")).line
    if form == "json":
        # Format 1. It rises with any change that could break a reader.
        value = record_value(loaded.workspace, found, path, line)
        incomplete = {"incomplete": True} if loaded.draft else {}
        as_at_day = loaded.workspace.as_at.isoformat()
        write_out(write_json({"format": 1, "as_at": as_at_day, **incomplete, **value}, look), form)
        return
    sheet = build_sheet(loaded.workspace, found, f"{path}:{line}", look)
    write_out(write_sheet(sheet, form, look, loaded.draft), form, colour=look.colour)
