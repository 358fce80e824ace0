"""Words in a deadline that belong in other fields: when it starts, where it was moved from, that it is done."""

import re

from coparent.text.patterns import compile_later
from coparent.timescales.brackets import recognise
from coparent.timescales.calendars import MONTHS, Calendar
from coparent.timescales.facts import names_duration
from coparent.timescales.formatting import day_in_words, in_words
from coparent.timescales.keeping import keeps
from coparent.timescales.plain_forms import in_plain_form
from coparent.timescales.repeats import every, find_repeats, offer_repeats
from coparent.timescales.timescale import Form, NotATimescale, quote
from coparent.timescales.words import tidy

Dates = tuple[str, ...]

_FROM = compile_later(
    r"\b(?:was|previously|formerly|original(?:ly)?|instead of"
    r"|(?:moved|revised|slipped|extended|deferred|rescheduled) from)\b",
    re.IGNORECASE,
)
_MOVED = compile_later(r"\b(?:moved|revised|slipped|extended|deferred|rescheduled)\b", re.IGNORECASE)
_DONE = compile_later(r"\b(?:completed?|done|achieved|finished|closed|delivered|implemented|in place)\b", re.IGNORECASE)
_NOT_DONE = compile_later(
    r"\b(?:not|no|to|will|due|expected|target|planned|aim\w*|part|partly|partially|un\w+|incomplete|for|by)\b",
    re.IGNORECASE,
)
_STARTS = compile_later(
    r"\b(?:from|since|onwards?|onward|start(?:s|ed|ing)?(?! of)|commenc\w+|begin(?:s|ning)?(?! of)|began|begun"
    r"|(?<=[0-9]{4}) ?(?:-|to|and|,|/)? ?on-?going|w\.?e\.?f|with effect|effective"
    r"|thereafter|and then|then|after|not before|no earlier than)\b",
    re.IGNORECASE,
)
_ENDS = compile_later(
    r"\b(?:to|until|till|end(?:s|ing)?|complet\w+|finish\w*|due|by|deliver\w*|conclud\w+|review\w*)\b", re.IGNORECASE
)
_END_OF = r"\b(?:until|till|up to|by|end of)"
_THEREAFTER = compile_later(r"\b(?:thereafter|and then|then|after that|afterwards)\b", re.IGNORECASE)
_GOES_ON = compile_later(
    r"\b(?:on-?going|continu\w+|rolling|throughout|permanent|business as usual|bau|always)\b", re.IGNORECASE
)


_ITS_OWN_LINE = "write the date when it is due; when it starts has a line of its own"


def explain_move(text: str, plain: str, dates: Dates, calendar: Calendar) -> NotATimescale | None:
    """The date after "was", or before "moved to", is the one first agreed: it stays. The other is where it moved."""
    found = _FROM.search(plain) or _MOVED.search(plain)
    if not found or not dates:
        return None
    # "From March 2026 to June 2026" is no span where it says that a date moved.
    ends = tuple(dates[0].split(" to ")) if found.group().lower().endswith("from") else ()
    dates = ends if len(ends) == 2 and all(keeps(end, [end], calendar) for end in ends) else dates
    after = next((date for date in dates if date in plain[found.end() :]), dates[0])
    other = next((date for date in dates if date != after), "")
    agreed, now = (after, other) if _FROM.search(plain) or not other else (other, after)
    hint = "keep the date first agreed here, and record where it has moved to"
    elsewhere = {"due": agreed, "to": now} if now and keeps(plain, [agreed, now], calendar) else {}
    kept = (agreed,) if keeps(plain, [agreed], calendar) else ()
    return NotATimescale(f"{quote(text)} says that the date has moved", kept, hint, elsewhere=elsewhere)


def explain_done(text: str, plain: str, dates: Dates, calendar: Calendar) -> NotATimescale | None:
    """Work that is done is recorded as an update, with the day that stands there if there is one."""
    if not _DONE.search(plain) or _NOT_DONE.search(plain):
        return None
    done = _last_day(dates[0], calendar) if len(dates) == 1 and keeps(plain, dates, calendar) else ""
    elsewhere = {"done": done} if done or not dates else {}
    hint = "record in an update that it is complete"
    return NotATimescale(f"{quote(text)} says the work is done, not when it was due", (), hint, elsewhere=elsewhere)


def explain_review(text: str, plain: str, dates: Dates, calendar: Calendar) -> NotATimescale | None:
    """Work without an end that is looked at every so often: the two belong in two fields."""
    repeats = offer_repeats(plain, dates, calendar) if _GOES_ON.search(plain) and not dates else ()
    if len(repeats) != 1:
        return None
    message = f"{quote(text)} says in one place that it goes on and how often it is reviewed"
    hint = "write ongoing here, and how often it is reviewed in a line of its own"
    return NotATimescale(message, hint=hint, elsewhere={"due": "ongoing", "review": repeats[0]})


def explain_start(text: str, plain: str, dates: Dates, calendar: Calendar) -> NotATimescale | None:
    """What says when work begins belongs under start:, and the deadline is what else is said."""
    starts = _STARTS.search(plain)
    if starts is None or names_duration(plain):
        return None
    message = f"{quote(text)} says when it begins, not when it is due"
    if re.search(r"\bafter\b|\bnot before\b", plain, re.IGNORECASE) and not _THEREAFTER.search(plain):
        message = f"{quote(text)} says when it is not before, not when it is due"
    if not dates or len(dates) > 2:
        return None if not dates else NotATimescale(message, hint=_ITS_OWN_LINE)
    if len(dates) == 1 and re.search(rf"{_END_OF} {re.escape(dates[0])}", plain, re.IGNORECASE):
        return None
    start, *ends = (in_plain_form(date, calendar) for date in dates)
    deadline, review = _deadline(plain, start, calendar), ""
    if ends and re.search(rf"\breview\w*\b[^0-9]*{re.escape(dates[1])}", plain, re.IGNORECASE):
        deadline, review = deadline or "ongoing", ends[0]
    elif ends:
        deadline = ends[0] if _ENDS.search(plain) else ""
    elif deadline not in ("", "ongoing") and re.search(r"\breview", plain, re.IGNORECASE):
        deadline, review = "ongoing", deadline
    said = {"start": start, "due": deadline} | ({"review": review} if review else {})
    elsewhere = said if keeps(plain, filter(None, said.values()), calendar) else {}
    kept = (start,) if elsewhere and not deadline else ()
    return NotATimescale(message, kept, _ITS_OWN_LINE, elsewhere=elsewhere)


def _deadline(plain: str, start: str, calendar: Calendar) -> str:
    """What is said of the deadline besides the start: how often it comes round, or that it has no end."""
    repeats = find_repeats(plain)
    if repeats == ("yearly",) and _THEREAFTER.search(plain):
        month = re.search(rf"([0-9]{{1,2}} )?(?:{'|'.join(MONTHS)})", _in_words(start, calendar))
        return (every(month.group(), calendar) if month else "") or "yearly"
    if repeats:
        return repeats[0] if len(repeats) == 1 else ""
    return "ongoing" if _GOES_ON.search(plain) else ""


def _in_words(start: str, calendar: Calendar) -> str:
    found = recognise(tidy(start), calendar)
    return in_words(found) if found is not None and found.form in (Form.DAY, Form.MONTH) else ""


def _last_day(written: str, calendar: Calendar) -> str:
    found = recognise(tidy(written), calendar)
    return day_in_words(found.end) if found is not None and found.end is not None else ""
