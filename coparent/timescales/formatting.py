"""Timescales in words, as papers print them: months rather than quarters, and "to" rather than dashes."""

from datetime import date

from coparent.timescales.calendars import MONTHS, Window, month_end, place
from coparent.timescales.timescale import Form, Timescale

_TIMES_A_YEAR = {2: "six-monthly", 3: "termly", 4: "quarterly", 6: "every two months", 12: "monthly"}


def in_words(timescale: Timescale) -> str:
    """A timescale in words; parsing them gives the same days."""
    if timescale.start is not None and timescale.end is not None:
        return _days_in_words(timescale.form, timescale.start, timescale.end)
    words = _without_days(timescale)
    if timescale.review is None:
        return words
    return f"{words}, review {in_words(timescale.review)}"


def in_words_and_months(timescale: Timescale) -> str:
    """A timescale in words, with the months of a financial or academic year after it."""
    words = in_words(timescale)
    if timescale.form not in (Form.FINANCIAL_YEAR, Form.ACADEMIC_YEAR) or not timescale.days:
        return words
    return f"{words} ({span_in_words(*timescale.days)})"


def day_in_words(day: date) -> str:
    """A day, such as "31 March 2026"."""
    return f"{day.day} {month_in_words(day)}"


def month_in_words(day: date) -> str:
    """The month that a day falls in, such as "March 2026"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def two_years(first: int) -> str:
    """A year that runs on into the next, such as "2025/26"."""
    return f"{first}/{(first + 1) % 100:02}"


def span_in_words(start: date, end: date) -> str:
    """A first and a last day in the fewest words that keep them exact."""
    if start == end:
        return day_in_words(start)
    is_one_year, is_one_month = start.year == end.year, (start.year, start.month) == (end.year, end.month)
    month = MONTHS[start.month - 1]
    if start.day == 1 and end == month_end(end.year, end.month):
        opening = month if is_one_year else month_in_words(start)
        return month_in_words(end) if is_one_month else f"{opening} to {month_in_words(end)}"
    if is_one_month:
        return f"{start.day} to {day_in_words(end)}"
    opening = f"{start.day} {month}" if is_one_year else day_in_words(start)
    return f"{opening} to {day_in_words(end)}"


def _days_in_words(form: Form, start: date, end: date) -> str:
    if form is Form.YEAR:
        return str(start.year)
    if form is Form.FINANCIAL_YEAR:
        return two_years(start.year)
    if form is Form.ACADEMIC_YEAR:
        return f"academic year {two_years(start.year)}"
    return span_in_words(start, end)


def _without_days(timescale: Timescale) -> str:
    if timescale.form is Form.RELATIVE:
        return "end of plan" if timescale.plan_year is None else f"year {timescale.plan_year}"
    if timescale.form is Form.RECURRING:
        return _windows_in_words(timescale.windows)
    return {Form.ONGOING: "ongoing", Form.UNKNOWN: "to be confirmed"}.get(timescale.form, timescale.written)


def _windows_in_words(windows: tuple[Window, ...]) -> str:
    if len(windows) > 1:
        return _TIMES_A_YEAR[len(windows)]
    first, last = windows[0]
    # 2024 was a leap year, so 29 February survives.
    start, end = place(windows[0], 2023 if last < first else 2024)
    without_years = (word for word in span_in_words(start, end).split() if len(word) != 4 or not word.isdigit())
    start_words, _, end_words = " ".join(without_years).partition(" to ")
    if start == end:
        return f"{start_words} each year"
    if start.day == 1 and end == month_end(end.year, end.month) and (end.month + 1 - start.month) % 12 == 0:
        return "yearly"
    return f"every {start_words} to {end_words}" if end_words else f"every {start_words}"
