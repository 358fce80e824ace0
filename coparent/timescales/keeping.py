"""Whether an offer names every day, month, quarter, term and year that was written.

What was written names facts, each of which could stand for several things (26 for a day, a month or a year); what is
offered has one meaning. An offer keeps all that was written if each fact can have a part of that meaning for its own.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from coparent.timescales.brackets import recognise
from coparent.timescales.calendars import Calendar, add_months
from coparent.timescales.facts import Fact, Part, find_facts, names_duration
from coparent.timescales.timescale import Form, NotATimescale, Timescale
from coparent.timescales.words import tidy, tokenise

_MOST_FACTS = 12
_NAMES_ONE_PART = ("year", "years", "every", "weekday", "season", "term", "academic")
"""Kinds of parts that several facts may share: the year of "Oct 25 to Dec 25"."""


def keeps(written: str, offers: Iterable[str], calendar: Calendar) -> bool:
    """Whether what is offered (for several fields, all of it together) names all that was written."""
    parts: list[Part] = []
    for text in map(tidy, offers):
        try:
            found = recognise(text, calendar)
        except NotATimescale:
            return False
        if found is None or (found.is_known and names_duration(written)):
            return False
        parts += _parts_of(text, found, calendar)
    facts = list(dict.fromkeys(find_facts(written)))
    return len(facts) <= _MOST_FACTS and _match(facts, parts)


def _match(facts: list[tuple[int, Fact]], parts: list[Part]) -> bool:
    """Whether every fact can have a part that it could be; only a few kinds of parts serve several."""
    if not facts:
        return True
    (_, fact), *rest = facts
    for part in fact:
        if part in parts:
            left = [*parts]
            if part[0] not in _NAMES_ONE_PART:
                left.remove(part)
            if _match(rest, left):
                return True
    return False


_PARTS_OF_TOKEN = {
    "day": ("year", "month", "day"), "iso_month": ("month", "year"), "month": ("month",), "number": ("day",),
    "year": ("year",), "years": ("year", "year"), "quarter": ("quarter",), "half": ("half",), "season": ("season",),
    "weekday": ("weekday",), "plan_year": ("plan year",),
}  # fmt: skip


def _parts_of(text: str, found: Timescale, calendar: Calendar) -> Iterator[Part]:
    """Everything that an accepted form names, or that follows from its days."""
    tokens = tokenise(text)
    for token in tokens:
        yield from zip(_PARTS_OF_TOKEN.get(token.kind, ()), token.numbers, strict=False)
        if token.kind == "years":
            yield "years", token.numbers[0]
        elif token.kind in ("term", "academic"):
            yield token.kind, 0
    if found.windows:
        yield "every", 4 if len(found.windows) == 3 else 12 // len(found.windows)
    if found.days is not None:
        yield from _years_round(*found.days, calendar)
        yield from _parts_between(found, *found.days, {token.kind for token in tokens}, calendar)


def _years_round(first: date, last: date, calendar: Calendar) -> Iterator[Part]:
    """The financial and the academic year that some days all lie in."""
    for years in ({calendar.financial_year_of(day) for day in (first, last)}, _academic_years(first, last)):
        if len(years) == 1:
            yield "years", years.pop()


def _academic_years(*days: date) -> set[int]:
    return {add_months(day, -8).year for day in days}


def _parts_between(found: Timescale, first: date, last: date, kinds: set[str], calendar: Calendar) -> Iterator[Part]:
    """The weekday of one day, and the months or quarters between the two ends of a span."""
    if first == last:
        yield "weekday", first.weekday()
    if found.form is Form.SPAN and "month" in kinds:
        months = (last.year - first.year) * 12 + last.month - first.month
        yield from (("month", add_months(first, later).month) for later in range(1, min(months, 12)))
    if found.form is Form.QUARTER:
        yield from (("quarter", number) for number in range(2, calendar.quarter_of(last)[1]))
