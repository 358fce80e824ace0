"""Times with days: one written form, or a span from one to another."""

from datetime import timedelta

from coparent.timescales.calendars import EXAMPLE_YEAR, MONTHS, Calendar, Days, add_months, month_end
from coparent.timescales.formatting import day_in_words, span_in_words, two_years
from coparent.timescales.near_misses import NEAR_MISSES, NEEDS_FOUR_FIGURES
from coparent.timescales.timescale import Form, NotATimescale, Timescale, quote
from coparent.timescales.words import Token, join_words, tokenise
from coparent.timescales.written_forms import WRITTEN_FORMS, Written

Tokens = tuple[Token, ...]

_BOUNDS_NO_SPAN = {Form.YEAR, Form.RELATIVE}


def recognise_days(text: str, calendar: Calendar) -> Timescale | None:
    """Recognise tidied words as a time with days; None if they have no written form.

    Raises NotATimescale if they have the form of a near miss, or days that the calendar does not have.
    """
    tokens = tokenise(text)
    _refuse_short_years(tokens)
    joins = [place for place, token in enumerate(tokens) if token.kind == "join"]
    if not joins:
        return _recognise_form(tokens, calendar)
    place = joins[0]
    if len(joins) > 1 or not 0 < place < len(tokens) - 1:
        return None
    return _recognise_span(tokens[:place], tokens[place], tokens[place + 1 :], calendar)


def _recognise_form(tokens: Tokens, calendar: Calendar) -> Timescale | None:
    kinds, words = " ".join(token.kind for token in tokens), join_words(tokens)
    form = WRITTEN_FORMS.get(kinds) or NEAR_MISSES.get(kinds)
    if form is not None:
        return form(Written(words, tuple(number for token in tokens for number in token.numbers), calendar))
    if tokens and tokens[0].kind == "start" and tokens[1:2] and tokens[1].kind != "start":
        whole = _recognise_form(tokens[1:], calendar)
        if whole is not None and whole.start is not None:
            message = f"{quote(words)} could be its first day or its first weeks"
            raise NotATimescale(message, (day_in_words(whole.start), whole.written))
    return None


def _recognise_span(left: Tokens, join: Token, right: Tokens, calendar: Calendar) -> Timescale | None:
    _refuse_year_in_front(left, right)
    last = _recognise_bound(right, calendar, before=f"{join_words(left)} to ")
    if last is None:
        return None
    kinds = [token.kind for token in left]
    is_short = kinds == [token.kind for token in right[: len(left)]] and len(left) < len(right)
    # "1 to 31 October 2026": the first bound takes from the last what it leaves unsaid.
    first_tokens = left + right[len(left) :] if is_short else left
    first = _recognise_bound(first_tokens, calendar, after=f" to {join_words(right)}")
    if first is None or {first.form, last.form} & _BOUNDS_NO_SPAN:
        return None
    words = join_words((*left, join, *right))
    if first.days is not None and last.days is not None:
        _refuse_out_of_order(words, first.days, last.days, is_short=is_short)
        if join.is_pair and last.days[0] - first.days[1] > timedelta(days=1):
            offers = (span_in_words(first.days[0], last.days[1]),)
            raise NotATimescale(f"{quote(words)} could be two times or everything between them", offers)
    form = Form.QUARTER if first.form is last.form is Form.QUARTER else Form.SPAN
    return Timescale(words, form, first.start, last.end)


def _recognise_bound(tokens: Tokens, calendar: Calendar, before: str = "", after: str = "") -> Timescale | None:
    """One bound of a span, between the words before and after it; a refusal offers the whole span."""
    try:
        return _recognise_form(tokens, calendar)
    except NotATimescale as refusal:
        raise refusal.with_offers(f"{before}{offer}{after}" for offer in refusal.offers) from None


def _refuse_out_of_order(words: str, first: Days, last: Days, *, is_short: bool) -> None:
    """Refuse a span that ends before it starts; a short one may have been meant to end in the next year."""
    if first[0] <= last[0] and first[1] <= last[1]:
        return
    if not is_short:
        raise NotATimescale(f"{quote(words)} ends before it starts", (span_in_words(last[0], first[1]),))
    a_year_sooner = span_in_words(add_months(first[0], -12), last[1])
    end = add_months(last[1], 12)
    # The end of a month stays the end of a month: of 28 February 2023 that is 29 February 2024.
    end = month_end(end.year, end.month) if last[1] == month_end(last[1].year, last[1].month) else end
    message = f"{quote(words)} needs a year for each end, because it runs on into the next"
    raise NotATimescale(message, (a_year_sooner, span_in_words(first[0], end)))


def _refuse_short_years(tokens: Tokens) -> None:
    """Refuse "25/26", whose first year needs four figures, wherever it stands for a year."""
    for place in range(len(tokens) - 2):
        first, join, last = tokens[place : place + 3]
        if (first.kind, last.kind) != ("number", "number") or join.text not in {"-", "/"}:
            continue
        (year,), (next_year,), rest = first.numbers, last.numbers, tokens[place + 3 :]
        if next_year != (year + 1) % 100 or (rest and rest[0].kind == "month"):
            continue
        offers = [f"{join_words(tokens[:place])} {two_years(2000 + year)} {join_words(rest)}".strip()]
        if len(tokens) == 3 and next_year <= 12:
            offers.append(f"{year} {MONTHS[next_year - 1]} {EXAMPLE_YEAR}")
        raise NotATimescale(f"{quote(join_words(tokens))} {NEEDS_FOUR_FIGURES}", tuple(offers))


def _refuse_year_in_front(left: Tokens, right: Tokens) -> None:
    """Refuse "January 2026 to March", which leaves open the year it ends in."""
    kinds = [token.kind for token in left]
    rest = left[len(right) :]
    is_same = kinds[: len(right)] == [token.kind for token in right] and "word" not in kinds
    if not rest or not is_same or "year" not in rest[-1].kind:
        return
    words = f"{join_words(left)} to {join_words(right)}"
    offer = f"{join_words(left[: len(right)])} to {join_words(right + rest)}"
    raise NotATimescale(f"{quote(words)} does not say which year it ends in", (offer,))
