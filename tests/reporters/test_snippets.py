"""Carets, widths and unsafe characters, whatever a plan holds."""

import re
from datetime import date
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from coparent.checking import Report
from coparent.diagnostics import Diagnostic, Level, Location, Place, Related, Spot
from coparent.documents.lines import Lines
from coparent.reporters import REPORTERS
from coparent.reporters.snippets import TAB, cut
from coparent.reporters.style import ReportStyle
from coparent.text.cells import measure
from coparent.text.escaping import make_visible

PATH = "p.yaml"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
TEXT = st.text(
    st.one_of(
        st.sampled_from("abc :-[]\"'\t\x1b\x07\x9b\u202e\u200b\u0301\ufe0f寮ま😀£\u2019…"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"),
    ),
    max_size=200,
)
STYLES = st.builds(
    ReportStyle, width=st.integers(40, 200), ascii=st.booleans(), colour=st.booleans(), show=st.just(Level.NOTE)
)


@st.composite
def findings(draw: st.DrawFn) -> tuple[str, Diagnostic]:
    """A text of a few lines and a finding somewhere in it, with another place beside it."""
    lines = draw(st.lists(TEXT, min_size=1, max_size=60))

    def anywhere() -> Location:
        line = draw(st.integers(1, len(lines)))
        start = draw(st.integers(1, len(lines[line - 1]) + 1))
        end = draw(st.integers(start, len(lines[line - 1]) + 1))
        return Location(PATH, line, start, line, end)

    spot = Spot(Place(None, PATH))
    related = tuple(Related(spot, draw(TEXT), anywhere()) for _ in range(draw(st.integers(0, 2))))
    found = Diagnostic(
        rule="bad-id",
        message=draw(TEXT),
        spot=spot,
        label=draw(TEXT),
        help=draw(TEXT),
        related=related,
        level=draw(st.sampled_from(Level)),
        location=anywhere(),
    )
    return "\n".join(lines), found


def write(text: str, found: Diagnostic, style: ReportStyle) -> str:
    """The finding as text."""
    return REPORTERS["text"](Report(date(2026, 3, 31), (found,), {PATH: Lines(text)}), style)


@given(findings(), STYLES)
def test_nothing_is_wider_than_the_terminal(case: tuple[str, Diagnostic], style: ReportStyle) -> None:
    for row in COLOUR.sub("", write(*case, style)).splitlines():
        assert cell_len(row) <= style.width


@given(findings(), STYLES)
def test_nothing_in_a_plan_can_steer_the_terminal(case: tuple[str, Diagnostic], style: ReportStyle) -> None:
    written = write(*case, style)
    plain = COLOUR.sub("", written) if style.colour else written
    assert {c for c in plain if not c.isprintable() and category(c) != "Zs"} == {"\n"}
    assert not style.ascii or written.isascii()
    assert written.encode()


@given(TEXT, st.data(), st.integers(40, 120), st.booleans())
def test_the_marked_cells_are_exactly_the_located_characters(
    line: str, data: st.DataObject, room: int, only_ascii: bool
) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    excerpt = cut(line, Location(PATH, 1, start + 1, 1, end + 1), room, ReportStyle(ascii=only_ascii))
    before, marked, after = (
        make_visible(part.replace("\t", TAB), only_ascii=only_ascii)
        for part in (line[:start], line[start:end], line[end:])
    )
    dots = "..." if only_ascii else "…"

    def agrees(split: int) -> bool:
        """Whether the caret run begins at this character and covers the marked ones, or as many as fit."""
        left, right = excerpt.text[:split], excerpt.text[split:]
        under = marked if right.startswith(marked) else right.removesuffix(dots)
        return (
            cell_len(left) == excerpt.start
            and (left == before or (left.startswith(dots) and before.endswith(left[len(dots) :])))
            and marked.startswith(under)
            and (marked + after).startswith(right if right == marked + after else right.removesuffix(dots))
            and excerpt.length == max(1, cell_len(under))
        )

    assert any(agrees(split) for split in range(len(excerpt.text) + 1))
    assert excerpt.start + excerpt.length <= room


@pytest.mark.parametrize(
    ("line", "words", "row", "carets"),
    [
        ("lead: Head", "Head", "lead: Head", "      ^^^^"),
        ("\tlead: Head", "Head", "    lead: Head", "          ^^^^"),
        ("\tlead", "\t", "    lead", "^^^^"),
        ("名: 住まい", "住まい", "名: 住まい", "    ^^^^^^"),
        ("Cafe\u0301 now", "now", "Cafe\u0301 now", "     ^^^"),
        ("a\x1b[2Jb", "\x1b", "a␛[2Jb", " ^"),
        ("a\u202eb", "b", "a�b", "  ^"),
        ("end", "", "end", "   ^"),
        ("", "", "", "^"),
    ],
)
def test_carets_stand_under_what_is_wrong(line: str, words: str, row: str, carets: str) -> None:
    start = line.index(words) if words else len(line)
    excerpt = cut(line, Location(PATH, 1, start + 1, 1, start + 1 + len(words)), 40, ReportStyle())
    assert excerpt.text == row
    assert " " * excerpt.start + "^" * excerpt.length == carets


@pytest.mark.parametrize("column", [1, 250, 490, 500])
def test_a_long_line_is_shortened_round_the_caret(column: int) -> None:
    line = "".join(f"{number:>5}" for number in range(5, 505, 5))
    excerpt = cut(line, Location(PATH, 1, column, 1, column + 1), 40, ReportStyle())
    assert measure(excerpt.text) <= 40
    assert excerpt.text[excerpt.start] == line[column - 1]
    assert excerpt.text.startswith("…") == (column > 1)
    assert excerpt.text.endswith("…") == (column < 480)


def test_a_mark_longer_than_the_terminal_is_cut_short() -> None:
    excerpt = cut("key: " + "x" * 500, Location(PATH, 1, 6, 1, 506), 40, ReportStyle(ascii=True))
    assert excerpt.text == "key: " + "x" * 24 + "..."
    assert excerpt.length == 24


def test_a_value_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert cut("why: |", Location(PATH, 1, 6, 4, 2), 40, ReportStyle()).length == 1
    assert cut("two words", Location(PATH, 1, 1, 2, 3), 40, ReportStyle()).length == 9


def test_a_line_of_megabytes_is_shortened_at_once() -> None:
    assert measure(cut("寮" * 2_000_000, Location(PATH, 1, 1_000_000, 1, 1_000_001), 80, ReportStyle()).text) <= 80


def test_every_character_nobody_can_see_gets_a_stand_in_of_one_cell() -> None:
    unseen = "\x00\t\n\x1b\x7f\x9b\xad\u200b\u202e\u2066\u2028\ufeff\U000e0041\udc80"
    assert make_visible(unseen) == "␀␉␊␛␡" + "\N{REPLACEMENT CHARACTER}" * 9
    assert cell_len(make_visible(unseen)) == len(unseen)
    assert make_visible("£5 caf\xe9 \x1b \udc80", only_ascii=True) == r"\xa35 caf\xe9 \x1b \udc80"
    assert make_visible("plain \xa0 寮 😀") == "plain \xa0 寮 😀"
