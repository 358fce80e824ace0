"""What holds for every timescale, whatever is written."""

import contextlib
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from coparent.timescales import (
    Calendar,
    NotATimescale,
    Timescale,
    day_in_words,
    in_words,
    parse,
    parse_day,
    parse_duration,
    span_in_words,
)

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

days = st.dates(date(1901, 1, 1), date(2198, 12, 31))
years = st.integers(1901, 2197)
months = st.sampled_from([*MONTHS, *(name[:3] for name in MONTHS), "Sept", "Sept.", "mid-March"])
labels = st.builds(lambda year, mark: f"{year}{mark}{(year + 1) % 100:02}", years, st.just("/")) | st.builds(
    lambda year, mark: f"{year}{mark}{year + 1}", years, st.sampled_from(["/", "-", " to ", "\u2013"])
)
numbers = st.integers(1, 28)

written = st.one_of(
    days.map(str),
    days.map(day_in_words),
    days.map(lambda day: f"{day:%A} {day_in_words(day)}"),
    days.map(lambda day: f"{day.day}/{day.month}/{day.year}"),
    st.builds("{} {}".format, months, years),
    st.builds("{} to {}".format, days, days),
    st.builds("{} {} to {} {}".format, months, years, months, years),
    st.builds("{} to {} {} {}".format, numbers, numbers, months, years),
    st.builds("{}-{} {}".format, months, months, years),
    st.builds("Q{} {}".format, st.integers(1, 4), labels),
    st.builds("{1} Q{0}".format, st.integers(1, 4), labels),
    st.builds("Q{}-Q{} {}".format, st.integers(1, 4), st.integers(1, 4), labels),
    st.builds("H{} {}".format, st.integers(1, 2), labels),
    labels,
    st.builds("{} {}".format, st.sampled_from(["academic year", "school year", "FY", "winter"]), labels),
    st.builds("year to {} {} {}".format, numbers, months, years),
    st.builds("{} {}".format, st.sampled_from(["spring", "summer", "autumn", "year ending May"]), years),
    st.builds(
        "{}{} term {}".format,
        st.sampled_from(["", "start of "]),
        st.sampled_from(["spring", "summer", "autumn"]),
        years,
    ),
    years.map(str),
    st.builds("every {}".format, months),
    st.builds("every {} to {}".format, months, months),
    st.builds("{} {} each year".format, numbers, months),
    st.sampled_from(["yearly", "six-monthly", "termly", "quarterly", "monthly", "every winter", "every Q4"]),
    st.builds("ongoing, review {} {}".format, months, years),
    st.sampled_from(["ongoing", "TBC", "n/a", "end of plan"]),
    st.integers(1, 9).map("year {}".format),
)
windows = st.tuples(st.tuples(st.integers(1, 12), numbers), st.tuples(st.integers(1, 12), st.integers(1, 31)))
calendars = st.builds(
    Calendar, year_starts=st.integers(1, 12), autumn=windows, spring=windows, summer=windows
) | st.just(Calendar())

pieces = st.sampled_from(
    (
        *(*MONTHS, "Tuesday", "autumn", "winter", "term", "year", "academic year", "year to", "quarterly"),
        *("Q3", "H1", "2025/26", "2026", "26", "31", "31st", "30/02/2026", "1.1.26"),
        *("-", "/", " to ", "and", "(", ")", ",", "the", "by", "end of", "start of"),
        *("early", "was", "within", "every", "each year", "review", "ongoing"),
    )
)
anything = st.text(max_size=220) | st.lists(pieces, max_size=14).map(" ".join) | st.lists(pieces).map("".join)


def read(text: str, calendar: Calendar) -> Timescale | None:
    with contextlib.suppress(NotATimescale):
        return parse(text, calendar)
    return None


@settings(deadline=None)
@given(written, calendars)
@example("year 1 (2025 to 26)", Calendar())
def test_what_is_printed_is_read_back_as_the_same_days(text: str, calendar: Calendar) -> None:
    found = read(text, calendar)
    if found is not None:
        again = parse(in_words(found), calendar)
        assert (again.start, again.end, again.plan_year) == (found.start, found.end, found.plan_year)
        assert again.windows == found.windows
        assert again.needs_review == found.needs_review
        assert in_words(again) == in_words(found)


@settings(deadline=None)
@given(written, calendars)
def test_what_was_written_is_kept_and_read_the_same_again(text: str, calendar: Calendar) -> None:
    found = read(text, calendar)
    if found is not None:
        assert found.written == text
        assert parse(found.written, calendar) == found


@settings(deadline=None)
@given(written)
def test_a_timescale_begins_no_later_than_it_ends(text: str) -> None:
    found = read(text, Calendar())
    if found is not None and found.start is not None and found.end is not None:
        assert found.start <= found.end


@given(days, days)
def test_any_run_of_days_is_read_back_from_its_words(one: date, other: date) -> None:
    start, end = sorted((one, other))
    found = parse(span_in_words(start, end))
    assert (found.start, found.end) == (start, end)


@given(days)
def test_a_day_is_read_from_figures_or_words(day: date) -> None:
    for text in (str(day), day_in_words(day), f"{day:%d/%m/%Y}", f"{day.day}.{day.month}.{day.year}"):
        assert parse_day(text) == day


@settings(deadline=None)
@given(st.lists(written, max_size=8))
def test_the_order_is_total_and_keeps_to_the_days(texts: list[str]) -> None:
    found = [timescale for text in texts if (timescale := read(text, Calendar()))]
    ordered = sorted(dict.fromkeys(found), key=lambda timescale: timescale.sort_key)
    assert ordered == sorted({*found}, key=lambda timescale: timescale.sort_key)
    for earlier, later in pairwise(ordered):
        assert not earlier.is_after(later)
        assert earlier.is_known or not later.is_known
        assert earlier.sort_key < later.sort_key


@settings(deadline=None)
@given(written, written)
def test_two_timescales_are_never_each_after_the_other(one: str, other: str) -> None:
    first, second = read(one, Calendar()), read(other, Calendar())
    if first is not None and second is not None:
        assert not (first.is_after(second) and second.is_after(first))
        assert not first.is_after(first)


@given(st.sampled_from(["yearly", "six-monthly", "quarterly", "monthly"]), days, days, st.integers(1, 12))
def test_turns_follow_one_another_within_the_period(text: str, one: date, other: date, year_starts: int) -> None:
    start, end = min(one, other), min(max(one, other), min(one, other) + timedelta(days=2000))
    turns = parse(text, Calendar(year_starts=year_starts)).turns(parse(span_in_words(start, end)))
    for turn in turns:
        assert start <= turn.start <= turn.end <= end
    for earlier, later in pairwise(turns):
        assert later.start - earlier.end == timedelta(days=1)


@settings(max_examples=400, deadline=None)
@given(anything, calendars)
def test_any_text_is_read_or_refused_with_offers_that_are_read(text: str, calendar: Calendar) -> None:
    offers: tuple[str, ...] = ()
    try:
        parse(text, calendar)
    except NotATimescale as refusal:
        offers = refusal.offers
    for offer in offers:
        assert parse(offer, calendar).written == offer


@settings(deadline=None)
@given(anything)
def test_any_text_is_a_day_or_a_duration_or_refused(text: str) -> None:
    for read_it in (parse_day, parse_duration):
        with contextlib.suppress(NotATimescale):
            read_it(text)


def test_text_made_to_be_slow_is_refused_all_the_same() -> None:
    """A pattern that tries every way of reading such a text would never come to an end."""
    for piece in (
        "a ",
        "2 ",
        "Q1 ",
        "1/1/",
        "year ",
        "every ",
        "(",
        "review ",
        "1 to ",
        "annually, ",
        "was 2026 ",
    ):
        with contextlib.suppress(NotATimescale):
            parse((piece * 200)[:200])
