"""Rich text: bold, emphasis, links and lists are kept, and all else is text, in HTML and in Markdown alike."""

import re
from html import unescape

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from coparent.papers.rich_text import RichText, to_html, to_html_line, to_markdown, to_markdown_line, to_plain
from coparent.text.escaping import make_printable
from tests.papers.hostile import HOSTILE, SIGNS

GITHUB = MarkdownIt("gfm-like", {"html": True})
TAGS = re.compile(
    r"</?(?:p|strong|em|ul|ol|li|br|table|thead|tbody|tr|th|td)>|<th scope=\"col\"(?: class=\"figure-cell\")?>|"
    r"<td class=\"figure-cell\">|<ol start=\"\d+\">|</a>|<a href=\"(?:https?://|mailto:)[^\"<>]+\">"
)
TOKENS = {"paragraph", "bullet_list", "ordered_list", "list_item", "strong", "em", "link"}
TABLE = {"table", "thead", "tbody", "tr", "th", "td"}
PIECES = (
    "\n| a | b |\n|---|--:|\n",
    "\n1 | 2",
    " | ",
    "\\|",
    "\n  |:-:|\n",
    "**",
    "*",
    "_",
    "__",
    "[a](https://a.example)",
    "- ",
    "\n- ",
    "\n\n",
    "\n  1. ",
    "\n2) ",
    "](",
    "\\",
    "  \n",
)
SOURCES = st.text(SIGNS) | st.lists(st.sampled_from([*SIGNS, *PIECES, *HOSTILE]), max_size=12).map("".join)
EVERYTHING = """\
Some **bold**, some *emphasis* and [a page](https://a.example/b_(c)?d=1&copy=2).

- one
- two
  1. two and a half
- three

Last."""


def words(html: str) -> str:
    """What HTML shows, with nothing in it but the tags that rich text may have."""
    text = TAGS.sub(lambda tag: "" if tag[0][1:3] in ("st", "/s", "em", "/e", "a ", "/a") else " ", html)
    assert "<" not in text
    assert ">" not in text
    return " ".join(unescape(text).split())


def read(markdown: str) -> str:
    """What Markdown shows, with nothing in it but what rich text may have."""
    shown: list[str] = []
    for token in GITHUB.parse(markdown):
        for part in token.children if token.children is not None else (token,):
            kind = re.sub("_(open|close)$", "", part.type)
            assert kind in TOKENS | TABLE or part.type in ("text", "hardbreak")
            address = str(part.attrGet("href") or "https://")
            assert address.startswith(("https://", "http://", "mailto:"))
            shown.append(" " if part.type == "hardbreak" else part.content)
        shown.append(" ")
    return " ".join("".join(shown).split())


def in_browser(markdown: str) -> str:
    """Markdown as HTML, as another program makes it."""
    html: str = MarkdownIt("commonmark").enable("table").render(markdown)
    return html.replace("<br />", "<br>").strip()


def without_looks(html: str) -> str:
    """HTML without what only says how the cells of a table look and what they head."""
    bare = re.sub(r' (?:scope="col"|class="figure-cell"|style="text-align:\w+")', "", html)
    return re.sub(r"<(/?)th>", r"<\1td>", bare)


def test_html_has_what_a_plan_may_mark_and_nothing_else() -> None:
    assert to_html(RichText(EVERYTHING)) == (
        "<p>Some <strong>bold</strong>, some <em>emphasis</em> and "
        '<a href="https://a.example/b_(c)?d=1&amp;copy=2">a page</a>.</p>\n'
        "<ul>\n<li>one</li>\n<li>two\n<ol>\n<li>two and a half</li>\n</ol>\n</li>\n<li>three</li>\n</ul>\n<p>Last.</p>"
    )


def test_markdown_is_written_anew() -> None:
    assert to_markdown(RichText(EVERYTHING)) == (
        "Some **bold**, some *emphasis* and [a page](<https://a.example/b_(c)?d=1&amp;copy=2>).\n\n"
        "- one\n- two\n  1. two and a half\n- three\n\nLast."
    )


def test_one_line_has_semicolons_between_the_items() -> None:
    rich = RichText("To do:\n\n- **one**\n- two.\n- three\n\nLast.")
    assert to_html_line(rich) == "To do: <strong>one</strong>; two. three Last."
    assert to_markdown_line(rich) == "To do: **one**; two. three Last."
    assert to_plain(rich) == "To do: one; two. three Last."


def test_the_numbers_of_a_list_are_kept_in_one_line() -> None:
    assert to_plain(RichText("1. one\n2. two")) == "1. one; 2. two"
    assert to_markdown_line(RichText("1. one\n2. two")) == "1\\. one; 2. two"
    assert to_html(RichText("2026. It was so")) == '<ol start="2026">\n<li>It was so</li>\n</ol>'


MONEY = """\
Spend by home:

| Home | £ | Opens |
|:---|---:|---|
| **North** | 400,000 | |
| South \\| West | <b>9</b> | [soon](https://a.example) |
More is to come."""


def test_a_table_is_a_table_with_a_head_in_html_and_in_markdown() -> None:
    html = to_html(RichText(MONEY)).replace("\n", "")
    assert html == (
        '<p>Spend by home:</p><table><thead><tr><th scope="col">Home</th><th scope="col" class="figure-cell">£</th>'
        '<th scope="col">Opens</th></tr></thead><tbody><tr><td><strong>North</strong></td>'
        '<td class="figure-cell">400,000</td><td></td></tr><tr><td>South | West</td>'
        '<td class="figure-cell">&lt;b&gt;9&lt;/b&gt;</td><td><a href="https://a.example">soon</a></td></tr></tbody>'
        "</table><p>More is to come.</p>"
    )
    assert to_markdown(RichText(MONEY)) == (
        "Spend by home:\n\n| Home | £ | Opens |\n|:---|---:|---|\n| **North** | 400,000 | |\n"
        "| South &#124; West | &lt;b&gt;9&lt;/b&gt; | [soon](https://a.example) |\n\nMore is to come."
    )


def test_a_table_is_read_row_by_row_in_one_line() -> None:
    line = "Spend by home: North: £ 400,000; South | West: £ <b>9</b>, Opens soon. More is to come."
    assert to_plain(RichText(MONEY)) == line
    assert "<table" not in to_html_line(RichText(MONEY))
    assert to_plain(RichText("| a | b |\n|---|---|")) == "a, b"
    assert (
        to_plain(RichText("| | Places |\n|-|-|\n| Elm | 3 |\n| | 4 |\n\nAnd **so** on"))
        == "Elm: Places 3; Places 4. And so on"
    )


@pytest.mark.parametrize(
    "text",
    [
        "- Homes:\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n- two",
        "1. | a | b |\n   |---|---|\n   | 1 | 2 |",
        "one line\n a | b\n:-: | --:\n1 | 2",
        "| a |\n| - |\n| 1 |",
        "||b|\n|-|-|\n|1|",
    ],
)
def test_a_table_stands_wherever_a_paragraph_may(text: str) -> None:
    expect(text)
    assert to_html(RichText(text)).count("<table>") == 1
    assert in_browser(to_markdown(RichText(text))).count("<table>") == 1


@pytest.mark.parametrize(
    "text",
    [
        "We met A | B and C | D.\nThen E | F.",
        "a | b\n---",
        "a | b\n--- | --- | ---",
        "| a | b |\n|---|---|\n| 1 | 2 | 3 |",
        "| a | b |\n| 1 | 2 |",
        "| | |\n|---|---|\n| 1 | 2 |",
        "|" + "a|" * 31 + "\n|" + "-|" * 31,
        "- x | y\n--- | ---",
    ],
)
def test_what_only_looks_like_a_table_is_text_and_loses_no_word(text: str) -> None:
    expect(text)
    assert "<table" not in to_html(RichText(text)) + in_browser(to_markdown(RichText(text)))
    assert to_plain(RichText(text)).split() == text.removeprefix("- ").split()


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://a.example"]
)
def test_a_link_to_anything_but_a_page_or_a_mailbox_is_text(address: str) -> None:
    rich = RichText(f"**see** [the page]({address})")
    assert "href" not in to_html(rich) + to_html_line(rich)
    assert "<a" not in in_browser(to_markdown(rich)) + in_browser(to_markdown_line(rich))
    assert "the page" in to_plain(rich)


@pytest.mark.parametrize("address", ["#p1-1", "page.html", "//a.example", "https:a", "http://"])
def test_a_link_that_leads_nowhere_of_its_own_is_text(address: str) -> None:
    assert "<a" not in to_html(RichText(f"[a]({address})"))


def test_an_address_alone_is_text_for_nobody_is_shown_where_it_leads() -> None:
    assert to_html(RichText("*a* <https://a.example>")) == "<p><em>a</em> &lt;https://a.example&gt;</p>"


def test_a_link_without_words_is_left_out() -> None:
    assert to_html(RichText("a [](https://a.example) b")) == "<p>a  b</p>"


def test_a_link_after_a_call_is_no_picture() -> None:
    assert to_markdown(RichText("Look![a](https://a.example)")) == "Look\\![a](https://a.example)"


def test_lists_one_after_the_other_stay_two() -> None:
    assert to_markdown(RichText("- a\n* b")) == "- a\n\n+ b"


def test_what_reads_otherwise_when_written_anew_loses_its_emphasis_and_no_letter() -> None:
    written = to_markdown(RichText("un*believ*able and *a*_b_"))
    assert read(written) == "unbelievable and ab"


@pytest.mark.parametrize("text", ["- - -", "* * *", "-", "1.", "- 2."])
def test_a_list_of_nothing_is_text(text: str) -> None:
    rich = RichText(text)
    assert to_html(rich) == f"<p>{text}</p>"
    assert to_html(RichText(f"**a**\n\n{text}")) == "<p><strong>a</strong></p>"
    assert read(to_markdown(rich)) == to_plain(rich) == text


def test_what_a_page_cannot_show_is_left_out() -> None:
    rich = RichText("a\x00\u202e **b**\u2028c")
    assert to_html(rich) == "<p>a <strong>b</strong> c</p>"
    assert to_markdown(rich) == "a **b** c"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_never_more_than_rich_text(text: str) -> None:
    expect(text)


@settings(deadline=None)
@example("1. 1\n\u20281.")
@given(SOURCES | st.text(st.characters(codec="utf-8")))
def test_any_text_is_never_more_than_rich_text(text: str) -> None:
    expect(text)


def expect(text: str) -> None:
    """Expect of a source that every way to write it is harmless and shows the same words, and that lines are lines."""
    rich = RichText(text)
    assert words(to_html(rich)) == read(to_markdown(rich))
    line = " ".join(to_plain(rich).split())
    assert words(to_html_line(rich)) == line
    assert read(to_markdown_line(rich)) == line
    assert "\n" not in to_html_line(rich) + to_markdown_line(rich) + to_plain(rich)
    cells = f"| a | b |\n|---|---|\n| x {to_markdown_line(rich)} | y |\n"
    assert read(cells) == " ".join(f"a b x {line} y".split())


@settings(deadline=None)
@given(SOURCES)
def test_markdown_written_anew_means_what_html_says(text: str) -> None:
    rich = RichText(text)
    html, written = to_html(rich), in_browser(to_markdown(rich))
    lost = re.compile("</?(strong|em)>")
    assume(("<strong>" in written or "<em>" in written) or not lost.search(html))
    assert unescape(without_looks(written)) == unescape(without_looks(html))


@settings(deadline=None)
@given(st.text("ab1. -+#>&;:!\n\u00a0`|~=\"'") | st.text())
def test_text_without_markup_is_written_as_a_parser_would(text: str) -> None:
    assume(not re.search(r"[*_\\\[]|^\s*([-+]|\d+[.)])(\s|$)", make_printable(text), re.MULTILINE))
    parsed = to_html(RichText(f"{text}\n\n*x*"))
    quick = "\n".join(filter(None, (to_html(RichText(text)), "<p><em>x</em></p>")))
    assert unescape(parsed) == unescape(quick)
