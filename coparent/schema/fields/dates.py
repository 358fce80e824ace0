"""Fields that hold a day, a timescale, a period or a length of time."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Discriminator, Field, GetPydanticSchema, Tag, ValidationInfo
from pydantic_core import PydanticCustomError

from coparent import timescales
from coparent.documents.scalars import Data
from coparent.schema.fields.annotations import Editor, Noun, OrRecord, Refers
from coparent.schema.fields.readers import read_by, read_in_context
from coparent.schema.fields.surroundings import Surroundings, refuse, surroundings_of
from coparent.schema.record import Record, record
from coparent.text.patterns import compile_later
from coparent.timescales import Calendar, Duration, NotATimescale, Timescale

_MONTH_DAY = compile_later(r"(\d{2})-(\d{2})")

_DAY_NOUN = Noun("a date")
_TIMESCALE_NOUN = Noun("a date or a period")
_WORDS_IN_EDITOR = Editor({"type": ["string", "number"]})
_EXAMPLE_OF_PERIOD = "write it as  2026/27  or  April 2026 to March 2027"
_DAY_OR_PAPER = "write a day, such as  31 March 2026,  or the id of an earlier paper"


def _explain(
    fault: NotATimescale, rule: str, read: Callable[[str], object] | None = None, otherwise: str = ""
) -> PydanticCustomError:
    """The fault of a date, with what the field could read instead; `otherwise` where it could read none of it."""
    offers = tuple(offer for offer in fault.offers if read is None or _can(read, offer))
    hint = otherwise if fault.offers and not offers else fault.hint
    help = f"write  {'  or  '.join(offers[:2])}" if offers else hint
    return refuse("bad-date" if fault.impossible_day else rule, fault.message, help, offers=offers)


def _can(read: Callable[[str], object], written: str) -> bool:
    try:
        read(written)
    except (NotATimescale, PydanticCustomError):
        return False
    return True


def _read_day(value: Data) -> date:
    if not isinstance(value, str):
        raise refuse("wrong-type", "a date belongs here", "write it as  31 March 2027")
    try:
        return timescales.parse_day(value)
    except NotATimescale as fault:
        raise _explain(fault, "bad-date", timescales.parse_day, "write one day, such as  31 March 2027") from None


def _read_timescale(value: Data, info: ValidationInfo[Surroundings | None]) -> Timescale:
    if not isinstance(value, str):
        raise refuse("wrong-type", "a date or a period belongs here", "write it as  31 March 2027  or  March 2027")
    try:
        return timescales.parse(value, surroundings_of(info).calendar)
    except NotATimescale as fault:
        raise _explain(fault, "bad-timescale") from None


def _read_period(value: Data, info: ValidationInfo[Surroundings | None]) -> Timescale:
    """A timescale with a first and a last day."""
    if not isinstance(value, str):
        raise refuse("wrong-type", "a period belongs here", _EXAMPLE_OF_PERIOD)
    read = partial(_parse_period, calendar=surroundings_of(info).calendar)
    try:
        return read(value)
    except NotATimescale as fault:
        raise _explain(fault, "bad-timescale", read, _EXAMPLE_OF_PERIOD) from None


def _parse_period(written: str, calendar: Calendar) -> Timescale:
    period = timescales.parse(written, calendar)
    if not period.is_known:
        raise refuse("bad-timescale", "a period needs a first and a last day", _EXAMPLE_OF_PERIOD)
    return period


def _read_duration(value: Data) -> Duration:
    if not isinstance(value, str):
        raise refuse("wrong-type", "a length of time belongs here", "write it as  3 months")
    try:
        return timescales.parse_duration(value)
    except NotATimescale as fault:
        raise _explain(fault, "bad-timescale") from None


Day = Annotated[date, read_by(_read_day), _DAY_NOUN, _WORDS_IN_EDITOR]
When = Annotated[Timescale, read_in_context(_read_timescale), _TIMESCALE_NOUN, _WORDS_IN_EDITOR]
KnownWhen = Annotated[Timescale, read_in_context(_read_period), _TIMESCALE_NOUN, _WORDS_IN_EDITOR]
Length = Annotated[Duration, read_by(_read_duration), Noun("a length of time"), Editor({"type": "string"})]


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

Period = Annotated[
    Timescale,
    GetPydanticSchema(lambda _, handler: handler.generate_schema(_WORDS_OR_SPAN)),
    OrRecord(Span),
    Noun("a period"),
]


def _read_since(value: Data) -> date | str:
    """A date if it reads as one, else a paper's id."""
    if not isinstance(value, str):
        raise refuse("wrong-type", "a date or the id of an earlier paper belongs here", _DAY_OR_PAPER)
    try:
        return timescales.parse_day(value)
    except NotATimescale as fault:
        if fault.impossible_day or fault.offers:
            raise _explain(fault, "bad-date", timescales.parse_day, _DAY_OR_PAPER) from None
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
            raise refuse("bad-date", "neither a date nor the id of a paper", _DAY_OR_PAPER) from None
        return str(value)


Since: TypeAlias = Annotated[
    date | str,
    read_by(_read_since),
    Noun("a date or the id of a paper"),
    Refers("paper"),
    _WORDS_IN_EDITOR,
]


def _read_month_day(value: Data) -> tuple[int, int]:
    found = _MONTH_DAY.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise refuse("bad-date", "a month and a day belong here", 'write it as  "09-01"')
    month, day = int(found[1]), int(found[2])
    try:
        date(2000, month, day)
    except ValueError:
        raise refuse("bad-date", "there is no such day", 'write it as  "09-01", the month first') from None
    return month, day


MonthDay = Annotated[
    tuple[int, int],
    read_by(_read_month_day),
    Noun("a month and a day"),
    Editor({"type": "string", "pattern": r"^\d{2}-\d{2}$"}),
]
