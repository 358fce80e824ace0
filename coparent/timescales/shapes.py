"""Every way to write one day, month, quarter, term or year that is read, and what each means."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NoReturn

from coparent.timescales.calendars import (
    MONTHS,
    SEASONS,
    WEEKDAYS,
    Calendar,
    add_months,
    day_in_words,
    month_end,
    month_length,
    month_run,
    two_years,
)
from coparent.timescales.forms import Form, Timescale
from coparent.timescales.refusals import NotATimescale, quote

Shape = Callable[..., Timescale]
"""Called with the calendar, the words, and the value of each token."""

Years = tuple[int, int]
Figures = tuple[int, int, int, str]
"""A day in figures: year, month, day, and how it was written."""


def make_day(year: int, month: int, day: int) -> date:
    """That day, or a refusal that says how long the month is and offers its last day."""
    if 1 <= day <= month_length(year, month):
        return date(year, month, day)
    nearest = month_end(year, month) if day else date(year, month, 1)
    message = f"{MONTHS[month - 1]} {year} has {nearest.day} days" if day else "there is no day 0"
    raise NotATimescale(message, (day_in_words(nearest),), impossible_day=True)


def day_from_figures(year: int, month: int, day: int, written: str) -> date:
    """That day, or a refusal that offers one in the same figures."""
    if not 1 <= month <= 12:
        refuse_month(year, month, day, written)
    try:
        return make_day(year, month, day)
    except NotATimescale as refusal:
        if not written.startswith(f"{year}-"):
            raise
        nearest = month_end(year, month) if day else date(year, month, 1)
        raise NotATimescale(refusal.message, (nearest.isoformat(),), impossible_day=True) from None


def refuse_month(year: int, month: int, day: int, written: str) -> NoReturn:
    no_such_month = f"there is no month {month}"
    if not (1 <= day <= 12 and 1 <= month <= month_length(year, day)):
        raise NotATimescale(no_such_month, impossible_day=True)
    if written.startswith(f"{year}-"):
        raise NotATimescale(no_such_month, (f"{year}-{day:02}-{month:02}",), impossible_day=True)
    mark = written.strip("0123456789")[0]
    first, second, _ = written.split(mark)
    offer = f"{second}{mark}{first}{mark}{year}"
    raise NotATimescale(f"{quote(written)} has the month first; here the day comes first", (offer,))


def successive(words: str, years: Years) -> int:
    """The first of two years that follow each other, or a refusal."""
    first, last = years
    if last == first + 1:
        return first
    offers: tuple[str, ...]
    if last > first:
        offers = (
            f"{two_years(first)} to {two_years(last - 1)}",
            f"January {first} to December {last}",
        )
        raise NotATimescale(f"{quote(words)} is more than one year, and could end in two places", offers)
    month = last % 100
    offers = (two_years(last),) if last == first - 1 else (two_years(first),)
    if 1 <= month <= 12:
        offers = (*offers, f"{MONTHS[month - 1]} {first}")
    raise NotATimescale(f"{quote(words)} is not a year and the one after it", offers)


def _day(_: Calendar, words: str, figures: Figures) -> Timescale:
    day = day_from_figures(*figures)
    return Timescale(words, Form.DAY, day, day)


def _written_day(_: Calendar, words: str, number: int, month: int, year: int) -> Timescale:
    day = make_day(year, month, number)
    return Timescale(words, Form.DAY, day, day)


def _on_weekday(read: Shape) -> Shape:
    def read_checked(calendar: Calendar, words: str, weekday: int, *values: Any) -> Timescale:
        found = read(calendar, words, *values)
        if found.start is None or found.start.weekday() == weekday:
            return found
        day = found.start
        right, given = WEEKDAYS[day.weekday()], WEEKDAYS[weekday]
        nearest = day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)
        offers = (f"{right} {day_in_words(day)}", f"{given} {day_in_words(nearest)}")
        raise NotATimescale(f"{day_in_words(day)} is a {right}, not a {given}", offers)

    return read_checked


def _month(_: Calendar, words: str, month: int, year: int) -> Timescale:
    return Timescale(words, Form.MONTH, date(year, month, 1), month_end(year, month))


def _month_in_figures(calendar: Calendar, words: str, figures: tuple[int, int]) -> Timescale:
    return _month(calendar, words, *figures)


def _quarter(calendar: Calendar, words: str, number: int, years: Years) -> Timescale:
    first = successive(words, years)
    if not 1 <= number <= 4:
        raise NotATimescale("a year has four quarters", (f"Q4 {two_years(first)}",))
    return Timescale(words, Form.QUARTER, *calendar.part(first, 3, number))


def _half(calendar: Calendar, words: str, number: int, years: Years) -> Timescale:
    first = successive(words, years)
    if not 1 <= number <= 2:
        raise NotATimescale("a year has two halves", (f"H2 {two_years(first)}",))
    return Timescale(words, Form.HALF, *calendar.part(first, 6, number))


def _financial_year(calendar: Calendar, words: str, years: Years) -> Timescale:
    return Timescale(words, Form.FINANCIAL_YEAR, *calendar.financial_year(successive(words, years)))


def _academic_year(_: Calendar, words: str, __: str, years: Years) -> Timescale:
    return Timescale(words, Form.ACADEMIC_YEAR, *month_run(date(successive(words, years), 9, 1), 12))


def _year(_: Calendar, words: str, year: int) -> Timescale:
    return Timescale(words, Form.YEAR, date(year, 1, 1), date(year, 12, 31))


def _year_to(read: Shape) -> Shape:
    def read_year(calendar: Calendar, words: str, _: str, *values: Any) -> Timescale:
        end = read(calendar, words, *values).end
        if end is None:
            raise NotATimescale(f"{quote(words)} does not say which day the year ends on")
        # The year to 28 February 2025 begins on 1 March 2024, so it is counted from the day after.
        return Timescale(words, Form.YEAR_ENDING, add_months(end + timedelta(days=1), -12), end)

    return read_year


def _season(_: Calendar, words: str, season: str, year: int) -> Timescale:
    if season == "winter":
        offers = (f"winter {two_years(year)}", f"winter {two_years(year - 1)}")
        raise NotATimescale(f"{quote(words)} could be two different winters", offers)
    return Timescale(words, Form.SEASON, *month_run(date(year, SEASONS[season], 1), 3))


def _season_of_years(_: Calendar, words: str, season: str, years: Years) -> Timescale:
    first = successive(words, years)
    if season != "winter":
        offers = (f"{season} {first}", f"{season} {first + 1}")
        raise NotATimescale(f"{quote(words)} could be in two different years", offers)
    return Timescale(words, Form.SEASON, *month_run(date(first, 12, 1), 3))


def _term(calendar: Calendar, words: str, season: str, _: str, year: int) -> Timescale:
    if season == "winter":
        raise NotATimescale("there is no winter term", (f"autumn term {year}", f"spring term {year}"))
    return Timescale(words, Form.TERM, *calendar.term(season, year))


def _term_of_years(calendar: Calendar, words: str, season: str, term: str, years: Years) -> Timescale:
    first = successive(words, years)
    return _term(calendar, words, season, term, first if season == "autumn" else first + 1)


def _start_of(read: Shape) -> Shape:
    def read_first_day(calendar: Calendar, words: str, _: str, *values: Any) -> Timescale:
        found = read(calendar, words, *values)
        return Timescale(words, found.form, found.start, found.start)

    return read_first_day


def _plan_year(_: Calendar, words: str, number: int) -> Timescale:
    if number == 0:
        raise NotATimescale("the years of a plan are counted from 1", ("year 1",))
    return Timescale(words, Form.RELATIVE, plan_year=number)


def _plan_end(_: Calendar, words: str, __: str) -> Timescale:
    return Timescale(words, Form.RELATIVE)


_DAYS: dict[str, Shape] = {"day": _day, "number month year": _written_day}
_MONTHS: dict[str, Shape] = {"month year": _month, "iso_month": _month_in_figures}
_TERMS: dict[str, Shape] = {"season term year": _term, "season term years": _term_of_years}

SHAPES: dict[str, Shape] = {
    **_DAYS,
    **{f"weekday {kinds}": _on_weekday(read) for kinds, read in _DAYS.items()},
    **_MONTHS,
    "quarter years": _quarter,
    "half years": _half,
    "years": _financial_year,
    "academic years": _academic_year,
    "year": _year,
    **{f"ending {kinds}": _year_to(read) for kinds, read in (_DAYS | _MONTHS).items()},
    "season year": _season,
    "season years": _season_of_years,
    **_TERMS,
    **{f"start {kinds}": _start_of(read) for kinds, read in _TERMS.items()},
    "plan_year": _plan_year,
    "plan_end": _plan_end,
}
