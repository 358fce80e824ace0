"""A sound plan with something small done to it: no exception, and every finding inside the file, in plain words."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from coparent.checking import check
from coparent.diagnostics import Diagnostic
from coparent.documents.reading import Unreadable
from coparent.workspace import assemble
from tests.schema.test_hiding_nothing import SOUND
from tests.workspaces import SMALLEST

BANNED = re.compile(r"\b(schemas?|mappings?|scalars?|instances?|propert(?:y|ies)|inputs?)\b", re.IGNORECASE)
PLANS = Path(__file__).parents[2] / "plans"
SOUND_TEXTS = [SOUND, *SMALLEST.values(), (PLANS / "settings.yaml").read_text(encoding="utf-8")]
FRAGMENTS = (
    "", "x", "-", "- ", ": ", "#4", "'", '"', "[", "]", "{", "}", "&a ", "*a", "!a ", "<<: ", "|", ">", "?", "@", "%",
    "\t", "\n", "\r\n", "\n---\n", "\x00", "\u2028", "é", "[x]", "{x: y}", "~", "1e400", "9" * 400, "2026-02-30", "''",
)  # fmt: skip
TOKEN = re.compile(r"[^\s:\[\]{},]+")
LINE = re.compile(r"[^\n]*\n")


@st.composite
def mutations(draw: Callable[[st.SearchStrategy[Any]], Any]) -> str:
    """A sound text with up to three words or lines of it deleted, doubled or replaced."""
    text: str = draw(st.sampled_from(SOUND_TEXTS))
    for _ in range(draw(st.integers(1, 3))):
        parts = list(draw(st.sampled_from([TOKEN, LINE])).finditer(text))
        if not parts:
            break
        part = parts[draw(st.integers(0, len(parts) - 1))]
        other = parts[draw(st.integers(0, len(parts) - 1))]
        put = draw(
            st.sampled_from(
                ["", part.group() * 2, other.group(), draw(st.sampled_from(FRAGMENTS)), part.group() + " #4"]
            )
        )
        text = text[: part.start()] + put + text[part.end() :]
    return text


def in_our_words(diagnostic: Diagnostic) -> str:
    """What a finding says, without what it quotes from the plan."""
    sentences = " ".join(
        [diagnostic.message, diagnostic.label, diagnostic.help, *(one.message for one in diagnostic.related)]
    )
    return re.sub(r'"[^"]*"', "", sentences)


@given(mutations())
@settings(max_examples=150, deadline=None)
def test_whatever_is_done_to_a_plan_is_reported_inside_the_file_and_in_plain_words(text: str) -> None:
    texts: dict[str, str | Unreadable] = {"plans/x.yaml": text, "plans/strategy.yaml": SMALLEST["strategy"]}
    report = check(assemble(texts, date(2026, 9, 30)), texts)
    for one in report.diagnostics:
        assert one.message
        assert "{record}" not in one.message
        assert not BANNED.search(in_our_words(one)), one
        places = [one.location, *(related.location for related in one.related)]
        for place in places:
            assert place is not None
            lines = report.sources[place.path]
            assert 1 <= place.line <= place.end_line <= len(lines)
            assert 1 <= place.column <= len(lines[place.line]) + 1
            assert 1 <= place.end_column <= len(lines[place.end_line]) + 1
            assert (place.line, place.column) <= (place.end_line, place.end_column)
