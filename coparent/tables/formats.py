"""What is laid out in tables as CSV, as Markdown and as JSON."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from coparent.tables.style import TableStyle, in_one_line
from coparent.tables.table import Cell, Content, Table
from coparent.text.escaping import escape_formula, escape_markdown
from coparent.text.json_text import Json, JsonObject, encode_json


def write_csv(header: Sequence[str], rows: Iterable[Sequence[str | int | float | None]], style: TableStyle) -> str:
    """Rows for a spreadsheet. Numbers stay numbers; no text is taken for a formula."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([_escape_csv(content, style) if isinstance(content, str) else content for content in row])
    return written.getvalue()


def write_items(columns: Mapping[str, str], items: Iterable[JsonObject], style: TableStyle) -> str:
    """Items for a spreadsheet. A column has the value under a key, or under keys within keys, with dots between."""
    paths = [path.split(".") for path in columns.values()]
    return write_csv([*columns], ([_csv_value(item, path) for path in paths] for item in items), style)


def _csv_value(item: JsonObject, keys: Sequence[str]) -> str | int | float | None:
    """One field of an item as a spreadsheet holds it: a list as its texts, one after the other."""
    value: Json = item
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return value if isinstance(value, str | int | float) else None


def _escape_csv(text: str, style: TableStyle) -> str:
    return "\n".join(map(style.visible, escape_formula(text).split("\n")))


def write_markdown(table: Table, style: TableStyle) -> list[str]:
    """The lines of a Markdown table; nothing in a cell is markup."""
    rules = ("---:" if column.right else "---" for column in table.columns)
    return [
        _write_markdown_row(column.title for column in table.columns),
        f"|{'|'.join(rules)}|",
        *(_write_markdown_row(_plain(content) for content in row) for row in table.rows),
    ]


def _plain(content: Content) -> str:
    return in_one_line(content.text if isinstance(content, Cell) else "" if content is None else str(content))


def _write_markdown_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(escape_markdown, cells))} |"


def write_json(value: Json, style: TableStyle) -> str:
    """A value as JSON that can be written and shown anywhere."""
    return encode_json(value, only_ascii=style.ascii) + "\n"
