"""Ways to write a timescale that mean two things or too little, and the forms offered instead."""

from typing import Any, NoReturn

from coparent.timescales.calendars import EXAMPLE_YEAR, MONTHS, Calendar, two_years
from coparent.timescales.refusals import NotATimescale, quote
from coparent.timescales.shapes import Shape, successive

Years = tuple[int, int]

NEEDS_FOUR_FIGURES = "has a year of two figures: it needs four"


def _without_year(_: Calendar, words: str, *values: Any) -> NoReturn:
    offers = (f"{words} {two_years(EXAMPLE_YEAR) if values[0] == 'winter' else EXAMPLE_YEAR}",)
    raise NotATimescale(f"{quote(words)} does not say which year", offers, "put the year that is meant")


def _without_years(_: Calendar, words: str, __: int) -> NoReturn:
    offers = (f"{words} {two_years(EXAMPLE_YEAR)}",)
    raise NotATimescale(f"{quote(words)} does not say which year", offers, "put the year that is meant")


def _of_calendar_year(_: Calendar, words: str, *values: Any) -> NoReturn:
    year: int = values[-1]
    before, _year, after = words.rpartition(str(year))
    offers = tuple(f"{before}{two_years(first)}{after}" for first in (year, year - 1))
    kind = "academic" if "academic" in words.lower() or "school" in words.lower() else "financial"
    raise NotATimescale(f"{quote(words)} could be two different {kind} years", offers)


def _half_of_calendar_year(_: Calendar, words: str, number: int, year: int) -> NoReturn:
    months = "January to June" if number == 1 else "July to December"
    offers = (f"H{number} {two_years(year)}", f"H{number} {two_years(year - 1)}", f"{months} {year}")
    raise NotATimescale(f"{quote(words)} could be two different financial years", offers)


def _month_of_financial_year(calendar: Calendar, words: str, month: int, years: Years) -> NoReturn:
    first = successive(words, years)
    year = first if month >= calendar.year_starts else first + 1
    raise NotATimescale(f"{quote(words)} gives one month two years", (f"{MONTHS[month - 1]} {year}",))


def _day_after_month(_: Calendar, words: str, month: int, number: int, year: int) -> NoReturn:
    offer = f"{number} {MONTHS[month - 1]} {year}"
    raise NotATimescale(f"{quote(words)} has the month first; here the day comes first", (offer,))


def _month_and_figures(_: Calendar, words: str, month: int, figures: int) -> NoReturn:
    name = MONTHS[month - 1]
    offers = (f"{name} {_century(figures)}", f"{figures} {name} {EXAMPLE_YEAR}")
    raise NotATimescale(f"{quote(words)} could be a month or a day: a year needs four figures", offers)


def _day_with_short_year(_: Calendar, words: str, day: int, month: int, year: int) -> NoReturn:
    readings = ((day, year), (year, day))
    offers = tuple(f"{first} {MONTHS[month - 1]} {_century(last)}" for first, last in readings)
    raise NotATimescale(f"{quote(words)} {NEEDS_FOUR_FIGURES}", offers)


def _figures_with_short_year(_: Calendar, words: str, figures: tuple[int, int, int]) -> NoReturn:
    first, second, third = figures
    readings: tuple[tuple[int, int, int], ...] = ((first, second, third), (third, second, first))
    if not 1 <= second <= 12:
        readings = ((second, first, third),)
    offers = tuple(f"{day} {MONTHS[month - 1]} {_century(year)}" for day, month, year in readings if 1 <= month <= 12)
    raise NotATimescale(f"{quote(words)} {NEEDS_FOUR_FIGURES}", offers)


def _with_short_year(_: Calendar, words: str, *values: Any) -> NoReturn:
    before, _figures, after = words.rpartition(f"{values[-1]:02}")
    # Where one year is still not enough ("Q3 2025"), the offers made for that are made instead.
    offer = f"{before}{_century(values[-1])}{after}"
    raise NotATimescale(f"{quote(words)} {NEEDS_FOUR_FIGURES}", (offer,))


def _century(figures: int) -> int:
    return 2000 + figures


NEAR_MISSES: dict[str, Shape] = {
    **dict.fromkeys(
        (
            "month",
            "number month",
            "weekday number month",
            "season",
            "season term",
            "start season term",
        ),
        _without_year,
    ),
    **dict.fromkeys(("quarter", "half"), _without_years),
    **dict.fromkeys(
        ("quarter year", "quarter financial year", "financial year", "half financial year", "academic year"),
        _of_calendar_year,
    ),
    "half year": _half_of_calendar_year,
    "month years": _month_of_financial_year,
    "month number year": _day_after_month,
    "month number": _month_and_figures,
    "number month number": _day_with_short_year,
    "short_day": _figures_with_short_year,
    **dict.fromkeys(
        ("quarter number", "half number", "financial number", "season number", "season term number"),
        _with_short_year,
    ),
}
