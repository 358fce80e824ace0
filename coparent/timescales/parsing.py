"""The way in: a timescale as it was written, or its refusal with the nearest forms."""

from dataclasses import replace
from datetime import date
from functools import lru_cache

from coparent.timescales.calendars import FIRST_YEAR, LAST_YEAR, MONTHS, Calendar, month_end, month_length
from coparent.timescales.formatting import day_in_words
from coparent.timescales.timescale import Form, NotATimescale, Timescale, quote

_DEFAULT = Calendar()
_LONGEST = 200
_MONTH_NAMES = {name: number for number, name in enumerate(MONTHS, start=1)}


@lru_cache(maxsize=8192)
def parse(written: str, calendar: Calendar = _DEFAULT, *, is_explained: bool = True) -> Timescale:
    """Parse a timescale in any form that a council writes; raises NotATimescale with the nearest forms.

    Looking for these takes a hundred times as long as reading a date: who has many to read may do without.
    """
    return _recognise_plain(written) or _parse_any(written, calendar, is_explained=is_explained)


def _parse_any(written: str, calendar: Calendar, *, is_explained: bool) -> Timescale:
    if len(written) > _LONGEST:
        raise NotATimescale(f"{quote(written)} is too long to be a timescale")
    # A run that meets only plain days and months imports none of the rest.
    from coparent.timescales.brackets import recognise
    from coparent.timescales.words import tidy

    text = tidy(written)
    try:
        found = recognise(text, calendar)
    except NotATimescale as refusal:
        if not is_explained:
            raise
        from coparent.timescales.suggestions import keep_all

        raise keep_all(text, refusal, calendar) from None
    if found is None and not is_explained:
        raise NotATimescale(f"{quote(written)} is no date that can be read")
    if found is None:
        from coparent.timescales.suggestions import explain

        raise explain(text, calendar)
    return replace(found, written=written)


@lru_cache(maxsize=8192)
def parse_day(written: str) -> date:
    """Parse a single day in any written form; raises NotATimescale."""
    found = parse(written)
    if found.form is Form.DAY and found.end is not None:
        return found.end
    offers = () if found.end is None else (day_in_words(found.end),)
    raise NotATimescale(f"{quote(written)} is not a single day", offers, "give one day, such as 31 March 2026")


def _recognise_plain(written: str) -> Timescale | None:
    """Recognise the three forms that nearly every plan uses, without a pattern; None for any other."""
    if not written.isascii():
        return None
    if len(written) == 10 and written[4] == written[7] == "-":
        try:
            day = date.fromisoformat(written)
        except ValueError:
            return None
        return Timescale(written, Form.DAY, day, day) if FIRST_YEAR <= day.year <= LAST_YEAR else None
    *numbers, name, figures = written.split(" ") if " " in written else ("", "")
    month = _MONTH_NAMES.get(name)
    if month is None or len(figures) != 4 or not figures.isdigit() or len(numbers) > 1:
        return None
    year = int(figures)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if not numbers:
        return Timescale(written, Form.MONTH, date(year, month, 1), month_end(year, month))
    number = int(numbers[0]) if numbers[0].isdigit() and len(numbers[0]) <= 2 else 0
    if not 1 <= number <= month_length(year, month):
        return None
    day = date(year, month, number)
    return Timescale(written, Form.DAY, day, day)
