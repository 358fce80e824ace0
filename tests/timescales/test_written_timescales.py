"""Every written form that is read, and the days it means."""

from datetime import date

import pytest

from coparent.timescales import (
    Calendar,
    Form,
    NotATimescale,
    Timescale,
    day_in_words,
    in_words,
    parse,
    parse_day,
    spanning,
)

DAY = ("31 March 2026", "2026-03-31", "2026-03-31")
MARCH = ("March 2026", "2026-03-01", "2026-03-31")
Q3 = ("October to December 2025", "2025-10-01", "2025-12-31")
THE_YEAR = ("2025/26", "2025-04-01", "2026-03-31")
SCHOOL_YEAR = ("academic year 2025/26", "2025-09-01", "2026-08-31")
YEAR_TO_MARCH = ("April 2024 to March 2025", "2024-04-01", "2025-03-31")
APRIL_TO_JUNE = ("April to June 2026", "2026-04-01", "2026-06-30")
FIRST_HALF = ("April to September 2026", "2026-04-01", "2026-09-30")

READ: dict[Form, dict[str, tuple[str, str, str]]] = {
    Form.DAY: {
        "2026-03-31": DAY,
        "31 March 2026": DAY,
        "31 Mar 2026": DAY,
        "31/03/2026": DAY,
        "31/3/2026": DAY,
        "31.3.2026": DAY,
        "31-03-2026": DAY,
        "31st March 2026": DAY,
        "the 31st of March 2026": DAY,
        "31 march 2026": DAY,
        "31 MARCH 2026": DAY,
        "31  March\t2026": DAY,
        "31\u00a0March\u00a02026": DAY,
        "31 March 2026.": DAY,
        "31 March, 2026": DAY,
        "31-Mar-2026": DAY,
        "31\u2011Mar\u20112026": DAY,
        "2026\u201303\u201331": DAY,
        "by 31 March 2026": DAY,
        "by the end of 31 March 2026": DAY,
        "Tuesday 31 March 2026": DAY,
        "Tues. 31 March 2026": DAY,
        "Tue, 31st March 2026": DAY,
        "Tuesday 31/03/2026": DAY,
        "3 April 2026": ("3 April 2026", "2026-04-03", "2026-04-03"),
        "03/04/2026": ("3 April 2026", "2026-04-03", "2026-04-03"),
        "29 February 2028": ("29 February 2028", "2028-02-29", "2028-02-29"),
    },
    Form.MONTH: {
        "2026-03": MARCH,
        "March 2026": MARCH,
        "Mar 2026": MARCH,
        "Mar. 2026": MARCH,
        "MAR 2026": MARCH,
        "Mar-2026": MARCH,
        "mid-March 2026": MARCH,
        "mid March 2026": MARCH,
        "end-March 2026": MARCH,
        "end of March 2026": MARCH,
        "By the end of March 2026": MARCH,
        "by March 2026": MARCH,
        "March\u20142026": MARCH,
        "Sept 2026": ("September 2026", "2026-09-01", "2026-09-30"),
        "Sept. 2026": ("September 2026", "2026-09-01", "2026-09-30"),
        "Sep 2026": ("September 2026", "2026-09-01", "2026-09-30"),
        "February 2028": ("February 2028", "2028-02-01", "2028-02-29"),
        "2025-12": ("December 2025", "2025-12-01", "2025-12-31"),
        "2011-12": ("December 2011", "2011-12-01", "2011-12-31"),
    },
    Form.SPAN: {
        "January to March 2026": ("January to March 2026", "2026-01-01", "2026-03-31"),
        "Jan-Mar 2026": ("January to March 2026", "2026-01-01", "2026-03-31"),
        "Jan \u2013 Mar 2026": ("January to March 2026", "2026-01-01", "2026-03-31"),
        "December 2025 to February 2026": ("December 2025 to February 2026", "2025-12-01", "2026-02-28"),
        "Dec 2025-Feb 2026": ("December 2025 to February 2026", "2025-12-01", "2026-02-28"),
        "March/April 2026": ("March to April 2026", "2026-03-01", "2026-04-30"),
        "March and April 2026": ("March to April 2026", "2026-03-01", "2026-04-30"),
        "2026-03 to 2026-06": ("March to June 2026", "2026-03-01", "2026-06-30"),
        "1 to 31 October 2026": ("October 2026", "2026-10-01", "2026-10-31"),
        "1st to 14th October 2026": ("1 to 14 October 2026", "2026-10-01", "2026-10-14"),
        "1\u201314 October 2026": ("1 to 14 October 2026", "2026-10-01", "2026-10-14"),
        "Monday 5 to Friday 9 October 2026": ("5 to 9 October 2026", "2026-10-05", "2026-10-09"),
        "1 April to 30 June 2026": APRIL_TO_JUNE,
        "1 April-30 June 2026": APRIL_TO_JUNE,
        "2026-04-01 to 2026-06-30": APRIL_TO_JUNE,
        "2026-04-01 \u2212 2026-06-30": APRIL_TO_JUNE,
        "01/04/2026 to 30/06/2026": APRIL_TO_JUNE,
        "1 April to 15 June 2026": ("1 April to 15 June 2026", "2026-04-01", "2026-06-15"),
        "1 March 2026-31 May 2026": ("March to May 2026", "2026-03-01", "2026-05-31"),
        "December 2025 to 26 March 2026": ("1 December 2025 to 26 March 2026", "2025-12-01", "2026-03-26"),
        "December 2025 - 26th March 2026": ("1 December 2025 to 26 March 2026", "2025-12-01", "2026-03-26"),
        "October 2022 to October 2027": ("October 2022 to October 2027", "2022-10-01", "2027-10-31"),
        "2022/23 to 2026/27": ("April 2022 to March 2027", "2022-04-01", "2027-03-31"),
        "spring/summer 2026": ("March to August 2026", "2026-03-01", "2026-08-31"),
        "spring to summer term 2026": ("January to July 2026", "2026-01-01", "2026-07-31"),
    },
    Form.QUARTER: {
        "Q3 2025/26": Q3,
        "q3 2025/26": Q3,
        "2025/26 Q3": Q3,
        "2025/26 - Q3": Q3,
        "Q3, 2025-26": Q3,
        "Q3 FY 2025/26": Q3,
        "Quarter 3 2025-26": Q3,
        "Quarter 3 of 2025 to 2026": Q3,
        "third quarter of 2025/26": Q3,
        "end of Q3 2025/26": Q3,
        "Quarter 3 (October to December 2025)": Q3,
        "Q3 2025/26 (Oct - Dec)": Q3,
        "Q3 (Oct-Dec) 2025/26": Q3,
        "Q3 2025/26 (October to December 2025)": Q3,
        "Q4 2025/26": ("January to March 2026", "2026-01-01", "2026-03-31"),
        "Q1-Q2 2026/27": FIRST_HALF,
        "Q1 to Q2 2026/27": FIRST_HALF,
        "Q1/Q2 2026/27": FIRST_HALF,
        "Q1 & Q2 2026/27": FIRST_HALF,
        "Q1-2 2026/27": FIRST_HALF,
        "2026/27 Q1-Q2": FIRST_HALF,
        "Q4 2025/26 to Q1 2026/27": ("January to June 2026", "2026-01-01", "2026-06-30"),
    },
    Form.HALF: {
        "H1 2026/27": FIRST_HALF,
        "first half of 2026/27": FIRST_HALF,
        "the second half of 2025/26": ("October 2025 to March 2026", "2025-10-01", "2026-03-31"),
    },
    Form.FINANCIAL_YEAR: {
        "2025/26": THE_YEAR,
        "2025-26": THE_YEAR,
        "2025\u201326": THE_YEAR,
        "2025 - 26": THE_YEAR,
        "2025-2026": THE_YEAR,
        "2025/2026": THE_YEAR,
        "2025 to 2026": THE_YEAR,
        "FY 2025/26": THE_YEAR,
        "FY2025/26": THE_YEAR,
        "financial year 2025/26": THE_YEAR,
        "by the end of 2025/26": THE_YEAR,
        "1999/00": ("1999/00", "1999-04-01", "2000-03-31"),
        **dict.fromkeys(
            ("2011/12", "2011\u201312", "2011 \u2013 12", "2011 - 12", "2011\u201412", "2011\u201112"),
            ("2011/12", "2011-04-01", "2012-03-31"),
        ),
        "year 1 (2025 to 26)": THE_YEAR,
    },
    Form.ACADEMIC_YEAR: {
        "academic year 2025/26": SCHOOL_YEAR,
        "school year 2025-26": SCHOOL_YEAR,
        "the academic year 2025 to 2026": SCHOOL_YEAR,
    },
    Form.YEAR_ENDING: {
        "year ending March 2025": YEAR_TO_MARCH,
        "year to 31 March 2025": YEAR_TO_MARCH,
        "the year to March 2025": YEAR_TO_MARCH,
        "year ended 31/03/2025": YEAR_TO_MARCH,
        "year to 29 February 2024": ("March 2023 to February 2024", "2023-03-01", "2024-02-29"),
        "year to 28 February 2025": ("March 2024 to February 2025", "2024-03-01", "2025-02-28"),
        "year to 15 March 2025": ("16 March 2024 to 15 March 2025", "2024-03-16", "2025-03-15"),
    },
    Form.SEASON: {
        "spring 2026": ("March to May 2026", "2026-03-01", "2026-05-31"),
        "summer 2026": ("June to August 2026", "2026-06-01", "2026-08-31"),
        "Autumn 2026": ("September to November 2026", "2026-09-01", "2026-11-30"),
        "winter 2025/26": ("December 2025 to February 2026", "2025-12-01", "2026-02-28"),
        "winter 2027-28": ("December 2027 to February 2028", "2027-12-01", "2028-02-29"),
    },
    Form.TERM: {
        "autumn term 2026": ("September to December 2026", "2026-09-01", "2026-12-31"),
        "spring term 2026": ("1 January to 15 April 2026", "2026-01-01", "2026-04-15"),
        "end of summer term 2026": ("16 April to 31 July 2026", "2026-04-16", "2026-07-31"),
        "autumn term 2025/26": ("September to December 2025", "2025-09-01", "2025-12-31"),
        "spring term 2025/26": ("1 January to 15 April 2026", "2026-01-01", "2026-04-15"),
        "start of autumn term 2026": ("1 September 2026", "2026-09-01", "2026-09-01"),
        "by the start of the summer term 2026": ("16 April 2026", "2026-04-16", "2026-04-16"),
    },
    Form.YEAR: {
        "2026": ("2026", "2026-01-01", "2026-12-31"),
        "by 2030": ("2030", "2030-01-01", "2030-12-31"),
        "by the end of 2026": ("2026", "2026-01-01", "2026-12-31"),
    },
}


@pytest.mark.parametrize(
    ("written", "form", "meaning"),
    [(written, form, meaning) for form, rows in READ.items() for written, meaning in rows.items()],
)
def test_a_written_form_means_these_days_and_prints_in_months(
    written: str, form: Form, meaning: tuple[str, str, str]
) -> None:
    words, start, end = meaning
    found = parse(written)
    assert (found.form, found.start, found.end) == (form, date.fromisoformat(start), date.fromisoformat(end))
    assert found.written == written
    assert in_words(found) == words
    assert parse(words).days == found.days


@pytest.mark.parametrize("written", [*READ[Form.DAY]])
def test_every_form_of_a_day_is_a_date(written: str) -> None:
    assert parse_day(written) == parse(written).end


@pytest.mark.parametrize(
    ("written", "offer"),
    [("March 2026", "31 March 2026"), ("2025/26", "31 March 2026"), ("Q1 2026/27", "30 June 2026")],
)
def test_what_is_not_one_day_is_no_date_and_its_last_day_is_offered(written: str, offer: str) -> None:
    with pytest.raises(NotATimescale) as refusal:
        parse_day(written)
    assert refusal.value.message == f'"{written}" is not a single day'
    assert refusal.value.offers == (offer,)


@pytest.mark.parametrize("written", ["ongoing", "TBC", "every October", "end of plan"])
def test_what_has_no_days_is_no_date(written: str) -> None:
    with pytest.raises(NotATimescale, match="is not a single day"):
        parse_day(written)


@pytest.mark.parametrize(
    "written",
    ["to be confirmed", "TBC", "tbc", "T.B.C.", "TBA", "TBD", "n/a", "N/A", "to be agreed", "not applicable"],
)
def test_what_is_to_be_confirmed_is_unknown(written: str) -> None:
    found = parse(written)
    assert found.is_unknown
    assert not found.is_known
    assert not found.needs_review
    assert in_words(found) == "to be confirmed"


@pytest.mark.parametrize(
    "written",
    [
        "ongoing, review March 2027",
        "Ongoing (review March 2027)",
        "ongoing - review by the end of March 2027",
        "on-going; review in March 2027",
        "Ongoing. Review date: March 2027",
    ],
)
def test_ongoing_work_may_give_its_review(written: str) -> None:
    found = parse(written)
    assert found.is_ongoing
    assert not found.needs_review
    assert found.review is not None
    assert found.review.end == date(2027, 3, 31)
    assert in_words(found) == "ongoing, review March 2027"


@pytest.mark.parametrize("written", ["ongoing", "Ongoing", "on-going", "ongoing."])
def test_ongoing_work_without_a_review_needs_one(written: str) -> None:
    found = parse(written)
    assert found.is_ongoing
    assert found.needs_review
    assert found.days is None


PLAN = parse("1 May 2025 to 30 September 2026")

TURNS = [
    ("every October", "every October", ["2025-10-01 2025-10-31"]),
    ("each October", "every October", ["2025-10-01 2025-10-31"]),
    ("annually in October", "every October", ["2025-10-01 2025-10-31"]),
    ("31 August each year", "31 August each year", ["2025-08-31 2025-08-31", "2026-08-31 2026-08-31"]),
    ("31 August (annually)", "31 August each year", ["2025-08-31 2025-08-31", "2026-08-31 2026-08-31"]),
    ("every 31st of August", "31 August each year", ["2025-08-31 2025-08-31", "2026-08-31 2026-08-31"]),
    ("29 February each year", "29 February each year", ["2026-02-28 2026-02-28"]),
    ("every winter", "every December to February", ["2025-12-01 2026-02-28"]),
    ("every April to June", "every April to June", ["2025-05-01 2025-06-30", "2026-04-01 2026-06-30"]),
    ("every Q3", "every October to December", ["2025-10-01 2025-12-31"]),
    ("every spring term", "every 1 January to 15 April", ["2026-01-01 2026-04-15"]),
    ("yearly", "yearly", ["2025-05-01 2026-03-31"]),
    ("Annual", "yearly", ["2025-05-01 2026-03-31"]),
    ("every year", "yearly", ["2025-05-01 2026-03-31"]),
    (
        "six-monthly",
        "six-monthly",
        ["2025-05-01 2025-09-30", "2025-10-01 2026-03-31", "2026-04-01 2026-09-30"],
    ),
    (
        "Six monthly",
        "six-monthly",
        ["2025-05-01 2025-09-30", "2025-10-01 2026-03-31", "2026-04-01 2026-09-30"],
    ),
    (
        "termly",
        "termly",
        [
            "2025-05-01 2025-07-31",
            "2025-09-01 2025-12-31",
            "2026-01-01 2026-04-15",
            "2026-04-16 2026-07-31",
        ],
    ),
    (
        "quarterly",
        "quarterly",
        [
            "2025-05-01 2025-06-30",
            "2025-07-01 2025-09-30",
            "2025-10-01 2025-12-31",
            "2026-01-01 2026-03-31",
            "2026-04-01 2026-06-30",
            "2026-07-01 2026-09-30",
        ],
    ),
]


@pytest.mark.parametrize(("written", "words", "turns"), TURNS)
def test_a_recurring_form_takes_turns_within_the_plan(written: str, words: str, turns: list[str]) -> None:
    found = parse(written)
    assert found.is_recurring
    assert found.needs_review
    assert found.days is None
    assert [f"{turn.start} {turn.end}" for turn in found.turns(PLAN)] == turns
    assert in_words(found) == words
    assert parse(words).windows == found.windows


def test_a_monthly_form_takes_one_turn_a_month() -> None:
    turns = parse("monthly").turns(parse("2025/26"))
    assert len(turns) == 12
    assert str(turns[-1].end) == "2026-03-31"


def test_a_recurring_form_may_give_its_review() -> None:
    found = parse("quarterly, review March 2027")
    assert not found.needs_review
    assert in_words(found) == "quarterly, review March 2027"


@pytest.mark.parametrize("period", [None, parse("TBC"), parse("end of plan")])
def test_nothing_recurs_in_a_period_without_days(period: Timescale | None) -> None:
    assert parse("quarterly").turns(period) == ()


def test_a_turn_that_ends_on_the_first_day_of_the_plan_falls_in_it() -> None:
    turns = parse("quarterly").turns(parse("30 June 2025 to 29 December 2025"))
    assert [f"{turn.start} {turn.end}" for turn in turns] == ["2025-06-30 2025-06-30", "2025-07-01 2025-09-30"]


def test_only_a_recurring_form_takes_turns() -> None:
    assert parse("March 2026").turns(PLAN) == ()


@pytest.mark.parametrize(
    ("written", "words", "start", "end"),
    [
        ("year 1", "May 2025 to April 2026", "2025-05-01", "2026-04-30"),
        ("year 2", "May 2026 to April 2027", "2026-05-01", "2027-04-30"),
        ("by the end of year two of the plan", "May 2026 to April 2027", "2026-05-01", "2027-04-30"),
        ("end of plan", "30 September 2026", "2026-09-30", "2026-09-30"),
        ("by the end of the plan", "30 September 2026", "2026-09-30", "2026-09-30"),
    ],
)
def test_a_relative_form_is_placed_by_the_plan(written: str, words: str, start: str, end: str) -> None:
    found = parse(written)
    assert found.is_relative
    assert not found.is_known
    placed = found.within(PLAN)
    assert (str(placed.start), str(placed.end)) == (start, end)
    assert placed.is_known
    assert not placed.is_relative
    assert placed.written == written
    assert in_words(placed) == words
    assert parse(in_words(found)).plan_year == found.plan_year


@pytest.mark.parametrize("written", ["year 2", "end of plan"])
def test_a_relative_form_waits_for_a_period_with_days(written: str) -> None:
    found = parse(written)
    assert found.within(None) is found
    assert found.within(parse("TBC")) is found


def test_a_review_is_placed_by_the_plan_too() -> None:
    review = parse("ongoing, review year 1").within(PLAN).review
    assert review is not None
    assert review.end == date(2026, 4, 30)


def test_what_is_not_relative_stays_where_it_is() -> None:
    found = parse("March 2026")
    assert found.within(PLAN) is found


@pytest.mark.parametrize(
    ("written", "calendar", "start", "end"),
    [
        ("Q1 2025/26", Calendar(year_starts=9), "2025-09-01", "2025-11-30"),
        ("H2 2025/26", Calendar(year_starts=9), "2026-03-01", "2026-08-31"),
        ("2025/26", Calendar(year_starts=8), "2025-08-01", "2026-07-31"),
        ("Q3 (January to March 2026)", Calendar(year_starts=7), "2026-01-01", "2026-03-31"),
        ("autumn term 2026", Calendar(autumn=((9, 4), (12, 18))), "2026-09-04", "2026-12-18"),
        ("autumn term 2026", Calendar(autumn=((9, 4), (1, 8))), "2026-09-04", "2027-01-08"),
        ("academic year 2025/26", Calendar(year_starts=1), "2025-09-01", "2026-08-31"),
    ],
)
def test_the_settings_calendar_places_years_and_terms(written: str, calendar: Calendar, start: str, end: str) -> None:
    found = parse(written, calendar)
    assert (str(found.start), str(found.end)) == (start, end)


def test_turns_follow_the_settings_calendar() -> None:
    turns = parse("quarterly", Calendar(year_starts=6)).turns(parse("June 2025 to May 2026"))
    assert [str(turn.end) for turn in turns] == ["2025-08-31", "2025-11-30", "2026-02-28", "2026-05-31"]


def test_timescales_sort_by_first_day_then_last_with_those_without_days_at_the_end() -> None:
    order = [
        "2025/26",
        "31 March 2026",
        "1 to 30 April 2026",
        "Q1 2026/27",
        "year 2",
        "yearly",
        "ongoing",
        "to be confirmed",
    ]
    found = sorted(map(parse, reversed(order)), key=lambda timescale: timescale.sort_key)
    assert [timescale.written for timescale in found] == order


@pytest.mark.parametrize(
    ("later", "earlier", "is_after"),
    [
        ("April 2026", "March 2026", True),
        ("Q1 2026/27", "31 March 2026", True),
        ("31 March 2026", "March 2026", False),
        ("March 2026", "March 2026", False),
        ("2026", "2025/26", False),
        ("ongoing", "March 2026", False),
        ("April 2026", "TBC", False),
        ("April 2026", "year 1", False),
    ],
)
def test_one_timescale_is_after_another_only_when_no_reading_says_otherwise(
    later: str, earlier: str, is_after: bool
) -> None:
    assert parse(later).is_after(parse(earlier)) is is_after
    assert not parse(earlier).is_after(parse(later))


def test_a_period_spans_its_start_and_its_end() -> None:
    period = spanning(parse("October 2022"), parse("Q3 2027/28"))
    assert period.days == (date(2022, 10, 1), date(2027, 12, 31))
    assert period.written == "October 2022 to Q3 2027/28"


def test_a_day_is_printed_without_noughts_or_ordinals() -> None:
    assert day_in_words(date(2026, 3, 1)) == "1 March 2026"
