"""Lengths of time, written and counted."""

from datetime import date

import pytest

from coparent.timescales import NotATimescale, add_months, parse_duration


@pytest.mark.parametrize(
    ("written", "after"),
    [
        ("1 day", "2026-04-01"),
        ("30 days", "2026-04-30"),
        ("6 weeks", "2026-05-12"),
        ("1 Week", "2026-04-07"),
        ("1 month", "2026-04-30"),
        ("3 months", "2026-06-30"),
        ("11 months", "2027-02-28"),
        (" 1  year ", "2027-03-31"),
        ("0 days", "2026-03-31"),
    ],
)
def test_a_duration_counts_from_a_day(written: str, after: str) -> None:
    duration = parse_duration(written)
    assert duration.written == written
    assert str(duration.after(date(2026, 3, 31))) == after


def test_a_year_from_the_leap_day_is_the_end_of_february() -> None:
    assert parse_duration("1 year").after(date(2028, 2, 29)) == date(2029, 2, 28)


def test_months_are_added_across_years() -> None:
    assert add_months(date(2025, 10, 31), 4) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("written", "says", "offers"),
    [
        ("3", '"3" is not a length of time', ("3 days", "3 weeks", "3 months")),
        ("3m", '"3m" is not a length of time', ("3 months",)),
        ("1w", '"1w" is not a length of time', ("1 week",)),
        ("about 2 yrs", '"about 2 yrs" is not a length of time', ("2 years",)),
        ("soon", '"soon" is not a length of time', ("3 months", "6 weeks", "30 days")),
        ("-3 months", '"-3 months" is not a length of time', ("3 months",)),
        ("", '"" is not a length of time', ("3 months", "6 weeks", "30 days")),
        ("2 fortnights", '"2 fortnights" is not a length of time', ("2 days", "2 weeks", "2 months")),
        ("101 years", '"101 years" is longer than 100 years', ("100 years",)),
        ("99999 weeks", '"99999 weeks" is longer than 100 years', ("100 years",)),
    ],
)
def test_what_is_not_a_duration_is_refused(written: str, says: str, offers: tuple[str, ...]) -> None:
    with pytest.raises(NotATimescale) as refusal:
        parse_duration(written)
    assert (refusal.value.message, refusal.value.offers) == (says, offers)
    for offer in offers:
        assert parse_duration(offer).written == offer
