"""Whether an offer names every day, month, quarter, term and year that was written.

What was written names facts, each of which could stand for several things (26 for a day, a month or a year); what is
offered has one meaning. An offer keeps all that was written if each fact can have a part of that meaning for its own.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from coparent.text.patterns import compile_later
from coparent.timescales.brackets import recognise
from coparent.timescales.calendars import SEASONS, Calendar, add_months
from coparent.timescales.number_words import NUMBER_WORDS, ORDINAL_WORDS, SMALL_NUMBERS
from coparent.timescales.timescale import Form, NotATimescale, Timescale
from coparent.timescales.words import MONTH_WORDS, WEEKDAY_WORDS, near_months, tidy, tokenise

Part: TypeAlias = tuple[str, int]
"""A part of what a time means: ("month", 3), ("year", 2026), ("quarter", 4)."""
Fact: TypeAlias = frozenset[Part]
"""The parts that something written could be; none if no form that is read can hold it."""

_MOST_FACTS = 12
_NOTHING: Fact = frozenset()
_NAMES_ONE_PART = ("year", "years", "every", "weekday", "season", "term", "academic")
"""Kinds of parts that several facts may share: the year of "Oct 25 to Dec 25"."""

_EVERY = (
    (24, r"biennial\w*|every (?:two|2|other|second) years?"),
    (36, r"every (?:three|3|third|five|5) years?"),
    (6, r"(?:six|6) monthly|half yearly|twice (?:a year|per year|yearly|annually)|two times (?:a|per) year"
        r"|every (?:six|6) months|bi ?annual\w*|bi ?yearly"),
    (4, r"termly|(?:every|each) term|three times (?:a|per) year"),
    (3, r"quarterly|(?:every|each) quarter|(?:three|3) monthly|every (?:three|3) months|four times (?:a|per) year"),
    (2, r"bi ?monthly|every (?:two|2|other|second) months?|alternate months|(?:two|2) monthly"),
    (1, r"monthly|(?:every|each) month|once a month|per month"),
    (12, r"annual(?:ly)?|yearly|(?:every|each) year|per annum|once a year|every (?:12|twelve) months"),
)  # fmt: skip
EVERY_WORDS = [(months, compile_later(rf"\b(?:{words})\b")) for months, words in _EVERY]
_ADJECTIVE = compile_later(r"\bannual (?!(?:and|in|on|by|from|to|until|then|thereafter|each|every)\b)[a-z]+")
_NUMBER = "|".join(SMALL_NUMBERS)
_ORDINAL = "|".join(sorted(ORDINAL_WORDS, key=len, reverse=True)).replace(" ", "[ ]")

_NO_DATE = compile_later(
    r"\b(?:short|medium|long|near|mid|longer|shorter)(?: |-)?(?:to (?:medium|long)(?: |-)?)?term\b"
    r"|(?:\bat )?(?:t| |\b)[0-9]{1,2}(?::[0-9]{2}){1,2}(?:\.[0-9]+)?z?\b"
    r"|\b[0-9]{1,2}(?:[.:][0-9]{2})? ?[ap]m\b"
)
"""A length of time that is called a term, and a time of day."""

_FACTS = compile_later(
    rf"""
  (?P<no_form>\b(?:half[ ]term|easter|christmas|xmas|new[ ]year|whitsun|pentecost|michaelmas|lent|trinity|hilary
    |diwali|ramadan|eid|bank[ ]holiday
    |municipal|civic|council[ ]year|tax[ ]year|performance[ ]year
    |fortnight|weeks?(?![ ](?:commencing|beginning|ending)\b)|or(?![ ](?:sooner|earlier|before))
    |except|excluding|unless)\b)
| (?P<quarters>\b(?:quarters?|qtrs?|q)[ ]?(?:[0-9]{{1,2}}|{_NUMBER})\b
    (?:[ ]?(?:-|/|to|and|&)[ ]?q?[0-9]\b(?![ ]?[/-]))*)
| (?P<part>\b(?:first|second|third|fourth|1st|2nd|3rd|4th)[ ](?:quarter|half)\b)
| (?P<half>\bh[ ]?[0-9]\b|\bhalf[ ][12]\b)
| (?P<academic>\b(?:academic|school)\b)
| (?P<duration>\b(?:[0-9]+(?:[ ]?(?:-|to)[ ]?[0-9]+)?|{_NUMBER})[ -](?:working[ ])?(?:day|week|month|year)s?\b)
| (?P<plan_year>\byear[ ](?:[0-9]{{1,2}}|{_NUMBER})\b(?![ ]?[/-]))
| (?P<iso>(?<![0-9])[0-9]{{4}}(?P<gap>[/.-]?)[0-9]{{2}}(?P=gap)[0-9]{{2}}(?![0-9]))
| (?P<short_day>(?<![0-9])[0-9]{{1,2}}(?P<mark>[/.-])[0-9]{{1,2}}(?P=mark)[0-9]{{2}}(?![0-9]))
| (?P<iso_month>(?<![0-9])[0-9]{{4}}-(?:0[1-9]|1[0-2])(?![0-9]))
| (?P<years>(?<![0-9])[0-9]{{4}}[ ]?(?:[/-]|\bto\b)[ ]?(?:[0-9]{{4}}|[0-9]{{2}})(?![0-9]))
| (?P<short_pair>(?<![0-9])[0-9]{{4}}[/-][0-9](?![0-9]))
| (?P<ordinal>\b(?:{_ORDINAL})\b|[0-9]{{1,2}}(?:st|nd|rd|th)\b)
| (?P<number>[0-9]+)
| (?P<word>[a-z]+)
""",
    re.VERBOSE,
)


def keeps(written: str, offers: Iterable[str], calendar: Calendar) -> bool:
    """Whether what is offered (for several fields, all of it together) names all that was written."""
    parts: list[Part] = []
    for text in map(tidy, offers):
        try:
            found = recognise(text, calendar)
        except NotATimescale:
            return False
        if found is None or (found.is_known and names_duration(written)):
            return False
        parts += _parts_of(text, found, calendar)
    facts = list(dict.fromkeys(_find_facts(written)))
    return len(facts) <= _MOST_FACTS and _match(facts, parts)


def names_duration(written: str) -> bool:
    """Whether a length of time stands among the words, which no date holds: "6 months from April 2026"."""
    words = _in_small_letters(written)
    for _, pattern in EVERY_WORDS:
        words = pattern.sub(" ", words)
    return any(found.lastgroup == "duration" for found in _FACTS.finditer(words))


def names_something(written: str) -> bool:
    """Whether any day, month, quarter, term or year is named at all."""
    return any(True for _ in _find_facts(written))


def _in_small_letters(written: str) -> str:
    return " ".join(tidy(written).lower().replace("-monthly", " monthly").replace("-yearly", " yearly").split())


def _match(facts: list[tuple[int, Fact]], parts: list[Part]) -> bool:
    """Whether every fact can have a part that it could be; only a few kinds of parts serve several."""
    if not facts:
        return True
    (_, fact), *rest = facts
    for part in fact:
        if part in parts:
            left = [*parts]
            if part[0] not in _NAMES_ONE_PART:
                left.remove(part)
            if _match(rest, left):
                return True
    return False


def _find_facts(written: str) -> Iterator[tuple[int, Fact]]:
    """What words name, without what they say twice. Every untyped number counts for itself."""
    text = _NO_DATE.sub(" ", _in_small_letters(written).replace("half-", "half ").replace("bi-", "bi "))
    has_year = re.search(r"[0-9]{4}", text) is not None
    for months, pattern in EVERY_WORDS:
        text, number = pattern.subn(" ", text) if not (has_year and _ADJECTIVE.search(text)) else (text, 0)
        if number:
            yield 0, frozenset({("every", months)} | ({("every", 1)} if months == 2 else set()))
    for place, found in enumerate(_FACTS.finditer(text), start=1):
        for is_number, fact in _facts_of(found.lastgroup or "", found.group()):
            yield place if is_number else 0, fact


def _facts_of(kind: str, words: str) -> Iterator[tuple[bool, Fact]]:
    """What words of one kind name, and whether each is a number that may stand for one thing only."""
    spelt = {word: NUMBER_WORDS[word] for word in (words, *words.split()) if word in NUMBER_WORDS}
    numbers = [int(figures) for figures in re.findall("[0-9]+", words)] or [*spelt.values()]
    if kind in _NAMED_KINDS:
        yield from ((False, frozenset({(_NAMED_KINDS[kind], number)})) for number in numbers)
    elif kind == "part":
        yield False, frozenset({(words.rsplit(" ", 1)[1], numbers[0])})
    elif kind == "ordinal":
        yield True, frozenset({("day", numbers[0])})
    elif kind == "years" and _is_pair(numbers):
        yield False, frozenset({("years", numbers[0])})
    elif kind == "word":
        yield from ((False, fact) for fact in _facts_of_word(words))
    elif kind in _FIGURES:
        yield from ((True, fact) for fact in _facts_of_figures(kind, words))
    elif kind in ("no_form", "academic"):
        yield False, frozenset({("academic", 0)}) if kind == "academic" else _NOTHING


_NAMED_KINDS = {"quarters": "quarter", "half": "half", "plan_year": "plan year"}
_FIGURES = ("iso", "iso_month", "years", "short_pair", "short_day", "number")


def _facts_of_figures(kind: str, words: str) -> Iterator[Fact]:
    """What each number of some figures may be; of a day of six figures either end may be the year."""
    figures = "".join(re.findall("[0-9]", words))
    numbers = [figures[:4], figures[4:6], figures[6:]] if kind == "iso" else re.findall("[0-9]+", words)
    for number in numbers:
        fact = _untyped(int(number), 2 if kind == "short_day" else len(number))
        if kind == "short_pair" and len(number) == 1:
            fact |= {("year", int(numbers[0][:3] + number))}
        yield fact


def _is_pair(years: list[int]) -> bool:
    """Whether the second of two years follows the first; it may be given by its last two figures."""
    first, last = years
    return first + 1 == last or (last < 100 and (first + 1) % 100 == last)


def _untyped(number: int, figures: int) -> Fact:
    """What a number of so many figures could be."""
    if figures == 4:
        return frozenset({("year", number)})
    if figures > 2:
        return _NOTHING
    years = {("year", century + number) for century in (1900, 2000, 2100)} if figures == 2 else set()
    return frozenset({("day", number), ("month", number), *years})


def _facts_of_word(word: str) -> Iterator[Fact]:
    if word in MONTH_WORDS:
        yield frozenset({("month", MONTH_WORDS[word])})
    elif word in WEEKDAY_WORDS:
        yield frozenset({("weekday", WEEKDAY_WORDS[word])})
    elif word in SEASONS:
        yield frozenset({("season", SEASONS.index(word))})
    elif word in ("term", "terms"):
        yield frozenset({("term", 0)})
    elif months := near_months(word):
        yield frozenset(("month", month) for month in months)


_PARTS_OF_TOKEN = {
    "day": ("year", "month", "day"), "iso_month": ("month", "year"), "month": ("month",), "number": ("day",),
    "year": ("year",), "years": ("year", "year"), "quarter": ("quarter",), "half": ("half",), "season": ("season",),
    "weekday": ("weekday",), "plan_year": ("plan year",),
}  # fmt: skip


def _parts_of(text: str, found: Timescale, calendar: Calendar) -> Iterator[Part]:
    """Everything that an accepted form names, or that follows from its days."""
    tokens = tokenise(text)
    for token in tokens:
        yield from zip(_PARTS_OF_TOKEN.get(token.kind, ()), token.numbers, strict=False)
        if token.kind == "years":
            yield "years", token.numbers[0]
        elif token.kind in ("term", "academic"):
            yield token.kind, 0
    if found.windows:
        yield "every", 4 if len(found.windows) == 3 else 12 // len(found.windows)
    if found.days is not None:
        yield from _years_round(*found.days, calendar)
        yield from _parts_between(found, *found.days, {token.kind for token in tokens}, calendar)


def _years_round(first: date, last: date, calendar: Calendar) -> Iterator[Part]:
    """The financial and the academic year that some days all lie in."""
    for years in ({calendar.financial_year_of(day) for day in (first, last)}, _academic_years(first, last)):
        if len(years) == 1:
            yield "years", years.pop()


def _academic_years(*days: date) -> set[int]:
    return {add_months(day, -8).year for day in days}


def _parts_between(found: Timescale, first: date, last: date, kinds: set[str], calendar: Calendar) -> Iterator[Part]:
    """The weekday of one day, and the months or quarters between the two ends of a span."""
    if first == last:
        yield "weekday", first.weekday()
    if found.form is Form.SPAN and "month" in kinds:
        months = (last.year - first.year) * 12 + last.month - first.month
        yield from (("month", add_months(first, later).month) for later in range(1, min(months, 12)))
    if found.form is Form.QUARTER:
        yield from (("quarter", number) for number in range(2, calendar.quarter_of(last)[1]))
