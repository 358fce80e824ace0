"""Rows and columns: to a width, as CSV, as Markdown and as JSON."""

import csv
import io
import json

import pytest

from coparent.tables.layout import Cell, Column, Content, Look, lay_out, write_csv, write_json, write_markdown

COLUMNS = [Column("id"), Column("title", wraps=True), Column("actions", right=True)]
ROWS: list[list[Content]] = [["a1", "Open two homes near the sea", 3], ["a22", "子どもは元気", 12]]


def test_columns_stand_side_by_side_where_there_is_room() -> None:
    assert lay_out(COLUMNS, ROWS, Look(80)) == [
        "id   title                        actions",
        "a1   Open two homes near the sea        3",
        "a22  子どもは元気                      12",
    ]


def test_a_column_that_wraps_gives_way() -> None:
    assert lay_out(COLUMNS, ROWS, Look(40), indent=5) == [
        "     id   title                  actions",
        "     a1   Open two homes near          3",
        "          the sea",
        "     a22  子どもは元気                12",
    ]


def test_where_there_is_no_room_each_row_is_a_list() -> None:
    columns = [Column("id"), *(Column(f"a long heading {number}") for number in range(3))]
    assert lay_out(columns, [["a1", 1, None, "yes"]], Look(40)) == [
        "a1",
        "  a long heading 0: 1",
        "  a long heading 2: yes",
    ]


def test_colour_does_not_move_anything() -> None:
    assert lay_out([Column("a"), Column("b")], [[Cell("x", "31"), "y"]], Look(colour=True)) == [
        "\x1b[2ma\x1b[0m  \x1b[2mb\x1b[0m",
        "\x1b[31mx\x1b[0m  y",
    ]


def test_columns_without_titles_have_no_headings() -> None:
    assert lay_out([Column(""), Column("")], [["a", "b"]], Look()) == ["a  b"]
    assert lay_out([Column("a")], [], Look()) == ["a"]


@pytest.mark.parametrize("text", ["=1+1", "+44", "-1", "@SUM", "\tx", "\rx"])
def test_no_text_in_csv_is_taken_for_a_formula(text: str) -> None:
    assert write_csv(["a"], [[text]], Look()).splitlines()[1].strip('"').startswith("'")


def test_numbers_and_odd_text_survive_csv() -> None:
    row: list[str | int | float | None] = ['say "no", or', "two\nlines", -3, 1.5, None, "'s"]
    read = list(csv.reader(io.StringIO(write_csv(["a", "b", "c", "d", "e", "f"], [row], Look()))))
    assert read[1] == ['say "no", or', "two\nlines", "-3", "1.5", "", "'s"]


def test_nothing_in_a_markdown_cell_is_markup() -> None:
    lines = write_markdown([Column("a"), Column("b", right=True)], [["x|y *z*", 3]], Look())
    assert lines == ["| a | b |", "|---|---:|", "| x&#124;y \\*z\\* | 3 |"]


def test_json_hides_and_survives_any_console() -> None:
    look = Look(ascii=True, hide=lambda text: text.replace("secret", "••••••"))
    written = write_json({"a": ["a secret", 1, None, {"b": "é\u202e"}]}, look)
    assert written.isascii()
    assert json.loads(written) == {"a": ["a ••••••", 1, None, {"b": "é\u202e"}]}
    assert "\\u202e" in write_json("\u202e", Look())
