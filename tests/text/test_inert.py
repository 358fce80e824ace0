"""Finished text that commands neither a terminal nor the log of a workflow."""

import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coparent.text.inert import shield_log, shield_terminal

SIGNS = st.text(st.sampled_from([*":#[ \t\n\r\x0b\x85\u2028\xa0\u3000\u200b\ufeff\x1b\u202ea"]))
LINES = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


@given(SIGNS, st.sampled_from(["text", "html", "xml", "csv", "markdown"]))
@example("\x1b[1m::error", "text")
@example("###[x", "text")
def test_no_line_is_a_command(text: str, form: str) -> None:
    shown = shield_log(text, form)
    assert "##[" not in shown
    assert not any(line.strip().strip("\u200b\ufeff").strip().startswith("::") for line in LINES.split(shown))


@given(SIGNS)
def test_json_keeps_its_value(text: str) -> None:
    written = shield_log(json.dumps(["##[error]", text], ensure_ascii=False), "json")
    assert json.loads(written) == ["##[error]", text]
    assert "##[" not in written


@pytest.mark.parametrize("text", ["a::b", "std :: string", "# heading", "[a] ## b", "http://x", "a\n - ::b"])
def test_what_is_no_command_stays(text: str) -> None:
    assert shield_log(text, "text") == text


def test_many_spaces_and_lines_take_no_time() -> None:
    for text in (" " * 1_000_000, "\n" * 1_000_000, "\n " * 500_000, ":" * 1_000_000, "#" * 1_000_000):
        assert shield_log(f"{text}##[", "text").endswith("# #[")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb", "a\nb"),
        ("\x1b[41mred", "\u241b[41mred"),
        ("\x1b]0;title\x07", "\u241b]0;title\u2407"),
        ("\x9b2J", "\ufffd2J"),
        ("a\u202eb", "a\ufffdb"),
        ("\U0001f469\u200d\U0001f467", "\U0001f469\u200d\U0001f467"),
    ],
)
def test_a_terminal_is_shown_what_it_would_obey(text: str, shown: str) -> None:
    assert shield_terminal(text) == shown


def test_colours_stay_where_they_are_wanted() -> None:
    assert shield_terminal("\x1b[1;31merror\x1b[0m \x1b[2J\n", colour=True) == "\x1b[1;31merror\x1b[0m \u241b[2J\n"
