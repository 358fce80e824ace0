"""The same date in another year: what is usually meant where a date cannot be right."""

from datetime import date

from coparent.timescales import Form, Timescale, add_months, in_words, span_in_words, two_years
from coparent.timescales.calendars import month_end


def in_another_year(when: Timescale, years: int) -> str:
    """A date with its days so many years later, in words."""
    if when.start is None or when.end is None:
        return in_words(when)
    start, end = add_months(when.start, 12 * years), _move_end(when.end, years)
    if when.form is Form.YEAR:
        return str(start.year)
    return two_years(start.year) if when.form is Form.FINANCIAL_YEAR and start.day == 1 else span_in_words(start, end)


def _move_end(day: date, years: int) -> date:
    """A last day so many years later: the end of a month stays the end of a month."""
    moved = add_months(day, 12 * years)
    return month_end(moved.year, moved.month) if day == month_end(day.year, day.month) else moved
