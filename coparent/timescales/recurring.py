"""Timescales without days: recurring, ongoing and not yet known."""

import re
from dataclasses import replace
from datetime import timedelta

from coparent.text.patterns import compile_later
from coparent.timescales.calendars import Calendar, Window, add_months, window_of
from coparent.timescales.spans import recognise_days
from coparent.timescales.timescale import Form, NotATimescale, Timescale, quote

_UNKNOWN = {
    "tbc", "tba", "tbd", "n/a", "to be confirmed", "to be agreed", "to be announced", "to be decided",
    "to be determined", "not applicable",
}  # fmt: skip
_ONGOING = {"ongoing", "on-going", "on going"}
_MONTHS_BETWEEN = {
    **dict.fromkeys(("yearly", "annual", "annually", "every year", "each year", "once a year", "every 12 months"), 12),
    **dict.fromkeys(
        ("six monthly", "6 monthly", "half yearly", "every six months", "every 6 months", "twice a year"), 6
    ),
    **dict.fromkeys(
        ("quarterly", "every quarter", "each quarter", "three monthly", "every three months", "every 3 months"), 3
    ),
    **dict.fromkeys(("every two months", "every 2 months", "every second month", "every other month"), 2),
    **dict.fromkeys(("monthly", "every month", "each month"), 1),
}
_EVERY_TERM = {"termly", "every term", "each term"}

_YEARLY = r"(?:every year|each year|annually|annual|yearly)"
_YEARLY_THEN_WHEN = compile_later(rf"{_YEARLY},? (?:in |on )(.+)", re.IGNORECASE)
_WHEN_THEN_YEARLY = compile_later(rf"(.+?),? \(?{_YEARLY}\)?", re.IGNORECASE)
_REVIEW = compile_later(
    r"(?<![\s,;:(-])[\s,;:(-]*+\breview(?:ed)?\b[\s:]*(?:(?:by|in|on|due|date)\b[\s:]*)*", re.IGNORECASE
)


def recognise_without_days(text: str, calendar: Calendar) -> Timescale | None:
    """Recognise tidied words as a recurring, ongoing or unknown timescale; None if they are none of these."""
    words = text.lower()
    if words in _UNKNOWN:
        return Timescale(text, Form.UNKNOWN)
    base, review = _split_review(text) if "review" in words else (text, "")
    if base.lower() in _ONGOING:
        return Timescale(text, Form.ONGOING, review=_recognise_review(base, review, calendar))
    windows = _recognise_windows(base, calendar)
    if windows:
        return Timescale(text, Form.RECURRING, windows=windows, review=_recognise_review(base, review, calendar))
    return None


def _split_review(text: str) -> tuple[str, str]:
    """Words before "review", and the date after it without what may stand between."""
    base, *rest = _REVIEW.split(text, maxsplit=1)
    review = rest[0].rstrip(" )") if rest else ""
    return (base, review) if review else (text, "")


def _recognise_review(base: str, text: str, calendar: Calendar) -> Timescale | None:
    if not text:
        return None
    review = recognise_days(text, calendar)
    if review is None:
        # A review of a review is no date either: what is looked at here must not look again.
        repeats = recognise_without_days(text, calendar) if "review" not in text.lower() else None
        elsewhere = {"due": base, "review": text} if repeats is not None and repeats.is_recurring else {}
        message = f"the review in {quote(f'{base}, review {text}')} has no date that can be read"
        raise NotATimescale(message, (base,), "give the review a date", elsewhere=elsewhere)
    return replace(review, written=text)


def _recognise_windows(text: str, calendar: Calendar) -> tuple[Window, ...]:
    """The part or parts of every year that words such as "quarterly" or "every March" mean; none if they mean none."""
    phrase = " ".join(text.lower().replace("-", " ").split())
    if phrase in _MONTHS_BETWEEN:
        return calendar.parts_window(_MONTHS_BETWEEN[phrase])
    if phrase in _EVERY_TERM:
        return (calendar.autumn, calendar.spring, calendar.summer)
    every, _, rest = text.partition(" ")
    may_be_yearly = "year" in phrase or "annual" in phrase
    found = may_be_yearly and (_YEARLY_THEN_WHEN.fullmatch(text) or _WHEN_THEN_YEARLY.fullmatch(text))
    when = found.group(1) if found else rest if every.lower() in {"every", "each"} else ""
    return _recognise_window(when, calendar) if when else ()


def _recognise_window(when: str, calendar: Calendar) -> tuple[Window, ...]:
    """Recognise a part of every year in years that end in 2024, a leap year, so that 29 February is a day."""
    start, to, end = when.partition(" to ")
    tries = [f"{when} 2024", f"{when} 2023/24"]
    if to:
        tries.append(f"{start} 2023 to {end} 2024")
    for text in tries:
        try:
            found = recognise_days(text, calendar)
        except NotATimescale as refusal:
            if refusal.impossible_day:
                offers = tuple(f"{offer.removesuffix(' 2024')} each year" for offer in refusal.offers)
                raise NotATimescale(f"no year has a {when}", offers, impossible_day=True) from None
            continue
        if found is not None and found.days is not None:
            first, last = found.days
            if add_months(first, 12) == last + timedelta(days=1):
                raise NotATimescale(f"{quote(f'every {when}')} is the whole year", hint="write  yearly")
            return (window_of(found.days),)
    return ()
