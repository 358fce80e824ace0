"""Written words cut into tokens: days, months, quarters, years, and what joins them."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from coparent.timescales.calendars import FIRST_YEAR, LAST_YEAR, MONTHS, SEASONS, WEEKDAYS
from coparent.timescales.refusals import NotATimescale

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"
_PLAIN: dict[int, str | None] = {
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **dict.fromkeys(map(ord, "\u2044\u2215"), "/"),
    **dict.fromkeys(map(ord, "\u2018\u2019"), "'"),
    # Word and web pages leave these unseen inside what people paste.
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), None),
}

MONTH_WORDS: dict[str, int] = {
    spelling: number for number, name in enumerate(MONTHS, start=1) for spelling in (name.lower(), name[:3].lower())
} | {"sept": 9}

_NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1
    )
}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


class Token(NamedTuple):
    """One piece of a timescale: what it is, its value, and the words it came from."""

    kind: str
    value: Any
    text: str


_WEEKDAY_WORDS = {
    spelling: number for number, name in enumerate(WEEKDAYS) for spelling in (name.lower(), name[:3].lower())
} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}

WORDS: dict[str, tuple[str, Any]] = (
    {word: ("month", number) for word, number in MONTH_WORDS.items()}
    | {word: ("weekday", number) for word, number in _WEEKDAY_WORDS.items()}
    | {word: ("season", word) for word in SEASONS}
    | {"term": ("term", "term"), "to": ("join", "to"), "and": ("join", "and")}
)

_OF_PLAN = r"(?:\ of\ (?:the\ )?plan\b)?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"

# Year-and-month comes before a pair of years, so 2011-12 is December 2011 and 2025-26 is a year.
_TOKENS = rf"""
  (?P<iso>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?![0-9])
| (?P<dmy>[0-9]{{1,2}}(?P<mark>[/.-])[0-9]{{1,2}}(?P=mark)[0-9]{{4}})(?![0-9])
| (?P<short_day>[0-9]{{1,2}}(?P<point>[/.-])[0-9]{{1,2}}(?P=point)[0-9]{{2}})(?![0-9])
| (?P<iso_month>[0-9]{{4}}-(?:0[1-9]|1[0-2]))(?![0-9]|[-/.][0-9]|\ ?{_MONTH})
| (?P<years>[0-9]{{4}}\ ?(?:[/-]|to)\ ?(?:[0-9]{{4}}|[0-9]{{2}}))(?![0-9a-z]|[-/.][0-9]|\ ?{_MONTH})
| (?P<quarter>(?:quarters?|qtrs?|q)[ -]?[0-9]{{1,2}})(?![0-9])
| (?P<part>(?:first|second|third|fourth|1st|2nd|3rd|4th)\ (?:quarter|half))\b
| (?P<half>h\ ?[0-9])(?![0-9a-z])
| (?P<plan_end>(?:end\ of\ (?:the\ )?plan|plan\ end)(?:\ period)?)\b
| (?P<ending>(?:(?:financial\ )?year|(?:12|twelve)\ months)[ -](?:ending|ended|end|to)(?:\ on)?)\b
| (?P<plan_year>(?:plan\ )?year\ (?:[0-9]{{1,2}}(?![0-9])|(?:{"|".join(_NUMBER_WORDS)})\b){_OF_PLAN})
| (?P<financial>(?:financial\ year|fiscal\ year|fy))(?![a-z])
| (?P<academic>(?:academic|school)\ year)\b
| (?P<number>[0-9]{{1,2}}(?:st|nd|rd|th)?)(?![0-9])
| (?P<year>'?[0-9]{{4}})(?![0-9])
| (?P<digits>[0-9]+)
| (?P<start>start\ of(?:\ the)?)\b
| (?P<noise>(?:the|of|by|end)\b[ -]*|mid[ -]?(?={_MONTH})|[,;])
| (?P<word>[a-z']+)
| (?P<join>-+|/|&)
| (?P<other>\S)
"""


@cache
def _lexer() -> re.Pattern[str]:
    return re.compile(_TOKENS, re.VERBOSE | re.IGNORECASE | re.ASCII)


@cache
def _stops() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(r"(?<=[A-Za-z])\.(?=[A-Za-z])"), re.compile(r"(?<=[A-Za-z])\.")


def tidy(written: str) -> str:
    """The words with plain dashes, single spaces, and no full stops after letters."""
    text = written.translate(_PLAIN)
    if "." in text:
        between_letters, after_letters = _stops()
        text = after_letters.sub(" ", between_letters.sub("", text))
    return " ".join(text.split()).rstrip(" .,;:")


def tokenise(text: str) -> tuple[Token, ...]:
    """Cut tidied words into tokens, leaving out the words that make no difference."""
    tokens = []
    for found in _lexer().finditer(text):
        kind = found.lastgroup or "other"
        if kind != "noise":
            tokens.append(_MAKERS.get(kind, _as_it_is)(kind, found.group()))
    return tuple(tokens)


def check_year(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotATimescale(f"the year {year:04} is not between {FIRST_YEAR} and {LAST_YEAR}")
    return year


def _numbers(text: str) -> list[int]:
    return [int(figures) for figures in re.findall(r"[0-9]+", text)]


def _as_it_is(kind: str, text: str) -> Token:
    return Token(kind, text, text)


def _make_iso(_: str, text: str) -> Token:
    year, month, day = _numbers(text)
    return Token("day", (check_year(year), month, day, text), text)


def _make_dmy(_: str, text: str) -> Token:
    day, month, year = _numbers(text)
    return Token("day", (check_year(year), month, day, text), text)


def _make_short_day(kind: str, text: str) -> Token:
    return Token(kind, tuple(_numbers(text)), text)


def _make_iso_month(kind: str, text: str) -> Token:
    year, month = _numbers(text)
    return Token(kind, (month, check_year(year)), text)


def _make_years(kind: str, text: str) -> Token:
    first, last = _numbers(text)
    if len(text) - len(text.rstrip("0123456789")) == 2:
        last += first - first % 100 + (100 if first % 100 == 99 and last == 0 else 0)
    return Token(kind, (check_year(first), check_year(last)), text)


def _make_numbered(kind: str, text: str) -> Token:
    return Token(kind, _numbers(text)[0], text)


def _make_year(kind: str, text: str) -> Token:
    return Token(kind, check_year(_numbers(text)[0]), text.lstrip("'"))


def _make_part(_: str, text: str) -> Token:
    ordinal, kind = text.lower().split()
    return Token(kind, _ORDINALS.get(ordinal) or int(ordinal[0]), text)


def _make_plan_year(kind: str, text: str) -> Token:
    words = text.lower().split()
    number = words[words.index("year") + 1]
    return Token(kind, _NUMBER_WORDS.get(number) or int(number), text)


def _make_word(_: str, text: str) -> Token:
    kind, value = WORDS.get(text.lower(), ("word", text.lower()))
    return Token(kind, value, text)


def _make_join(_: str, text: str) -> Token:
    return Token("join", "to" if text.startswith("-") else "and", text)


_MAKERS: dict[str, Callable[[str, str], Token]] = {
    "iso": _make_iso,
    "dmy": _make_dmy,
    "short_day": _make_short_day,
    "iso_month": _make_iso_month,
    "years": _make_years,
    "quarter": _make_numbered,
    "part": _make_part,
    "half": _make_numbered,
    "plan_year": _make_plan_year,
    "number": _make_numbered,
    "year": _make_year,
    "word": _make_word,
    "join": _make_join,
}
