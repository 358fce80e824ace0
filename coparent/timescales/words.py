"""Written words cut into tokens: days, months, quarters, years, and what joins them."""

import re
from typing import NamedTuple

from coparent.text.patterns import compile_later
from coparent.timescales.calendars import FIRST_YEAR, LAST_YEAR, MONTHS, SEASONS, WEEKDAYS
from coparent.timescales.timescale import NotATimescale

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"
_YEARS_WITH_LONG_DASH = compile_later(rf"(?<![0-9{_DASHES}-])([0-9]{{4}})[{_DASHES}]([0-9]{{2}})(?![0-9{_DASHES}-])")
_LONG_DASH_BETWEEN_MONTHS = compile_later(rf"(?<=[0-9])[{_DASHES}](?=[0-9]{{4}}-[0-9])")
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
WEEKDAY_WORDS = {
    spelling: number for number, name in enumerate(WEEKDAYS) for spelling in (name.lower(), name[:3].lower())
} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_ONE_TO_TEN = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER_WORDS = {word: number for number, word in enumerate(_ONE_TO_TEN, start=1)}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


class Token(NamedTuple):
    """One piece of a timescale: its kind, its text, and the numbers that it stands for.

    A day in figures stands for year, month and day, `iso_month` for month and year, `years` for both years; a weekday
    and a season for their place in WEEKDAYS and SEASONS.
    """

    kind: str
    text: str
    numbers: tuple[int, ...] = ()

    @property
    def is_pair(self) -> bool:
        """Whether it joins two times to a pair ("and", "/", "&"), not to a span from one to the other."""
        return self.kind == "join" and self.text.lower() in ("and", "/", "&")


WORDS: dict[str, tuple[str, tuple[int, ...]]] = (
    {word: ("month", (number,)) for word, number in MONTH_WORDS.items()}
    | {word: ("weekday", (number,)) for word, number in WEEKDAY_WORDS.items()}
    | {word: ("season", (number,)) for number, word in enumerate(SEASONS)}
    | {"term": ("term", ()), "to": ("join", ()), "and": ("join", ())}
)
"""Words that are tokens by themselves, with the kind and the numbers of the token."""

_OF_PLAN = r"(?:\ of\ (?:the\ )?plan\b)?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"

# Year-and-month comes before a pair of years, so 2011-12 is December 2011 and 2025-26 is a year.
_TOKENS = compile_later(
    rf"""
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
""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_STOP_BETWEEN_LETTERS = compile_later(r"(?<=[A-Za-z])\.(?=[A-Za-z])")
_STOP_AFTER_LETTER = compile_later(r"(?<=[A-Za-z])\.")

# A dash or stroke between these only joins them: 31-Mar-2026, Q3-2025/26.
_JOINED = {
    ("number", "month"), ("month", "year"), ("weekday", "number"), ("weekday", "day"),
    ("quarter", "years"), ("half", "years"), ("season", "year"), ("season", "years"),
}  # fmt: skip


def tidy(written: str) -> str:
    """The words with plain dashes and single spaces, and without full stops after letters."""
    # Only 2026-03 with a hyphen is a month; with a long dash or spaces it is a year and the one after it.
    text = written if written.isascii() else _YEARS_WITH_LONG_DASH.sub(r"\1 - \2", written)
    text = text if text.isascii() else _LONG_DASH_BETWEEN_MONTHS.sub(" to ", text).translate(_PLAIN)
    if "." in text:
        text = _STOP_AFTER_LETTER.sub(" ", _STOP_BETWEEN_LETTERS.sub("", text))
    return " ".join(text.split()).rstrip(" .,;:")


def tokenise(text: str) -> tuple[Token, ...]:
    """Cut tidied words into tokens in the order of the written forms, without the words that make no difference."""
    found = [(match.lastgroup or "other", match.group()) for match in _TOKENS.finditer(text)]
    tokens = tuple(_make_token(kind, words) for kind, words in found if kind != "noise")
    return _without_joiners(_years_last(_number_quarters(tokens)))


def join_words(tokens: tuple[Token, ...]) -> str:
    """The words that tokens were cut from."""
    return " ".join(token.text for token in tokens).replace(" / ", "/").replace(" - ", "-")


def near_months(word: str) -> list[int]:
    """The months whose names a word is a slip of a letter away from; none for a word that is known."""
    word = word.lower()
    if len(word) < 4 or word in WORDS:
        return []
    return [number for number, name in enumerate(MONTHS, start=1) if len(name) > 3 and is_one_slip(word, name.lower())]


def is_one_slip(one: str, other: str) -> bool:
    """Whether one letter was left out, added, changed, or two changed places."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    if start is None:
        return True
    rests = one[start:], other[start:]
    if len(one) != len(other):
        return rests[0][1:] == rests[1] or rests[0] == rests[1][1:]
    return rests[0][1:] == rests[1][1:] or (rests[0][:2] == rests[1][1::-1] and rests[0][2:] == rests[1][2:])


def _make_token(kind: str, text: str) -> Token:
    numbers = tuple(int(figures) for figures in re.findall(r"[0-9]+", text))
    words = text.lower().split()
    match kind:
        case "word":
            kind, numbers = WORDS.get(text.lower(), ("word", ()))
            return Token(kind, text, numbers)
        case "part":
            return Token(words[1], text, numbers or (_ORDINALS[words[0]],))
        case "plan_year":
            return Token(kind, text, numbers or tuple(_NUMBER_WORDS[word] for word in words if word in _NUMBER_WORDS))
        case "quarter" | "half" | "number" | "short_day":
            return Token(kind, text, numbers)
        case "iso" | "dmy" | "iso_month" | "years" | "year":
            return _make_dated_token(kind, text, numbers)
        case _:
            return Token(kind, text)


def _make_dated_token(kind: str, text: str, numbers: tuple[int, ...]) -> Token:
    """A token that holds a year; raises NotATimescale for one that no plan can mean."""
    match kind:
        case "iso" | "dmy":
            year, month, day = numbers if kind == "iso" else reversed(numbers)
            return Token("day", text, (_check_year(year), month, day))
        case "iso_month":
            year, month = numbers
            return Token(kind, text, (month, _check_year(year)))
        case "years":
            first, last = numbers
            if len(text) - len(text.rstrip("0123456789")) == 2:
                last += first - first % 100 + (100 if first % 100 == 99 and last == 0 else 0)
            return Token(kind, text.replace(" - ", "/"), (_check_year(first), _check_year(last)))
        case _:
            return Token(kind, text.lstrip("'"), (_check_year(numbers[0]),))


def _check_year(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotATimescale(f"the year {year:04} is not between {FIRST_YEAR} and {LAST_YEAR}")
    return year


def _number_quarters(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Take the 2 of "Q1-2 2026/27" for a second quarter."""
    if [token.kind for token in tokens[:3]] != ["quarter", "join", "number"]:
        return tokens
    number = tokens[2].numbers[0]
    return (*tokens[:2], Token("quarter", f"Q{number}", (number,)), *tokens[3:])


def _years_last(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Turn "2025/26 Q3" into "Q3 2025/26"."""
    if len(tokens) < 2 or tokens[0].kind not in {"year", "years"}:
        return tokens
    rest = tokens[2:] if tokens[1].text in {"-", "/"} else tokens[1:]
    is_parts = bool(rest) and all(token.kind in {"quarter", "half", "join"} for token in rest)
    return (*rest, tokens[0]) if is_parts else tokens


def _without_joiners(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out dashes and strokes that join two tokens to one form, and "financial year" before the years."""
    left = []
    for place, token in enumerate(tokens):
        before = tokens[place - 1].kind if place else ""
        after = tokens[place + 1].kind if place + 1 < len(tokens) else ""
        is_last_pair = (before, after) == ("month", "number") and place + 2 == len(tokens)
        # In "Oct 25 - Mar 2026" the number is a year, and the dash leads on to another month.
        is_day = (before, after) != ("number", "month") or place < 2 or tokens[place - 2].kind != "month"
        is_joiner = token.text in {"-", "/"} and is_day and ((before, after) in _JOINED or is_last_pair)
        if not is_joiner and (token.kind, after) != ("financial", "years"):
            left.append(token)
    return tuple(left)
