"""Timescales without days of their own: recurring, ongoing and not yet known."""

import re
from dataclasses import replace
from datetime import timedelta
from functools import cache

from coparent.timescales.calendars import Calendar, Days, Window, add_months, window_of
from coparent.timescales.forms import Form, Timescale
from coparent.timescales.reading import read
from coparent.timescales.refusals import NotATimescale, quote

_UNKNOWN = {
    "tbc",
    "tba",
    "tbd",
    "n/a",
    "to be confirmed",
    "to be agreed",
    "to be announced",
    "to be decided",
    "to be determined",
    "not applicable",
}
_ONGOING = {"ongoing", "on-going", "on going"}

_ROUNDS = {
    12: ("yearly", "annual", "annually", "every year", "each year", "once a year", "every 12 months"),
    6: ("six monthly", "6 monthly", "half yearly", "every six months", "every 6 months", "twice a year"),
    3: (
        "quarterly",
        "every quarter",
        "each quarter",
        "three monthly",
        "every three months",
        "every 3 months",
    ),
    1: ("monthly", "every month", "each month"),
}
_ROUND_OF = {phrase: months for months, phrases in _ROUNDS.items() for phrase in phrases}
_EVERY_TERM = {"termly", "every term", "each term"}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    yearly = r"(?:every year|each year|annually|annual|yearly)"
    return (
        re.compile(rf"{yearly},? (?:in |on )(.+)", re.IGNORECASE),
        re.compile(rf"(.+?),? \(?{yearly}\)?", re.IGNORECASE),
        re.compile(r"[\s,;:(-]*\breview(?:ed)?\b[\s:]*(?:(?:by|in|on|due|date)\b[\s:]*)*", re.IGNORECASE),
    )


def read_without_days(text: str, calendar: Calendar) -> Timescale | None:
    """Read tidied words as a recurring, ongoing or unknown timescale; None when they are none of these."""
    words = text.lower()
    if words in _UNKNOWN:
        return Timescale(text, Form.UNKNOWN)
    base, review = _split_review(text) if "review" in words else (text, "")
    if base.lower() in _ONGOING:
        return Timescale(text, Form.ONGOING, review=_read_review(base, review, calendar))
    windows = _read_windows(base, calendar)
    if windows:
        return Timescale(text, Form.RECURRING, windows=windows, review=_read_review(base, review, calendar))
    return None


def _split_review(text: str) -> tuple[str, str]:
    base, *rest = _patterns()[2].split(text, maxsplit=1)
    review = rest[0].rstrip(" )") if rest else ""
    return (base, review) if review else (text, "")


def _read_review(base: str, text: str, calendar: Calendar) -> Timescale | None:
    if not text:
        return None
    review = read(text, calendar)
    if review is None:
        message = f"the review in {quote(f'{base}, review {text}')} has no date that can be read"
        raise NotATimescale(message, (base,), "give the review a date")
    return replace(review, written=text)


def _read_windows(text: str, calendar: Calendar) -> tuple[Window, ...]:
    phrase = " ".join(text.lower().replace("-", " ").split())
    if phrase in _ROUND_OF:
        return calendar.parts_window(_ROUND_OF[phrase])
    if phrase in _EVERY_TERM:
        return (calendar.autumn, calendar.spring, calendar.summer)
    when = _what_comes_round(text)
    return _read_window(when, calendar) if when else ()


def _what_comes_round(text: str) -> str:
    leading, trailing, _ = _patterns()
    found = leading.fullmatch(text) or trailing.fullmatch(text)
    if found:
        return found.group(1)
    opening, _, rest = text.partition(" ")
    return rest if opening.lower() in {"every", "each"} else ""


def _read_window(when: str, calendar: Calendar) -> tuple[Window, ...]:
    """Read what comes round in years that end in 2024, a leap year, so that 29 February is a day."""
    start, to, end = when.partition(" to ")
    tries = [f"{when} 2024", f"{when} 2023/24"]
    if to:
        tries.append(f"{start} 2023 to {end} 2024")
    for text in tries:
        try:
            found = read(text, calendar)
        except NotATimescale as refusal:
            if refusal.impossible_day:
                offers = tuple(f"{offer.removesuffix(' 2024')} each year" for offer in refusal.offers)
                raise NotATimescale(f"no year has a {when}", offers, impossible_day=True) from None
            continue
        if found is not None and found.days is not None:
            return (_less_than_a_year(when, found.days),)
    return ()


def _less_than_a_year(when: str, days: Days) -> Window:
    first, last = days
    if add_months(first, 12) == last + timedelta(days=1):
        raise NotATimescale(f"{quote(f'every {when}')} is the whole year", ("yearly",))
    return window_of(days)
