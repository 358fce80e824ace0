"""Every id that a record names, found by what its fields say of themselves."""

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


def find_references(record: Record) -> list[Reference]:
    """Every id named in a record and in the records inside it, as the fields are documented."""
    found: list[Reference] = []
    _find(record, record, found)
    return found


def _find(record: Record, owner: Record, found: list[Reference]) -> None:
    fields = _reference_fields(record.__class__)
    _find_own(record, owner, fields.ids, found)
    for shape in fields.inner:
        value = getattr(record, shape.attribute)
        if isinstance(value, tuple):
            for inner in value:
                _find(inner, inner if is_known_by_id(inner.__class__) else owner, found)
        elif value is not None:
            _find(value, owner, found)


def _find_own(
    record: Record, owner: Record, fields: tuple[tuple[FieldShape, Refers], ...], found: list[Reference]
) -> None:
    for shape, refers in fields:
        value = getattr(record, shape.attribute)
        if isinstance(value, tuple):
            for index, identity in enumerate(value):
                found.append(Reference(refers.kind, identity, record, owner, shape.name, index))
        elif isinstance(value, str) and value not in refers.besides:
            found.append(Reference(refers.kind, value, record, owner, shape.name, None))
