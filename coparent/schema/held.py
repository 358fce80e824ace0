"""The roles, periods and past days of a file, found by what its fields say that they hold."""

from collections.abc import Iterator
from typing import NamedTuple

from coparent.schema.ids import is_known_by_id
from coparent.schema.naming import named, named_within, short_name
from coparent.schema.record import FileRecord, Record
from coparent.schema.shapes import FieldShape, Holds, once_per_class, shapes


class Held(NamedTuple):
    """One value, the record and field that hold it, and the records round that one, the file first."""

    value: object
    record: Record
    field: FieldShape
    parents: tuple[Record, ...]


def find_held(file: FileRecord, holds: Holds) -> Iterator[Held]:
    """Everything of one sort in a file, as the fields are documented; the items of a list one by one."""
    return _find_held(file, holds, ())


def _find_held(record: Record, holds: Holds, parents: tuple[Record, ...]) -> Iterator[Held]:
    for field in _fields_towards(type(record))[holds]:
        value = getattr(record, field.attribute)
        for item in value if isinstance(value, tuple) else () if value is None else (value,):
            if field.holds is holds:
                yield Held(item, record, field, parents)
            else:
                yield from _find_held(item, holds, (*parents, record))


@once_per_class
def _fields_towards(record: type[Record]) -> dict[Holds, tuple[FieldShape, ...]]:
    """The fields that hold something of each sort, and those whose records may."""
    inner = [(shape, _fields_towards(shape.record)) for shape in shapes(record).values() if shape.record is not None]
    found_inside = {
        holds: {shape.name for shape, fields in inner if fields[holds] and shape.holds is None} for holds in Holds
    }
    return {
        holds: tuple(
            shape for shape in shapes(record).values() if shape.holds is holds or shape.name in found_inside[holds]
        )
        for holds in Holds
    }


def find_owner(record: Record, parents: tuple[Record, ...]) -> Record | None:
    """The nearest parent that people know by its id, else the file; None if the record itself is either."""
    if not parents or is_known_by_id(type(record)):
        return None
    return next((parent for parent in reversed(parents) if is_known_by_id(type(parent))), parents[0])


def describe(record: Record, parents: tuple[Record, ...]) -> str:
    """What messages call a record that stands within others."""
    owner = find_owner(record, parents)
    if owner is not None:
        return named_within(record, owner)
    return named(record) if getattr(record, "id", None) else short_name(record)
