"""What a record's fields are, read off its class and their types: for messages, references, ids and editors."""

import types
from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import Enum, auto
from functools import cache
from typing import Annotated, TypeVar, Union, cast, get_args, get_origin

from pydantic import WithJsonSchema
from pydantic.fields import FieldInfo

from coparent.diagnostics import Route
from coparent.schema.annotations import Annotation
from coparent.schema.choices import Choices
from coparent.schema.record import Record
from coparent.values import frozen

Wanted = TypeVar("Wanted")
Fact = TypeVar("Fact")


# What the type of a field says of it besides how it is read.


class Editor(Annotation, WithJsonSchema):
    """What editors are told of a field."""


@frozen
class Refers(Annotation):
    """A field that holds ids of one kind of record. `besides` are words that are no ids."""

    kind: str
    besides: tuple[str, ...] = ()


@frozen
class Identifies(Annotation):
    """A field that holds its record's own id: unique among all records of the kind, or only within its file."""

    within_file: bool = False


@frozen
class OrRecord(Annotation):
    """A field that may also be written as a record, which validation then turns into the field's own type."""

    record: type


class Holds(Annotation, Enum):
    """What a field holds that rules look for wherever it is written."""

    ROLE = auto()
    PERIOD = auto()
    PAST_DAY = auto()
    """The day of something that has happened, so that it cannot be still to come."""


@frozen
class Noun(Annotation):
    """What a field holds, in the words of a message: "a date"; and something that could stand there."""

    words: str = "text"
    example: str = "…"


@frozen
class FieldShape:
    """One field: its name as written, what it holds, and whether it must be there.

    `record` is the class of the records it holds, `entries` what the values are where the names are the writer's own.
    """

    name: str
    attribute: str
    is_needed: bool
    description: str
    noun: Noun
    is_list: bool = False
    choices: Choices | None = None
    refers: Refers | None = None
    identifies: Identifies | None = None
    holds: Holds | None = None
    record: type[Record] | None = None
    entries: "FieldShape | None" = None

    @property
    def holds_ids(self) -> bool:
        """Whether something could look absent while this field cannot be read."""
        return self.refers is not None or self.record is not None

    @property
    def record_only(self) -> type[Record] | None:
        """The class of the records it holds, where these cannot be written in other words."""
        return self.record if self.noun == Noun() else None


def once_per_class(read: Callable[[type[Record]], Fact]) -> Callable[[type[Record]], Fact]:
    """Read something off each class of records only once. (`cache` alone, but mypy takes no class to be hashable.)"""
    return cast("Callable[[type[Record]], Fact]", cache(read))


@once_per_class
def shapes(record: type[Record]) -> Mapping[str, FieldShape]:
    """The fields of a record class by the names their writers use, in the documented order."""
    return {
        info.alias or attribute: _read_shape(info.alias or attribute, attribute, info, info.annotation)
        for attribute, info in record.__pydantic_fields__.items()
        if attribute != "where"
    }


def _read_shape(name: str, attribute: str, info: FieldInfo, type_hint: object) -> FieldShape:
    """Take Annotated, optional and list off a type, and read what they say; the outermost says it first."""
    annotations: list[object] = [*info.metadata]
    is_list, record, entries = False, None, None
    waiting = [type_hint]
    while waiting:
        current = waiting.pop()
        origin, arguments = get_origin(current), get_args(current)
        if origin is Annotated:
            waiting.append(arguments[0])
            annotations += arguments[1:]
        elif origin is tuple and arguments[1:] == (Ellipsis,):
            waiting.append(arguments[0])
            is_list = True
        elif origin is dict:
            entries = _read_shape("", "", FieldInfo(default=None), arguments[1])
        elif origin in (Union, types.UnionType):
            waiting += arguments
        elif isinstance(current, type) and issubclass(current, Record):
            record = record or current
    or_record = _first(OrRecord, annotations)
    return FieldShape(
        name=name,
        attribute=attribute,
        is_needed=info.is_required(),
        description=info.description or "",
        is_list=is_list,
        noun=_first(Noun, annotations) or Noun(),
        choices=_first(Choices, annotations),
        refers=_first(Refers, annotations),
        identifies=_first(Identifies, annotations),
        holds=_first(Holds, annotations),
        record=or_record.record if or_record is not None else record,
        entries=entries,
    )


def _first(kind: type[Wanted], annotations: list[object]) -> Wanted | None:
    return next((annotation for annotation in annotations if isinstance(annotation, kind)), None)


@frozen
class FoundField:
    """What a route leads to: the record class it is in, and the field there (None for the record itself)."""

    record: type[Record]
    field: FieldShape | None
    parents: tuple[type[Record], ...] = ()


def find_field(root: type[Record], route: Route) -> FoundField:
    """Follow a route through record classes as far as they know the way."""
    current, parents = root, tuple[type[Record], ...]()
    shape: FieldShape | None = None
    for key in route:
        if shape is not None and shape.record is not None and (shape.is_list or isinstance(key, str)):
            parents, current, shape = (*parents, current), shape.record, None
        if isinstance(key, int):
            continue
        own = shape.entries if shape is not None else None
        known = replace(own, name=key) if own is not None else shapes(current).get(key)
        if known is None:
            break
        shape = known
    return FoundField(current, shape, parents)
