"""The fields of a record as their writer filled them, in words: whatever the kind of record."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from coparent.progress.wording import organisation_in_words
from coparent.schema.fields import Role
from coparent.schema.record import Record
from coparent.schema.shapes import FieldShape, shapes
from coparent.schema.shared import LinkRecord
from coparent.tables.record.sheet import Entries, Entry, Fact, Part, Passage
from coparent.timescales import Duration, Timescale, day_in_words, in_words
from coparent.workspace import Workspace

_RICH = "text, or a list of texts"
_TITLES = ("title", "name", "who", "role", "short", "avoid")
NEVER_SHOWN = ("kind", "id", "title", "name")


def shapes_of(record: Record) -> Mapping[str, FieldShape]:
    """What the fields of a record are, in the documented order."""
    record_class: type = type(record)
    return shapes(record_class)


def field_parts(workspace: Workspace, record: Record, without: Collection[str] = ()) -> Iterator[Part]:
    """All that a record says of itself, field by field, less its id and title and what is told otherwise."""
    for name, shape in shapes_of(record).items():
        value = getattr(record, shape.attribute)
        if name not in NEVER_SHOWN and name not in without and says_something(name, value):
            yield _part(workspace, shape, value)


def says_something(name: str, value: object) -> bool:
    """Whether a field was filled in, as far as can be told: what is so wherever nobody says otherwise is left out."""
    return value not in (None, (), {}) and value is not False and not (name == "tolerance" and not value)


def _part(workspace: Workspace, shape: FieldShape, value: object) -> Part:
    label = shape.name.replace("_", " ")
    if isinstance(value, tuple):
        return Entries(label, tuple(_entry(workspace, shape, item) for item in value))
    if isinstance(value, str) and shape.noun == _RICH:
        return Passage(label, value)
    return Fact(label, in_a_line(workspace, value, shape))


def _entry(workspace: Workspace, shape: FieldShape, item: object) -> Entry:
    if isinstance(item, Record) and not isinstance(item, Role | LinkRecord):
        return record_entry(workspace, item)
    if isinstance(item, str) and shape.refers is not None:
        return Entry(item, title_of(workspace, shape.refers.kind, item))
    return Entry("", in_a_line(workspace, item, shape))


def record_entry(workspace: Workspace, record: Record, without: Collection[str] = ()) -> Entry:
    """A record within another: its id and title, and under them what its other fields say."""
    known = shapes_of(record)
    title = next((name for name in _TITLES if name in known), "")
    hidden = {"id", title, *without}
    details = (
        f"{name.replace('_', ' ')}: {_line(workspace, shape, getattr(record, shape.attribute))}"
        for name, shape in known.items()
        if name not in hidden and says_something(name, getattr(record, shape.attribute))
    )
    text = getattr(record, title) if title else ""
    return Entry(getattr(record, "id", None) or "", str(text or ""), tuple(details))


def _line(workspace: Workspace, shape: FieldShape, value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(in_a_line(workspace, item, shape) for item in value)
    return in_a_line(workspace, value, shape)


def in_a_line(workspace: Workspace, value: object, shape: FieldShape | None = None) -> str:
    """Any value in one line of words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Timescale):
        return value.written
    if isinstance(value, date):
        return day_in_words(value)
    if isinstance(value, Duration):
        return value.written
    if isinstance(value, dict):
        return "; ".join(f"{name} {in_a_line(workspace, held)}" for name, held in value.items())
    if isinstance(value, Record):
        return _record_in_a_line(workspace, value)
    if isinstance(value, str) and shape is not None and shape.refers is not None:
        title = title_of(workspace, shape.refers.kind, value)
        return f"{title} ({value})" if title else value
    return " ".join(str(value).split())


def _record_in_a_line(workspace: Workspace, record: Record) -> str:
    if isinstance(record, Role):
        place = f", {organisation_in_words(workspace, record.organisation)}" if record.organisation else ""
        return f"{record.role}{place}"
    if isinstance(record, LinkRecord):
        return f"{record.title}: {record.url or record.path or record.held_by}"
    entry = record_entry(workspace, record)
    return "; ".join(filter(None, [entry.name, entry.text, *entry.details]))


def title_of(workspace: Workspace, kind: str, identity: str) -> str:
    """What a record is called, besides its id; nothing where there is no such record."""
    found = workspace.find(kind, identity)
    return str(getattr(found, "title", None) or getattr(found, "name", None) or "") if found is not None else ""


def date_in_words(timescale: Timescale) -> str:
    """A timescale as written, and as papers print it where that is something else."""
    words = in_words(timescale)
    return timescale.written if words == timescale.written else f"{timescale.written} ({words})"
