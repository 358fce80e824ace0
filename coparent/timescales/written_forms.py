"""Every way to write one day, month, quarter, term or year that is accepted, and the days that each means."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple, NoReturn, TypeAlias

from coparent.timescales.calendars import (
    MONTHS,
    SEASONS,
    WEEKDAYS,
    Calendar,
    add_months,
    month_end,
    month_length,
    month_run,
    nearest_day,
)
from coparent.timescales.formatting import day_in_words, month_in_words, two_years
from coparent.timescales.timescale import Form, NotATimescale, Timescale, quote


class Written(NamedTuple):
    """Words in one written form: the numbers that their tokens stand for, in order, and the calendar to go by."""

    words: str
    numbers: tuple[int, ...]
    calendar: Calendar


WrittenForm: TypeAlias = Callable[[Written], Timescale]
"""Takes words that have this form; raises NotATimescale where they have no days or could have two meanings."""


def _day_in_figures(written: Written) -> Timescale:
    year, month, day = written.numbers[-3:]
    figures = written.words.split()[-1]
    if not 1 <= month <= 12:
        _refuse_month(year, month, day, figures)
    try:
        return _day(written.words, year, month, day)
    except NotATimescale as refusal:
        if not figures.startswith(f"{year}-"):
            raise
        offers = (nearest_day(year, month, max(day, 1)).isoformat(),)
        raise NotATimescale(refusal.message, offers, impossible_day=True) from None


def _day_in_words(written: Written) -> Timescale:
    day, month, year = written.numbers[-3:]
    return _day(written.words, year, month, day)


def _day(words: str, year: int, month: int, day: int) -> Timescale:
    if 1 <= day <= month_length(year, month):
        return Timescale(words, Form.DAY, date(year, month, day), date(year, month, day))
    nearest = nearest_day(year, month, max(day, 1))
    message = f"{month_in_words(nearest)} has {nearest.day} days" if day else "there is no day 0"
    raise NotATimescale(message, (day_in_words(nearest),), impossible_day=True)


def _refuse_month(year: int, month: int, day: int, figures: str) -> NoReturn:
    """Refuse a day in figures with no such month; offer it with day and month the other way round, if there is one."""
    message = f"there is no month {month}"
    if not (1 <= day <= 12 and 1 <= month <= month_length(year, day)):
        raise NotATimescale(message, impossible_day=True)
    if figures.startswith(f"{year}-"):
        raise NotATimescale(message, (f"{year}-{day:02}-{month:02}",), impossible_day=True)
    mark = figures.strip("0123456789")[0]
    first, second, _ = figures.split(mark)
    offer = f"{second}{mark}{first}{mark}{year}"
    raise NotATimescale(f"{quote(figures)} has the month first; here the day comes first", (offer,))


def _on_weekday(form: WrittenForm, written: Written) -> Timescale:
    weekday, found = written.numbers[0], form(written)
    if found.start is None or found.start.weekday() == weekday:
        return found
    day = found.start
    right, given = WEEKDAYS[day.weekday()], WEEKDAYS[weekday]
    nearest = day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)
    offers = (f"{right} {day_in_words(day)}", f"{given} {day_in_words(nearest)}")
    raise NotATimescale(f"{day_in_words(day)} is a {right}, not a {given}", offers, disagrees=True)


def _month(written: Written) -> Timescale:
    month, year = written.numbers
    return Timescale(written.words, Form.MONTH, date(year, month, 1), month_end(year, month))


def first_of_two_years(words: str, first: int, last: int) -> int:
    """The first of two years; raises NotATimescale where the second does not follow it."""
    if last == first + 1:
        return first
    if last > first:
        offers = [f"{two_years(first)} to {two_years(last - 1)}", f"January {first} to December {last}"]
        raise NotATimescale(f"{quote(words)} is more than one year, and could end in two places", tuple(offers))
    offers = [two_years(last if last == first - 1 else first)]
    if 1 <= last % 100 <= 12:
        offers.append(f"{MONTHS[last % 100 - 1]} {first}")
    raise NotATimescale(f"{quote(words)} is not a year and the one after it", tuple(offers))


def _part_of_year(form: Form, last: str, refusal: str, written: Written) -> Timescale:
    """A quarter or half of the financial year, `last` being the name of the year's last one."""
    number, *years = written.numbers
    first, parts = first_of_two_years(written.words, *years), int(last[1:])
    if not 1 <= number <= parts:
        raise NotATimescale(refusal, hint=f"write the one that is meant, {last[0]}1 to {last}")
    return Timescale(written.words, form, *written.calendar.part(first, 12 // parts, number))


def _financial_year(written: Written) -> Timescale:
    first = first_of_two_years(written.words, *written.numbers)
    return Timescale(written.words, Form.FINANCIAL_YEAR, *written.calendar.financial_year(first))


def _academic_year(written: Written) -> Timescale:
    first = first_of_two_years(written.words, *written.numbers)
    return Timescale(written.words, Form.ACADEMIC_YEAR, *month_run(date(first, 9, 1), 12))


def _year(written: Written) -> Timescale:
    (year,) = written.numbers
    return Timescale(written.words, Form.YEAR, date(year, 1, 1), date(year, 12, 31))


def _year_ending(form: WrittenForm, written: Written) -> Timescale:
    end = form(written).end
    if end is None:
        raise NotATimescale(f"{quote(written.words)} does not say which day the year ends on")
    # The year to 28 February 2025 begins on 1 March 2024, so it is counted from the day after.
    return Timescale(written.words, Form.YEAR_ENDING, add_months(end + timedelta(days=1), -12), end)


def _season(written: Written) -> Timescale:
    season, year = written.numbers
    if SEASONS[season] == "winter":
        offers = (f"winter {two_years(year)}", f"winter {two_years(year - 1)}")
        raise NotATimescale(f"{quote(written.words)} could be two different winters", offers)
    return Timescale(written.words, Form.SEASON, *month_run(date(year, 3 * season + 3, 1), 3))


def _season_of_two_years(written: Written) -> Timescale:
    season, *years = written.numbers
    first = first_of_two_years(written.words, *years)
    if SEASONS[season] != "winter":
        offers = (f"{SEASONS[season]} {first}", f"{SEASONS[season]} {first + 1}")
        raise NotATimescale(f"{quote(written.words)} could be in two different years", offers)
    return Timescale(written.words, Form.SEASON, *month_run(date(first, 12, 1), 3))


def _term(written: Written) -> Timescale:
    season, year = written.numbers
    if SEASONS[season] == "winter":
        raise NotATimescale("there is no winter term", hint="write the autumn term or the spring term")
    return Timescale(written.words, Form.TERM, *written.calendar.term(SEASONS[season], year))


def _term_of_two_years(written: Written) -> Timescale:
    season, *years = written.numbers
    first = first_of_two_years(written.words, *years)
    year = first if SEASONS[season] == "autumn" else first + 1
    return _term(written._replace(numbers=(season, year)))


def _start_of(form: WrittenForm, written: Written) -> Timescale:
    found = form(written)
    return Timescale(written.words, found.form, found.start, found.start)


def _plan_year(written: Written) -> Timescale:
    (number,) = written.numbers
    if number == 0:
        raise NotATimescale("the years of a plan are counted from 1", hint="write  year 1  for the first")
    return Timescale(written.words, Form.RELATIVE, plan_year=number)


_DAYS: dict[str, WrittenForm] = {"day": _day_in_figures, "number month year": _day_in_words}
_MONTHS: dict[str, WrittenForm] = {"month year": _month, "iso_month": _month}
_TERMS: dict[str, WrittenForm] = {"season term year": _term, "season term years": _term_of_two_years}

WRITTEN_FORMS: dict[str, WrittenForm] = {
    **_DAYS,
    **{f"weekday {kinds}": partial(_on_weekday, form) for kinds, form in _DAYS.items()},
    **_MONTHS,
    "quarter years": partial(_part_of_year, Form.QUARTER, "Q4", "a year has four quarters"),
    "half years": partial(_part_of_year, Form.HALF, "H2", "a year has two halves"),
    "years": _financial_year,
    "academic years": _academic_year,
    "year": _year,
    **{f"ending {kinds}": partial(_year_ending, form) for kinds, form in (_DAYS | _MONTHS).items()},
    "season year": _season,
    "season years": _season_of_two_years,
    **_TERMS,
    **{f"start {kinds}": partial(_start_of, form) for kinds, form in _TERMS.items()},
    "plan_year": _plan_year,
    "plan_end": lambda written: Timescale(written.words, Form.RELATIVE),
}
"""The forms by the kinds of their tokens."""
