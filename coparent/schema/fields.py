"""The types of fields: how each reads what was written, and the words it finds when it cannot.

Reading is typed here and nowhere else: the parser hands on text, so "no", 3.10 and 007 are still what they look like.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, TypeAlias

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    GetPydanticSchema,
    PlainValidator,
    StringConstraints,
    Tag,
    ValidationInfo,
)
from pydantic import WithJsonSchema as Editor
from pydantic_core import PydanticCustomError

from coparent import timescales
from coparent.documents.scalars import WHERE, Data, Quoted
from coparent.schema.record import NOWHERE, Record, record
from coparent.text.patterns import compile_later
from coparent.timescales import Calendar, Duration, NotATimescale, Timescale

_NUMBER = compile_later(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?")
_MONTH_DAY = compile_later(r"(\d{2})-(\d{2})")


@dataclass(frozen=True)
class Refers:
    """A field that holds ids of one kind of record. `besides` are words that are no ids."""

    kind: str
    besides: tuple[str, ...] = ()


def anything_exists(path: str) -> bool:
    """Take every path to be there."""
    return True


@dataclass(frozen=True)
class Surroundings:
    """What reading a field may need besides its text: the council's calendar, and which files are there."""

    calendar: Calendar = field(default_factory=Calendar)
    exists: Callable[[str], bool] = anything_exists


_USUAL = Surroundings()


@dataclass(frozen=True)
class OrRecord:
    """A field that may also be written as a record, which validation then turns into the field's own type."""

    record: type


@dataclass(frozen=True)
class Noun:
    """What a field holds, in the words of a message: "a date"."""

    words: str


def refuse(rule: str, label: str, help: str = "", **context: Any) -> PydanticCustomError:
    """The fault of one value, named by its rule: what the caret says, and what to type."""
    return PydanticCustomError(rule, "{label}", {"label": label, "help": help, **context})


# Text

_TEXT = StringConstraints(strip_whitespace=True, min_length=1)
_TEXT_IN_EDITOR = Editor({"type": ["string", "number", "boolean"]})

Text = Annotated[str, _TEXT, _TEXT_IN_EDITOR]
Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$"),
    Editor({"type": ["string", "number"], "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}),
]

OrganisationId = Annotated[str, _TEXT, Refers("organisation"), _TEXT_IN_EDITOR]
BoardId = Annotated[str, _TEXT, Refers("board"), _TEXT_IN_EDITOR]
PriorityId = Annotated[str, _TEXT, Refers("priority"), _TEXT_IN_EDITOR]
OutcomeId = Annotated[str, _TEXT, Refers("outcome"), _TEXT_IN_EDITOR]
PromiseId = Annotated[str, _TEXT, Refers("promise"), _TEXT_IN_EDITOR]
RecommendationId = Annotated[str, _TEXT, Refers("recommendation"), _TEXT_IN_EDITOR]
MeasureId = Annotated[str, _TEXT, Refers("measure"), _TEXT_IN_EDITOR]
ActionId = Annotated[str, _TEXT, Refers("action"), _TEXT_IN_EDITOR]
PlanId = Annotated[str, _TEXT, Refers("plan"), _TEXT_IN_EDITOR]
PaperId = Annotated[str, _TEXT, Refers("paper"), _TEXT_IN_EDITOR]
BriefOrganisation = Annotated[str, _TEXT, Refers("organisation", besides=("each",)), _TEXT_IN_EDITOR]


def _read_rich(value: Data) -> Data:
    if not isinstance(value, tuple):
        return value
    bullets = []
    for index, item in enumerate(value):
        if not isinstance(item, str) or not item.strip():
            rule = "empty-text" if item is None or isinstance(item, str) else "wrong-type"
            raise refuse(rule, "each line of the list must be text", "write text after the dash", keys=(index,))
        bullets.append(f"- {' '.join(item.split())}")
    return "\n".join(bullets)


Rich = Annotated[
    str,
    _TEXT,  # Before the validator, or pydantic measures the text before it strips it.
    BeforeValidator(_read_rich),
    Noun("text, or a list of texts"),
    Editor({"type": ["string", "number", "boolean", "array"], "items": {"type": ["string", "number", "boolean"]}}),
]

# Numbers, and yes or no


def _hint_at_number(value: Data, wanted: str = "") -> str:
    digits = re.sub(r"[,£%\s]", "", value) if isinstance(value, str) else ""
    if _NUMBER.fullmatch(digits):
        return f"write  {digits}"
    return f"write a {wanted}" if wanted else "write a plain number, such as  12.5"


def _read_number(value: Data, wanted: str = "") -> int | float:
    if not isinstance(value, str) or isinstance(value, Quoted) or not _NUMBER.fullmatch(value):
        raise refuse("wrong-type", f"a {wanted or 'plain number'} belongs here", _hint_at_number(value, wanted))
    number = float(value)
    if number in (float("inf"), float("-inf")):
        raise refuse("out-of-range", "this number is too large to work with", "write the number with fewer digits")
    return int(number) if number.is_integer() and "e" not in value.lower() else number


def _whole(least: int, most: int | None) -> Callable[[Data], int]:
    span = f"from {least} to {most}" if most is not None else f"of {least} or more"

    def read(value: Data) -> int:
        number = _read_number(value, f"whole number {span}")
        if number != int(number):
            raise refuse("wrong-type", f"a whole number {span} belongs here", f"write a whole number {span}")
        if number < least or (most is not None and number > most):
            raise refuse("out-of-range", f"only a whole number {span} makes sense here", f"write a whole number {span}")
        return int(number)

    return read


def _percent(value: Data) -> int | float:
    number = _read_number(value)
    if not 0 <= number <= 100:
        raise refuse("out-of-range", "only 0 to 100 makes sense here", "write a number from 0 to 100")
    return number


def _not_negative(value: Data) -> int | float:
    number = _read_number(value)
    if number < 0:
        raise refuse("out-of-range", "less than 0 makes no sense here", "write a number of 0 or more")
    return number


_NUMBER_NOUN = Noun("a number")
Number = Annotated[int | float, PlainValidator(_read_number), _NUMBER_NOUN, Editor({"type": "number"})]
Percent = Annotated[
    int | float, PlainValidator(_percent), _NUMBER_NOUN, Editor({"type": "number", "minimum": 0, "maximum": 100})
]
Pounds = Annotated[int | float, PlainValidator(_not_negative), _NUMBER_NOUN, Editor({"type": "number", "minimum": 0})]
OneToFive = Annotated[
    int, PlainValidator(_whole(1, 5)), _NUMBER_NOUN, Editor({"type": "integer", "minimum": 1, "maximum": 5})
]
MonthNumber = Annotated[
    int, PlainValidator(_whole(1, 12)), _NUMBER_NOUN, Editor({"type": "integer", "minimum": 1, "maximum": 12})
]
Count = Annotated[int, PlainValidator(_whole(0, None)), _NUMBER_NOUN, Editor({"type": "integer", "minimum": 0})]

_YES_OR_NO = {"true": True, "yes": True, "false": False, "no": False}


def _read_boolean(value: Data) -> bool:
    if isinstance(value, str) and not isinstance(value, Quoted) and value.lower() in _YES_OR_NO:
        return _YES_OR_NO[value.lower()]
    rule = "unknown-value" if isinstance(value, str) else "wrong-type"
    raise refuse(rule, "true or false belongs here", "write  true  or  false")


YesNo = Annotated[
    bool, PlainValidator(_read_boolean), Noun("true or false"), Editor({"enum": [True, False, "yes", "no"]})
]


def _read_value(value: Data) -> int | float | str:
    if isinstance(value, str) and value in ("suppressed", "not-available"):
        return str(value)
    if isinstance(value, Quoted):
        raise refuse("wrong-type", "a number without quotes belongs here", _hint_at_number(value))
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        synonym = {"c": "suppressed", "x": "not-available", "z": "not-available", "-": "not-available"}
        meant = synonym.get(value.lower(), "not-available" if value.lower() in ("n/a", "na", "none") else "")
        help = f"write  {meant}" if meant else _hint_at_number(value) + ", or  suppressed  or  not-available"
        raise refuse("wrong-type", "a number, suppressed or not-available belongs here", help)
    return _read_number(value)


ReadingValue: TypeAlias = Annotated[
    int | float | str,
    PlainValidator(_read_value),
    Noun("a number, suppressed or not-available"),
    Editor({"anyOf": [{"type": "number"}, {"enum": ["suppressed", "not-available"]}]}),
]

# Dates and timescales

_DAY_NOUN = Noun("a date")
_TIMESCALE_NOUN = Noun("a date or a period")
_WORDS_IN_EDITOR = {"type": ["string", "number"]}


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


def surroundings(info: ValidationInfo) -> Surroundings:
    """What the validation that is going on was told."""
    return info.context if isinstance(info.context, Surroundings) else _USUAL


def _read_timescale(value: Data, info: ValidationInfo) -> Timescale:
    if not isinstance(value, str):
        raise refuse("wrong-type", "a date or a period belongs here", "write it as  31 March 2027  or  March 2027")
    try:
        return timescales.parse(value, surroundings(info).calendar)
    except NotATimescale as fault:
        raise _explain(fault, "bad-timescale") from None


def _read_period(value: Data, info: ValidationInfo) -> Timescale:
    """A timescale with a first and a last day."""
    calendar, example = surroundings(info).calendar, "write it as  2026/27  or  April 2026 to March 2027"

    def read(written: str) -> Timescale:
        period = timescales.parse(written, calendar)
        if not period.is_known:
            raise refuse("bad-timescale", "a period needs a first and a last day", example)
        return period

    if not isinstance(value, str):
        raise refuse("wrong-type", "a period belongs here", example)
    try:
        return read(value)
    except NotATimescale as fault:
        raise _explain(fault, "bad-timescale", read, example) from None


def _read_duration(value: Data) -> Duration:
    if not isinstance(value, str):
        raise refuse("wrong-type", "a length of time belongs here", "write it as  3 months")
    try:
        return timescales.parse_duration(value)
    except NotATimescale as fault:
        raise _explain(fault, "bad-timescale") from None


Day = Annotated[date, PlainValidator(_read_day), _DAY_NOUN, Editor(_WORDS_IN_EDITOR)]
When = Annotated[Timescale, PlainValidator(_read_timescale), _TIMESCALE_NOUN, Editor(_WORDS_IN_EDITOR)]
KnownWhen = Annotated[Timescale, PlainValidator(_read_period), _TIMESCALE_NOUN, Editor(_WORDS_IN_EDITOR)]
Length = Annotated[Duration, PlainValidator(_read_duration), Noun("a length of time"), Editor({"type": "string"})]


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
    Annotated[Timescale, PlainValidator(_read_period), Editor(_WORDS_IN_EDITOR), Tag("words")]
    | Annotated[Span, AfterValidator(_span_to_period), Tag("span")],
    Discriminator(_is_span),
]

Period = Annotated[
    Timescale,
    GetPydanticSchema(lambda _, handler: handler.generate_schema(_WORDS_OR_SPAN)),
    OrRecord(Span),
    Noun("a period"),
]


_DAY_OR_PAPER = "write a day, such as  31 March 2026,  or the id of an earlier paper"


def read_since(value: Data) -> date | str:
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
    PlainValidator(read_since),
    Noun("a date or the id of a paper"),
    Refers("paper"),
    Editor(_WORDS_IN_EDITOR),
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
    PlainValidator(_read_month_day),
    Noun("a month and a day"),
    Editor({"type": "string", "pattern": r"^\d{2}-\d{2}$"}),
]

# Roles, and fields whose names are the writer's own


@record
class Role(Record):
    """A role or a team, never a person's name."""

    role: Text = Field(description='The role or team: "Head of fostering". Never a person\'s name.')
    organisation: OrganisationId | None = Field(default=None, description="Whose role it is: the plan's if left out.")


def _read_role(value: Data) -> Data:
    return {"role": value, WHERE: NOWHERE} if isinstance(value, str) else value


RoleOrText = Annotated[
    Role, BeforeValidator(_read_role, json_schema_input_type=str | Role), Noun("a role, or role and organisation")
]


def without_place(value: Data) -> Data:
    """The fields of a mapping whose names are the writer's own, so that its place is not taken for one of them."""
    return {key: item for key, item in value.items() if key != WHERE} if isinstance(value, dict) else value


OwnFields = BeforeValidator(without_place)
