"""Dates of birth in tables: below a heading that says so, whether bars, tabs, commas or lists part the cells."""

import re
from collections.abc import Iterator, Sequence

from coparent.rules.personal_data.births import DATE, DAY, NAME
from coparent.rules.personal_data.joined_text import BREAK, Find
from coparent.text.patterns import compile_later

_HEADING = compile_later(
    rf"[\s*_#'\"(-]{{0,16}}+(?:child(?:'s)?\s{{1,8}}+)?{NAME}(?:\s{{0,8}}+\([^)]{{0,20}}+\))?+[\s*_'\").]{{0,16}}+",
    re.IGNORECASE,
)
_NAME = compile_later(NAME, re.IGNORECASE)
_BLOCK = compile_later(rf"[^{BREAK}]++")
_LINE = compile_later(r"[^\r\n]++")
_SIGNS = ("|", "\t", ";", ",")
_RULE = compile_later(r"\s{0,8}+:?-{2,8}+:?\s{0,8}+")
_AROUND = r"[\s*_'\"#>()-]{0,16}+"
_DATE_ALONE = compile_later(rf"{_AROUND}(?P<date>{DAY}){_AROUND}", re.IGNORECASE)

_Cell = tuple[int, int]


def find_births_in_tables(text: str) -> Iterator[Find]:
    """Find every date of birth that stands below its heading in a joined text."""
    if _NAME.search(text) is None:
        return
    is_listed = False
    for block in _BLOCK.finditer(text):
        start, end = block.span()
        if _HEADING.fullmatch(text, start, end):
            is_listed = True
        elif is_listed and text.find(": ", start, end) >= 0:
            # A field has begun, so the list has ended.
            is_listed = False
        elif is_listed:
            yield from _find_date(text, (start, end))
        if _NAME.search(text, start, end):
            yield from _find_below_heading(text, start, end)


def _find_below_heading(text: str, start: int, end: int) -> Iterator[Find]:
    """The dates of birth in the rows of a table, as far as the lines of one text go."""
    sign, columns, width = "", frozenset[int](), 0
    for line in _LINE.finditer(text, start, end):
        found = _read_heading(text, *line.span()) if _NAME.search(text, *line.span()) else None
        if found is not None:
            sign, columns, width = found
            cells = _split(text, sign, *line.span())
            yield from _find_in_one_line(text, cells, columns)
        elif sign and text.find(sign, *line.span()) < 0:
            sign = ""
        elif sign:
            cells = _split(text, sign, *line.span())
            if len(cells) == width:
                for column in sorted(columns):
                    yield from _find_date(text, cells[column])
            else:
                # Nobody knows which cells are meant, as in "Sam, May 3, 2012".
                yield from (Find(*date.span(), "a date of birth") for date in DATE.finditer(text, *line.span()))


def _read_heading(text: str, start: int, end: int) -> tuple[str, frozenset[int], int] | None:
    """The sign that parts the cells of a heading, which of its columns hold dates of birth, and how many there are."""
    for sign in _SIGNS:
        if text.find(sign, start, end) >= 0:
            cells = _split(text, sign, start, end)
            columns = frozenset(index for index, cell in enumerate(cells) if _HEADING.fullmatch(text, *cell))
            if columns:
                return sign, columns, len(cells)
    return None


def _find_in_one_line(text: str, cells: Sequence[_Cell], columns: frozenset[int]) -> Iterator[Find]:
    """The dates of birth of a table whose lines were run together: its rule shows how many columns it has."""
    first = min(columns) + 1
    rules = sum(_RULE.fullmatch(text, *cell) is not None for cell in cells)
    width = rules + 1
    places = {column % width for column in columns}
    for index in range(first, len(cells)):
        if not rules or index % width in places:
            yield from _find_date(text, cells[index])


def _find_date(text: str, cell: _Cell) -> Iterator[Find]:
    """The date that a cell is, if it is one."""
    found = _DATE_ALONE.fullmatch(text, *cell)
    if found is not None:
        yield Find(*found.span("date"), "a date of birth")


def _split(text: str, sign: str, start: int, end: int) -> list[_Cell]:
    """The cells of a line, each from its first character to the one after its last."""
    cells = []
    while (stop := text.find(sign, start, end)) >= 0:
        cells.append((start, stop))
        start = stop + 1
    return [*cells, (start, end)]
