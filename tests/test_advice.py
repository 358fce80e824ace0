"""What a fix says to type is read back as what was meant."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from coparent.advice import Writable, add_item, add_line, as_line, either, elsewhere, write, write_line
from tests.printed_fixes import alternatives

TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"))
TRICKY = st.sampled_from(
    ["- x", "-5", "a: b", "a:", "#1", "a #1", "~", "null", "[a]", "a, b", "“x”", "'", '"', "---", "\\", "x\n"]
)


@given(TEXTS | TRICKY)
def test_a_text_is_read_back_from_the_line_that_holds_it(text: str) -> None:
    value: Writable = [text, {"title": text}]
    assert yaml.load(as_line("title", text), yaml.BaseLoader) == {"title": text}  # noqa: S506 - it makes only text.
    assert yaml.load(as_line("sources", value), yaml.BaseLoader) == {"sources": value}  # noqa: S506


@pytest.mark.parametrize(
    ("advice", "steps"),
    [
        (write("March 2027"), [[("write", "March 2027")]]),
        (
            either(write_line("due", "a: b"), write_line("due", "2026")),
            [[("write", 'due: "a: b"')], [("write", "due: 2026")]],
        ),
        (
            either(add_line("due", "2026"), "take this line out", "ask the board"),
            [[("add a line", "due: 2026")], [("take this line out",)]],
        ),
        (add_item("updates", {"on": "2026"}, is_first=False), [[("add under", "updates:", "- {on: 2026}")]]),
        (
            elsewhere(add_line("a", "b"), under="o1", path="plans/strategy.yaml"),
            [[("add a line", "a: b", "o1", "plans/strategy.yaml")]],
        ),
    ],
)
def test_the_forms_of_a_fix_are_understood(advice: str, steps: list[list[tuple[str, ...]]]) -> None:
    found = [
        [(step.verb, *step.codes, *filter(None, (step.id, step.path))) for step in way] for way in alternatives(advice)
    ]
    assert found == steps
