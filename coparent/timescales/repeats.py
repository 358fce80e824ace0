"""What comes round every so often, among other words."""

import re
from collections.abc import Iterable

from coparent.text.patterns import compile_later
from coparent.timescales.brackets import recognise
from coparent.timescales.calendars import MONTHS, SEASONS, Calendar
from coparent.timescales.facts import EVERY_WORDS
from coparent.timescales.formatting import in_words
from coparent.timescales.keeping import keeps
from coparent.timescales.timescale import NotATimescale
from coparent.timescales.words import MONTH_WORDS, tidy

_NAMES = {
    12: ("yearly",), 6: ("six-monthly",), 4: ("termly",), 3: ("quarterly",), 2: ("every two months", "monthly"),
    1: ("monthly",),
}  # fmt: skip
_MONTH = "|".join(sorted(MONTH_WORDS, key=len, reverse=True))
_PART_OF_YEAR = compile_later(
    rf"\b(?:[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})|(?:{_MONTH})|q[1-4]|(?:{'|'.join(SEASONS)})(?: term)?)\b",
    re.IGNORECASE,
)
_UNTIL = compile_later(r"\b(?:until|till|up to|review\w*)\b", re.IGNORECASE)
_ABBREVIATED = compile_later(rf"\b(?:{_MONTH})\b", re.IGNORECASE)


def find_repeats(text: str) -> tuple[str, ...]:
    """What the words for how often something comes round are read as; none if there are none, or two."""
    words = " ".join(text.lower().replace("-", " ").split())
    found = []
    for months, pattern in EVERY_WORDS:
        words, number = pattern.subn(" ", words)
        found += [months] * bool(number)
    return _NAMES.get(found[0], ()) if len(found) == 1 else ()


def offer_repeats(text: str, dates: Iterable[str], calendar: Calendar) -> tuple[str, ...]:
    """What to write for something that comes round: how often, or every which part of a year."""
    names = find_repeats(text)
    dates = tuple(dates)
    if dates and _UNTIL.search(text):
        names = tuple(f"{name}, review {date}" for name in names for date in dates)
    if names == ("yearly",) and (part := _PART_OF_YEAR.search(text)):
        names = (every(part.group(), calendar),)
    return tuple(name for name in names if name and keeps(text, [name], calendar))


def every(part: str, calendar: Calendar) -> str:
    """A part of every year, such as "every March"; empty where it is none."""
    bare = _ABBREVIATED.sub(lambda month: MONTHS[MONTH_WORDS[month.group().lower()] - 1], part)
    has_day = bare[:1].isdigit()
    text = f"{bare} each year" if has_day else f"every {bare}"
    try:
        found = recognise(tidy(text), calendar)
    except NotATimescale:
        return ""
    if found is None:
        return ""
    return in_words(found) if has_day else text
