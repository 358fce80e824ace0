"""Ways to write a timescale that mean two things or too little, and the forms that are offered instead."""

from functools import partial
from typing import NoReturn

from coparent.timescales.calendars import EXAMPLE_YEAR, MONTHS, SEASONS
from coparent.timescales.formatting import two_years
from coparent.timescales.timescale import NotATimescale, quote
from coparent.timescales.written_forms import Written, WrittenForm, first_of_two_years

NEEDS_FOUR_FIGURES = "has a year of two figures: it needs four"
_ONE_YEAR, _TWO_YEARS = str(EXAMPLE_YEAR), two_years(EXAMPLE_YEAR)


def _refuse_without(year: str, written: Written) -> NoReturn:
    offers = (f"{written.words} {year}",)
    message = f"{quote(written.words)} does not say which year"
    raise NotATimescale(message, offers, "put the year that is meant", lacks_year=True)


def _refuse_season_without_year(written: Written) -> NoReturn:
    _refuse_without(_TWO_YEARS if SEASONS[written.numbers[0]] == "winter" else _ONE_YEAR, written)


def _refuse_calendar_year(written: Written) -> NoReturn:
    words, year = written.words, written.numbers[-1]
    before, _year, after = words.rpartition(str(year))
    offers = tuple(f"{before}{two_years(first)}{after}" for first in (year, year - 1))
    kind = "academic" if "academic" in words.lower() or "school" in words.lower() else "financial"
    raise NotATimescale(f"{quote(words)} could be two different {kind} years", offers)


def _refuse_half_of_calendar_year(written: Written) -> NoReturn:
    number, year = written.numbers
    offers = (f"H{number} {two_years(year)}", f"H{number} {two_years(year - 1)}")
    raise NotATimescale(f"{quote(written.words)} could be two different financial years", offers)


def _refuse_month_of_two_years(written: Written) -> NoReturn:
    month, *years = written.numbers
    first = first_of_two_years(written.words, *years)
    year = first if month >= written.calendar.year_starts else first + 1
    raise NotATimescale(f"{quote(written.words)} gives one month two years", (f"{MONTHS[month - 1]} {year}",))


def _refuse_day_after_month(written: Written) -> NoReturn:
    month, day, year = written.numbers
    offer = f"{day} {MONTHS[month - 1]} {year}"
    raise NotATimescale(f"{quote(written.words)} has the month first; here the day comes first", (offer,))


def _refuse_month_and_figures(written: Written) -> NoReturn:
    month, figures = written.numbers
    name = MONTHS[month - 1]
    offers = (f"{name} {2000 + figures}", f"{figures} {name} {EXAMPLE_YEAR}")
    raise NotATimescale(f"{quote(written.words)} could be a month or a day: a year needs four figures", offers)


def _refuse_day_of_short_year(written: Written) -> NoReturn:
    first, month, last = written.numbers
    offers = tuple(f"{day} {MONTHS[month - 1]} {2000 + year}" for day, year in ((first, last), (last, first)))
    raise NotATimescale(f"{quote(written.words)} {NEEDS_FOUR_FIGURES}", offers)


def _refuse_figures_of_short_year(written: Written) -> NoReturn:
    first, second, third = written.numbers
    meanings = [(first, second, third), (third, second, first)] if 1 <= second <= 12 else [(second, first, third)]
    offers = tuple(f"{day} {MONTHS[month - 1]} {2000 + year}" for day, month, year in meanings if 1 <= month <= 12)
    raise NotATimescale(f"{quote(written.words)} {NEEDS_FOUR_FIGURES}", offers)


def _refuse_short_year(written: Written) -> NoReturn:
    figures = written.numbers[-1]
    before, _figures, after = written.words.rpartition(f"{figures:02}")
    # Where one year is still not enough ("Q3 2025"), the offers made for that are made instead.
    offers = (f"{before}{2000 + figures}{after}",)
    raise NotATimescale(f"{quote(written.words)} {NEEDS_FOUR_FIGURES}", offers)


_WITHOUT_YEAR = ("month", "number month", "weekday number month", "start season term")
_OF_CALENDAR_YEAR = (
    "quarter year", "quarter financial year", "financial year", "half financial year", "academic year",
)  # fmt: skip
_OF_SHORT_YEAR = ("quarter number", "half number", "financial number", "season number", "season term number")

NEAR_MISSES: dict[str, WrittenForm] = {
    **dict.fromkeys(_WITHOUT_YEAR, partial(_refuse_without, _ONE_YEAR)),
    **dict.fromkeys(("season", "season term"), _refuse_season_without_year),
    **dict.fromkeys(("quarter", "half"), partial(_refuse_without, _TWO_YEARS)),
    **dict.fromkeys(_OF_CALENDAR_YEAR, _refuse_calendar_year),
    "half year": _refuse_half_of_calendar_year,
    "month years": _refuse_month_of_two_years,
    "month number year": _refuse_day_after_month,
    "month number": _refuse_month_and_figures,
    "number month number": _refuse_day_of_short_year,
    "short_day": _refuse_figures_of_short_year,
    **dict.fromkeys(_OF_SHORT_YEAR, _refuse_short_year),
}
"""What refuses each of them, by the kinds of its tokens."""
