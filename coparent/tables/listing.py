"""A list of records, and how it is written in each format."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from coparent.tables.layout import (
    BOLD,
    DIM,
    YELLOW,
    Column,
    Content,
    Look,
    encode_markdown,
    lay_out,
    write_csv,
    write_json,
    write_markdown,
)
from coparent.text.escaping import escape_markdown
from coparent.timescales import day_in_words

Item: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns, and rows for them."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Content, ...], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of records as at a day.

    `items` are the records as values, under `key`; `fields` says which of them a spreadsheet has, with a dot before
    each field of a field. `text` and `markdown` are the lines for a person; `summary` counts in words.
    """

    as_at: date
    key: str
    title: str
    summary: str
    items: tuple[Item, ...]
    fields: tuple[str, ...]
    text: Callable[[Look], list[str]]
    markdown: Callable[[Look], list[str]]


def from_table(table: Callable[[Look], Table]) -> Callable[[Look], list[str]]:
    """Lines for a terminal, of a table that is made for the room there is."""

    def write(look: Look) -> list[str]:
        made = table(look)
        return lay_out(made.columns, made.rows, look)

    return write


def from_wide_table(table: Callable[[Look], Table]) -> Callable[[Look], list[str]]:
    """Lines of Markdown, of a table that has all the room it wants."""

    def write(look: Look) -> list[str]:
        made = table(Look(width=1000, ascii=look.ascii, hide=look.hide))
        return write_markdown(made.columns, made.rows, look)

    return write


def write_listing(listing: Listing, form: str, look: Look, draft: str = "", *, quiet: bool = False) -> str:
    """A list in one of the formats: text, json, csv or markdown.

    `draft` says what may be missing from it; in CSV there is no place for that. `quiet` leaves out heading and count.
    """
    if form == "json":
        return _write_json(listing, look, draft)
    if form == "csv":
        return _write_csv(listing, look)
    if form == "markdown":
        return encode_markdown(_write_markdown(listing, look, draft, quiet=quiet), look)
    return "\n".join([*_write_text(listing, look, draft, quiet=quiet), ""])


def _write_text(listing: Listing, look: Look, draft: str, *, quiet: bool) -> Iterator[str]:
    if draft:
        yield from (*look.prose(draft, code=YELLOW), "")
    if not quiet:
        yield from (*look.prose(f"{listing.title} as at {day_in_words(listing.as_at)}", code=BOLD), "")
    if listing.items:
        yield from listing.text(look)
    if not quiet:
        yield from ("" for _ in listing.items[:1])
        yield from look.prose(listing.summary, code=DIM)


def _write_markdown(listing: Listing, look: Look, draft: str, *, quiet: bool) -> Iterator[str]:
    if not quiet:
        yield from (f"## {listing.title} as at {day_in_words(listing.as_at)}", "")
    if draft:
        yield from (f"**{escape_markdown(draft)}**", "")
    if listing.items:
        yield from listing.markdown(look)
    if not quiet:
        yield from ("" for _ in listing.items[:1])
        yield escape_markdown(listing.summary)


def _write_json(listing: Listing, look: Look, draft: str) -> str:
    # Format 1. It rises with any change that could break a reader.
    head: dict[str, Any] = {"format": 1, "as_at": listing.as_at.isoformat()}
    if draft:
        head["incomplete"] = True
    return write_json({**head, listing.key: list(listing.items)}, look)


def _write_csv(listing: Listing, look: Look) -> str:
    header = [field.replace(".", "_") for field in listing.fields]
    return write_csv(
        header, ([_field(item, field.split(".")) for field in listing.fields] for item in listing.items), look
    )


def _field(item: Item, keys: Sequence[str]) -> str | int | float | None:
    """One field of an item as a spreadsheet holds it: a list as its texts, one after the other."""
    value: Any = item
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return value if isinstance(value, str | int | float) else None
