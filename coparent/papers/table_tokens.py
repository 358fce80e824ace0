"""Plain tables among the tokens of rich text: read into them, and in one line."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from coparent.text.rich_tables import RichTable, read_table

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

CELLS = ("th_open", "td_open")
_ALIGNED = {"right": "figure-cell"}
"""What a page calls a cell of figures: they end below one another."""


def add_tables(parser: "MarkdownIt") -> None:
    """Let a parser read tables as plans may hold them, which is narrower than what Markdown calls a table."""
    parser.block.ruler.at("table", _read_block, {"alt": ["paragraph", "reference"]})
    parser.enable("table")


def _read_block(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    table = read_table(_lines(state, start, end))
    if table is None:
        return False
    if not silent:
        _push_table(state, table)
        state.line = start + table.height
    return True


def _lines(state: "StateBlock", start: int, end: int) -> Iterator[str]:
    """The lines of a block, up to one that is empty or stands further left."""
    for number in range(start, end):
        if state.sCount[number] < state.blkIndent or state.isEmpty(number):
            return
        yield state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _push_table(state: "StateBlock", table: RichTable) -> None:
    state.push("table_open", "table", 1)
    state.push("thead_open", "thead", 1)
    _push_row(state, table.head, table.alignments, "th")
    state.push("thead_close", "thead", -1)
    if table.rows:
        state.push("tbody_open", "tbody", 1)
        for row in table.rows:
            _push_row(state, row, table.alignments, "td")
        state.push("tbody_close", "tbody", -1)
    state.push("table_close", "table", -1)


def _push_row(state: "StateBlock", cells: Sequence[str], alignments: Sequence[str], kind: str) -> None:
    state.push("tr_open", "tr", 1)
    for content, alignment in zip(cells, alignments, strict=True):
        tag = kind if content else "td"  # A title of nothing is none.
        opening = state.push(f"{kind}_open", tag, 1)
        opening.meta = {"alignment": alignment}
        if tag == "th":
            opening.attrs["scope"] = "col"
        if alignment in _ALIGNED:
            opening.attrs["class"] = _ALIGNED[alignment]
        inline = state.push("inline", "", 0)
        inline.content, inline.children = content, []
        state.push(f"{kind}_close", tag, -1)
    state.push("tr_close", "tr", -1)


def table_pieces(tokens: Iterator["Token"], before: str) -> Iterator[tuple[str, Sequence["Token"]]]:
    """The cells of a table, up to its end, each after what parts it from the one before, as `row_in_words` has them."""
    from markdown_it.token import Token

    heads, *rows = _read_rows(tokens)
    for row in rows or [heads]:
        is_first = True
        for place, cell in enumerate(row):
            if any(child.content.strip() for child in cell):
                title = [*heads[place], Token("text", "", 0, content=" ")] if place and rows else []
                yield before, [*title, *cell] if any(child.content.strip() for child in title) else cell
                before = ", " if (place and not is_first) or not rows else ": "
                is_first = False
        before = "; "


def _read_rows(tokens: Iterator["Token"]) -> list[list[Sequence["Token"]]]:
    """What the cells of each row hold, the head first, up to the end of the table."""
    rows: list[list[Sequence[Token]]] = []
    for token in tokens:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(token.children or ())
    return rows
