"""A table, and how it is set out on a terminal: to its width, else each row as a list."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from coparent.tables.style import TableStyle
from coparent.text.cells import measure, wrap
from coparent.text.terminal_style import BOLD, DIM

_GAP = 2
_LEAST = 12


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
Row: TypeAlias = Sequence[Content]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns, and rows for them."""

    columns: Sequence[Column]
    rows: Sequence[Row]


def write_text(table: Table, style: TableStyle, *, indent: int = 0) -> list[str]:
    """The lines of a table with its headings. Where the columns cannot stand side by side, each row becomes a list."""
    rows = [[_visible_cell(content, style) for content in row] for row in table.rows]
    widths = _fit(table.columns, rows, style.columns - indent)
    if widths is None:
        return _write_as_lists(table.columns, rows, style, indent)
    if any(column.title for column in table.columns):
        rows.insert(0, [Cell(column.title, DIM) for column in table.columns])
    return [line for row in rows for line in _write_row(table.columns, row, widths, style, indent)]


def _visible_cell(content: Content, style: TableStyle) -> Cell:
    cell = content if isinstance(content, Cell) else Cell("" if content is None else str(content))
    return Cell(style.visible(cell.text), cell.code)


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


def _write_row(
    columns: Sequence[Column], row: Sequence[Cell], widths: Sequence[int], style: TableStyle, indent: int
) -> Iterator[str]:
    """The lines of one row, as many as its longest cell needs."""
    broken = [wrap(cell.text, width) for cell, width in zip(row, widths, strict=True)]
    for number in range(max(map(len, broken))):
        line, used, start = " " * indent, 0, 0
        for column, cell, width, pieces in zip(columns, row, widths, broken, strict=True):
            piece = pieces[number] if number < len(pieces) else ""
            if piece.strip():
                before = start - used + (width - measure(piece) if column.right else 0)
                shown = piece.rstrip(" ")
                line += " " * before + style.paint(shown, cell.code)
                used += before + measure(shown)
            start += width + _GAP
        yield line


def _write_as_lists(
    columns: Sequence[Column], rows: Iterable[Sequence[Cell]], style: TableStyle, indent: int
) -> list[str]:
    """For each row its first cell, and under it what every other column says."""
    lines: list[str] = []
    for first, *rest in rows:
        lines += [style.paint(line, BOLD) for line in _write_indented(first.text, style, indent)]
        for column, cell in zip(columns[1:], rest, strict=True):
            if cell.text:
                label = f"{column.title}: " if column.title else ""
                lines += [
                    style.paint(line, cell.code) for line in _write_indented(label + cell.text, style, indent + 2)
                ]
    return lines


def _write_indented(text: str, style: TableStyle, indent: int) -> list[str]:
    first, *rest = wrap(text, style.columns, hanging=indent)
    return [" " * indent + first, *rest]
