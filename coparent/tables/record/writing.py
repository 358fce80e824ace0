"""A record's sheet as text and as Markdown."""

import re
from collections.abc import Iterable, Iterator, Sequence

from coparent.tables.layout import BOLD, CYAN, DIM, YELLOW, Cell, Column, Content, Look, encode_markdown, lay_out
from coparent.tables.record.sheet import Entries, Entry, Fact, Part, Passage, Sheet
from coparent.text.escaping import escape_markdown

_LABEL, _WIDE = Column(""), Column("", wraps=True)
_BULLET = re.compile(r"^(\s*)([-*]|\d+[.)]) (.*)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_LONGEST_NAME = 24


def write_sheet(sheet: Sheet, form: str, look: Look, draft: str = "") -> str:
    """A sheet as text or markdown. `draft` says what may be missing from it."""
    if form == "markdown":
        return encode_markdown(_write_markdown(sheet, look, draft), look)
    return "\n".join([*_write_text(sheet, look, draft), ""])


def _write_text(sheet: Sheet, look: Look, draft: str) -> Iterator[str]:
    if draft:
        yield from (*look.prose(draft, code=YELLOW), "")
    yield from look.prose(sheet.title or sheet.id, code=BOLD)
    yield from look.prose(f"{sheet.kind} {sheet.id}, {sheet.place}", code=DIM)
    facts = [part for part in sheet.parts if isinstance(part, Fact)]
    if facts:
        yield ""
        rows: list[Sequence[Content]] = [(Cell(fact.label, DIM), fact.text) for fact in facts]
        yield from lay_out((_LABEL, _WIDE), rows, look, indent=2)
    for part in sheet.parts:
        if not isinstance(part, Fact):
            yield from ("", *look.prose(_heading(part), code=CYAN))
            yield from _passage(part, look) if isinstance(part, Passage) else _entries(part, look)


def _heading(part: Part) -> str:
    return part.label[:1].upper() + part.label[1:]


def _passage(passage: Passage, look: Look) -> Iterator[str]:
    for paragraph in _paragraphs(passage.text):
        yield from look.prose(_STRONG.sub(r"\2", paragraph), indent=2)


def _paragraphs(text: str) -> Iterator[str]:
    """The paragraphs and bullets of a rich text, each in one line."""
    waiting: list[str] = []
    for line in [*text.splitlines(), ""]:
        if waiting and (not line.strip() or _BULLET.match(line)):
            yield " ".join(waiting)
            waiting = []
        if line.strip():
            waiting.append(line.strip())


def _entries(part: Entries, look: Look) -> Iterable[str]:
    """Names beside what they are where there is room for that, with the details below."""
    if not any(entry.name for entry in part.entries):
        rows = [row for entry in part.entries for row in _alone(entry)]
        return lay_out((_WIDE,), rows, look, indent=2)
    if max(len(entry.name) for entry in part.entries) > min(_LONGEST_NAME, look.columns // 3):
        return [line for entry in part.entries for line in _one_below_the_other(entry, look)]
    beside = [row for entry in part.entries for row in _beside(entry)]
    return lay_out((_LABEL, _WIDE), beside, look, indent=2)


def _alone(entry: Entry) -> Iterator[tuple[Content, ...]]:
    yield (entry.text,)
    for detail in entry.details:
        yield (Cell(detail, DIM),)


def _beside(entry: Entry) -> Iterator[tuple[Content, ...]]:
    yield entry.name, entry.text or (Cell(entry.details[0], DIM) if entry.details else "")
    for detail in entry.details if entry.text else entry.details[1:]:
        yield "", Cell(detail, DIM)


def _one_below_the_other(entry: Entry, look: Look) -> Iterator[str]:
    yield from look.prose(entry.name, indent=2)
    for text, code in ((entry.text, ""), *((detail, DIM) for detail in entry.details)):
        if text:
            yield from look.prose(text, indent=4, code=code)


def _write_markdown(sheet: Sheet, look: Look, draft: str) -> Iterator[str]:
    def escape(text: str) -> str:
        return escape_markdown(look.hide(" ".join(text.split())))

    yield from (f"# {escape(sheet.title or sheet.id)}", "")
    if draft:
        yield from (f"**{escape(draft)}**", "")
    yield from (f"{sheet.kind} {escape(sheet.id)}, {escape(sheet.place)}", "")
    facts = [part for part in sheet.parts if isinstance(part, Fact)]
    yield from (f"- **{escape(fact.label)}:** {escape(fact.text)}" for fact in facts)
    for part in sheet.parts:
        if isinstance(part, Passage):
            yield from ("", f"## {escape(_heading(part))}", "")
            yield "\n\n".join(_escape_paragraph(one, look) for one in _paragraphs(part.text))
        elif isinstance(part, Entries):
            yield from ("", f"## {escape(_heading(part))}", "")
            for entry in part.entries:
                name = f"**{escape(entry.name)}** " if entry.name else ""
                yield f"- {name}{escape(entry.text)}".rstrip()
                yield from (f"  - {escape(detail)}" for detail in entry.details)


def _escape_paragraph(text: str, look: Look) -> str:
    bullet = _BULLET.match(text)
    if bullet is None:
        return escape_markdown(look.hide(text))
    return f"- {escape_markdown(look.hide(bullet[3]))}"
