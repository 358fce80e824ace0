"""Why some words are not a timescale, and what could be written instead."""

import re
from collections.abc import Iterable, Iterator

from coparent.text.patterns import compile_later
from coparent.timescales.calendars import MONTHS, Calendar
from coparent.timescales.phrases import read_phrase
from coparent.timescales.reasons import REASONS, REWRITES
from coparent.timescales.refusals import NotATimescale, quote
from coparent.timescales.words import MONTH_WORDS, WORDS, tidy

FORMS = 'write a day, a month, a quarter with its year, "ongoing" or "to be confirmed"'

_MOST_OFFERS = 3
_LONGEST_PIECE = 7

_MOVED = compile_later(
    r"\b(?:was|previously|formerly|originally|instead of"
    r"|moved|revised|slipped|extended|deferred|rescheduled)\b",
    re.IGNORECASE,
)

_NUMBERED_PART = compile_later(r"\b(?:phase|stage|step|part|wave|tranche) [0-9]+\b", re.IGNORECASE)


def with_readable_offers(refusal: NotATimescale, calendar: Calendar) -> NotATimescale:
    """The same refusal with only offers that can be read."""
    offers = tuple(_readable(refusal.offers, calendar))
    return NotATimescale(refusal.message, offers, refusal.hint, impossible_day=refusal.impossible_day)


def explain(text: str, calendar: Calendar) -> NotATimescale:
    """Why tidied words with no form we know are refused, and the nearest forms."""
    if not text:
        return NotATimescale("nothing is written", hint=FORMS)
    pieces = tuple(_pieces(text, calendar))
    moved = _MOVED.search(text)
    if moved and pieces:
        return _explain_move(text, pieces, tuple(_pieces(text[moved.end() :], calendar)))
    offers = _readable(_rewrite(text), calendar) or pieces
    for reason in REASONS:
        if re.search(reason.pattern, text, re.IGNORECASE):
            around = tuple(reason.around.format(offer) for offer in offers)
            return _refuse(f"{quote(text)} {reason.message}", around or reason.offers, reason.hint)
    spelt, unknown = _spell(text)
    respelt = _readable([spelt], calendar) if unknown else ()
    if respelt:
        return _refuse(f"{quote(text)} has a word we do not know: {', '.join(map(quote, unknown))}", respelt)
    return _refuse(f"{quote(text)} is not a timescale we can read", offers)


def _refuse(message: str, offers: tuple[str, ...], hint: str = "") -> NotATimescale:
    return NotATimescale(message, offers[:_MOST_OFFERS], hint or ("" if offers else FORMS))


def _explain_move(text: str, dates: tuple[str, ...], after: tuple[str, ...]) -> NotATimescale:
    """The date after "was" is the one first agreed; it stays, and the other is recorded as a move."""
    agreed = after[0] if after else dates[0]
    now = next((piece for piece in dates if piece != agreed), "DATE")
    hint = f'keep the first date here and record the move:  rescheduled: [{{on: DATE, to: {now}, reason: "..."}}]'
    return _refuse(f"{quote(text)} says that the date has moved", (agreed,), hint)


def _readable(offers: Iterable[str], calendar: Calendar) -> tuple[str, ...]:
    """The offers that would be read, or failing all of them those that they lead to; without repeats."""
    direct, indirect = [], []
    for offer in offers:
        try:
            if read_phrase(tidy(offer), calendar) is not None:
                direct.append(offer)
        except NotATimescale as refusal:
            indirect += [text for text in refusal.offers if _is_read(text, calendar)]
    return tuple(dict.fromkeys(direct or indirect))[:_MOST_OFFERS]


def _is_read(text: str, calendar: Calendar) -> bool:
    try:
        return read_phrase(tidy(text), calendar) is not None
    except NotATimescale:
        return False


def _rewrite(text: str) -> Iterator[str]:
    for pattern, rewrite in REWRITES:
        found = re.fullmatch(pattern, text, re.IGNORECASE)
        if found:
            yield rewrite(found)


def _spell(text: str) -> tuple[str, list[str]]:
    """The words with those that are nearly one we know put right, and which they were."""
    import difflib

    known = [*(word for word in WORDS if len(word) > 3), *_OTHER_WORDS]
    unknown = []

    def put_right(found: re.Match[str]) -> str:
        word = found.group()
        near = difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.75)
        if word.lower() in WORDS or not near or near[0] == word.lower():
            return word
        unknown.append(word)
        return MONTHS[MONTH_WORDS[near[0]] - 1] if near[0] in MONTH_WORDS else near[0]

    return re.sub(r"[A-Za-z]{4,}", put_right, text), unknown


_OTHER_WORDS = (
    "quarter",
    "half",
    "year",
    "ending",
    "academic",
    "school",
    "financial",
    "every",
    "each",
    "yearly",
    "annually",
    "monthly",
    "quarterly",
    "termly",
    "ongoing",
    "review",
    "confirmed",
    "plan",
    "first",
    "second",
)


def _pieces(text: str, calendar: Calendar) -> Iterator[str]:
    """The longest runs of words that are a timescale with days, from left to right."""
    words = [bare for word in _NUMBERED_PART.sub(" ", text).split() if (bare := word.strip("(),;:"))]
    place = 0
    while place < len(words):
        size = _piece_length(words[place : place + _LONGEST_PIECE], calendar)
        if size:
            yield " ".join(words[place : place + size])
        place += size or 1


def _piece_length(words: list[str], calendar: Calendar) -> int:
    for size in range(len(words), 0, -1):
        piece = " ".join(words[:size])
        if any(figure in piece for figure in "0123456789") and _has_days(piece, calendar):
            return size
    return 0


def _has_days(text: str, calendar: Calendar) -> bool:
    try:
        found = read_phrase(text, calendar)
    except NotATimescale:
        return False
    return found is not None and found.is_known
