"""An accepted form of a time, as we would write it."""

import re

from coparent.timescales.brackets import recognise
from coparent.timescales.calendars import Calendar
from coparent.timescales.formatting import in_words, two_years
from coparent.timescales.keeping import keeps
from coparent.timescales.timescale import Form, NotATimescale, Timescale
from coparent.timescales.words import tidy


def in_plain_form(offer: str, calendar: Calendar) -> str:
    """An accepted form as we would write it; as it is where that would name less."""
    found = recognise_or_none(tidy(offer), calendar)
    if found is None or re.match("[0-9]{4}-", offer) or found.form in (Form.RELATIVE, Form.YEAR):
        return offer
    if found.form is Form.QUARTER and found.start is not None:
        year, number = calendar.quarter_of(found.start)
        plain = f"Q{number} {two_years(year)}"
    else:
        plain = in_words(found)
    again = recognise_or_none(plain, calendar)
    is_same = again is not None and (again.days, again.windows) == (found.days, found.windows)
    return plain if is_same and keeps(offer, [plain], calendar) else offer


def recognise_or_none(text: str, calendar: Calendar) -> Timescale | None:
    """What words mean; None where they are refused, or have no form that is known."""
    try:
        return recognise(text, calendar)
    except NotATimescale:
        return None
