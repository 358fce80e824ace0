"""The same words: but for how they are written, or but for a slip of the pen; and never another word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coparent.text.slips import is_slip, is_written_alike

WORDS = ("in-progress", "complete", "organisation", "milestones", "approved", "status", "quarterly", "superseded")
PREFIXES = (
    "un",
    "in",
    "non",
    "dis",
    "re",
    "pre",
    "semi",
    "bi",
    "mis",
    "over",
    "under",
    "not ",
    "to ",
    "part-",
    "never ",
    "no ",
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("In Progress", "in-progress"),
        ("IN_PROGRESS", "in-progress"),
        ("inprogress", "in-progress"),
        ("“o1”", "o1"),
        (" O1.", "o1"),
        ("home\u2010 03", "home-03"),
        ("rate per 10,000", "rate-per-10000"),
    ],
)
def test_the_way_of_writing_makes_no_other_word(written: str, meant: str) -> None:
    assert is_written_alike(written, meant)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("in progess", "in-progress"),
        ("compelte", "complete"),
        ("canceled", "cancelled"),
        ("titel", "title"),
        ("duue", "due"),
        ("organization", "organisation"),
        ("leed", "lead"),
        ("monthy", "monthly"),
        ("approvd", "approved"),
    ],
)
def test_a_letter_or_two_may_slip(written: str, meant: str) -> None:
    assert is_slip(written, meant)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("incomplete", "complete"),
        ("passed", "paused"),
        ("reference", "difference"),
        ("state", "start"),
        ("bimonthly", "monthly"),
        ("load", "lead"),
        ("reviewed", "review"),
        ("reporter", "report"),
        ("date", "data"),
        ("rate per 1000", "rate per 10000"),
        ("complete?", "complete"),
        ("content", "context"),
        ("o1", "o2"),
        ("ref", "red"),
        ("external", "internal"),
        ("not started", "started"),
        ("ad", "add"),
    ],
)
def test_another_word_is_no_slip(written: str, meant: str) -> None:
    assert not is_slip(written, meant)


@given(st.sampled_from(WORDS), st.sampled_from(PREFIXES))
def test_a_word_that_says_the_opposite_is_no_slip(word: str, prefix: str) -> None:
    assert not is_slip(prefix + word, word)
    assert not is_written_alike(prefix + word, word)


@given(st.sampled_from([word for word in WORDS if word not in ("complete", "in-progress")]), st.data())
def test_one_letter_inside_a_long_word_is_a_slip(word: str, data: st.DataObject) -> None:
    at = data.draw(st.sampled_from([at for at in range(1, len(word) - 2) if word[at : at + 2].isalpha()]))
    assert is_slip(word[:at] + word[at + 1 :], word)
    assert is_slip(word[:at] + word[at + 1] + word[at] + word[at + 2 :], word)
