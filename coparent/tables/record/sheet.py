"""A record set out for a person, and how that is written as text and as Markdown."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from coparent.tables.formats import write_markdown
from coparent.tables.style import CYAN, YELLOW, TableStyle
from coparent.tables.table import Cell, Column, Row, Table, write_text
from coparent.text.escaping import encode_markdown, escape_markdown
from coparent.text.rich_tables import RichTable, lines_and_tables
from coparent.text.terminal_style import BOLD, DIM

_ALONE = (Column("", wraps=True),)
_BESIDE = (Column(""), *_ALONE)
_BULLET = re.compile(r"^(\s*)([-*]|\d+[.)]) (.*)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_LONGEST_NAME = 24


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that takes one line: a label and what it is."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A text under a heading, as its writer put it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One of several: what it is called, what it is, and what else there is to say."""

    name: str
    text: str
    details: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Entries:
    """Several of one sort, under a heading."""

    label: str
    entries: Sequence[Entry]


Part: TypeAlias = Fact | Passage | Entries


@dataclass(frozen=True, slots=True)
class Sheet:
    """A record: what it is, where it is written, and all there is to say of it."""

    kind: str
    id: str
    title: str
    place: str
    parts: Sequence[Part]


def write_sheet(sheet: Sheet, form: str, style: TableStyle, draft: str = "") -> str:
    """A sheet as text or markdown. `draft` says what may be missing from it."""
    if form == "markdown":
        return encode_markdown("\n".join([*_write_markdown(sheet, style, draft), ""]), only_ascii=style.ascii)
    return "\n".join([*_write_text(sheet, style, draft), ""])


def _write_text(sheet: Sheet, style: TableStyle, draft: str) -> Iterator[str]:
    if draft:
        yield from (*style.prose(draft, code=YELLOW), "")
    yield from style.prose(sheet.title or sheet.id, code=BOLD)
    yield from style.prose(f"{sheet.kind} {sheet.id}, {sheet.place}", code=DIM)
    facts = [(Cell(part.label, DIM), part.text) for part in sheet.parts if isinstance(part, Fact)]
    if facts:
        yield from ("", *write_text(Table(_BESIDE, facts), style, indent=2))
    for part in sheet.parts:
        if not isinstance(part, Fact):
            yield from ("", *style.prose(_heading(part), code=CYAN))
            yield from _passage(part, style) if isinstance(part, Passage) else _entries(part, style)


def _heading(part: Part) -> str:
    return part.label[:1].upper() + part.label[1:]


def _passage(passage: Passage, style: TableStyle) -> Iterator[str]:
    for block in _blocks(passage.text):
        if isinstance(block, RichTable):
            yield from write_text(_table_of(block, style.visible), style, indent=2)
        else:
            yield from style.prose(_STRONG.sub(r"\2", block), indent=2)


def _table_of(table: RichTable, clean: Callable[[str], str]) -> Table:
    """A table of a rich text as it is laid out; `clean` makes its titles safe to print, as writers do with cells."""
    columns = [
        Column(_STRONG.sub(r"\2", clean(title)), wraps=True, right=alignment == "right")
        for title, alignment in zip(table.head, table.alignments, strict=True)
    ]
    return Table(columns, [[_STRONG.sub(r"\2", cell) for cell in row] for row in table.rows])


def _blocks(text: str) -> Iterator[str | RichTable]:
    """The paragraphs and bullets of a rich text, each in one line, and its tables."""
    waiting: list[str] = []
    for piece in (*lines_and_tables(text), ""):
        if waiting and (isinstance(piece, RichTable) or not piece.strip() or _BULLET.match(piece)):
            yield " ".join(waiting)
            waiting = []
        if isinstance(piece, RichTable):
            yield piece
        elif piece.strip():
            waiting.append(piece.strip())


def _entries(part: Entries, style: TableStyle) -> list[str]:
    """Names beside what they are where there is room for that, with the details below."""
    if not any(entry.name for entry in part.entries):
        return write_text(Table(_ALONE, [row for entry in part.entries for row in _alone(entry)]), style, indent=2)
    if max(len(entry.name) for entry in part.entries) > min(_LONGEST_NAME, style.columns // 3):
        return [line for entry in part.entries for line in _below_each_other(entry, style)]
    return write_text(Table(_BESIDE, [row for entry in part.entries for row in _beside(entry)]), style, indent=2)


def _alone(entry: Entry) -> Iterator[Row]:
    yield (entry.text,)
    for detail in entry.details:
        yield (Cell(detail, DIM),)


def _beside(entry: Entry) -> Iterator[Row]:
    yield entry.name, entry.text or (Cell(entry.details[0], DIM) if entry.details else "")
    for detail in entry.details if entry.text else entry.details[1:]:
        yield "", Cell(detail, DIM)


def _below_each_other(entry: Entry, style: TableStyle) -> Iterator[str]:
    yield from style.prose(entry.name, indent=2)
    for text, code in ((entry.text, ""), *((detail, DIM) for detail in entry.details)):
        if text:
            yield from style.prose(text, indent=4, code=code)


def _write_markdown(sheet: Sheet, style: TableStyle, draft: str) -> Iterator[str]:
    yield from (f"# {_escape(sheet.title or sheet.id)}", "")
    if draft:
        yield from (f"**{_escape(draft)}**", "")
    yield from (f"{sheet.kind} {_escape(sheet.id)}, {_escape(sheet.place)}", "")
    facts = [part for part in sheet.parts if isinstance(part, Fact)]
    yield from (f"- **{_escape(fact.label)}:** {_escape(fact.text)}" for fact in facts)
    for part in sheet.parts:
        if not isinstance(part, Fact):
            yield from ("", f"## {_escape(_heading(part))}", "")
        if isinstance(part, Passage):
            yield "\n\n".join(_write_block(block, style) for block in _blocks(part.text))
        elif isinstance(part, Entries):
            for entry in part.entries:
                name = f"**{_escape(entry.name)}** " if entry.name else ""
                yield f"- {name}{_escape(entry.text)}".rstrip()
                yield from (f"  - {_escape(detail)}" for detail in entry.details)


def _escape(text: str) -> str:
    return escape_markdown(" ".join(text.split()))


def _write_block(block: str | RichTable, style: TableStyle) -> str:
    if isinstance(block, RichTable):
        return "\n".join(write_markdown(_table_of(block, str), style))
    return _escape_paragraph(_STRONG.sub(r"\2", block))


def _escape_paragraph(text: str) -> str:
    bullet = _BULLET.match(text)
    return f"- {escape_markdown(bullet[3])}" if bullet else escape_markdown(text)
