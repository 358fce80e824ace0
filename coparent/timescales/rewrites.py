"""Other ways to write what was written, for words without a form that is known: the nearest first."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from coparent.text.patterns import compile_later
from coparent.timescales.calendars import EXAMPLE_YEAR, MONTHS, Calendar
from coparent.timescales.formatting import day_in_words, span_in_words, two_years
from coparent.timescales.number_words import ORDINAL_WORDS, SMALL_NUMBERS
from coparent.timescales.timescale import NotATimescale
from coparent.timescales.words import MONTH_WORDS, join_words, near_months, tokenise

_QUOTES = "\"'`\u00b4\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u201b"
_DOUBLE_QUOTES = dict.fromkeys(map(ord, '"`\u201c\u201d\u201e\u201f\u00ab\u00bb'))
_SPACED_FIGURES = compile_later(r"(?<![0-9])([0-9]{1,4}) ?([./-]) ?([0-9]{1,2}) ?\2 ?([0-9]{4}|[0-9]{2})(?![0-9])")
_WORD = compile_later(r"[A-Za-z]{4,}")

_ABOUT = compile_later(
    r"^(?:[~\u2248*#]|\b(?:c|ca|circa|about|around|approx|approximately|est|estimated|expected|planned|target|due"
    r"|provisionally|provisional|(?:no|not) later than|prior to|before|until|up to)\b[ .:]*)+",
    re.IGNORECASE,
)
_AT_THE_LATEST = compile_later(r" (?:at the (?:very )?latest|latest|or (?:sooner|earlier|before))$", re.IGNORECASE)
_BRACKETS = compile_later(r"^[(\[{<](.+)[)\]}>]$")
_QUARTER_WORD = compile_later(rf"\b(quarter|half|q) ?({'|'.join(SMALL_NUMBERS)})\b", re.IGNORECASE)
_ORDINAL_WORD = compile_later(
    rf"\b({'|'.join(sorted(ORDINAL_WORDS, key=len, reverse=True))})\b(?! (?:quarter|half))", re.IGNORECASE
)
_MONTH = "|".join(sorted(MONTH_WORDS, key=len, reverse=True))
_BETWEEN = r"(?: ?(?:,|/|&|-|\band\b) ?)+"
_MONTHS = compile_later(rf"\b(?:{_MONTH})\b\.?(?:{_BETWEEN}\b(?:{_MONTH})\b\.?){{2,}}", re.IGNORECASE)
_QUARTERS = compile_later(rf"\bq[1-4]\b(?:{_BETWEEN}\bq[1-4]\b){{2,}}", re.IGNORECASE)

_SHORT_YEARS = compile_later(rf"(?<![0-9/.-])([0-9]{{2}})[/-]([0-9]{{2}})(?![0-9/.-]| (?:{_MONTH})\b)", re.IGNORECASE)

_IN_ORDER = (
    "weekday", "start", "ending", "academic", "financial", "quarter", "half", "season", "term", "number", "month",
    "years", "year", "day",
)  # fmt: skip


def mend_form(text: str) -> str:
    """The words without quotes, spaces round strokes, or a slip of a letter in a month: they mean what they meant."""
    bare = text.strip(f"{_QUOTES} .,;:").translate(_DOUBLE_QUOTES)
    return _WORD.sub(_correct_month, _SPACED_FIGURES.sub(r"\1\2\3\2\4", " ".join(bare.split())))


def _correct_month(found: re.Match[str]) -> str:
    """The one month that a word is a slip of a letter away from; the word itself if there are none, or two."""
    near = near_months(found.group())
    return MONTHS[near[0] - 1] if len(near) == 1 else found.group()


def find_slips(text: str) -> list[str]:
    """The words that are a slip of a letter away from a month."""
    return [word for word in _WORD.findall(text) if near_months(word)]


def rewrite(text: str, calendar: Calendar) -> Iterator[tuple[str, ...]]:
    """Ways to write the same, each with its second reading where it has two; the one nearest to the words first."""
    yield (text,)
    mended = mend_form(text)
    yield (mended,)
    bare = _AT_THE_LATEST.sub("", _ABOUT.sub("", mended.strip("?!* ")).strip("?!* "))
    bare = mend_form(_BRACKETS.sub(r"\1", bare))
    yield (bare,)
    in_figures = _QUARTER_WORD.sub(lambda found: f"{found[1]} {SMALL_NUMBERS[found[2].lower()]}", bare)
    in_figures = _ORDINAL_WORD.sub(lambda found: f"{ORDINAL_WORDS[found[1].lower()]}", in_figures)
    yield (in_figures,)
    yield tuple(_each_month(in_figures))
    listed = _QUARTERS.sub(_first_to_last_quarter, _MONTHS.sub(_first_to_last_month, in_figures))
    yield (listed,)
    with_years = _SHORT_YEARS.sub(_lengthen, listed)
    yield (with_years,)
    for pattern, make in _SPECIAL:
        found = re.fullmatch(pattern, listed, re.IGNORECASE)
        if found is not None:
            yield make(found, calendar)
    in_order = _reorder(with_years)
    yield (in_order,) if in_order else ()


def _each_month(text: str) -> Iterator[str]:
    """The words with each month that one of them is a slip of a letter away from: "Juny" may be June or July."""
    for word in find_slips(text):
        yield from (text.replace(word, MONTHS[month - 1]) for month in near_months(word))


def _lengthen(found: re.Match[str]) -> str:
    first, last = int(found[1]), int(found[2])
    return two_years(2000 + first) if last == (first + 1) % 100 else found.group()


def _first_to_last_month(found: re.Match[str]) -> str:
    numbers = [MONTH_WORDS[word] for word in re.findall("[a-z]+", found.group().lower()) if word in MONTH_WORDS]
    if any(later != earlier % 12 + 1 for earlier, later in pairwise(numbers)):
        return found.group()
    return f"{MONTHS[numbers[0] - 1]} to {MONTHS[numbers[-1] - 1]}"


def _first_to_last_quarter(found: re.Match[str]) -> str:
    numbers = [int(figure) for figure in re.findall("[1-4]", found.group())]
    is_run = all(later == earlier + 1 for earlier, later in pairwise(numbers))
    return f"Q{numbers[0]} to Q{numbers[-1]}" if is_run else found.group()


def _reorder(text: str) -> str:
    """The words in the usual order, such as "academic year 2025/26"; empty if some are in no order."""
    try:
        tokens = tokenise(text)
    except NotATimescale:
        return ""
    kinds = [token.kind for token in tokens]
    if len({*kinds}) != len(kinds) or not {*kinds} <= {*_IN_ORDER}:
        return ""
    return join_words(tuple(sorted(tokens, key=lambda token: _IN_ORDER.index(token.kind))))


Make = Callable[[re.Match[str], Calendar], tuple[str, ...]]


def _year_end(found: re.Match[str], calendar: Calendar) -> tuple[str, ...]:
    kind, year = (found[1] or "").strip().lower(), int(found[2])
    if kind in ("academic", "school"):
        return (f"31 August {year}",)
    if kind == "calendar":
        return (f"31 December {year}",)
    first = year if calendar.year_starts == 1 else year - 1
    end = day_in_words(calendar.financial_year(first)[1])
    return (end,) if kind else (end, f"end of {year}")


def _short_second_year(found: re.Match[str], calendar: Calendar) -> tuple[str, ...]:
    year, figure = int(found[1]), int(found[2])
    years = (two_years(year),) if (year + 1) % 10 == figure else ()
    return (*years, f"{MONTHS[figure - 1]} {year}") if figure else years


def _calendar_year(found: re.Match[str], calendar: Calendar) -> tuple[str, ...]:
    return (f"January to December {found[1]}",)


def _week(found: re.Match[str], calendar: Calendar) -> tuple[str, ...]:
    from datetime import timedelta

    from coparent.timescales.brackets import recognise
    from coparent.timescales.timescale import Form
    from coparent.timescales.words import tidy

    try:
        day = recognise(tidy(found[2]), calendar)
    except NotATimescale:
        return ()
    if day is None or day.form is not Form.DAY or day.start is None:
        return ()
    week = timedelta(days=6)
    is_end = found[1].lower().endswith(("e", "ending"))
    return (span_in_words(day.start - week, day.start) if is_end else span_in_words(day.start, day.start + week),)


# Each is a form that people paste from elsewhere, with those that are accepted.
_SPECIAL: tuple[tuple[str, Make], ...] = (
    (r"(?:(?:the )?end of(?: the)? )?((?:financial|fiscal|academic|school|calendar) )?year[ -]end(?: of)? ([0-9]{4})",
     _year_end),
    (r"(?:by )?(?:the )?end of(?: the)? ((?:financial|fiscal|academic|school|calendar) )?year ([0-9]{4})", _year_end),
    (r"calendar year ([0-9]{4})", _calendar_year),
    (r"(week commencing|week beginning|week ending|w/?c|w/?b|w/?e):? (.+)", _week),
    (r"(q[1-4]) (\([^()]+)(\)) ([0-9]{4})", lambda m, _: (f"{m[1]} {m[2]} {m[4]}{m[3]}",)),
    (r"(.*\b)half ([12])\b(.*)", lambda m, _: (f"{m[1]}H{m[2]}{m[3]}",)),
    (r"([0-9]{4}(?:[/-][0-9]{2})?),? ([a-z].*)", lambda m, _: (f"{m[2]} {m[1]}",)),
    (r"([0-9]{4})[/.-]([0-9])", _short_second_year),
    (r"([0-9]{4}) ([0-9]{2}) ([0-9]{2})", lambda m, _: (f"{m[1]}-{m[2]}-{m[3]}",)),
    (r"([0-9]{1,2}) ([0-9]{1,2}) ([0-9]{4})", lambda m, _: (f"{m[1]}/{m[2]}/{m[3]}",)),
    (r"([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})\b.*", lambda m, _: (f"{m[1]}-{m[2]:0>2}-{m[3]:0>2}",)),
    (r"([0-9]{4}-[0-9]{2}-[0-9]{2})T.*", lambda m, _: (m[1],)),
    (r"([0-9]{4})([0-9]{2})([0-9]{2})", lambda m, _: (f"{m[1]}-{m[2]}-{m[3]}",)),
    (r"([0-9]{1,2})[/.-]([0-9]{4})", lambda m, _: (f"{m[2]}-{m[1]:0>2}",)),
    (r"([0-9]{1,2})[/.-]([0-9]{2})", lambda m, _: (f"{EXAMPLE_YEAR}-{m[2]:0>2}-{m[1]:0>2}", f"20{m[2]}-{m[1]:0>2}")),
    (r"(.*[a-z] ?)'?([0-9]{2})", lambda m, _: (f"{m[1]}20{m[2]}",)),
    (r"(?:between|from) (.+?)(?:,? and|,? to|,? until|,? up to| -) (.+)", lambda m, _: (f"{m[1]} to {m[2]}",)),
    (r"early ([0-9]{4})", lambda m, _: (f"January to March {m[1]}",)),
    (r"(?:mid|middle)[ -]?(?:of )?([0-9]{4})", lambda m, _: (f"June to July {m[1]}",)),
    (r"late ([0-9]{4})", lambda m, _: (f"October to December {m[1]}",)),
)  # fmt: skip
