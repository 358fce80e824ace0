"""Why some words are not a timescale, and what could be written instead."""

import re
from collections.abc import Iterable, Iterator

from coparent.text.patterns import compile_later
from coparent.timescales.brackets import recognise
from coparent.timescales.calendars import MONTHS, Calendar
from coparent.timescales.facts import names_duration, names_something
from coparent.timescales.keeping import keeps
from coparent.timescales.other_fields import explain_done, explain_move, explain_review, explain_start
from coparent.timescales.plain_forms import in_plain_form, recognise_or_none
from coparent.timescales.reasons import REASONS
from coparent.timescales.repeats import offer_repeats
from coparent.timescales.rewrites import find_slips, mend_form, rewrite
from coparent.timescales.timescale import NotATimescale, quote
from coparent.timescales.words import MONTH_WORDS, WORDS, tidy

FORMS = 'write a day, a month, a quarter with its year, "ongoing" or "to be confirmed"'
WITH_ITS_YEAR = "write the last day, month, quarter or term that is meant, with its year"

_MOST_OFFERS = 3
_MOST_WORDS = 7

_NUMBERED_PART = compile_later(r"\b(?:phase|stage|step|part|wave|tranche) [0-9]+\b", re.IGNORECASE)


def explain(text: str, calendar: Calendar) -> NotATimescale:
    """Why tidied words without a known form are refused, and the nearest forms."""
    if not text:
        return NotATimescale("nothing is written", hint=FORMS, names_nothing=True)
    refusal = _explain_form(text, calendar)
    if refusal is not None:
        return refusal
    plain = " ".join(_NUMBERED_PART.sub(" ", mend_form(text)).split())
    dates = tuple(_find_dates(plain, calendar))
    refusal = explain_move(text, plain, dates, calendar) or explain_done(text, plain, dates, calendar)
    if refusal is not None:
        return refusal
    offers = _offer_other_forms(plain, calendar)
    refusal = explain_review(text, plain, dates, calendar) or explain_start(text, plain, dates, calendar)
    refusal = refusal if not offers else None
    return refusal or _explain_words(text, plain, offers or offer_repeats(plain, dates, calendar), dates, calendar)


def _explain_form(text: str, calendar: Calendar) -> NotATimescale | None:
    """The refusal of words that only look different from those of a known form."""
    mended = mend_form(text)
    if mended == text:
        return None
    wrong = find_slips(text)
    message = f"{quote(text)} is not a timescale we can read"
    if wrong:
        message = f"{quote(text)} has a word we do not know: {', '.join(map(quote, wrong))}"
    try:
        if recognise(tidy(mended), calendar) is None:
            return None
    except NotATimescale as refusal:
        return refusal if refusal.impossible_day else None
    offer = mended if re.search("[a-z]", mended, re.IGNORECASE) else in_plain_form(mended, calendar)
    return NotATimescale(message, (offer,), is_same=keeps(text, [offer], calendar))


def _explain_words(
    text: str, plain: str, offers: tuple[str, ...], dates: tuple[str, ...], calendar: Calendar
) -> NotATimescale:
    """The refusal of words by what they often say, or by what was misspelt."""
    reason = next((reason for reason in REASONS if re.search(reason.pattern, text, re.IGNORECASE)), None)
    whole = [date for date in dates if reason is not None or not _is_bare_year_of(date, plain)]
    offers = offers or _kept(plain, whole, calendar)
    if reason is not None:
        around = _kept(plain, (reason.around.format(offer) for offer in offers), calendar)
        others = () if names_something(plain) and not around else reason.offers
        return _refuse(plain, f"{quote(text)} {reason.message}", around or others, reason.hint)
    corrected, misspelt = _correct_spelling(plain) if not offers else ("", [])
    found = _offer_other_forms(corrected, calendar) if misspelt else ()
    if found:
        words = ", ".join(map(quote, misspelt))
        return _refuse(plain, f"{quote(text)} has a word we do not know: {words}", found)
    return _refuse(plain, f"{quote(text)} is not a timescale we can read", offers)


def _is_bare_year_of(date: str, plain: str) -> bool:
    """Whether a year stands among words of which any may be a month, or say which part of it is meant."""
    return len(date) == 4 and bool({*plain.lower().replace(date, " ").split()} - _BESIDE_A_YEAR)


_BESIDE_A_YEAR = {"in", "during", "by", "before", "for", "sometime", "within", "the", "year", "of", "end"}


def _refuse(plain: str, message: str, offers: tuple[str, ...], hint: str = "") -> NotATimescale:
    names_nothing = not (names_something(plain) or names_duration(plain))
    forms = FORMS if names_nothing else WITH_ITS_YEAR
    hint = hint or ("" if offers else forms)
    return NotATimescale(message, offers[:_MOST_OFFERS], hint, names_nothing=names_nothing)


def keep_all(text: str, refusal: NotATimescale, calendar: Calendar) -> NotATimescale:
    """The refusal of a known form, with those of its offers that are accepted and leave nothing out."""
    offers = accepted_offers(refusal.offers, calendar)
    if refusal.impossible_day or refusal.disagrees or not text:
        return refusal.with_offers(offers)
    kept = _kept(text, offers, calendar)
    if not kept and not refusal.elsewhere:
        kept = _offer_other_forms(text, calendar, are_all=False) or offer_repeats(text, (), calendar)
    hint = refusal.hint or ("" if kept else WITH_ITS_YEAR)
    return refusal.with_offers(kept[:_MOST_OFFERS], hint)


def _offer_other_forms(text: str, calendar: Calendar, *, are_all: bool = True) -> tuple[str, ...]:
    """The offers for the nearest way to write the same that gives any; each names all that was written."""
    for texts in rewrite(text, calendar):
        offers = accepted_offers([text for text in texts if text], calendar, with_others=not are_all or len(texts) == 1)
        kept = _kept(text, offers, calendar)
        if kept:
            return kept
    return ()


def _kept(text: str, offers: Iterable[str], calendar: Calendar) -> tuple[str, ...]:
    """The offers that name everything the words do, each in its plainest form."""
    kept = [in_plain_form(offer, calendar) for offer in offers if keeps(text, [offer], calendar)]
    return tuple(dict.fromkeys(kept))


def accepted_offers(offers: Iterable[str], calendar: Calendar, *, with_others: bool = True) -> tuple[str, ...]:
    """The offers that are accepted, or failing all of them those that their refusals offer; without repeats."""
    direct: list[str] = []
    indirect: list[str] = []
    for offer in offers:
        try:
            if recognise(tidy(offer), calendar) is not None:
                direct.append(offer)
        except NotATimescale as refusal:
            if with_others:
                indirect += accepted_offers(refusal.offers, calendar)
    return tuple(dict.fromkeys(direct or indirect))[:_MOST_OFFERS]


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
    if word.lower() in known or not near or word.lower().startswith(("bi", "un", "non")):
        return ""
    return MONTHS[MONTH_WORDS[near[0]] - 1] if near[0] in MONTH_WORDS else near[0]


_OTHER_WORDS = (
    "quarter", "half", "year", "ending", "academic", "school", "financial", "every", "each", "yearly", "annually",
    "monthly", "quarterly", "termly", "ongoing", "review", "confirmed", "plan", "first", "second", "days", "weeks",
    "month", "months", "years",
)  # fmt: skip


def _find_dates(text: str, calendar: Calendar) -> Iterator[str]:
    """The longest runs of words that are a timescale with days, from left to right."""
    words = [bare for word in text.split() if (bare := word.strip("(),;:"))]
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
            found = recognise_or_none(text, calendar)
            if found is not None and found.is_known:
                return length
    return 0
