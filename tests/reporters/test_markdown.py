"""Markdown for job summaries and comments, read back by a Markdown parser."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from coparent.checking import Report
from coparent.diagnostics import Level
from coparent.reporters.markdown import LARGEST, write
from coparent.reporters.style import ReportStyle
from coparent.text.escaping import escape_markdown, make_visible
from tests.reporters.findings import CLEAN, CROWD, crowd, expect, finding, report_of

ALL = ReportStyle(show=Level.NOTE)
MEBIBYTE = 1 << 20
BREAK = "\N{ZERO WIDTH SPACE}"
MARKUP = (
    *("- a", "1. a", "1) a", "# a", "> a", "---", "===", "+ a", "a | b", "a\\", "\\| a", "`a`", "``a|b``", "~~a~~"),
    *("<b>a</b>", "<!-- a", "&copy;", "**a**", "__a__", "[a](b)", "![a](b)", "[a]: b", "<https://a.example>", "a\nb"),
)
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def read(markdown: str) -> list[str]:
    """The text of each paragraph, heading and cell; anything but text, code and tables is a mistake."""
    texts = []
    for token in PARSER.parse(markdown):
        if token.type == "inline":
            assert {child.type for child in token.children or ()} <= {"text", "text_special", "code_inline"}
            texts.append("".join(child.content for child in token.children or ()))
        else:
            assert re.fullmatch("(heading|paragraph|table|thead|tbody|tr|th|td)_(open|close)", token.type)
    return texts


def rows(markdown: str) -> list[list[str]]:
    """The cells of the tables' rows, without their headings."""
    texts = read(markdown)
    starts = [index for index in range(len(texts)) if re.fullmatch(r"\S+:\d+:\d+", texts[index])]
    return [texts[start : start + 4] for start in starts]


def test_every_kind_of_finding(report: Report) -> None:
    expect("report.md", write(report, ALL))


def test_a_clean_run_says_so() -> None:
    assert read(write(CLEAN, ALL)) == ["coparent check", "1 plan, 64 actions, no problems"]


def test_the_most_serious_come_first_in_tables_of_their_own() -> None:
    written = write(report_of(finding(Level.NOTE, 1), finding(Level.WARNING, 2), finding(Level.ERROR, 3)), ALL)
    assert re.findall("^### (.*)$", written, re.MULTILINE) == ["Errors", "Warnings", "Notes"]
    assert [row[0] for row in rows(written)] == [f"plans/home.yaml:{line}:1" for line in (3, 2, 1)]


def test_only_what_was_asked_for_is_shown() -> None:
    written = write(report_of(finding(Level.NOTE)), ReportStyle())
    assert rows(written) == []
    assert "1 note hidden" in written


def test_a_row_says_where_what_and_what_to_type() -> None:
    written = write(report_of(finding(help="write  measures: [m1]")), ALL)
    assert rows(written) == [["plans/home.yaml:1:1", "bad-id", "wrong", "write  measures: [m1]"]]


@pytest.mark.parametrize("text", MARKUP)
def test_no_text_of_a_plan_is_markup(text: str) -> None:
    assert without_breaks(read(escape_markdown(text))) == [make_visible(text)]
    ((_, _, shown, _),) = rows(write(report_of(finding(message=text)), ALL))
    assert shown.replace(BREAK, "") == make_visible(text)


def without_breaks(texts: list[str]) -> list[str]:
    """What a reader sees."""
    return [text.replace(BREAK, "") for text in texts]


@given(st.text(st.characters(codec="utf-8")).map(str.strip).filter(bool))
def test_any_text_reads_as_it_is_written(text: str) -> None:
    seen = " ".join(make_visible(text).replace(BREAK, "").split())
    shown = without_breaks(read(f"{escape_markdown(text)}\n\n| a |\n|---|\n| x{escape_markdown(text)} |\n"))
    assert [" ".join(text.split()) for text in shown] == [seen, "a", f"x{seen}"]


def test_nobody_is_called_and_nothing_becomes_a_link() -> None:
    written = escape_markdown("@team a@b.example #12 GH-12 https://a.example www.a.example owner/repository#3")
    shown = read(written)[0]
    for called in ("@team", "@b", "#12", "#3", "GH-12", "://", "www."):
        assert called not in shown
        assert called in shown.replace(BREAK, "")


def test_a_formula_is_left_as_it_is_written() -> None:
    assert "$" not in escape_markdown("$x$ costs $5")
    assert read(escape_markdown("$x$ costs $5")) == ["$x$ costs $5"]


def test_a_long_cell_is_cut() -> None:
    ((_, _, shown, _),) = rows(write(report_of(finding(message="a" * 9999)), ALL))
    assert shown == "a" * 500 + "\N{HORIZONTAL ELLIPSIS}"


@pytest.mark.parametrize("style", [ALL, replace(ALL, ascii=True)])
def test_what_there_is_no_room_for_is_counted(style: ReportStyle) -> None:
    found = [finding(level, line, message="\N{BLACK STAR}" * 400) for level in Level for line in range(1000)]
    written = write(report_of(*found), style)
    assert LARGEST * 0.9 < len(written.encode()) < MEBIBYTE
    left = re.search(r"^(?:(\d+) warnings and )?(\d+) notes left out", written, re.MULTILINE)
    kept = len(rows(written))
    if left is None:
        left = re.search(r"^(\d+) errors, (\d+) warnings and (\d+) notes left out", written, re.MULTILINE)
    assert left is not None
    assert kept + sum(int(number) for number in left.groups() if number) == len(found)


def test_three_hundred_findings_are_three_hundred_rows() -> None:
    written = write(crowd(), ReportStyle())
    assert len(rows(written)) == CROWD
    assert len(written.encode()) < MEBIBYTE
