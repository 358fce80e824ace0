"""A table set out to a width, as CSV and as Markdown; and JSON."""

import csv
import io
import json

import pytest

from coparent.tables.formats import write_csv, write_json, write_markdown
from coparent.tables.style import TableStyle
from coparent.tables.table import Cell, Column, Content, Table, write_text

COLUMNS = [Column("id"), Column("title", wraps=True), Column("actions", right=True)]
ROWS: list[list[Content]] = [["a1", "Open two homes near the sea", 3], ["a22", "子どもは元気", 12]]


def test_columns_stand_side_by_side_where_there_is_room() -> None:
    assert write_text(Table(COLUMNS, ROWS), TableStyle(80)) == [
        "id   title                        actions",
        "a1   Open two homes near the sea        3",
        "a22  子どもは元気                      12",
    ]


def test_a_column_that_wraps_gives_way() -> None:
    assert write_text(Table(COLUMNS, ROWS), TableStyle(40), indent=5) == [
        "     id   title                  actions",
        "     a1   Open two homes near          3",
        "          the sea",
        "     a22  子どもは元気                12",
    ]


def test_where_there_is_no_room_each_row_is_a_list() -> None:
    columns = [Column("id"), *(Column(f"a long heading {number}") for number in range(3))]
    assert write_text(Table(columns, [["a1", 1, None, "yes"]]), TableStyle(40)) == [
        "a1",
        "  a long heading 0: 1",
        "  a long heading 2: yes",
    ]


def test_colour_does_not_move_anything() -> None:
    assert write_text(Table([Column("a"), Column("b")], [[Cell("x", "31"), "y"]]), TableStyle(colour=True)) == [
        "\x1b[2ma\x1b[0m  \x1b[2mb\x1b[0m",
        "\x1b[31mx\x1b[0m  y",
    ]


def test_columns_without_titles_have_no_headings() -> None:
    assert write_text(Table([Column(""), Column("")], [["a", "b"]]), TableStyle()) == ["a  b"]
    assert write_text(Table([Column("a")], []), TableStyle()) == ["a"]


OPENS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\ufe66")


@pytest.mark.parametrize("sign", OPENS_FORMULA)
def test_no_text_in_csv_is_taken_for_a_formula(sign: str) -> None:
    assert write_csv(["a"], [[f"{sign}1+1"]], TableStyle()).split("\n", 1)[1].strip('"').startswith("'")


def test_numbers_and_odd_text_survive_csv() -> None:
    row: list[str | int | float | None] = ['say "no", or', "two\nlines", -3, 1.5, None, "'s"]
    read = list(csv.reader(io.StringIO(write_csv(["a", "b", "c", "d", "e", "f"], [row], TableStyle()))))
    assert read[1] == ['say "no", or', "two\nlines", "-3", "1.5", "", "'s"]


def test_nothing_in_a_markdown_cell_is_markup() -> None:
    lines = write_markdown(Table([Column("a"), Column("b", right=True)], [["x|y *z*", 3]]), TableStyle())
    assert lines == ["| a | b |", "|---|---:|", "| x&#124;y \\*z\\* | 3 |"]


def test_a_text_of_several_lines_is_one_in_a_cell() -> None:
    table = Table([Column("a"), Column("b")], [["Open two\n  homes\n", "1\x1b"]])
    assert write_text(table, TableStyle()) == ["a               b", "Open two homes  1␛"]
    assert write_markdown(table, TableStyle())[2] == "| Open two homes | 1␛ |"


def test_json_survives_any_console() -> None:
    written = write_json({"a": ["a word", 1, None, {"b": "é\u202e"}]}, TableStyle(ascii=True))
    assert written.isascii()
    assert json.loads(written) == {"a": ["a word", 1, None, {"b": "é\u202e"}]}
    assert "\\u202e" in write_json("\u202e", TableStyle())
