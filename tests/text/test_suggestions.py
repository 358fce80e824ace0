"""Did you mean: near words only, the nearest first."""

import pytest

from coparent.text.suggestions import nearest

STAGES = ("not-started", "in-progress", "complete", "paused", "cancelled")


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("in-progres", ["in-progress"]),
        ("In Progress", ["in-progress"]),
        ("IN_PROGRESS", ["in-progress"]),
        (" complete ", ["complete"]),
        ("compleet", ["complete"]),
        ("canceled", ["cancelled"]),
        ("waiting", []),
        ("", []),
    ],
)
def test_the_nearest_word_is_offered_whatever_its_capitals_and_spaces(word: str, near: list[str]) -> None:
    assert nearest(word, STAGES) == near


def test_words_are_offered_as_they_are_known() -> None:
    assert nearest("depends-on", ["depends_on"]) == ["depends_on"]
    assert nearest("x", []) == []


def test_more_may_be_asked_for_and_less_like() -> None:
    assert len(nearest("started", STAGES, most=3, cutoff=0.1)) == 3
    assert nearest("in-prog", STAGES, cutoff=0.9) == []
