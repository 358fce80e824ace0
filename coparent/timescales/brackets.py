"""A whole written timescale: with days or without, and with words in brackets that must mean the same days."""

from collections.abc import Iterator

from coparent.timescales.calendars import FIRST_YEAR, LAST_YEAR, Calendar, Days
from coparent.timescales.formatting import two_years
from coparent.timescales.recurring import recognise_without_days
from coparent.timescales.spans import recognise_days
from coparent.timescales.timescale import NotATimescale, Timescale, quote


def recognise(text: str, calendar: Calendar) -> Timescale | None:
    """Recognise tidied words as a timescale; None if they have no form that is known.

    Raises NotATimescale if they have a form that is refused.
    """
    found = recognise_without_days(text, calendar)
    if found is None:
        found = _recognise_with_brackets(text, calendar) if "(" in text else recognise_days(text, calendar)
    if found is None or found.days is None:
        return found
    first, last = found.days
    if first.year < FIRST_YEAR or last.year > LAST_YEAR:
        raise NotATimescale(f"{quote(text)} is not between {FIRST_YEAR} and {LAST_YEAR}")
    return found


def _recognise_with_brackets(text: str, calendar: Calendar) -> Timescale | None:
    """Recognise words that are explained in brackets; either may leave its year to the other."""
    opening, _, rest = text.partition("(")
    inside, closing, after = rest.partition(")")
    outside = " ".join((opening + after).split())
    if not (closing and inside and outside):
        return None
    outer, inner = _recognise_or_none(outside, calendar), _recognise_or_none(inside, calendar)
    if outer is not None and outer.is_relative and inner is not None and inner.is_known:
        return inner
    if outer is not None and outer.days:
        meanings = [inner] if inner is not None else [*_recognise_with_year(inside, outer.days, calendar)]
        return outer if _agreed(outside, inside, outer.days, meanings) is not None else None
    if inner is not None and inner.days:
        meanings = [*_recognise_with_year(outside, inner.days, calendar)]
        return _agreed(outside, inside, inner.days, meanings)
    return None


def _agreed(outside: str, inside: str, days: Days, meanings: list[Timescale]) -> Timescale | None:
    """The first meaning with these days; None if no meaning has any, and a refusal if all of them have others."""
    with_days = [meaning for meaning in meanings if meaning.days]
    agreed = next((meaning for meaning in with_days if meaning.days == days), None)
    if agreed is None and with_days:
        offers = (outside, inside, with_days[0].written)
        raise NotATimescale(f"{quote(outside)} and {quote(inside)} are not the same days", offers, disagrees=True)
    return agreed


def _recognise_with_year(words: str, days: Days, calendar: Calendar) -> Iterator[Timescale]:
    """What words mean with the years of some days after them."""
    financial_years = dict.fromkeys(calendar.financial_year_of(day) for day in days)
    for year in (*map(two_years, financial_years), *(str(day.year) for day in days)):
        found = _recognise_or_none(f"{words} {year}", calendar)
        if found is not None:
            yield found


def _recognise_or_none(text: str, calendar: Calendar) -> Timescale | None:
    try:
        return recognise_without_days(text, calendar) or recognise_days(text, calendar)
    except NotATimescale:
        return None
