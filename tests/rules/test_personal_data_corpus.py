"""Personal data is found in all of many texts that hold it, in none of many that only look so, and shown in none."""

import re

import pytest

from coparent.diagnostics import Level
from coparent.reporters import REPORTERS
from coparent.reporters.style import ReportStyle, location_of
from tests.rules.personal_data_corpus import GoalAssessment, Text, count, guilty, innocent, judge, telling


@pytest.fixture(scope="module")
def judged_guilty() -> GoalAssessment:
    return judge([*guilty(), *telling()])


def test_no_innocent_text_is_accused() -> None:
    accused = [(text.text, [one.rule for one in found]) for text, found in judge([*innocent()]).found if found]
    assert accused == []


def test_every_guilty_text_is_found(judged_guilty: GoalAssessment) -> None:
    missed = [text.text for text, found in judged_guilty.found if text.rule not in {one.rule for one in found}]
    assert missed == []


def test_the_corpus_is_large_enough_and_its_counts_are_those_of_the_benchmark() -> None:
    counts = count()
    assert counts.innocent >= 500
    assert counts.guilty >= 200
    assert (counts.accused, counts.missed) == (0, 0)


@pytest.mark.parametrize("format_", REPORTERS)
def test_no_format_shows_a_character_of_what_was_found(judged_guilty: GoalAssessment, format_: str) -> None:
    written = REPORTERS[format_](judged_guilty.report, ReportStyle(show=Level.NOTE, full=True))
    assert _leaked(judged_guilty, written) == []


def test_nothing_in_a_report_holds_what_was_found(judged_guilty: GoalAssessment) -> None:
    report = judged_guilty.report
    everything = repr(report.diagnostics) + "".join(lines.text for lines in report.sources.values())
    assert _leaked(judged_guilty, everything) == []


def test_the_caret_is_under_what_was_found(judged_guilty: GoalAssessment) -> None:
    for text, found in judged_guilty.found:
        for diagnostic in found:
            location = location_of(diagnostic)
            line = judged_guilty.report.sources[location.path][location.line]
            assert re.fullmatch(r"[\s•()+]+", line[location.column - 1 : location.end_column - 1]), text


def _leaked(judged: GoalAssessment, written: str) -> list[str]:
    """The values that stand in an output: as they were written, or spaced in another way."""
    squeezed = re.sub(r"[\s./-]", "", written)
    return [text.value for text, _ in judged.found if text.value and _stands_in(text, written, squeezed)]


def _stands_in(text: Text, written: str, squeezed: str) -> bool:
    letters = re.sub(r"\W", "", text.value)
    return text.value in written or (len(letters) > 8 and letters in squeezed)
