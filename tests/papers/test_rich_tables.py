"""A table in a rich text is a table wherever a template prints the text, and words where there is a line for it."""

import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from coparent.papers import PaperView
from coparent.papers.rendering import render
from coparent.papers.rich_text import RichText
from tests.papers.pages import TEMPLATES, view
from tests.papers.test_hostile_text import with_words

TABLE = "| Home | Places |\n|---|---:|\n| Elm | 3 |\n| **Oak** | 4 |"
IN_A_LINE = "Elm: Places 3; Oak: Places 4"
IN_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table")
CLOSES_A_PARAGRAPH = {"table", "ul", "ol", "p", "div", "section", "dl", "h2", "h3", "h4"}


@pytest.fixture(scope="module", params=["", "Each home:\n"])
def source(request: pytest.FixtureRequest) -> str:
    """A rich text that is a table, or has words before it."""
    before: str = request.param
    return f"{before}{TABLE}"


def paper(template: str, form: str, source: str) -> str:
    def change(text: str | RichText) -> str | RichText:
        return RichText(source) if isinstance(text, RichText) else text

    changed = with_words(view("example", template, form), change)
    assert isinstance(changed, PaperView)
    return render(changed, template, form)


class _Nesting(HTMLParser):
    """Counts tables with a head of two titles, and finds those in a paragraph or in a row of another table."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.misplaced: list[list[str]] = []
        self.heads = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in CLOSES_A_PARAGRAPH and "p" in self.open:
            self.misplaced.append([*self.open, tag])
        self.heads += tag == "th" and ("scope", "col") in attrs
        if tag not in ("br", "meta", "link", "col"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass


@pytest.mark.parametrize("template", TEMPLATES)
def test_html_has_tables_where_tables_may_stand(template: str, source: str) -> None:
    html = paper(template, "html", source)
    page = _Nesting(html)
    assert not page.misplaced
    assert "|---" not in html
    assert html.count("<table>\n") or IN_A_LINE in re.sub("<[^>]+>", "", html)


@pytest.mark.parametrize("template", TEMPLATES)
def test_markdown_has_tables_where_tables_may_stand(template: str, source: str) -> None:
    tokens = IN_MARKDOWN.parse(paper(template, "md", source))
    lines = [token for token in tokens if token.type == "inline"]
    assert not [line.content for line in lines if "|" in line.content or "---" in line.content]
    heads = sum(line.content == "Places" for line in lines)
    assert heads or any(IN_A_LINE in re.sub(r"\*\*", "", line.content) for line in lines)
