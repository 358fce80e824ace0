"""A whole written timescale: words with days or without, and words in brackets that must agree."""

from collections.abc import Iterator

from coparent.timescales.calendars import FIRST_YEAR, LAST_YEAR, Calendar, Days, two_years
from coparent.timescales.forms import Timescale
from coparent.timescales.reading import read
from coparent.timescales.recurring import read_without_days
from coparent.timescales.refusals import NotATimescale, quote


def read_phrase(text: str, calendar: Calendar) -> Timescale | None:
    """Read tidied words; None when they have no form we know, and a refusal when they have a bad one."""
    found = read_without_days(text, calendar) or _read_days(text, calendar)
    if found is None or found.days is None:
        return found
    first, last = found.days
    if first.year < FIRST_YEAR or last.year > LAST_YEAR:
        raise NotATimescale(f"{quote(text)} is not between {FIRST_YEAR} and {LAST_YEAR}")
    return found


def _read_days(text: str, calendar: Calendar) -> Timescale | None:
    opening, bracket, rest = text.partition("(")
    if not bracket:
        return read(text, calendar)
    inside, closing, after = rest.partition(")")
    outside = " ".join((opening + after).split())
    if not (closing and inside and outside):
        return None
    return _read_agreeing(outside, inside, calendar)


def _read_agreeing(outside: str, inside: str, calendar: Calendar) -> Timescale | None:
    """Read words that are explained in brackets; either may leave its year to the other."""
    outer, inner = _read_or_none(outside, calendar), _read_or_none(inside, calendar)
    if outer is not None and outer.is_relative and inner is not None and inner.is_known:
        return inner
    if outer is not None and outer.days:
        readings = [inner] if inner is not None else list(_read_with_year(inside, outer.days, calendar))
        return _pick_agreeing(outside, inside, outer.days, [(reading, outer) for reading in readings])
    if inner is not None and inner.days:
        readings = list(_read_with_year(outside, inner.days, calendar))
        return _pick_agreeing(outside, inside, inner.days, [(reading, reading) for reading in readings])
    return None


def _pick_agreeing(
    outside: str, inside: str, days: Days, readings: list[tuple[Timescale, Timescale]]
) -> Timescale | None:
    known = [(reading, result) for reading, result in readings if reading.days]
    for reading, result in known:
        if reading.days == days:
            return result
    if known:
        offers = (outside, inside, known[0][0].written)
        raise NotATimescale(f"{quote(outside)} and {quote(inside)} are not the same days", offers)
    return None


def _read_with_year(words: str, days: Days, calendar: Calendar) -> Iterator[Timescale]:
    financial_years = dict.fromkeys(calendar.financial_year_of(day) for day in days)
    labels = [two_years(year) for year in financial_years] + [str(day.year) for day in days]
    for label in labels:
        reading = _read_or_none(f"{words} {label}", calendar)
        if reading is not None:
            yield reading


def _read_or_none(text: str, calendar: Calendar) -> Timescale | None:
    try:
        return read_without_days(text, calendar) or read(text, calendar)
    except NotATimescale:
        return None
