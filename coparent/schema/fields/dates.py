"""Fields that hold a day, a timescale, a period or a length of time."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Annotated, TypeAlias, TypeVar

from pydantic import AfterValidator, Discriminator, Field, GetPydanticSchema, Tag, ValidationInfo
from pydantic_core import PydanticCustomError

from coparent import timescales
from coparent.documents.scalars import Data
from coparent.schema.fields.readers import read_by, read_in_context
from coparent.schema.fields.surroundings import Surroundings, refuse, surroundings_of
from coparent.schema.record import Record, record
from coparent.schema.shapes import Editor, Holds, Noun, OrRecord, Refers
from coparent.text.patterns import compile_later
from coparent.timescales import Calendar, Duration, NotATimescale, Timescale

Read = TypeVar("Read")

_MONTH_DAY = compile_later(r"(\d{2})-(\d{2})")

_TIMESCALE_NOUN = Noun("a date or a period", "March 2027")
_LENGTH_NOUN = Noun("a length of time", "3 months")
_WORDS_IN_EDITOR = Editor({"type": ["string", "number"]})
EXAMPLE_OF_PERIOD = "write  2026/27  or  April 2026 to March 2027"
_DAY_OR_PAPER = "write a day, such as  31 March 2026,  or the id of an earlier paper"


def _read(value: Data, noun: str, help: str, parse: Callable[[str], Read], rule: str = "bad-timescale") -> Read:
    """Read a text; `help` is what to type in place of a value that is none."""
    if not isinstance(value, str):
        raise refuse("wrong-type", f"{noun} belongs here", help)
    try:
        return parse(value)
    except NotATimescale as fault:
        offers = dict.fromkeys(text for offer in fault.offers for text in _readable(parse, offer))
        refusal = fault.with_offers(offers) if (*offers,) != fault.offers else fault
        raise refuse("bad-date" if fault.impossible_day else rule, fault.message, help, refusal=refusal) from None


def _readable(parse: Callable[[str], object], offer: str) -> tuple[str, ...]:
    """An offer that the field can read, or what it can read in its place: the last day of a month."""
    try:
        parse(offer)
    except NotATimescale as refusal:
        return refusal.offers
    except PydanticCustomError:
        return ()
    return (offer,)


class WrittenDay(date):
    """A day that remembers the words it was written in."""

    written: str


def _read_day(value: Data) -> date:
    found = _read(value, "a date", "write  31 March 2027", timescales.parse_day, "bad-date")
    day = WrittenDay(found.year, found.month, found.day)
    day.written = str(value)
    return day


def _read_timescale(value: Data, info: ValidationInfo[Surroundings | None]) -> Timescale:
    surroundings = surroundings_of(info)
    parse = partial(timescales.parse, calendar=surroundings.calendar, is_explained=surroundings.has_patience)
    try:
        return _read(value, "a date or a period", "write  31 March 2027  or  March 2027", parse)
    except PydanticCustomError:
        if info.context is not None:
            surroundings.refused_dates.append(str(value))
        raise


def _read_period(value: Data, info: ValidationInfo[Surroundings | None]) -> Timescale:
    parse = partial(_parse_period, calendar=surroundings_of(info).calendar)
    return _read(value, "a period", EXAMPLE_OF_PERIOD, parse)


def _parse_period(written: str, calendar: Calendar) -> Timescale:
    period = timescales.parse(written, calendar)
    if not period.is_known:
        raise refuse("bad-timescale", "a period needs a first and a last day", EXAMPLE_OF_PERIOD)
    return period


def _read_duration(value: Data) -> Duration:
    return _read(value, "a length of time", "write  3 months", timescales.parse_duration)


Day = Annotated[date, read_by(_read_day), Noun("a date", "31 March 2027"), _WORDS_IN_EDITOR]
PastDay = Annotated[Day, Holds.PAST_DAY]
When = Annotated[Timescale, read_in_context(_read_timescale), _TIMESCALE_NOUN, _WORDS_IN_EDITOR]
KnownWhen = Annotated[Timescale, read_in_context(_read_period), _TIMESCALE_NOUN, _WORDS_IN_EDITOR]
Length = Annotated[Duration, read_by(_read_duration), _LENGTH_NOUN, Editor({"type": "string"})]


@record
class Span(Record):
    """A period as its first and last timescale."""

    start: KnownWhen = Field(description="When the period begins.")
    end: KnownWhen = Field(description="When the period ends.")


def _span_to_period(span: Span) -> Timescale:
    return timescales.spanning(span.start, span.end)


def _is_span(value: Data) -> str:
    return "span" if isinstance(value, dict) else "words"


_WORDS_OR_SPAN = Annotated[
    Annotated[Timescale, read_in_context(_read_period), _WORDS_IN_EDITOR, Tag("words")]
    | Annotated[Span, AfterValidator(_span_to_period), Tag("span")],
    Discriminator(_is_span),
]

_AS_WORDS_OR_SPAN = GetPydanticSchema(lambda _, handler: handler.generate_schema(_WORDS_OR_SPAN))
Period = Annotated[Timescale, _AS_WORDS_OR_SPAN, OrRecord(Span), Noun("a period", "2026/27"), Holds.PERIOD]


def _read_since(value: Data) -> date | str:
    noun = "a date or the id of an earlier paper"
    return _read(value, noun, _DAY_OR_PAPER, _parse_since, "bad-date")


def _parse_since(written: str) -> date | str:
    """A date if it reads as one, else a paper's id."""
    try:
        return timescales.parse_day(written)
    except NotATimescale as fault:
        if fault.impossible_day or fault.offers:
            raise
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", written):
            raise refuse("bad-date", "neither a date nor the id of a paper", _DAY_OR_PAPER) from None
        return str(written)


_SINCE_NOUN = Noun("a date or the id of a paper", "31 March 2026")
Since: TypeAlias = Annotated[date | str, read_by(_read_since), _SINCE_NOUN, Refers("paper"), _WORDS_IN_EDITOR]


def _read_month_day(value: Data) -> tuple[int, int]:
    found = _MONTH_DAY.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise refuse("bad-date", "a month and a day belong here", 'write  "09-01"')
    month, day = int(found[1]), int(found[2])
    try:
        date(2000, month, day)
    except ValueError:
        raise refuse("bad-date", "there is no such day", 'write  "09-01",  the month first') from None
    return month, day


MonthDay = Annotated[
    tuple[int, int],
    read_by(_read_month_day),
    Noun("a month and a day", '"09-01"'),
    Editor({"type": "string", "pattern": r"^\d{2}-\d{2}$"}),
]
