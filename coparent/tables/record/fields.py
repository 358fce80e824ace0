"""The fields of a record as their writer filled them: in words for people, as values for other programs."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from coparent.progress.wording import organisation_in_words
from coparent.schema.fields import Role
from coparent.schema.measures import Measure
from coparent.schema.plan import Action
from coparent.schema.record import Record
from coparent.schema.shapes import FieldShape, shapes
from coparent.schema.shared import LinkRecord
from coparent.tables.record.sheet import Entries, Entry, Fact, Part, Passage
from coparent.tables.wording import day_value, timescale_value
from coparent.text.json_text import Json, JsonObject
from coparent.text.rich_tables import join_rich_lines
from coparent.timescales import Duration, Timescale, day_in_words, in_words
from coparent.workspace import Workspace

_RICH = "text, or a list of texts"
_TITLES = ("title", "name", "who", "role", "short", "avoid")
_AS_KNOWN_ON_THE_DAY = ("updates", "rescheduled", "readings")
_IN_THE_HEADING = ("kind", "id", "title", "name")


def build_field_parts(workspace: Workspace, record: Record, without: Collection[str] = ()) -> Iterator[Part]:
    """The fields of a record that were filled in, less those in the heading of its sheet and those left out here."""
    for name, shape in _shapes_of(record).items():
        value = getattr(record, shape.attribute)
        if name not in _IN_THE_HEADING and name not in without and _is_filled_in(name, value):
            yield _build_part(workspace, shape, value)


def _shapes_of(record: Record) -> Mapping[str, FieldShape]:
    record_class: type = type(record)
    return shapes(record_class)


def _is_filled_in(name: str, value: object) -> bool:
    """Whether a field was filled in, as far as its value shows: not with what it is wherever it is left out."""
    return value not in (None, (), {}) and value is not False and not (name == "tolerance" and not value)


def _build_part(workspace: Workspace, shape: FieldShape, value: object) -> Part:
    label = shape.name.replace("_", " ")
    if isinstance(value, tuple):
        return Entries(label, [_build_entry(workspace, shape, item) for item in value])
    if isinstance(value, str) and shape.noun.words == _RICH:
        return Passage(label, value)
    return Fact(label, _in_words(workspace, value, shape))


def _build_entry(workspace: Workspace, shape: FieldShape, item: object) -> Entry:
    if isinstance(item, Record) and not isinstance(item, Role | LinkRecord):
        return _describe(workspace, item)
    if isinstance(item, str) and shape.refers is not None:
        return Entry(item, title_of(workspace, shape.refers.kind, item))
    return Entry("", _in_words(workspace, item, shape))


def _describe(workspace: Workspace, record: Record) -> Entry:
    """A record within another: its id and title, and under them what its other fields say."""
    title = next((name for name in _TITLES if name in _shapes_of(record)), "")
    text = getattr(record, title) if title else ""
    return Entry(getattr(record, "id", None) or "", str(text or ""), details_of(workspace, record, "id", title))


def details_of(workspace: Workspace, record: Record, *without: str) -> list[str]:
    """What the fields of a record say, each after its name, less those left out here."""
    return [
        f"{name.replace('_', ' ')}: {_all_in_words(workspace, shape, value)}"
        for name, shape in _shapes_of(record).items()
        if name not in without and _is_filled_in(name, value := getattr(record, shape.attribute))
    ]


def _all_in_words(workspace: Workspace, shape: FieldShape, value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(_in_words(workspace, item, shape) for item in value)
    return _in_words(workspace, value, shape)


def _in_words(workspace: Workspace, value: object, shape: FieldShape | None = None) -> str:
    """Any value in one line of words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Timescale | Duration):
        return value.written
    if isinstance(value, date):
        return day_in_words(value)
    if isinstance(value, dict):
        return "; ".join(f"{name} {_in_words(workspace, held)}" for name, held in value.items())
    if isinstance(value, Record):
        return _record_in_words(workspace, value)
    if isinstance(value, str) and shape is not None and shape.refers is not None:
        title = title_of(workspace, shape.refers.kind, value)
        return f"{title} ({value})" if title else value
    return join_rich_lines(str(value))


def _record_in_words(workspace: Workspace, record: Record) -> str:
    if isinstance(record, Role):
        place = f", {organisation_in_words(workspace, record.organisation)}" if record.organisation else ""
        return f"{record.role}{place}"
    if isinstance(record, LinkRecord):
        return f"{record.title}: {record.url or record.path or record.held_by}"
    entry = _describe(workspace, record)
    return "; ".join(filter(None, [entry.name, entry.text, *entry.details]))


def title_of(workspace: Workspace, kind: str, identity: str) -> str:
    """What the record of a kind and id is called; "" where there is no such record."""
    found = workspace.find(kind, identity)
    return name_of(found) if found is not None else ""


def name_of(record: Record) -> str:
    """What a record is called, besides its id."""
    return str(getattr(record, "title", None) or getattr(record, "name", None) or "")


def date_in_words(timescale: Timescale) -> str:
    """A timescale as written, and as papers print it where that is something else."""
    words = in_words(timescale)
    return timescale.written if words == timescale.written else f"{timescale.written} ({words})"


def fields_value(record: Record) -> JsonObject:
    """The fields of a record that have a value, as other programs read them, less those that change with the day."""
    without = _AS_KNOWN_ON_THE_DAY if isinstance(record, Action | Measure) else ()
    return {
        name: _plain_value(value)
        for name, shape in _shapes_of(record).items()
        if name not in without and (value := getattr(record, shape.attribute)) is not None
    }


def _plain_value(value: object) -> Json:
    if isinstance(value, Timescale):
        return timescale_value(value)
    if isinstance(value, date):
        return day_value(value)
    if isinstance(value, Duration):
        return value.written
    if isinstance(value, Record):
        return fields_value(value)
    if isinstance(value, tuple):
        return [_plain_value(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain_value(held) for name, held in value.items()}
    return value if isinstance(value, bool | int | float | str) else None
