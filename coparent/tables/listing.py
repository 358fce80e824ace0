"""A list of records, and how it is written in each format."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

from coparent.schema.fields import Role
from coparent.tables.filters import Filters
from coparent.tables.formats import write_items, write_json, write_markdown
from coparent.tables.style import YELLOW, TableStyle
from coparent.tables.table import Table, write_text
from coparent.text.escaping import encode_markdown, escape_markdown
from coparent.text.json_text import JsonObject
from coparent.text.terminal_style import BOLD, DIM
from coparent.timescales import day_in_words
from coparent.workspace import Workspace


@dataclass(frozen=True)
class Listing(ABC):
    """A list of records as at a day, a subclass for each kind of list.

    JSON has the `items` under `key`. CSV has the `fields` of each, with a dot before each field of a field. `nothing`
    says that there are none. `filters` are the names of the filters that go with the list.
    """

    key: ClassVar[str]
    nothing: ClassVar[str]
    fields: ClassVar[tuple[str, ...]]
    filters: ClassVar[tuple[str, ...]] = Filters.names()

    as_at: date
    records: Sequence[object]

    @classmethod
    @abstractmethod
    def build(cls, workspace: Workspace, filters: Filters) -> Self:
        """The list of what the filters keep."""

    @staticmethod
    def roles(workspace: Workspace) -> Iterator[Role | None]:
        """Those by whom `--lead` can filter the list: every role that leads an action."""
        for action in workspace.actions:
            yield from (action.lead, *action.joint_leads)

    @property
    def title(self) -> str:
        return self.key.replace("_", " ").capitalize()

    @property
    @abstractmethod
    def items(self) -> Sequence[JsonObject]:
        """The records as other programs read them."""

    @property
    def summary(self) -> str:
        """How many records there are, as a sentence."""
        return self.count_in_words() if self.records else self.nothing

    @abstractmethod
    def count_in_words(self) -> str:
        """How many records there are where there are any, as a sentence."""

    @abstractmethod
    def text(self, style: TableStyle) -> list[str]:
        """The records as lines for a terminal."""

    @abstractmethod
    def markdown(self, style: TableStyle) -> list[str]:
        """The records as lines of Markdown."""


class TableListing(Listing):
    """A list of records that people read as a table."""

    @abstractmethod
    def table(self, style: TableStyle) -> Table:
        """The records as a table for the room there is."""

    def text(self, style: TableStyle) -> list[str]:
        """The table as lines for a terminal."""
        return write_text(self.table(style), style)

    def markdown(self, style: TableStyle) -> list[str]:
        """The table as lines of Markdown."""
        return write_markdown(self.table(style.with_all_room()), style)


def write_listing(listing: Listing, form: str, style: TableStyle, draft: str = "", *, quiet: bool = False) -> str:
    """A list in one of the formats: text, json, csv or markdown.

    `draft` says what may be missing from it; in CSV there is no place for that. `quiet` leaves out heading and count.
    """
    if form == "json":
        return _write_json(listing, style, draft)
    if form == "csv":
        return write_items({field.replace(".", "_"): field for field in listing.fields}, listing.items, style)
    if form == "markdown":
        return encode_markdown(
            "\n".join([*_write_markdown(listing, style, draft, quiet=quiet), ""]), only_ascii=style.ascii
        )
    return "\n".join([*_write_text(listing, style, draft, quiet=quiet), ""])


def _write_text(listing: Listing, style: TableStyle, draft: str, *, quiet: bool) -> Iterator[str]:
    if draft:
        yield from (*style.prose(draft, code=YELLOW), "")
    if not quiet:
        yield from (*style.prose(f"{listing.title} as at {day_in_words(listing.as_at)}", code=BOLD), "")
    if listing.records:
        yield from listing.text(style)
    if not quiet:
        yield from ("" for _ in listing.records[:1])
        yield from style.prose(listing.summary, code=DIM)


def _write_markdown(listing: Listing, style: TableStyle, draft: str, *, quiet: bool) -> Iterator[str]:
    if not quiet:
        yield from (f"## {listing.title} as at {day_in_words(listing.as_at)}", "")
    if draft:
        yield from (f"**{escape_markdown(draft)}**", "")
    if listing.records:
        yield from listing.markdown(style)
    if not quiet:
        yield from ("" for _ in listing.records[:1])
        yield escape_markdown(listing.summary)


def _write_json(listing: Listing, style: TableStyle, draft: str) -> str:
    # Format 1. It rises with any change that could break a reader.
    head: JsonObject = {"format": 1, "as_at": listing.as_at.isoformat()}
    if draft:
        head["incomplete"] = True
    return write_json({**head, listing.key: listing.items}, style)
