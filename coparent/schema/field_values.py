"""The roles, periods and past days of a file, found by what its fields say that they hold."""

from dataclasses import dataclass
from typing import NamedTuple

from coparent.schema.ids import is_known_by_id
from coparent.schema.naming import named, named_within, short_name
from coparent.schema.record import FileRecord, Record
from coparent.schema.shapes import FieldShape, Holds, once_per_class, shapes


class FieldValue(NamedTuple):
    """One value, the record and field that hold it, and the records round that one, the file first."""

    value: object
    record: Record
    field: FieldShape
    parents: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class _Way:
    """The fields of a record class that hold something of one sort, and those whose records have a way to some."""

    own: tuple[FieldShape, ...]
    inner: tuple[tuple[str, "_Way"], ...]


def find_field_values(file: FileRecord, holds: Holds) -> list[FieldValue]:
    """Everything of one sort in a file: a record's own, then that of its records; the items of a list one by one."""
    found: list[FieldValue] = []
    _add_values(file, _ways(type(file))[holds], (), found)
    return found


def _add_values(record: Record, way: _Way, parents: tuple[Record, ...], found: list[FieldValue]) -> None:
    for field in way.own:
        value = getattr(record, field.attribute)
        if isinstance(value, tuple):
            found += [FieldValue(item, record, field, parents) for item in value]
        elif value is not None:
            found.append(FieldValue(value, record, field, parents))
    for attribute, inner_way in way.inner:
        value = getattr(record, attribute)
        if value:
            within = (*parents, record)
            for inner in value if isinstance(value, tuple) else (value,):
                _add_values(inner, inner_way, within, found)


@once_per_class
def _ways(record: type[Record]) -> dict[Holds, _Way]:
    known = shapes(record).values()
    inner = [(shape, _ways(shape.record)) for shape in known if shape.record is not None and shape.holds is None]
    return {
        holds: _Way(
            own=tuple(shape for shape in known if shape.holds is holds),
            inner=tuple(
                (shape.attribute, ways[holds]) for shape, ways in inner if ways[holds].own or ways[holds].inner
            ),
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
