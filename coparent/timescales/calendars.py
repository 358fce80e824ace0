"""Days, months and the council's year: the arithmetic under every timescale."""

from datetime import date, timedelta

from coparent.values import frozen

FIRST_YEAR, LAST_YEAR = 1900, 2200

EXAMPLE_YEAR = 2026
"""What an offer names that has to name some year: parsing never asks what day it is."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = ("spring", "summer", "autumn", "winter")
"""They begin in March, June, September and December."""

_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

Days = tuple[date, date]
MonthAndDay = tuple[int, int]
Window = tuple[MonthAndDay, MonthAndDay]


def month_length(year: int, month: int) -> int:
    if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        return 29
    return _LENGTHS[month]


def month_end(year: int, month: int) -> date:
    return date(year, month, month_length(year, month))


def nearest_day(year: int, month: int, day: int) -> date:
    """The day asked for, or the month's last when the month is shorter."""
    return date(year, month, min(day, month_length(year, month)))


def add_months(day: date, months: int) -> date:
    """The same day of a later (or earlier) month, or that month's last day."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return nearest_day(years, month + 1, day.day)


def month_run(first: date, months: int) -> Days:
    """So many whole months from the first day of one."""
    last = add_months(first, months - 1)
    return first, month_end(last.year, last.month)


@frozen
class Calendar:
    """What a workspace's settings say about the year."""

    year_starts: int = 4
    autumn: Window = ((9, 1), (12, 31))
    spring: Window = ((1, 1), (4, 15))
    summer: Window = ((4, 16), (7, 31))

    def financial_year(self, first: int) -> Days:
        return month_run(date(first, self.year_starts, 1), 12)

    def financial_year_of(self, day: date) -> int:
        """The first of the two years in the label of the financial year a day falls in."""
        return day.year if day.month >= self.year_starts else day.year - 1

    def quarter_of(self, day: date) -> tuple[int, int]:
        """The first year of the financial year that a day falls in, and the number of its quarter in it."""
        return self.financial_year_of(day), (day.month - self.year_starts) % 12 // 3 + 1

    def part(self, first: int, months: int, number: int) -> Days:
        """A quarter (3 months) or half (6) of the financial year that starts in a given year."""
        return month_run(add_months(date(first, self.year_starts, 1), months * (number - 1)), months)

    def last_quarter_end(self, day: date) -> date:
        """The end of the last quarter that was over by the end of a day."""
        year, number = self.quarter_of(day)
        first, last = self.part(year, 3, number)
        return last if last == day else first - timedelta(days=1)

    def term(self, season: str, year: int) -> Days:
        """The days of the term that is named after a season and begins in a given year."""
        return place({"autumn": self.autumn, "spring": self.spring, "summer": self.summer}[season], year)

    def parts_window(self, months: int) -> tuple[Window, ...]:
        """The financial year cut into equal parts, as windows that come round every year."""
        return tuple(window_of(self.part(2023, months, number)) for number in range(1, 12 // months + 1))


def place(window: Window, year: int) -> Days:
    """A yearly window's days when it begins in a given year; it may run on into the next."""
    first, last = window
    return nearest_day(year, *first), nearest_day(year + (last < first), *last)


def window_of(days: Days) -> Window:
    """The yearly window of some days; day 31 stands for the end of whatever month it is."""
    first, last = days
    day = 31 if last == month_end(last.year, last.month) else last.day
    return (first.month, first.day), (last.month, day)
