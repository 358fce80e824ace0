"""Every text that a record says in somebody's own words, with its place: no ids, no links, no fixed values."""

from collections.abc import Callable, Iterable
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
    """One text. `owner` is the record round it that people know by its id; `item` is None outside a list."""

    text: str
    owner: Record
    place: Place
    field: str
    item: int | None

    @property
    def spot(self) -> Spot:
        """The text itself."""
        place = self.place / self.field
        return Spot(place if self.item is None else place / self.item)


@dataclass(frozen=True, slots=True)
class _Ways:
    """The fields of a record class that hold texts, and those that hold records which hold some in turn."""

    names: tuple[str, ...]
    title: int | None
    plain: int | None
    texts: Callable[[Record], tuple[Any, ...]]
    inner_names: tuple[str, ...]
    inner: Callable[[Record], tuple[Any, ...]]


@cache
def _ways(record: type) -> _Ways:
    fields = list(shapes(record).values())
    texts = [shape for shape in fields if _is_prose(shape)]
    inner = [shape for shape in fields if _holds_prose(shape)]
    names = tuple(shape.name for shape in texts)
    return _Ways(
        names,
        names.index("title") if "title" in names else None,
        names.index("plain") if "plain" in names else None,
        _getter([shape.attribute for shape in texts]),
        tuple(shape.name for shape in inner),
        _getter([shape.attribute for shape in inner]),
    )


def _ways_of(record: Record) -> _Ways:
    record_class: type = record.__class__
    return _ways(record_class)


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


class Gathered:
    """The texts of some records without their places, which are costly: enough to tell whether a word is there at all.

    `plain` are those for young people, `titles` the titles; both are among `texts`, too.
    """

    __slots__ = ("plain", "texts", "titles")

    def __init__(self, records: Iterable[Record]) -> None:
        self.texts: list[str] = []
        self.plain: list[str] = []
        self.titles: list[str] = []
        for record in records:
            self._gather(record)

    def _gather(self, record: Record) -> None:
        ways = _ways_of(record)
        values = ways.texts(record)
        for value in values:
            if value.__class__ is str:
                self.texts.append(value)
            elif value:
                self.texts.extend(value)
        if ways.title is not None:
            self.titles.append(values[ways.title])
        if ways.plain is not None and values[ways.plain] is not None:
            self.plain.append(values[ways.plain])
        for value in ways.inner(record):
            if value is not None:
                self._gather_inner(value)

    def _gather_inner(self, value: Any) -> None:
        if value.__class__ is Role:
            self.texts.append(value.role)
        elif value.__class__ is tuple:
            for inner in value:
                self._gather(inner)
        else:
            self._gather(value)


def find_texts(record: Record) -> list[Said]:
    """Every text of a record and of the records inside it."""
    found: list[Said] = []
    _find(record, record, found)
    return found


def _find(record: Record, owner: Record, found: list[Said]) -> None:
    ways = _ways_of(record)
    for name, value in zip(ways.names, ways.texts(record), strict=True):
        if isinstance(value, str):
            found.append(Said(value, owner, record.where, name, None))
        elif value:
            found.extend(Said(text, owner, record.where, name, index) for index, text in enumerate(value))
    for name, value in zip(ways.inner_names, ways.inner(record), strict=True):
        if isinstance(value, tuple):
            for index, inner in enumerate(value):
                nearest = inner if name in KNOWN_BY_ID else owner
                _find_inside(inner, nearest, Said("", owner, record.where, name, index), found)
        elif value is not None:
            _find_inside(value, owner, Said("", owner, record.where, name, None), found)


def _find_inside(inner: Record, owner: Record, at: Said, found: list[Said]) -> None:
    """The texts of a record inside another; those of one that was written as a single text stand in its field."""
    if inner.where is NOWHERE:
        found.extend(at._replace(text=said.text) for said in find_texts(inner))
    else:
        _find(inner, owner, found)
