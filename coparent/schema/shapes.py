"""What a record's fields are, read off its class: for messages, for references, for editors."""

import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Annotated, TypeVar, Union, cast, get_args, get_origin

from pydantic.fields import FieldInfo

from coparent.diagnostics import Route
from coparent.schema.choices import Choices
from coparent.schema.fields.annotations import Identifies, Noun, OrRecord, Refers
from coparent.schema.record import Record
from coparent.values import frozen

Annotation = TypeVar("Annotation")
Fact = TypeVar("Fact")


@frozen
class FieldShape:
    """One field: its name as written, what it holds, and whether it must be there.

    `record` is the class of the records it holds, `entries` what the values are where the names are the writer's own.
    """

    name: str
    attribute: str
    is_needed: bool
    description: str
    is_list: bool = False
    noun: str = "text"
    choices: Choices | None = None
    refers: Refers | None = None
    identifies: Identifies | None = None
    record: type[Record] | None = None
    entries: "FieldShape | None" = None

    @property
    def holds_ids(self) -> bool:
        """Whether something could look absent while this field cannot be read."""
        return self.refers is not None or self.record is not None


def once_per_class(read: Callable[[type[Record]], Fact]) -> Callable[[type[Record]], Fact]:
    """Read something off each class of records only once. (`cache` alone, but mypy takes no class to be hashable.)"""
    return cast("Callable[[type[Record]], Fact]", cache(read))


@once_per_class
def shapes(record: type[Record]) -> Mapping[str, FieldShape]:
    """The fields of a record class by the names their writers use, in the documented order."""
    return {
        info.alias or attribute: _read_shape(attribute, info, _unwrap(info.annotation, info.metadata))
        for attribute, info in record.__pydantic_fields__.items()
        if attribute != "where"
    }


@dataclass(slots=True)
class _Hint:
    """What is left of a type when Annotated, optional and list are taken off it; the outermost annotations first."""

    annotations: list[object] = field(default_factory=list)
    is_list: bool = False
    record: type[Record] | None = None
    entries: object = None

    def first(self, kind: type[Annotation]) -> Annotation | None:
        return next((one for one in self.annotations if isinstance(one, kind)), None)


def _read_shape(attribute: str, info: FieldInfo, hint: _Hint) -> FieldShape:
    noun, or_record = hint.first(Noun), hint.first(OrRecord)
    return FieldShape(
        name=info.alias or attribute,
        attribute=attribute,
        is_needed=info.is_required(),
        description=info.description or "",
        is_list=hint.is_list,
        noun=noun.words if noun is not None else "text",
        choices=hint.first(Choices),
        refers=hint.first(Refers),
        identifies=hint.first(Identifies),
        record=or_record.record if or_record is not None else hint.record,
        entries=_read_shape("", _UNNAMED, _unwrap(hint.entries)) if hint.entries is not None else None,
    )


_UNNAMED = FieldInfo(default=None)
"""Stands for the field of an entry whose name is its writer's own."""


def _unwrap(type_hint: object, annotations: Iterable[object] = ()) -> _Hint:
    hint = _Hint([*annotations])
    waiting = [type_hint]
    while waiting:
        current = waiting.pop()
        origin, arguments = get_origin(current), get_args(current)
        if origin is Annotated:
            waiting.append(arguments[0])
            hint.annotations += arguments[1:]
        elif origin is tuple and arguments[1:] == (Ellipsis,):
            waiting.append(arguments[0])
            hint.is_list = True
        elif origin is dict:
            hint.entries = arguments[1]
        elif origin in (Union, types.UnionType):
            waiting += arguments
        elif isinstance(current, type) and issubclass(current, Record):
            hint.record = hint.record or current
    return hint


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
        if isinstance(key, int):
            if shape is not None and shape.record is not None and shape.is_list:
                parents, current, shape = (*parents, current), shape.record, None
            continue
        if shape is not None and shape.record is not None:
            parents, current, shape = (*parents, current), shape.record, None
        own = shape.entries if shape is not None else None
        known = replace(own, name=key) if own is not None else shapes(current).get(key)
        if known is None:
            return FoundField(current, shape, parents)
        shape = known
    return FoundField(current, shape, parents)
