"""What words about a time name: days, months, quarters, terms and years, and how often something comes round."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from coparent.text.patterns import compile_later
from coparent.timescales.calendars import SEASONS
from coparent.timescales.number_words import NUMBER_WORDS, ORDINAL_WORDS, SMALL_NUMBERS
from coparent.timescales.words import MONTH_WORDS, WEEKDAY_WORDS, near_months, tidy

Part: TypeAlias = tuple[str, int]
"""A part of what a time means: ("month", 3), ("year", 2026), ("quarter", 4)."""
Fact: TypeAlias = frozenset[Part]
"""The parts that something written could be; none if no form that is read can hold it."""

_NOTHING: Fact = frozenset()
_EVERY = (
    (24, r"biennial\w*|every (?:two|2|other|second) years?"),
    (36, r"every [a-z0-9]+ years"),
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


def names_duration(written: str) -> bool:
    """Whether a length of time stands among the words, which no date holds: "6 months from April 2026"."""
    words = _in_small_letters(written)
    for _, pattern in EVERY_WORDS:
        words = pattern.sub(" ", words)
    return any(found.lastgroup == "duration" for found in _FACTS.finditer(words))


def names_something(written: str) -> bool:
    """Whether any day, month, quarter, term or year is named at all."""
    return any(True for _ in find_facts(written))


def _in_small_letters(written: str) -> str:
    return " ".join(tidy(written).lower().replace("-monthly", " monthly").replace("-yearly", " yearly").split())


def find_facts(written: str) -> Iterator[tuple[int, Fact]]:
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
