"""Every Markdown paper as its readers take it apart: GitHub, pandoc on its way to Word, a person at the source."""

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.papers.pages import SETS, TEMPLATES, rendered

UNNUMBERED = ("young-people",)
_PARAGRAPH_NUMBER = re.compile(r"\d+\.\d+")
_CELL_ENDS = re.compile(r"(?<!\\)\|")
_SPACES = re.compile(r"\s+")

each_paper = pytest.mark.parametrize(
    ("template", "plans"), [(template, plans) for plans in SETS for template in TEMPLATES]
)


@cache
def markdown(template: str, plans: str) -> str:
    """A Markdown paper over a set of plans."""
    return rendered(template, "md", plans)


@cache
def tokens(template: str, plans: str) -> list[Token]:
    """A Markdown paper as GitHub reads it; HTML counts, so that none can hide."""
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(markdown(template, plans))


def inlines(template: str, plans: str) -> Iterator[Token]:
    """Every line of a paper: of a heading, a paragraph, an item or a cell."""
    return (token for token in tokens(template, plans) if token.type == "inline")


def words(token: Token) -> str:
    """What a line says, without its marks."""
    words = "".join(" " if child.type == "softbreak" else child.content for child in token.children or ())
    return _SPACES.sub(" ", words).strip()


def headings(template: str, plans: str) -> list[tuple[int, str]]:
    """The headings of a Markdown paper as (level, words), in order."""
    every = tokens(template, plans)
    return [(int(opening.tag[1]), words(line)) for opening, line in pairwise(every) if opening.type == "heading_open"]


def paragraph_numbers(template: str, plans: str) -> list[str]:
    """The numbers that open paragraphs of a Markdown paper, in order."""
    found = []
    for opening, line in pairwise(tokens(template, plans)):
        if opening.type == "paragraph_open" and opening.level == 0:
            opened = [child.content for child in (line.children or ()) if child.content][:1]
            is_strong = any(child.type == "strong_open" for child in (line.children or ())[:2])
            if is_strong and opened and _PARAGRAPH_NUMBER.fullmatch(opened[0]):
                found.append(opened[0])
    return found


class Page(HTMLParser):
    """The sections of an HTML paper and the numbers of its paragraphs, in order, as a person reads them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.sections: list[str] = []
        self.numbers: list[str] = []
        self._is_in_section = self._is_in_number = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "h2":
            self._is_in_section = True
            self.sections.append("")
        elif tag == "a" and re.fullmatch(r"#p\d+-\d+", dict(attrs).get("href") or ""):
            self._is_in_number = True

    def handle_data(self, data: str) -> None:
        if self._is_in_section:
            self.sections[-1] = _SPACES.sub(" ", f"{self.sections[-1]} {data}").strip()
        elif self._is_in_number and _PARAGRAPH_NUMBER.fullmatch(data.strip()):
            self.numbers.append(data.strip())

    def handle_endtag(self, tag: str) -> None:
        if tag == "h2":
            self._is_in_section = False
        elif tag == "a":
            self._is_in_number = False


@cache
def page(template: str, plans: str) -> Page:
    """The HTML of the same paper."""
    return Page(rendered(template, "html", plans))


@each_paper
def test_a_paper_opens_with_its_only_main_heading(template: str, plans: str) -> None:
    first, *others = headings(template, plans)
    assert markdown(template, plans).startswith("# ")
    assert first[0] == 1
    assert [level for level, _ in others if level == 1] == []


@each_paper
def test_headings_skip_no_level_and_say_something(template: str, plans: str) -> None:
    skipped = [(before, after) for before, after in pairwise(headings(template, plans)) if after[0] > before[0] + 1]
    assert skipped == []
    assert [level for level, title in headings(template, plans) if not title] == []


@each_paper
def test_a_paper_holds_no_html_and_no_code(template: str, plans: str) -> None:
    every = [*tokens(template, plans), *(child for line in inlines(template, plans) for child in line.children or ())]
    found = [token.content for token in every if token.type.startswith(("html", "code", "fence"))]
    assert found == []


@each_paper
def test_every_table_has_rows_and_every_row_a_cell_for_each_column(template: str, plans: str) -> None:
    lines = markdown(template, plans).splitlines()
    for token in tokens(template, plans):
        if token.type == "table_open":
            begun, ended = token.map or (0, 0)
            head, rule, *rows = lines[begun:ended]
            assert rows, head
            widths = {line: len(_CELL_ENDS.findall(line)) for line in (rule, *rows)}
            assert {line: width for line, width in widths.items() if width != len(_CELL_ENDS.findall(head))} == {}


@each_paper
def test_no_cell_of_a_table_is_empty(template: str, plans: str) -> None:
    every = tokens(template, plans)
    empty = [
        row
        for opening, line in pairwise(every)
        if opening.type in ("th_open", "td_open") and not words(line)
        for row in [markdown(template, plans).splitlines()[(line.map or opening.map or (0, 0))[0]]]
    ]
    assert empty == []


@each_paper
def test_no_row_has_fallen_out_of_its_table(template: str, plans: str) -> None:
    in_tables = {"th", "td"}
    opened_by = ((opening, line) for opening, line in pairwise(tokens(template, plans)) if line.type == "inline")
    loose = [line.content for opening, line in opened_by if opening.tag not in in_tables and "|" in line.content]
    assert loose == []


@each_paper
def test_every_block_stands_apart_by_one_empty_line(template: str, plans: str) -> None:
    text = markdown(template, plans)
    lines = text.splitlines()
    begun = [token.map[0] for token in tokens(template, plans) if token.level == 0 and token.map and token.nesting >= 0]
    assert [lines[line] for line in begun if line and lines[line - 1]] == []
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@each_paper
def test_no_line_ends_in_spaces(template: str, plans: str) -> None:
    assert [line for line in markdown(template, plans).splitlines() if line != line.rstrip()] == []


@each_paper
def test_the_contents_lead_to_the_sections_as_github_names_them(template: str, plans: str) -> None:
    targets = [
        str(child.attrGet("href"))
        for line in inlines(template, plans)
        for child in line.children or ()
        if child.type == "link_open" and str(child.attrGet("href")).startswith("#")
    ]
    named = [
        re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        for level, title in headings(template, plans)
        if level == 2
    ]
    assert [target for target in targets if target[1:] not in named] == []


@each_paper
def test_paragraphs_are_numbered_as_in_the_html(template: str, plans: str) -> None:
    assert paragraph_numbers(template, plans) == page(template, plans).numbers
    assert bool(paragraph_numbers(template, plans)) == (template not in UNNUMBERED)


@each_paper
def test_sections_are_those_of_the_html(template: str, plans: str) -> None:
    assert [title for level, title in headings(template, plans) if level == 2] == page(template, plans).sections
