"""Every text that a record says in somebody's own words, with its place: no ids, no links, no fixed values."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from coparent.diagnostics import Place, Spot
from coparent.documents.naming import KNOWN_BY_ID
from coparent.schema.fields import Role
from coparent.schema.record import NOWHERE, Record
from coparent.schema.shapes import FieldShape, shapes
from coparent.schema.shared import LinkRecord

_NOT_PROSE = ("kind", "id", "ref", "template", "place", "reference", "report_to", "enquiries_to", "comparators")


class Said(NamedTuple):
    """One text. `owner` is the record round it that people know by its id; `index` is None outside a list."""

    text: str
    owner: Record
    place: Place
    field: str
    index: int | None

    @property
    def spot(self) -> Spot:
        """The text itself."""
        place = self.place / self.field
        return Spot(place if self.index is None else place / self.index)


@dataclass(frozen=True, slots=True)
class _Ways:
    """The fields of a record class that hold texts, and those that hold records which hold some in turn."""

    names: tuple[str, ...]
    texts: Callable[[Record], tuple[Any, ...]]
    inner_names: tuple[str, ...]
    inner: Callable[[Record], tuple[Any, ...]]


@cache
def _ways(record: type) -> _Ways:
    fields = list(shapes(record).values())
    texts = [shape for shape in fields if _is_prose(shape)]
    inner = [shape for shape in fields if _holds_prose(shape)]
    return _Ways(
        tuple(shape.name for shape in texts),
        _getter([shape.attribute for shape in texts]),
        tuple(shape.name for shape in inner),
        _getter([shape.attribute for shape in inner]),
    )


def _is_prose(shape: FieldShape) -> bool:
    is_text = shape.record is None and shape.choices is None and shape.refers is None and shape.noun.startswith("text")
    return is_text and shape.name not in _NOT_PROSE


def _holds_prose(shape: FieldShape) -> bool:
    if shape.record is None or shape.record is LinkRecord:
        return False
    ways = _ways(shape.record)
    return bool(ways.names or ways.inner_names)


def _getter(attributes: list[str]) -> Callable[[Record], tuple[Any, ...]]:
    """All of some attributes at once: one call, since there are very many texts."""
    if len(attributes) > 1:
        return attrgetter(*attributes)
    return lambda record: tuple(getattr(record, attribute) for attribute in attributes)


def join_texts(record: Record) -> str:
    """Every text of a record and of the records inside it, line by line: enough to tell whether a word is there."""
    parts: list[str] = []
    _collect(record, parts)
    return "\n".join(parts)


def _collect(record: Record, parts: list[str]) -> None:
    ways = _ways(record.__class__)
    for value in ways.texts(record):
        if value.__class__ is str:
            parts.append(value)
        elif value:
            parts.extend(value)
    for value in ways.inner(record):
        if value.__class__ is Role:
            parts.append(value.role)
        elif value.__class__ is tuple:
            for inner in value:
                _collect(inner, parts)
        elif value is not None:
            _collect(value, parts)


def find_texts(record: Record) -> list[Said]:
    """Every text of a record and of the records inside it."""
    found: list[Said] = []
    _find(record, record, found)
    return found


def _find(record: Record, owner: Record, found: list[Said]) -> None:
    ways = _ways(record.__class__)
    for name, value in zip(ways.names, ways.texts(record), strict=True):
        if isinstance(value, str):
            found.append(Said(value, owner, record.where, name, None))
        elif value:
            found.extend(Said(text, owner, record.where, name, index) for index, text in enumerate(value))
    for name, value in zip(ways.inner_names, ways.inner(record), strict=True):
        if isinstance(value, tuple):
            for index, inner in enumerate(value):
                _find_inside(inner, inner if name in KNOWN_BY_ID else owner, Said("", owner, record.where, name, index), found)
        elif value is not None:
            _find_inside(value, owner, Said("", owner, record.where, name, None), found)


def _find_inside(inner: Record, owner: Record, at: Said, found: list[Said]) -> None:
    """The texts of a record inside another; those of one that was written as a single text stand in its field."""
    if inner.where is NOWHERE:
        found.extend(at._replace(text=said.text) for said in find_texts(inner))
    else:
        _find(inner, owner, found)
