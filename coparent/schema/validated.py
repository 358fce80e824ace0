"""What validating a document gives, and the one call that gives it for a sound document."""

from pydantic import ValidationError

from coparent.diagnostics import Diagnostic, Route
from coparent.documents.scalars import Data
from coparent.schema.fields import Surroundings
from coparent.schema.record import FileRecord
from coparent.values import frozen


@frozen
class Validated:
    """What came of one document.

    `record` is None where nothing of it could be kept. `is_broken` says that a record, or a field which names
    records, was cut: `broken_ids` are the ids written in what was cut. `faulty` are the routes a rule need not judge.
    `unread_reports` are the actions that updates of a return name which were cut; "" for one that names none. `more` is
    how many faults there are besides those in the diagnostics.
    """

    path: str
    record: FileRecord | None
    diagnostics: tuple[Diagnostic, ...] = ()
    is_broken: bool = False
    broken_ids: frozenset[str] = frozenset()
    faulty: frozenset[Route] = frozenset()
    unread_reports: frozenset[str] = frozenset()
    is_readable: bool = True
    more: int = 0


def build_or_refuse(
    record_class: type[FileRecord], data: Data, surroundings: Surroundings
) -> FileRecord | ValidationError:
    """The record of a whole file, or what pydantic says against it."""
    try:
        built = record_class.__pydantic_validator__.validate_python(data, context=surroundings)
    except ValidationError as error:
        return error
    assert isinstance(built, record_class)  # noqa: S101 - pydantic types its results as Any.
    return built
