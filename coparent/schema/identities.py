"""Which records have ids, read off their classes: what kind each is, and how far its id must be its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coparent.schema.record import FileRecord, Record
from coparent.schema.shapes import FieldShape, once_per_class, shapes
from coparent.values import frozen


@dataclass(frozen=True, slots=True, eq=False)
class Identified:
    """A record with an id. `file` is the one in which no other of its kind may have it; None: nowhere at all."""

    kind: str
    id: str
    record: Record
    file: FileRecord | None


@frozen
class _IdFields:
    """The id of a record class (None if it has none), and its fields that lead to other records with ids."""

    kind: str
    own: FieldShape | None
    within_file: bool
    inner: tuple[FieldShape, ...]


@once_per_class
def _id_fields(record: type[Record]) -> _IdFields:
    known = shapes(record).values()
    own = next((shape for shape in known if shape.identifies is not None), None)
    return _IdFields(
        kind=kind_of(record),
        own=own,
        within_file=own is not None and own.identifies is not None and own.identifies.within_file,
        inner=tuple(shape for shape in known if shape.record is not None and any(kinds_with_ids(shape.record))),
    )


def kind_of(record: type[Record]) -> str:
    """The word for a kind of record, as references and `coparent show` use it: of Recommendation, "recommendation"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", record.__name__).lower()


def kinds_with_ids(record: type[Record]) -> Iterator[str]:
    """The kinds with ids among a record class and the classes of the records inside it."""
    fields = _id_fields(record)
    if fields.own is not None:
        yield fields.kind
    for shape in fields.inner:
        if shape.record is not None:
            yield from kinds_with_ids(shape.record)


def is_known_by_id(record: type[Record]) -> bool:
    """Whether people know a record by its id alone: it must have one, and no other file may use it."""
    fields = _id_fields(record)
    return fields.own is not None and fields.own.is_needed and not fields.within_file


def find_identified(file: FileRecord) -> Iterator[Identified]:
    """Every record with an id in a file, the file itself included."""
    return _find(file, file)


def _find(record: Record, file: FileRecord) -> Iterator[Identified]:
    fields = _id_fields(type(record))
    if fields.own is not None and (identity := getattr(record, fields.own.attribute)) is not None:
        yield Identified(fields.kind, identity, record, file if fields.within_file else None)
    for shape in fields.inner:
        value = getattr(record, shape.attribute)
        for inner in value if isinstance(value, tuple) else (value,):
            if inner is not None:
                yield from _find(inner, file)
