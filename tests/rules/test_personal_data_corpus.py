"""Personal data is found in all of many texts that hold it, in none of many that only look so, and shown in none."""

import re

import pytest

from coparent.diagnostics import Level
from coparent.reporters import REPORTERS
from coparent.reporters.style import ReportStyle, location_of
from tests.rules.personal_data_corpus import (
    CheckedCorpus,
    Text,
    check_corpus,
    contacts_and_details,
    count,
    guilty,
    innocent,
)


@pytest.fixture(scope="module")
def checked_guilty() -> CheckedCorpus:
    return check_corpus([*guilty(), *contacts_and_details()])


def test_no_innocent_text_is_accused() -> None:
    accused = [
        (text.text, [diagnostic.rule for diagnostic in found])
        for text, found in check_corpus([*innocent()]).found
        if found
    ]
    assert accused == []


def test_every_guilty_text_is_found(checked_guilty: CheckedCorpus) -> None:
    missed = [
        text.text for text, found in checked_guilty.found if text.rule not in {diagnostic.rule for diagnostic in found}
    ]
    assert missed == []


def test_the_corpus_is_large_enough_and_its_counts_are_those_of_the_benchmark() -> None:
    counts = count()
    assert counts.innocent >= 500
    assert counts.guilty >= 200
    assert (counts.accused, counts.missed) == (0, 0)


@pytest.mark.parametrize("format_", REPORTERS)
def test_no_format_shows_a_character_of_what_was_found(checked_guilty: CheckedCorpus, format_: str) -> None:
    written = REPORTERS[format_](checked_guilty.report, ReportStyle(show=Level.NOTE, full=True))
    assert _leaked(checked_guilty, written) == []


def test_nothing_in_a_report_holds_what_was_found(checked_guilty: CheckedCorpus) -> None:
    report = checked_guilty.report
    everything = repr(report.diagnostics) + "".join(lines.text for lines in report.sources.values())
    assert _leaked(checked_guilty, everything) == []


def test_the_caret_is_under_what_was_found(checked_guilty: CheckedCorpus) -> None:
    for text, found in checked_guilty.found:
        # Where a line break is written as an escape, the caret is under the whole value.
        for diagnostic in found if "\n" not in text.value else ():
            location = location_of(diagnostic)
            line = checked_guilty.report.sources[location.path][location.line]
            assert re.fullmatch(r"[\s•()+,]+", line[location.column - 1 : location.end_column - 1]), text


def _leaked(checked: CheckedCorpus, written: str) -> list[str]:
    """The values that stand in an output: as they were written, or spaced in another way."""
    squeezed = re.sub(r"[\s./-]", "", written)
    return [text.value for text, _ in checked.found if text.value and _stands_in(text, written, squeezed)]


def _stands_in(text: Text, written: str, squeezed: str) -> bool:
    letters = re.sub(r"\W", "", text.value)
    return text.value in written or (len(letters) > 8 and letters in squeezed)
