"""How rows and columns are set out: to the width of a terminal, as CSV, as Markdown and as JSON."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from coparent.text.cells import measure, wrap
from coparent.text.escaping import escape_formula, escape_json, escape_markdown, make_visible

NARROWEST = 40
WIDEST = 120
"""Longer rows are hard to follow with the eye."""
BOLD, DIM = "1", "2"
RED, GREEN, YELLOW, CYAN = "1;31", "32", "33", "36"
_GAP = 2
_LEAST = 12


@dataclass(frozen=True, slots=True)
class Look:
    """How text is laid out. `ascii` is for consoles with nothing else; `hide` takes personal data out of it."""

    width: int = 120
    colour: bool = False
    ascii: bool = False
    hide: Callable[[str], str] = str

    @property
    def columns(self) -> int:
        """The width to lay out for: below forty columns nothing is readable, so the terminal may wrap."""
        return max(self.width, NARROWEST)

    def visible(self, text: str) -> str:
        """Text from a plan, safe to print."""
        return make_visible(self.hide(text), only_ascii=self.ascii)

    def paint(self, text: str, code: str) -> str:
        """Text in a colour, if colour is wanted."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code and text else text

    def prose(self, sentence: str, *, indent: int = 0, code: str = "") -> list[str]:
        """A sentence of our own, with what it quotes made visible, broken into lines."""
        first, *rest = wrap(self.visible(sentence), min(self.columns, WIDEST), hanging=indent)
        return [self.paint(row, code) for row in (" " * indent + first, *rest)]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `wraps` if it may be broken over lines where there is no room, `right` if it holds figures."""

    title: str
    wraps: bool = False
    right: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Text in a colour."""

    text: str
    code: str = ""


Content: TypeAlias = str | int | float | Cell | None
"""What a cell may hold; None is nothing."""


def lay_out(columns: Sequence[Column], rows: Iterable[Sequence[Content]], look: Look, *, indent: int = 0) -> list[str]:
    """The lines of a table with its headings. Where the columns cannot stand side by side, each row becomes a list."""
    cells = [[_cell(content, look) for content in row] for row in rows]
    widths = _fit(columns, cells, look.columns - indent)
    if widths is None:
        return _stack(columns, cells, look, indent)
    titles = [Cell(column.title, DIM) for column in columns]
    return [
        line for row in ([titles] if any(column.title for column in columns) else []) + cells
        for line in _set_row(columns, row, widths, look, indent)
    ]  # fmt: skip


def _cell(content: Content, look: Look) -> Cell:
    cell = content if isinstance(content, Cell) else Cell("" if content is None else str(content))
    return Cell(look.visible(cell.text), cell.code)


def _fit(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], room: int) -> list[int] | None:
    """How wide each column is; those that wrap share what the others leave. None if that is too little."""
    widths = [
        max([measure(column.title), *(measure(row[number].text) for row in rows)])
        for number, column in enumerate(columns)
    ]
    wrapping = [number for number, column in enumerate(columns) if column.wraps]
    left = room - _GAP * (len(columns) - 1) - sum(widths) + sum(widths[number] for number in wrapping)
    for count, number in enumerate(sorted(wrapping, key=lambda number: widths[number])):
        share = left // (len(wrapping) - count)
        if widths[number] > share < _LEAST:
            return None
        widths[number] = min(widths[number], share)
        left -= widths[number]
    return widths if left >= 0 or not columns else None


def _set_row(
    columns: Sequence[Column], row: Sequence[Cell], widths: Sequence[int], look: Look, indent: int
) -> Iterable[str]:
    broken = [wrap(cell.text, width) for cell, width in zip(row, widths, strict=True)]
    for number in range(max(map(len, broken))):
        line, used = " " * indent, 0
        start = 0
        for column, cell, width, pieces in zip(columns, row, widths, broken, strict=True):
            piece = pieces[number] if number < len(pieces) else ""
            if piece.strip():
                before = start - used + (width - measure(piece) if column.right else 0)
                shown = piece.rstrip(" ")
                line += " " * before + look.paint(shown, cell.code)
                used += before + measure(shown)
            start += width + _GAP
        yield line


def _stack(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], look: Look, indent: int) -> list[str]:
    """Each row as a list: its first cell, and under it what every other column says."""
    lines: list[str] = []
    for first, *rest in rows:
        lines += [look.paint(line, BOLD) for line in _indented(first.text, look, indent)]
        for column, cell in zip(columns[1:], rest, strict=True):
            if cell.text:
                label = f"{column.title}: " if column.title else ""
                lines += [look.paint(line, cell.code) for line in _indented(label + cell.text, look, indent + 2)]
    return lines


def _indented(text: str, look: Look, indent: int) -> list[str]:
    first, *rest = wrap(text, look.columns, hanging=indent)
    return [" " * indent + first, *rest]


def write_csv(header: Sequence[str], rows: Iterable[Sequence[str | int | float | None]], look: Look) -> str:
    """Rows for a spreadsheet. Numbers stay numbers; no text is taken for a formula."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([_csv_cell(content, look) if isinstance(content, str) else content for content in row])
    return written.getvalue()


def _csv_cell(text: str, look: Look) -> str:
    return "\n".join(map(look.visible, escape_formula(text).split("\n")))


def write_markdown(header: Sequence[Column], rows: Iterable[Sequence[Content]], look: Look) -> list[str]:
    """The lines of a Markdown table; nothing in a cell is markup."""
    rules = ("---:" if column.right else "---" for column in header)
    return [
        _markdown_row(column.title for column in header),
        f"|{'|'.join(rules)}|",
        *(_markdown_row(look.hide(_plain(content)) for content in row) for row in rows),
    ]


def _plain(content: Content) -> str:
    return content.text if isinstance(content, Cell) else "" if content is None else str(content)


def _markdown_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(escape_markdown, cells))} |"


def encode_markdown(lines: Iterable[str], look: Look) -> str:
    """Lines of Markdown as a text; for a console that shows only ASCII, with references it reads as the characters."""
    text = "\n".join([*lines, ""])
    return text.encode("ascii", "xmlcharrefreplace").decode() if look.ascii else text


def write_json(value: Any, look: Look) -> str:
    """A value as JSON that can be written and shown anywhere."""
    return escape_json(json.dumps(_hide(value, look), indent=2, ensure_ascii=look.ascii)) + "\n"


def _hide(value: Any, look: Look) -> Any:
    """The value with every text in it as it may be shown."""
    if look.hide is str:
        return value
    if isinstance(value, dict):
        return {key: _hide(held, look) for key, held in value.items()}
    if isinstance(value, (list, tuple)):
        return [_hide(held, look) for held in value]
    return look.hide(value) if isinstance(value, str) else value
