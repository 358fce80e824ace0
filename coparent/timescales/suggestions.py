"""Why some words are not a timescale, and what could be written instead."""

import re
from collections.abc import Iterable, Iterator

from coparent.text.patterns import compile_later
from coparent.timescales.brackets import recognise
from coparent.timescales.calendars import MONTHS, Calendar
from coparent.timescales.reasons import REASONS, REWRITES
from coparent.timescales.timescale import NotATimescale, Timescale, quote
from coparent.timescales.words import MONTH_WORDS, WORDS, tidy

FORMS = 'write a day, a month, a quarter with its year, "ongoing" or "to be confirmed"'

_MOST_OFFERS = 3
_MOST_WORDS = 7

_MOVED = compile_later(
    r"\b(?:was|previously|formerly|originally|instead of|moved|revised|slipped|extended|deferred|rescheduled)\b",
    re.IGNORECASE,
)
_NUMBERED_PART = compile_later(r"\b(?:phase|stage|step|part|wave|tranche) [0-9]+\b", re.IGNORECASE)


def explain(text: str, calendar: Calendar) -> NotATimescale:
    """Why tidied words without a known form are refused, and the nearest forms."""
    if not text:
        return NotATimescale("nothing is written", hint=FORMS)
    dates = tuple(_find_dates(text, calendar))
    moved = _MOVED.search(text)
    if moved and dates:
        return _explain_move(text, dates, tuple(_find_dates(text[moved.end() :], calendar)))
    rewritten = [
        rewrite(found) for pattern, rewrite in REWRITES if (found := re.fullmatch(pattern, text, re.IGNORECASE))
    ]
    offers = accepted_offers(rewritten, calendar) or dates
    for reason in REASONS:
        if re.search(reason.pattern, text, re.IGNORECASE):
            around = tuple(reason.around.format(offer) for offer in offers)
            return _refusal(f"{quote(text)} {reason.message}", around or reason.offers, reason.hint)
    corrected, misspelt = _correct_spelling(text)
    offers_corrected = accepted_offers([corrected], calendar) if misspelt else ()
    if offers_corrected:
        words = ", ".join(map(quote, misspelt))
        return _refusal(f"{quote(text)} has a word we do not know: {words}", offers_corrected)
    return _refusal(f"{quote(text)} is not a timescale we can read", offers)


def _refusal(message: str, offers: tuple[str, ...], hint: str = "") -> NotATimescale:
    return NotATimescale(message, offers[:_MOST_OFFERS], hint or ("" if offers else FORMS))


def _explain_move(text: str, dates: tuple[str, ...], after: tuple[str, ...]) -> NotATimescale:
    """The date after "was" is the one first agreed; it stays, and the other is recorded as a move."""
    agreed = after[0] if after else dates[0]
    now = next((piece for piece in dates if piece != agreed), "DATE")
    move = f'{{to: "{now}", on: DAY, reason: "..."}}'
    hint = f"keep the first date here and record the move:  rescheduled: [{move}]"
    return _refusal(f"{quote(text)} says that the date has moved", (agreed,), hint)


def accepted_offers(offers: Iterable[str], calendar: Calendar) -> tuple[str, ...]:
    """The offers that are accepted, or failing all of them those that their refusals offer; without repeats."""
    direct, indirect = [], []
    for offer in offers:
        try:
            if recognise(tidy(offer), calendar) is not None:
                direct.append(offer)
        except NotATimescale as refusal:
            indirect += [text for text in refusal.offers if _recognise_or_none(tidy(text), calendar) is not None]
    return tuple(dict.fromkeys(direct or indirect))[:_MOST_OFFERS]


def _recognise_or_none(text: str, calendar: Calendar) -> Timescale | None:
    try:
        return recognise(text, calendar)
    except NotATimescale:
        return None


def _correct_spelling(text: str) -> tuple[str, list[str]]:
    """The words with those corrected that are nearly a known one, and which those are."""
    between_and_words = re.split(r"([A-Za-z]{4,})", text)
    corrections = {word: correct for word in between_and_words[1::2] if (correct := _correct(word))}
    misspelt = [word for word in between_and_words[1::2] if word in corrections]
    return "".join(corrections.get(part, part) for part in between_and_words), misspelt


def _correct(word: str) -> str:
    """The known word that was most likely meant; empty if there is none, or if the word is known itself."""
    import difflib  # Only a refusal needs it.

    known = [*(name for name in WORDS if len(name) > 3), *_OTHER_WORDS]
    near = difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.75)
    if word.lower() in WORDS or not near or near[0] == word.lower():
        return ""
    return MONTHS[MONTH_WORDS[near[0]] - 1] if near[0] in MONTH_WORDS else near[0]


_OTHER_WORDS = (
    "quarter", "half", "year", "ending", "academic", "school", "financial", "every", "each", "yearly", "annually",
    "monthly", "quarterly", "termly", "ongoing", "review", "confirmed", "plan", "first", "second",
)  # fmt: skip


def _find_dates(text: str, calendar: Calendar) -> Iterator[str]:
    """The longest runs of words that are a timescale with days, from left to right."""
    words = [bare for word in _NUMBERED_PART.sub(" ", text).split() if (bare := word.strip("(),;:"))]
    place = 0
    while place < len(words):
        length = _date_length(words[place : place + _MOST_WORDS], calendar)
        if length:
            yield " ".join(words[place : place + length])
        place += length or 1


def _date_length(words: list[str], calendar: Calendar) -> int:
    """How many of the first words are a timescale with days."""
    for length in range(len(words), 0, -1):
        text = " ".join(words[:length])
        if any(figure in text for figure in "0123456789"):
            found = _recognise_or_none(text, calendar)
            if found is not None and found.is_known:
                return length
    return 0
