"""Hostile text, put into every field of every template at once, stays text in both formats."""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from coparent.papers import PaperView
from coparent.papers.rendering import render
from coparent.papers.rich_text import RichText
from coparent.text.escaping import join_lines
from tests.papers.pages import TEMPLATES, view

HOSTILE = {
    "a script": "<script>alert(1)</script>",
    "an image that runs": '<img src=x onerror="alert(1)">',
    "an end of style": "</style><style>*{display:none}</style>",
    "an end of title": "</title></svg></table><p>",
    "a comment": "<!-- --><!--[if IE]>",
    "an attribute": "\" onmouseover='alert(1)' x=\"",
    "an expression of Jinja": "{{ 7191 * 7 }}{% for x in y %}{# z #}",
    "a cell": "a | b || c |---| d",
    "code": "`code` ``` ~~~",
    "a link": "](javascript:alert(1)) [x](javascript:alert(1))",
    "a link that names its target elsewhere": "[x]: javascript:alert(1) [x][] <javascript:alert(1)>",
    "an address": "www.example.org https://example.org me@example.org <https://example.org>",
    "a mention": "@everyone #1 gh-1",
    "control characters": "\x1b[31mred\x07\x00\x9b0m",
    "turned text": "\u202eevil\u202c \u2066x\u2069 \u200fy",
    "formulas": "$x$ \\(y\\) \\[z\\] $$w$$",
    "entities": "&lt;b&gt; &amp; &#60;script&#62; &nbsp;",
    "line separators": "one\u2028two\u2029three\x85four",
}
ONLY_PLAIN = {
    "a heading": "# Title",
    "an image": "![i](https://example.org/i.png)",
    "an item": "- item",
    "a numbered item": "1. item",
    "emphasis": "**bold** _italic_ *x*",
    "a quotation": "> quoted",
    "a rule": "---",
    "an underline": "===",
    "lines": "one\n\ntwo\r\nthree\n# four",
}
"""What means something in rich text, so that only plain fields must show it as it is."""
OUR_OWN = {"name", "number", "anchor", "code", "kind", "state", "direction", "standing", "iso", "template", "audience",
           "url", "dial", "level", "letter"}  # fmt: skip
"""Fields that no plan fills with words of its own."""
BENIGN = "words of a plan"


def with_words(value: object, change: Callable[[str | RichText], str | RichText], name: str = "") -> object:
    """A view with every text that a plan may have written changed."""
    if name in OUR_OWN and isinstance(value, str):
        return value
    if isinstance(value, str | RichText):
        return change(value) if value not in ("", RichText("")) else value
    if isinstance(value, tuple):
        return tuple(with_words(item, change, name) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{field.name: with_words(getattr(value, field.name), change, field.name) for field in fields(value)}
        )
    return value


@cache
def page(template: str, form: str, words: str, *, only_plain: bool) -> str:
    """A template's paper with the same words in every field, in rich ones too by default."""

    def change(text: str | RichText) -> str | RichText:
        if isinstance(text, RichText):
            return RichText(BENIGN if only_plain else words)
        return words

    changed = with_words(view("example", template), change)
    assert isinstance(changed, PaperView)
    return render(changed, template, form, None)


class Page(HTMLParser):
    """A page's tags with their attributes' names, the addresses it leads to, and the words it shows."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.addresses: list[str] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action", "xlink:href")]

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", ()))

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", ()))


def shape_of_markdown(text: str) -> list[tuple[str, str]]:
    """How Markdown is read by a program that lets HTML through: its blocks, marks and links."""
    markdown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = []
    for token in markdown.parse(text):
        tokens.append((token.type, token.tag))
        tokens += [(part.type, address_of(part)) for part in token.children or () if part.type != "text"]
    return tokens


def address_of(token: Token) -> str:
    """Where a link leads; one within the paper is named for the words of a heading."""
    address = str(token.attrGet("href") or "")
    return "#" if address.startswith("#") else address


def without_space(text: str) -> str:
    return re.sub(r"\s+", "", text)


IN_FULL = ("committee-paper", "young-people")
"""The templates that every text is tried in by itself; in the others all stand one after another in each field."""

every = pytest.mark.parametrize("template", TEMPLATES)
hostile = pytest.mark.parametrize(
    ("template", "words", "only_plain"),
    [
        pytest.param(template, words, only_plain, id=f"{name} in {template}")
        for template in TEMPLATES
        for only_plain, texts in ((False, HOSTILE), (True, ONLY_PLAIN))
        for name, words in (texts if template in IN_FULL else {f"all {len(texts)}": " . ".join(texts.values())}).items()
    ],
)


@hostile
def test_a_page_keeps_its_shape_whatever_a_plan_says(template: str, words: str, only_plain: bool) -> None:
    expected = Page(page(template, "html", BENIGN, only_plain=only_plain))
    found = Page(page(template, "html", words, only_plain=only_plain))
    assert found.tags == expected.tags
    assert found.addresses == expected.addresses
    assert "50337" not in found.words


@hostile
def test_a_page_shows_the_words_themselves(template: str, words: str, only_plain: bool) -> None:
    shown = without_space(Page(page(template, "html", words, only_plain=only_plain)).words)
    assert without_space(join_lines(words)) in shown


@hostile
def test_markdown_keeps_its_shape_whatever_a_plan_says(template: str, words: str, only_plain: bool) -> None:
    expected = shape_of_markdown(page(template, "md", BENIGN, only_plain=only_plain))
    found = shape_of_markdown(page(template, "md", words, only_plain=only_plain))
    assert found == expected


@every
@pytest.mark.parametrize("form", ["html", "md"])
def test_no_character_moves_the_cursor_or_turns_the_line(template: str, form: str) -> None:
    for name in ("control characters", "turned text", "line separators"):
        text = page(template, form, HOSTILE[name], only_plain=False)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200f\u2028-\u202e\u2066-\u2069]", text)
