"""`coparent show`: one record whole, whatever its kind."""

from typing import TYPE_CHECKING, Annotated

import typer

from coparent.cli.choosing import choose
from coparent.cli.options import AsAtOption, Colour, ColourOption, PlansOption
from coparent.cli.output import write_out
from coparent.cli.reading import DraftOption, PlansRead, read_plans

if TYPE_CHECKING:
    from coparent.tables.record import Found

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
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Say what was read.")] = False,
) -> None:
    """Show one record whole: where it is written, what it serves and what serves it, and how far it has come.

    Any record with an id: plans, actions, milestones, measures, goals, organisations, boards, risks, returns, papers.
    Updates and readings are those known on the day, the latest first.
    """
    from coparent.tables.formats import write_json
    from coparent.tables.record import build_sheet, find_record, record_value, write_sheet

    form = choose("--format", format_, FORMATS)
    read = read_plans(plans, as_at, draft=draft, color=color)
    look = read.look(color)
    if verbose:
        typer.echo(read.told, err=True)
    found = find_record(read.workspace, identity)
    path, line = read.path(found.record.where.path), _line(read, found)
    if form == "json":
        # Format 1. It rises with any change that could break a reader.
        value = record_value(read.workspace, found, path, line)
        incomplete = {"incomplete": True} if read.draft else {}
        write_out(write_json({"format": 1, "as_at": read.workspace.as_at.isoformat(), **incomplete, **value}, look))
        return
    sheet = build_sheet(read.workspace, found, f"{path}:{line}", look)
    write_out(write_sheet(sheet, form, look, read.draft), colour=look.colour)


def _line(read: PlansRead, found: "Found") -> int:
    """The line on which a record's id is written."""
    from coparent.checking.locating import SourceMap

    where = found.record.where.path
    return SourceMap.of(where, read.texts).location(found.record.at("id")).line
