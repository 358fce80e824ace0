"""Text is measured as a terminal shows it, and cut and wrapped without loss."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from coparent.text.cells import head, measure, tail, wrap
from coparent.text.escaping import make_visible

TEXT = st.text(
    st.one_of(
        st.sampled_from("abc :-[]\"'\t\x1b\x07\x9b\u202e\u200b\u0301\ufe0f\xa0寮ま😀£\u2019…"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"),
    ),
    max_size=200,
).map(make_visible)


@given(TEXT, st.integers(0, 80))
def test_heads_and_tails_are_the_longest_that_fit(text: str, room: int) -> None:
    start, end = head(text, room), tail(text, room)
    assert text.startswith(start)
    assert text.endswith(end)
    assert max(cell_len(start), cell_len(end)) <= room
    assert start == text or cell_len(text[: len(start) + 1]) > room
    assert end == text or cell_len(text[-len(end) - 1 :]) > room


@given(TEXT, st.integers(40, 120), st.integers(0, 20), st.integers(0, 60))
@example("\xa0", 40, 0, 40)
@example("a" * 40 + " \xa0", 40, 0, 0)
def test_wrapping_loses_no_words(text: str, width: int, hanging: int, first: int) -> None:
    rows = wrap(text, width, hanging=hanging, first=first)
    assert "".join(rows).replace(" ", "") == text.replace(" ", "")
    assert not rows[0] or first + cell_len(rows[0]) <= width
    assert all(cell_len(row) <= width for row in rows)


@pytest.mark.parametrize(
    ("text", "width", "hanging", "first", "rows"),
    [
        ("write  stage: in-progress", 80, 0, None, ["write  stage: in-progress"]),
        ("write  stage: in-progress", 16, 2, None, ["write  stage:", "  in-progress"]),
        ("one two", 7, 0, None, ["one two"]),
        ("one two", 6, 0, None, ["one", "two"]),
        ("one two", 9, 3, None, ["one", "   two"]),
        ("one two", 9, 0, 2, ["one two"]),
        ("one two", 9, 0, 3, ["one", "two"]),
        ("one two", 9, 2, 7, ["", "  one two"]),
        ("abcdefgh", 4, 1, None, ["abc", " def", " gh"]),
        ("寮寮寮", 5, 0, None, ["寮寮", "寮"]),
        ("one\xa0two three", 8, 0, None, ["one\xa0two", "three"]),
        ("one    ", 5, 0, None, ["one"]),
    ],
)
def test_text_is_broken_at_ordinary_spaces(
    text: str, width: int, hanging: int, first: int | None, rows: list[str]
) -> None:
    assert wrap(text, width, hanging=hanging, first=first) == rows


def test_the_letters_thought_narrow_are_one_cell_to_rich_too() -> None:
    narrow = [chr(code) for code in range(0x20, 0x10000) if not 0xD800 <= code < 0xE000]
    safe = [character for character in narrow if make_visible(character) == character]
    assert [hex(ord(c)) for c in safe if measure(c) == 1 and cell_len(c) != 1] == []
