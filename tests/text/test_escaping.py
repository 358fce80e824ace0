"""Text for a paper in Markdown, read back by a parser that takes for markup and for links all that it can."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from coparent.text.escaping import escape_prose, join_lines, make_printable
from tests.papers.hostile import HOSTILE, SIGNS

GITHUB = MarkdownIt("gfm-like", {"html": True})
STRICT = MarkdownIt("commonmark", {"html": True})
LAYOUTS = {
    "a paragraph": "{}\n",
    "a label": "**a:** {} and\n",
    "a heading": "## {}\n",
    "an item": "- {}\n",
    "a line before": "x\n{}\n",
    "in brackets, in bold": "**x ({}) x**\n",
    "beside a link": "{}[x](https://a.example)\n",
}
CELL = "| a | b |\n|---|---|\n| {} | x |\n"
TEXTS = st.text(st.characters(codec="utf-8")) | st.text(SIGNS)


def read(parser: MarkdownIt, markdown: str) -> tuple[set[str], str]:
    """The kinds of markup that a parser finds in a text, and all the words it shows."""
    kinds: set[str] = set()
    words: list[str] = []
    for token in parser.parse(markdown):
        for part in token.children if token.children is not None else (token,):
            kinds.add(part.type)
            words.append(" " if part.type == "softbreak" else part.content)
        words.append(" ")
    return kinds - {"text"}, " ".join("".join(words).split())


KINDS = {name: read(STRICT, layout.format("word"))[0] - {"softbreak"} for name, layout in LAYOUTS.items()}


def expect(text: str) -> None:
    """Expect of a text that it is read as it is written, wherever it stands, and changes nothing around it."""
    seen = join_lines(text)
    for parser in (GITHUB, STRICT):
        for name, layout in LAYOUTS.items():
            if seen.strip():
                _, shown = read(parser, layout.format("word"))
                found, words = read(parser, layout.format(escape_prose(text)))
                assert found - {"softbreak"} == KINDS[name], name
                assert words == " ".join(shown.replace("word", seen).split()), name
    found, words = read(GITHUB, CELL.format(escape_prose(text)))
    assert found == read(GITHUB, CELL.format("word"))[0]
    assert words == " ".join(read(GITHUB, CELL.format("word"))[1].replace("word", seen).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_in_every_place(text: str) -> None:
    expect(text)


@settings(deadline=None)
@given(TEXTS)
@example("w\n")
def test_any_text_stays_text_in_every_place(text: str) -> None:
    expect(text)


@pytest.mark.parametrize(
    "text",
    [
        "10-day plan",
        "3.10 Offer music",
        "2026/27 (Q3)",
        "+5% a year",
        "e.g. this",
        "Yes, we can",
        "Essex's 5 aims: a; b",
    ],
)
def test_ordinary_text_is_left_as_it_is(text: str) -> None:
    assert escape_prose(text) == text


def test_an_address_reads_and_copies_as_it_is_written() -> None:
    assert read(GITHUB, escape_prose("write to care@essex.example"))[1] == "write to care@essex.example"


@settings(deadline=None)
@given(TEXTS)
def test_one_line_stays_one_line(text: str) -> None:
    assert len(escape_prose(text).splitlines()) <= 1
    assert len(join_lines(text).splitlines()) <= 1


@settings(deadline=None)
@given(TEXTS)
def test_what_a_page_can_show_stays(text: str) -> None:
    assert make_printable(make_printable(text)) == make_printable(text)
    kept = [c for c in make_printable(text.replace("\t", "")) if c.isprintable()]
    assert kept == [c for c in text if c.isprintable()]


def test_letters_and_pictures_that_are_joined_stay_joined() -> None:
    family = "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"
    assert escape_prose(family) == family


def test_no_text_may_turn_its_neighbours_around() -> None:
    assert join_lines("a\u202eb\u2066c\u200fd") == "abcd"
