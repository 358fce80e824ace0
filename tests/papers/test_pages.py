"""Every HTML paper as people with any device, eye or printer get it: in a browser, through its checkers, on paper."""

from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from playwright.sync_api import Browser

from tests.papers.browser import (
    NARROW,
    WIDE,
    ZOOMED,
    find_sticking_out,
    find_violations,
    missing_axe,
    missing_nu,
    nu_errors,
    open_page,
)
from tests.papers.pages import NAMES, rendered_pages
from tests.papers.printed import find_lost, find_torn, measure_sheets, open_on_paper

KEPT_WHOLE = "tr, .card, figure"
LEAST_FILLED = 0.55
WIDEST_GAP = 0.25

each_page = pytest.mark.parametrize("name", NAMES)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The HTML of every page, by its name."""
    return rendered_pages()


class Outline(HTMLParser):
    """What a page says of itself: its language, its titles and the levels of its headings, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.language: str | None = None
        self.titles: list[str] = []
        self.levels: list[int] = []
        self._is_in_title = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self.language = dict(attrs).get("lang")
        # The title of a drawing is no title of the page.
        elif tag == "title" and not self.levels:
            self._is_in_title = True
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.levels.append(int(tag[1]))

    def handle_data(self, data: str) -> None:
        if self._is_in_title:
            self.titles.append(data.strip())

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._is_in_title = False


def test_every_page_that_is_rendered_is_looked_at(pages: dict[str, str]) -> None:
    assert sorted(pages) == sorted(NAMES)


@each_page
def test_a_page_says_its_language_and_its_one_title(pages: dict[str, str], name: str) -> None:
    outline = Outline(pages[name])
    assert outline.language == "en-GB"
    assert len(outline.titles) == 1
    assert outline.titles[0]


@each_page
def test_a_page_has_one_main_heading_and_skips_no_level(pages: dict[str, str], name: str) -> None:
    levels = Outline(pages[name]).levels
    assert levels[0] == 1
    assert levels.count(1) == 1
    skipped = [(before, after) for before, after in pairwise(levels) if after > before + 1]
    assert skipped == []


@pytest.mark.skipif(missing_axe() is not None, reason=missing_axe() or "")
@pytest.mark.parametrize("width", [WIDE, NARROW])
@each_page
def test_axe_finds_no_violation(browser: Browser, pages: dict[str, str], name: str, width: int) -> None:
    assert find_violations(browser, pages[name], width) == []


@pytest.mark.skipif(missing_nu() is not None, reason=missing_nu() or "")
def test_the_nu_checker_finds_no_error(pages: dict[str, str]) -> None:
    assert nu_errors(pages) == {}


@each_page
def test_a_page_asks_for_nothing_and_its_own_policy_blocks_nothing(
    browser: Browser, pages: dict[str, str], name: str
) -> None:
    with open_page(browser, pages[name]) as visit:
        assert (visit.requests, visit.messages) == ([], [])


@pytest.mark.parametrize("width", [WIDE, ZOOMED, NARROW])
@each_page
def test_a_page_never_scrolls_sideways(browser: Browser, pages: dict[str, str], name: str, width: int) -> None:
    with open_page(browser, pages[name], width) as visit:
        assert find_sticking_out(visit.page) == []


@each_page
def test_paper_tears_no_row_or_card_and_shows_what_a_screen_folds_away(
    browser: Browser, pages: dict[str, str], name: str
) -> None:
    with open_on_paper(browser, pages[name]) as page:
        assert find_torn(page, KEPT_WHOLE) == []
        assert find_lost(page) == []


@each_page
def test_printed_pages_have_no_large_white_gap(browser: Browser, pages: dict[str, str], name: str) -> None:
    sheets = measure_sheets(browser, pages[name])
    assert [(sheet, f.lowest) for sheet, f in enumerate(sheets[:-1], 1) if f.lowest < LEAST_FILLED] == []
    assert [(sheet, f.widest_gap) for sheet, f in enumerate(sheets, 1) if f.widest_gap > WIDEST_GAP] == []
    assert sheets[-1].lowest > 0


def test_a_status_differs_by_word_and_by_shape_where_colour_is_lost(browser: Browser, pages: dict[str, str]) -> None:
    tags = {tag for html in pages.values() for tag in _tags(browser, html)}
    statuses = {status for status, _, _ in tags}
    assert len(statuses) > 1
    for look in ({(word, status) for status, word, _ in tags}, {(shape, status) for status, _, shape in tags}):
        shown = Counter(one for one, _ in look)
        assert shown[""] == 0
        assert {one: times for one, times in shown.items() if times > 1} == {}, "two statuses look the same"


def _tags(browser: Browser, html: str) -> list[tuple[str, str, str]]:
    """Each tag of a page: the status that its class names, its word, and its drawing without colours."""
    with open_page(browser, html) as visit:
        found = visit.page.evaluate(
            """() => [...document.querySelectorAll('.tag')].map(e => [
                e.className,
                [...e.childNodes].filter(n => n.nodeName !== 'svg').map(n => n.textContent).join('').trim(),
                e.querySelector('svg')?.innerHTML.replace(/ (fill|stroke)="#[^"]*"/g, '') ?? '',
            ])"""
        )
    return [(status, word, shape) for status, word, shape in found]
