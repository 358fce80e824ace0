"""Every id that a record names, found by what its fields say of themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from coparent.diagnostics import Place, Spot
from coparent.documents.naming import KNOWN_BY_ID
from coparent.schema.fields import Refers
from coparent.schema.record import NOWHERE, Record
from coparent.schema.shapes import shapes


class Reference(NamedTuple):
    """One id, written in a field of a record. `owner` is the holder, or the record round it that people know by its id."""

    kind: str
    id: str
    holder: Record
    owner: Record
    place: Place
    field: str
    index: int | None

    @property
    def spot(self) -> Spot:
        """The id itself."""
        place = self.place / self.field
        return Spot(place if self.index is None else place / self.index)


@dataclass(frozen=True, slots=True)
class _Way:
    """A field that holds ids, or records that may."""

    attribute: str
    name: str
    is_list: bool
    refers: Refers | None


@cache
def _ways(record: type) -> tuple[tuple[_Way, ...], tuple[_Way, ...]]:
    """The fields of a record that hold ids, and those that hold records which hold some in turn."""
    ids, records = [], []
    for shape in shapes(record).values():
        way = _Way(shape.attribute, shape.name, shape.is_list, shape.refers)
        if shape.refers is not None:
            ids.append(way)
        elif shape.record is not None and any(_ways(shape.record)):
            records.append(way)
    return tuple(ids), tuple(records)


def find_references(record: Record) -> Iterator[Reference]:
    """Every id named in a record and in the records inside it, in no particular order."""
    return _find(record, record, record.where)


def _find(record: Record, owner: Record, place: Place) -> Iterator[Reference]:
    id_ways, record_ways = _ways(type(record))
    for way in id_ways:
        value = getattr(record, way.attribute)
        if not value:
            continue
        if way.is_list:
            for index, identity in enumerate(value):
                yield Reference(way.refers.kind, identity, record, owner, place, way.name, index)  # type: ignore[union-attr]
        elif isinstance(value, str) and value not in way.refers.besides:  # type: ignore[union-attr]
            yield Reference(way.refers.kind, value, record, owner, place, way.name, None)  # type: ignore[union-attr]
    for way in record_ways:
        value = getattr(record, way.attribute)
        if not value:
            continue
        inner_place = place / way.name
        if not way.is_list:
            yield from _find(value, owner, inner_place)
            continue
        for index, inner in enumerate(value):
            own_place = inner_place / index if inner.where is NOWHERE else inner.where
            yield from _find(inner, inner if way.name in KNOWN_BY_ID else owner, own_place)
