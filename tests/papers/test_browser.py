"""The looks that are taken at pages see what is wrong: each finds a fault that was put there."""

import pytest
from playwright.sync_api import Browser

from tests.papers.browser import (
    NARROW,
    WIDE,
    find_sticking_out,
    find_violations,
    missing_axe,
    missing_nu,
    nu_errors,
    open_page,
    screenshots,
)
from tests.papers.printed import draw_sheets, find_lost, find_torn, measure_sheets, open_on_paper, print_page, text

POLICY = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; img-src *; base-uri 'none'\">"


def page_of(body: str, head: str = "") -> str:
    """A page that is right but for what is put in."""
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A page</title>{head}</head>'
        f"<body><main><h1>A page</h1>{body}</main></body></html>"
    )


@pytest.mark.skipif(missing_axe() is not None, reason=missing_axe() or "")
def test_axe_findings_name_their_rule_and_element_in_spite_of_a_policy(browser: Browser) -> None:
    assert find_violations(browser, page_of("<p>Fine</p>", POLICY), WIDE) == []
    (finding,) = find_violations(browser, page_of('<img id="bare" src="data:,">', POLICY), WIDE)
    assert finding.startswith("image-alt (critical) at #bare: ")


@pytest.mark.skipif(missing_nu() is not None, reason=missing_nu() or "")
def test_the_nu_checker_lists_its_errors_by_page() -> None:
    found = nu_errors({"right": page_of("<search>Fine</search>"), "wrong": page_of("<p><div></div></p>")})
    assert list(found) == ["wrong"]
    assert "line 1: No “p” element in scope but a “p” end tag seen." in found["wrong"]


def test_what_a_page_asks_for_is_noted_and_refused(browser: Browser) -> None:
    with open_page(browser, page_of('<img alt="" src="http://elsewhere.invalid/x.png">')) as visit:
        assert visit.requests == ["http://elsewhere.invalid/x.png"]


def test_what_a_policy_blocks_is_noted(browser: Browser) -> None:
    with open_page(browser, page_of('<p style="color:red">Red</p>', POLICY)) as visit:
        (message,) = visit.messages
    assert "Content Security Policy" in message


def test_what_is_too_wide_is_named(browser: Browser) -> None:
    html = page_of('<p class="wide">Wide</p>', "<style>.wide { width: 400px }</style>")
    with open_page(browser, html, NARROW) as visit:
        size, element = find_sticking_out(visit.page)
        assert size.endswith("in a window of 320 px")
        assert element.startswith('<p class="wide">')
    with open_page(browser, html, WIDE) as visit:
        assert find_sticking_out(visit.page) == []


def test_what_paper_tears_or_loses_is_named(browser: Browser) -> None:
    body = "<figure>A</figure><figure class='whole'>B</figure><figure class='whole tall'>C</figure>"
    head = "<style>.whole { break-inside: avoid } .tall { height: 300mm }</style>"
    with open_on_paper(browser, page_of(f"{body}<details><summary>More</summary><p>Lost</p></details>", head)) as page:
        assert find_torn(page, "figure") == ["<figure>A</figure>", '<figure class="whole tall">C</figure>']
        assert find_lost(page) == ["<p>Lost</p>"]
    opened = "<style>details::details-content { content-visibility: visible }</style>"
    with open_on_paper(browser, page_of("<details><summary>More</summary><p>Kept</p></details>", opened)) as page:
        assert find_lost(page) == []


def test_white_gaps_on_paper_are_measured_without_the_lines_in_the_margins(browser: Browser) -> None:
    margins = "@page { margin: 20mm; @bottom-right { content: 'Page ' counter(page) } } p { margin: 0 }"
    html = page_of(
        '<p class="low">Low</p><p class="next">Next</p>',
        f"<style>{margins} .low {{ margin-top: 100mm }} .next {{ break-before: page }}</style>",
    )
    first, second = measure_sheets(browser, html)
    assert 0.4 < first.lowest < 0.55
    assert 0.3 < first.widest_gap < 0.4
    assert second.lowest < 0.1
    assert "Page 2" in text(print_page(browser, html))


def test_a_page_is_drawn_whole_on_screen_and_on_paper(browser: Browser) -> None:
    html = page_of("<p>Tall</p>", "<style>p { height: 2000px; break-inside: auto }</style>")
    slices = screenshots(browser, html, NARROW)
    assert [piece[:8] for piece in slices] == [b"\x89PNG\r\n\x1a\n"] * 2
    sheets = list(draw_sheets(print_page(browser, html), dots_per_inch=36))
    assert len(sheets) > 1
    assert {sheet.size for sheet in sheets} == {(298, 422)}
