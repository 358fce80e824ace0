"""Every id that a record names, found by what its fields say of themselves."""

from collections.abc import Iterator
from dataclasses import dataclass

from coparent.diagnostics import Spot
from coparent.schema.fields.annotations import Refers
from coparent.schema.identities import is_known_by_id
from coparent.schema.record import Record
from coparent.schema.shapes import FieldShape, once_per_class, shapes
from coparent.values import frozen


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """One id, written in a field of a record.

    `owner` is the holder, or the record round it that people know by its id; `index` is None outside a list.
    """

    kind: str
    id: str
    holder: Record
    owner: Record
    field: str
    index: int | None

    @property
    def spot(self) -> Spot:
        """The id itself."""
        return self.holder.at(self.field) if self.index is None else self.holder.at(self.field, self.index)


@frozen
class _ReferenceFields:
    """The fields of a record class that hold ids, each with what it refers to; and those whose records hold some."""

    ids: tuple[tuple[FieldShape, Refers], ...]
    inner: tuple[FieldShape, ...]


@once_per_class
def _reference_fields(record: type[Record]) -> _ReferenceFields:
    fields = shapes(record).values()
    return _ReferenceFields(
        ids=tuple((shape, shape.refers) for shape in fields if shape.refers is not None),
        inner=tuple(shape for shape in fields if shape.refers is None and _leads_to_ids(shape.record)),
    )


def _leads_to_ids(record: type[Record] | None) -> bool:
    if record is None:
        return False
    fields = _reference_fields(record)
    return bool(fields.ids or fields.inner)


def find_references(record: Record) -> Iterator[Reference]:
    """Every id named in a record and in the records inside it, as the fields are documented."""
    return _find(record, record)


def _find(record: Record, owner: Record) -> Iterator[Reference]:
    fields = _reference_fields(type(record))
    for shape, refers in fields.ids:
        yield from _find_own(record, owner, shape, refers)
    for shape in fields.inner:
        value = getattr(record, shape.attribute)
        if isinstance(value, tuple):
            for inner in value:
                yield from _find(inner, inner if is_known_by_id(type(inner)) else owner)
        elif value is not None:
            yield from _find(value, owner)


def _find_own(record: Record, owner: Record, shape: FieldShape, refers: Refers) -> Iterator[Reference]:
    value = getattr(record, shape.attribute)
    if isinstance(value, tuple):
        for index, identity in enumerate(value):
            yield Reference(refers.kind, identity, record, owner, shape.name, index)
    elif isinstance(value, str) and value not in refers.besides:
        yield Reference(refers.kind, value, record, owner, shape.name, None)
