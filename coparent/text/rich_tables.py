"""Plain tables in rich text: a head row, a row of dashes, and rows below; nothing spans, and nothing is left out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from coparent.text.patterns import compile_later
from coparent.text.sentences import end_sentence

MOST_COLUMNS, MOST_ROWS = 30, 1000
"""What has more is text: no page could show it."""

_RULE = compile_later(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_BAR = compile_later(r"(?<!\\)\|")
_OPENS_ITEM = compile_later(r"\s*(?:[-+*]|\d+[.)])\s")


@dataclass(frozen=True, slots=True)
class RichTable:
    """A table, each row with as many cells as the head. `alignments`: left, right, center, or "" for none."""

    head: tuple[str, ...]
    alignments: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def height(self) -> int:
        """How many lines it was written on."""
        return 2 + len(self.rows)


def may_hold_table(text: str) -> bool:
    """Whether a text has a row of dashes with a bar in it: most have none, and need not be looked at further."""
    return "|" in text and any(map(_is_rule, text.split("\n")))


def read_table(lines: Iterable[str]) -> RichTable | None:
    """The table that lines begin with; None if they begin with something else, or a row has more cells than the head.

    It goes on as far as there are bars: a line without any is a paragraph of its own.
    """
    left = iter(lines)
    head, rule = next(left, ""), next(left, "")
    if not (_is_rule(rule) and _is_row(head)):
        return None
    titles, dashes = _cells(head), _cells(rule)
    if not len(titles) == len(dashes) <= MOST_COLUMNS or not any(titles):
        return None
    rows: list[tuple[str, ...]] = []
    for line in left:
        if not _is_row(line):
            break
        cells = _cells(line)
        if len(cells) > len(titles) or len(rows) == MOST_ROWS:
            return None
        rows.append((*cells, *("" for _ in range(len(titles) - len(cells)))))
    return RichTable(titles, tuple(map(_alignment, dashes)), tuple(rows))


def row_in_words(heads: Sequence[str], cells: Sequence[str]) -> str:
    """A row as part of a sentence: its first cell, then each other after the title of its column."""
    first, *others = cells
    named = [" ".join(filter(None, pair)) for pair in zip(heads[1:], others, strict=True) if pair[1]]
    return ": ".join(filter(None, (first, ", ".join(named))))


def table_in_words(table: RichTable) -> str:
    """A table as part of a line: its rows one after the other, or its titles where it has none."""
    if not table.rows:
        return ", ".join(filter(None, table.head))
    return "; ".join(filter(None, (row_in_words(table.head, row) for row in table.rows)))


def lines_and_tables(text: str) -> Iterator[str | RichTable]:
    """The lines of a rich text, each table in place of its own."""
    lines = text.splitlines()
    may_be = may_hold_table(text)
    place = 0
    while place < len(lines):
        table = read_table(lines[number] for number in range(place, len(lines))) if may_be else None
        yield lines[place] if table is None else table
        place += 1 if table is None else table.height


def join_rich_lines(text: str) -> str:
    """A rich text as one line, whatever lines it was written on; its tables row by row."""
    if not may_hold_table(text):
        return " ".join(text.split())
    pieces = (
        end_sentence(table_in_words(piece)) if isinstance(piece, RichTable) else piece
        for piece in lines_and_tables(text)
    )
    return " ".join(" ".join(pieces).split())


def _is_rule(line: str) -> bool:
    return "|" in line and _RULE.fullmatch(line.strip()) is not None


def _is_row(line: str) -> bool:
    return _BAR.search(line) is not None and _OPENS_ITEM.match(line) is None


def _cells(line: str) -> tuple[str, ...]:
    first, *others = _BAR.split(line.strip())
    cells = [first, *others] if first else others
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()  # What closes the row, and opens no cell.
    return tuple(cell.strip().replace("\\|", "|") for cell in cells)


def _alignment(dashes: str) -> str:
    if dashes.endswith(":"):
        return "center" if dashes.startswith(":") else "right"
    return "left" if dashes.startswith(":") else ""
