"""Every id that a record names, found by what its fields say of themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from coparent.diagnostics import Place, Spot
from coparent.documents.naming import KNOWN_BY_ID
from coparent.schema.record import NOWHERE, Record
from coparent.schema.shapes import shapes


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """One id, written in a field of a record.

    `owner` is the holder, or the record round it that people know by its id; `index` is None outside a list.
    """

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
    """A field that holds ids of a kind, or records that may hold some."""

    attribute: str
    name: str
    kind: str = ""
    besides: tuple[str, ...] = ()


@cache
def _ways(record: type) -> tuple[tuple[_Way, ...], tuple[_Way, ...]]:
    """The fields of a record that hold ids, and those that hold records which hold some in turn."""
    ids, records = [], []
    for shape in shapes(record).values():
        if shape.refers is not None:
            ids.append(_Way(shape.attribute, shape.name, shape.refers.kind, shape.refers.besides))
        elif shape.record is not None and any(_ways(shape.record)):
            records.append(_Way(shape.attribute, shape.name))
    return tuple(ids), tuple(records)


def find_references(record: Record) -> Iterator[Reference]:
    """Every id named in a record and in the records inside it, in no particular order."""
    return _find(record, record, record.where)


def _find(record: Record, owner: Record, place: Place) -> Iterator[Reference]:
    record_class: type = type(record)
    id_ways, record_ways = _ways(record_class)
    for way in id_ways:
        value = getattr(record, way.attribute)
        if isinstance(value, tuple):
            for index, name in enumerate(value):
                yield Reference(way.kind, name, record, owner, place, way.name, index)
        elif isinstance(value, str) and value not in way.besides:
            yield Reference(way.kind, value, record, owner, place, way.name, None)
    for way in record_ways:
        value = getattr(record, way.attribute)
        if value:
            yield from _find_inside(value, owner, place / way.name)


def _find_inside(value: Record | tuple[Record, ...], owner: Record, place: Place) -> Iterator[Reference]:
    if not isinstance(value, tuple):
        yield from _find(value, owner, place)
        return
    for index, inner in enumerate(value):
        own_place = place / index if inner.where is NOWHERE else inner.where
        yield from _find(inner, inner if place.key in KNOWN_BY_ID else owner, own_place)
