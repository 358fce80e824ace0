"""The ids that records have and the ids that they name, found by what their fields say of themselves."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from coparent.diagnostics import Spot
from coparent.schema.record import FileRecord, Record, RecordType, with_changes
from coparent.schema.shapes import FieldShape, Refers, once_per_class, shapes
from coparent.values import frozen


@dataclass(frozen=True, slots=True, eq=False)
class Identified:
    """A record with an id. `file` is the one in which no other of its kind may have it; None: nowhere at all."""

    kind: str
    id: str
    record: Record
    file: FileRecord | None


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
class _IdFields:
    """The fields of a record class that hold ids, and those that lead to records which have or which name some.

    `own` is the attribute of the record's own id, empty where it has none.
    """

    kind: str
    own: str
    is_within_file: bool
    is_known_by_id: bool
    references: tuple[tuple[FieldShape, Refers], ...]
    to_identified: tuple[str, ...]
    to_references: tuple[str, ...]


@once_per_class
def _id_fields(record: type[Record]) -> _IdFields:
    known = shapes(record).values()
    own = next((shape for shape in known if shape.identifies is not None), None)
    is_within_file = own is not None and own.identifies is not None and own.identifies.within_file
    inner = [(shape, _id_fields(shape.record)) for shape in known if shape.record is not None and shape.refers is None]
    return _IdFields(
        kind=kind_of(record),
        own=own.attribute if own is not None else "",
        is_within_file=is_within_file,
        is_known_by_id=own is not None and own.is_needed and not is_within_file,
        references=tuple((shape, shape.refers) for shape in known if shape.refers is not None),
        to_identified=tuple(shape.attribute for shape, fields in inner if fields.own or fields.to_identified),
        to_references=tuple(shape.attribute for shape, fields in inner if fields.references or fields.to_references),
    )


def kind_of(record: type[Record]) -> str:
    """The word for a kind of record, as references and `coparent show` use it: of Recommendation, "recommendation"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", record.__name__).lower()


def kinds_with_ids(record: type[Record]) -> Iterator[str]:
    """The kinds with ids among a record class and the classes of the records inside it."""
    if _id_fields(record).own:
        yield kind_of(record)
    for shape in shapes(record).values():
        if shape.record is not None:
            yield from kinds_with_ids(shape.record)


def is_known_by_id(record: type[Record]) -> bool:
    """Whether people know a record by its id alone: it must have one, and no other file may use it."""
    return _id_fields(record).is_known_by_id


def find_identified(file: FileRecord) -> Iterator[Identified]:
    """Every record with an id in a file, the file itself included."""
    return _find_identified(file, file)


def _find_identified(record: Record, file: FileRecord) -> Iterator[Identified]:
    fields = _id_fields(type(record))
    if fields.own and (identity := getattr(record, fields.own)) is not None:
        yield Identified(fields.kind, identity, record, file if fields.is_within_file else None)
    for inner in _records_in(record, fields.to_identified):
        yield from _find_identified(inner, file)


def find_references(record: Record) -> list[Reference]:
    """Every id named in a record and in the records inside it, as the fields are documented."""
    found: list[Reference] = []
    _add_references(record, record, found)
    return found


def _add_references(record: Record, owner: Record, found: list[Reference]) -> None:
    fields = _id_fields(record.__class__)
    for shape, refers in fields.references:
        value = getattr(record, shape.attribute)
        if isinstance(value, tuple):
            for index, identity in enumerate(value):
                found.append(Reference(refers.kind, identity, record, owner, shape.name, index))
        elif isinstance(value, str) and value not in refers.besides:
            found.append(Reference(refers.kind, value, record, owner, shape.name, None))
    for inner in _records_in(record, fields.to_references):
        _add_references(inner, inner if is_known_by_id(inner.__class__) else owner, found)


def without_ids(record: RecordType, gone: Mapping[str, Collection[str]]) -> RecordType | None:
    """The record without these ids of each kind, and without the records inside it that were only about them.

    None if it was itself about nothing else: a risk to an action that is gone, the update of one.
    """
    fields = _id_fields(record.__class__)
    changed: dict[str, object] = {}
    for shape, refers in fields.references:
        value = getattr(record, shape.attribute)
        left = _without(value, gone.get(refers.kind, ()))
        if value and not left and (shape.is_needed or (isinstance(value, tuple) and fields.kind != refers.kind)):
            return None
        changed[shape.attribute] = left
    for attribute in fields.to_references:
        value = getattr(record, attribute)
        inner = tuple(without_ids(item, gone) for item in _records_in(record, (attribute,)))
        kept = tuple(item for item in inner if item is not None)
        changed[attribute] = kept if isinstance(value, tuple) else next(iter(kept), None)
    is_same = all(getattr(record, name) == value for name, value in changed.items())
    return record if is_same else with_changes(record, **changed)


def _without(value: object, ids: Collection[str]) -> object:
    if isinstance(value, tuple):
        return tuple(identity for identity in value if identity not in ids)
    return None if value in ids else value


def _records_in(record: Record, attributes: tuple[str, ...]) -> Iterator[Record]:
    for attribute in attributes:
        value = getattr(record, attribute)
        if isinstance(value, tuple):
            yield from value
        elif value is not None:
            yield value
