"""The edges of timescales: leap years, the first and last years, days that only just follow each other."""

from datetime import date

import pytest

from coparent.timescales import (
    Calendar,
    Form,
    NotATimescale,
    Timescale,
    in_words,
    parse,
    parse_duration,
    spanning,
)


def days(written: str) -> tuple[str, str]:
    found = parse(written)
    return str(found.start), str(found.end)


def refusal(written: str) -> tuple[str, tuple[str, ...]]:
    with pytest.raises(NotATimescale) as raised:
        parse(written)
    return raised.value.message, raised.value.offers


@pytest.mark.parametrize(("year", "is_leap"), [(1900, False), (1980, True), (2000, True), (2026, False), (2100, False)])
def test_a_leap_year_has_a_29_february(year: int, is_leap: bool) -> None:
    assert parse(f"February {year}").end == date(year, 2, 29 if is_leap else 28)
    if is_leap:
        assert days(f"29 February {year}") == (f"{year}-02-29",) * 2
    else:
        assert refusal(f"29 February {year}") == (f"February {year} has 28 days", (f"28 February {year}",))


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("1900-01-01", "1900-01-01", "1900-01-01"),
        ("2200-12-31", "2200-12-31", "2200-12-31"),
        ("01/01/1900", "1900-01-01", "1900-01-01"),
        ("1 January 1900", "1900-01-01", "1900-01-01"),
        ("31 December 2200", "2200-12-31", "2200-12-31"),
        ("January 1900", "1900-01-01", "1900-01-31"),
        ("December 2200", "2200-12-01", "2200-12-31"),
        ("1900", "1900-01-01", "1900-12-31"),
        ("2200", "2200-01-01", "2200-12-31"),
        ("1900/01", "1900-04-01", "1901-03-31"),
        ("31 March and 1 April 2026", "2026-03-31", "2026-04-01"),
        ("28 February and 1 March 2026", "2026-02-28", "2026-03-01"),
        ("March and April 2026", "2026-03-01", "2026-04-30"),
        ("March 2026 to March 2026", "2026-03-01", "2026-03-31"),
        ("2025/26 to March 2026", "2025-04-01", "2026-03-31"),
        ("April 2025 to 2025/26", "2025-04-01", "2026-03-31"),
        ("25/26 March 2026", "2026-03-25", "2026-03-26"),
        ("year 1 (March 2026)", "2026-03-01", "2026-03-31"),
    ],
)
def test_the_first_and_the_last_that_are_read(written: str, first: str, last: str) -> None:
    assert days(written) == (first, last)


@pytest.mark.parametrize(
    ("written", "message", "offers"),
    [
        ("1899", "the year 1899 is not between 1900 and 2200", ()),
        ("2201", "the year 2201 is not between 1900 and 2200", ()),
        ("2200/01", "the year 2201 is not between 1900 and 2200", ()),
        ("2026-00-10", "there is no month 0", ()),
        ("31/00/2026", "there is no month 0", ()),
        ("2026-13-12", "there is no month 13", ("2026-12-13",)),
        ("April 2026/27", '"April 2026/27" gives one month two years', ("April 2026",)),
        (
            "5.1.26",
            '"5.1.26" has a year of two figures: it needs four',
            ("5 January 2026", "26 January 2005"),
        ),
        ("13.14.26", '"13.14.26" has a year of two figures: it needs four', ()),
        ("99/00", '"99/00" has a year of two figures: it needs four', ("2099/00",)),
        ("12/13", '"12/13" has a year of two figures: it needs four', ("2012/13",)),
        ("2026/01", '"2026/01" is not a year and the one after it', ("January 2026",)),
        ("2026/12", '"2026/12" is not a year and the one after it', ("December 2026",)),
        ("2026/13", '"2026/13" is not a year and the one after it', ()),
        ("Q0 2025/26", "a year has four quarters", ()),
        ("H0 2025/26", "a year has two halves", ()),
        (
            "30 March/1 April 2026",
            '"30 March/1 April 2026" could be two times or everything between them',
            ("30 March to 1 April 2026",),
        ),
        (
            "March to April to May 2026",
            '"March to April to May 2026" is not a timescale we can read',
            (),
        ),
        (
            "ongoing, review March 2027, review May 2027",
            'the review in "ongoing, review March 2027, review May 2027" has no date that can be read',
            (),
        ),
        ("March 2027 (moved)", '"March 2027 (moved)" says that the date has moved', ("March 2027",)),
        ("March (2026", '"March (2026" is not a timescale we can read', ("March 2026",)),
        ("(March 2026)", '"(March 2026)" is not a timescale we can read', ("March 2026",)),
        ("March ()", '"March ()" is not a timescale we can read', ()),
        ("Jume 2026", '"Jume 2026" has a word we do not know: "Jume"', ("June 2026",)),
        (
            "Febuary 2026 to Septmber 2026",
            '"Febuary 2026 to Septmber 2026" has a word we do not know: "Febuary", "Septmber"',
            ("February 2026 to September 2026",),
        ),
        ("x" * 60, f'"{"x" * 60}" is not a timescale we can read', ()),
        ("x" * 61, f'"{"x" * 57}..." is not a timescale we can read', ()),
    ],
)
def test_the_first_and_the_last_that_are_refused(written: str, message: str, offers: tuple[str, ...]) -> None:
    assert refusal(written) == (message, offers)


@pytest.mark.parametrize(
    ("weekday", "nearest"),
    [
        ("Tuesday", "31 March"),
        ("Wednesday", "1 April"),
        ("Thursday", "2 April"),
        ("Friday", "27 March"),
        ("Saturday", "28 March"),
        ("Sunday", "29 March"),
    ],
)
def test_the_nearest_day_of_the_week_is_offered(weekday: str, nearest: str) -> None:
    message, offers = refusal(f"{weekday} 30 March 2026")
    assert message == f"30 March 2026 is a Monday, not a {weekday}"
    assert offers == ("Monday 30 March 2026", f"{weekday} {nearest} 2026")


@pytest.mark.parametrize("written", ["36600 days", "5228 weeks", "1200 months", "100 years"])
def test_a_hundred_years_is_the_longest_duration(written: str) -> None:
    number, unit = written.split()
    assert parse_duration(written).written == written
    with pytest.raises(NotATimescale, match="longer than 100 years"):
        parse_duration(f"{int(number) + 1} {unit}")


@pytest.mark.parametrize(
    ("year_starts", "day", "quarter"),
    [
        (4, date(2026, 4, 1), (2026, 1)),
        (4, date(2026, 6, 30), (2026, 1)),
        (4, date(2026, 7, 1), (2026, 2)),
        (4, date(2026, 12, 31), (2026, 3)),
        (4, date(2026, 3, 31), (2025, 4)),
        (1, date(2026, 12, 31), (2026, 4)),
        (9, date(2026, 8, 31), (2025, 4)),
    ],
)
def test_a_day_is_in_a_quarter_of_the_financial_year(year_starts: int, day: date, quarter: tuple[int, int]) -> None:
    assert Calendar(year_starts=year_starts).quarter_of(day) == quarter


# Turns.


def turns(written: str, first: date, last: date) -> list[tuple[str, str]]:
    period = Timescale("the plan", Form.SPAN, first, last)
    return [(str(turn.start), str(turn.end)) for turn in parse(written).turns(period)]


def test_a_year_has_as_many_turns_as_its_name_says() -> None:
    year = date(2026, 4, 1), date(2027, 3, 31)
    numbers = {"monthly": 12, "quarterly": 4, "termly": 3, "six-monthly": 2, "yearly": 1}
    assert {written: len(turns(written, *year)) for written in numbers} == numbers
    assert len(set(turns("monthly", *year))) == 12


def test_turns_end_within_the_period_to_the_day() -> None:
    assert turns("quarterly", date(2026, 6, 30), date(2026, 9, 30)) == [
        ("2026-06-30", "2026-06-30"),
        ("2026-07-01", "2026-09-30"),
    ]
    assert turns("quarterly", date(2026, 7, 1), date(2026, 9, 29)) == []
    assert turns("monthly", date(2028, 2, 1), date(2028, 2, 29)) == [("2028-02-01", "2028-02-29")]


@pytest.mark.parametrize("written", ["yearly", "every October", "every 29 February", "every December to February"])
def test_what_comes_round_reads_as_it_was_written(written: str) -> None:
    words = in_words(parse(written))
    assert words == {"every 29 February": "29 February each year"}.get(written, written)


# Order, and whether there are days.


def test_timescales_sort_by_their_first_day_then_by_their_last() -> None:
    written = ["March 2026", "1 March 2026", "January 2026", "2026", "year 1", "yearly", "ongoing", "to be confirmed"]
    assert [timescale.written for timescale in sorted(map(parse, written), key=lambda found: found.sort_key)] == [
        "January 2026",
        "2026",
        "1 March 2026",
        "March 2026",
        *written[4:],
    ]


def test_a_span_is_known_if_both_its_ends_are() -> None:
    start, unknown = parse("April 2026"), parse("to be confirmed")
    assert spanning(start, parse("May 2026")).is_known
    assert not spanning(start, unknown).is_known
    assert not spanning(unknown, start).is_known
