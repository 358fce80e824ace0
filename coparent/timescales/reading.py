"""Tokens to a timescale: one shape, or a run from one shape to another."""

from collections.abc import Callable
from datetime import date, timedelta

from coparent.timescales.calendars import (
    EXAMPLE_YEAR,
    MONTHS,
    Calendar,
    add_months,
    day_in_words,
    month_end,
    two_years,
)
from coparent.timescales.forms import Form, Timescale
from coparent.timescales.near_misses import NEAR_MISSES, NEEDS_FOUR_FIGURES
from coparent.timescales.printing import span_in_words
from coparent.timescales.refusals import NotATimescale, quote
from coparent.timescales.shapes import SHAPES
from coparent.timescales.words import Token, tokenise

Tokens = tuple[Token, ...]

# A dash or stroke between these only joins them: 31-Mar-2026, Q3-2025/26.
_JOINED = {
    ("number", "month"),
    ("month", "year"),
    ("weekday", "number"),
    ("weekday", "day"),
    ("quarter", "years"),
    ("half", "years"),
    ("season", "year"),
    ("season", "years"),
}
_CANNOT_BOUND_A_RUN = {Form.YEAR, Form.RELATIVE}


def read(text: str, calendar: Calendar) -> Timescale | None:
    """Read tidied words as days; None when they have no shape we know, and a refusal when it is a bad one."""
    return _read_tokens(_arrange(tokenise(text)), calendar)


def _read_tokens(tokens: Tokens, calendar: Calendar) -> Timescale | None:
    _refuse_short_years(tokens)
    joins = [place for place, token in enumerate(tokens) if token.kind == "join"]
    if not joins:
        return _read_one(tokens, calendar)
    place = joins[0]
    if len(joins) > 1 or not 0 < place < len(tokens) - 1:
        return None
    return _read_run(tokens[:place], tokens[place], tokens[place + 1 :], calendar)


def _read_one(tokens: Tokens, calendar: Calendar) -> Timescale | None:
    kinds = " ".join(token.kind for token in tokens)
    shape = SHAPES.get(kinds) or NEAR_MISSES.get(kinds)
    if shape is not None:
        return shape(calendar, _words(tokens), *(token.value for token in tokens))
    if tokens and tokens[0].kind == "start":
        whole = _read_one(tokens[1:], calendar)
        if whole is not None and whole.start is not None:
            message = f"{quote(_words(tokens))} could be its first day or its first weeks"
            raise NotATimescale(message, (day_in_words(whole.start), whole.written))
    return None


def _read_run(left: Tokens, join: Token, right: Tokens, calendar: Calendar) -> Timescale | None:
    _refuse_year_at_front(left, right)
    last = _read_side(right, calendar, lambda offer: f"{_words(left)} to {offer}")
    if last is None:
        return None
    kinds = [token.kind for token in left]
    is_short = kinds == [token.kind for token in right[: len(left)]] and len(left) < len(right)
    # "1 to 31 October 2026": the first end takes from the last what it leaves unsaid.
    completed = left + right[len(left) :] if is_short else left
    first = _read_side(completed, calendar, lambda offer: f"{offer} to {_words(right)}")
    if first is None or {first.form, last.form} & _CANNOT_BOUND_A_RUN:
        return None
    written = _words((*left, join, *right))
    _check_order(written, first, last, is_short=is_short, is_pair=join.value == "and")
    form = Form.QUARTER if first.form is last.form is Form.QUARTER else Form.SPAN
    return Timescale(written, form, first.start, last.end)


def _read_side(tokens: Tokens, calendar: Calendar, in_whole: Callable[[str], str]) -> Timescale | None:
    try:
        return _read_one(tokens, calendar)
    except NotATimescale as refusal:
        offers = tuple(in_whole(offer) for offer in refusal.offers)
        raise NotATimescale(refusal.message, offers, refusal.hint, impossible_day=refusal.impossible_day) from None


def _check_order(written: str, first: Timescale, last: Timescale, *, is_short: bool, is_pair: bool) -> None:
    if not (first.start and first.end and last.start and last.end):
        return
    if first.start > last.start or first.end > last.end:
        if not is_short:
            raise NotATimescale(f"{quote(written)} ends before it starts", (span_in_words(last.start, first.end),))
        a_year_sooner = span_in_words(add_months(first.start, -12), last.end)
        a_year_later = span_in_words(first.start, _year_after(last.end))
        message = f"{quote(written)} needs a year for each end, because it runs on into the next"
        raise NotATimescale(message, (a_year_sooner, a_year_later))
    if is_pair and last.start - first.end > timedelta(days=1):
        raise NotATimescale(
            f"{quote(written)} could be two times or everything between them",
            (span_in_words(first.start, last.end),),
        )


def _arrange(tokens: Tokens) -> Tokens:
    """Put tokens in the order the shapes expect, without what only joins two words into one."""
    tokens = _years_last(_number_quarters(tokens))
    kept = []
    for place, token in enumerate(tokens):
        before = tokens[place - 1].kind if place else ""
        after = tokens[place + 1].kind if place + 1 < len(tokens) else ""
        is_last_pair = (before, after) == ("month", "number") and place + 2 == len(tokens)
        is_joiner = token.text in {"-", "/"} and ((before, after) in _JOINED or is_last_pair)
        if not is_joiner and (token.kind, after) != ("financial", "years"):
            kept.append(token)
    return tuple(kept)


def _number_quarters(tokens: Tokens) -> Tokens:
    """Read the 2 of "Q1-2 2026/27" as a second quarter."""
    kinds = [token.kind for token in tokens[:3]]
    if kinds != ["quarter", "join", "number"]:
        return tokens
    return (*tokens[:2], tokens[2]._replace(kind="quarter", text=f"Q{tokens[2].value}"), *tokens[3:])


def _years_last(tokens: Tokens) -> Tokens:
    """Read "2025/26 Q3" as "Q3 2025/26"."""
    if len(tokens) < 2 or tokens[0].kind not in {"year", "years"}:
        return tokens
    rest = tokens[2:] if tokens[1].text in {"-", "/"} else tokens[1:]
    is_parts = bool(rest) and all(token.kind in {"quarter", "half", "join"} for token in rest)
    return (*rest, tokens[0]) if is_parts else tokens


def _refuse_short_years(tokens: Tokens) -> None:
    """Refuse "25/26", whose first year needs four figures, wherever it stands for a year."""
    for place in range(len(tokens) - 2):
        first, join, last = tokens[place : place + 3]
        is_pair = (first.kind, join.text, last.kind) in {("number", "-", "number"), ("number", "/", "number")}
        if not is_pair or last.value != (first.value + 1) % 100 or _is_month_next(tokens, place + 3):
            continue
        before, after = _words(tokens[:place]), _words(tokens[place + 3 :])
        offers = [f"{before} {two_years(2000 + first.value)} {after}".strip()]
        if len(tokens) == 3 and last.value <= 12:
            offers.append(f"{first.value} {MONTHS[last.value - 1]} {EXAMPLE_YEAR}")
        raise NotATimescale(f"{quote(_words(tokens))} {NEEDS_FOUR_FIGURES}", tuple(offers))


def _is_month_next(tokens: Tokens, place: int) -> bool:
    return place < len(tokens) and tokens[place].kind == "month"


def _refuse_year_at_front(left: Tokens, right: Tokens) -> None:
    """Refuse "January 2026 to March", which leaves open the year it ends in."""
    kinds = [token.kind for token in left]
    rest = left[len(right) :]
    if not rest or kinds[: len(right)] != [token.kind for token in right] or "year" not in rest[-1].kind:
        return
    written = f"{_words(left)} to {_words(right)}"
    offer = f"{_words(left[: len(right)])} to {_words(right + rest)}"
    raise NotATimescale(f"{quote(written)} does not say which year it ends in", (offer,))


def _words(tokens: Tokens) -> str:
    text = " ".join(token.text for token in tokens)
    return text.replace(" / ", "/").replace(" - ", "-")


def _year_after(end: date) -> date:
    """The same last day a year on; the end of a month stays the end of a month."""
    later = add_months(end, 12)
    return month_end(later.year, later.month) if end == month_end(end.year, end.month) else later
