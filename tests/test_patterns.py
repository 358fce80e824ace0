"""No pattern of the package can be made to go over one stretch of a text in many ways."""

import re

import pytest

from tests.pattern_growth import Analysis, find_patterns

PATTERNS = find_patterns()


def test_every_pattern_is_looked_at() -> None:
    assert len(PATTERNS) > 200


@pytest.mark.parametrize("place", PATTERNS)
def test_no_two_repeats_can_share_a_stretch(place: str) -> None:
    assert Analysis(PATTERNS[place]).faults == []


@pytest.mark.parametrize(
    "pattern", [r"\s*,?\s*x", r"(?:a+)+b", r"(?:a|b+)*c", r"\d+\.?\d+%", r"[a-z]+(?:\w*)-", r"(?i:K+)\w+!"]
)
def test_the_analysis_sees_what_grows(pattern: str) -> None:
    assert Analysis(re.compile(pattern)).faults


@pytest.mark.parametrize("pattern", [r"\s*+,?\s*x", r"(?:a+-)+b", r"(?>\d+)\d", r"\w{1,20}\w{1,20}x", r"a+b+c+"])
def test_the_analysis_lets_pass_what_does_not(pattern: str) -> None:
    assert Analysis(re.compile(pattern)).faults == []
