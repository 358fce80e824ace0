"""Lines under a name that is no field there: where each belongs, and the line to write with its value moved into it."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pydantic import ValidationError

from coparent.advice import TAKE_LINE_OUT, Writable, add_item, as_line, either, elsewhere, write_line
from coparent.documents.naming import singular
from coparent.documents.scalars import WHERE, Data, Quoted, value_at
from coparent.schema.faults import Fault, with_article
from coparent.schema.fields.amounts import says_nothing
from coparent.schema.filling import WORDS, Fields, fill, last_day, read_status
from coparent.schema.headings import find_fields
from coparent.schema.ids import kind_of
from coparent.schema.record import Record
from coparent.schema.shapes import FieldShape, shapes
from coparent.text.slips import is_slip, is_written_alike, plain

LONGEST_LINE = 300
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BETWEEN_IDS = re.compile(r"\s*(?:[,;/&\n]|\band\b)\s*")


class Moved(NamedTuple):
    """What the caret says of a name that is no field there, and what to type."""

    label: str
    help: str


def find_same_field(written: str, record: type[Record]) -> str | None:
    """The field whose name this is, in other capitals or number, or with a slip of a letter or two."""
    known = shapes(record)
    alike = [name for name in known if is_written_alike(_singular(written), _singular(name))]
    return next(iter(alike or [name for name in known if is_slip(written, name)]), None)


def _singular(name: str) -> str:
    words = plain(name)
    return f"{words[:-3]}y" if words.endswith("ies") else words.removesuffix("s")


def fits(record: type[Record], field: str, value: Data, where: Data) -> bool:
    """Whether a field can be read from a value."""
    try:
        record.__pydantic_validator__.validate_python({WHERE: where, field: value})
    except ValidationError as error:
        return not any(details["loc"][:1] == (field,) for details in error.errors(include_url=False))
    return True


def move(fault: Fault, fields: tuple[str, ...]) -> Moved | None:
    """Where a line belongs of whose name it is known what it stands for: the first of some fields that can take it."""
    moves = (_move_to(fault, field) for field in fields)
    return next((moved for moved in moves if moved is not None), None)


def where_it_belongs(fault: Fault) -> Moved | None:
    """Where a line belongs by the headings of councils' plans, or because another record near by has such a field."""
    written, record = fault.field, fault.found.record
    if kind_of(record) == "priority" and plain(written) in ("outcomes", "outcome"):
        return _link_at_outcomes(fault)
    fields = find_fields(kind_of(record), written) or tuple(_fields_within(written, record))
    return move(fault, fields) or _move_up(fault)


def _fields_within(written: str, record: type[Record]) -> Iterator[str]:
    """The fields of that name in the records that a record holds, as headings name them."""
    for shape in shapes(record).values():
        if shape.record is not None:
            for name in shapes(shape.record):
                if is_written_alike(written, name):
                    yield f"{shape.name}.{name}"


def _move_to(fault: Fault, path: str) -> Moved | None:
    field, _, inner = path.partition(".")
    shape = shapes(fault.found.record)[field]
    if field == "updates" and inner:
        return _into_update(fault)
    if inner and shape.record is not None:
        return _into_record(fault, shape, inner)
    if isinstance(fault.value, str) and says_nothing(fault.value):
        return Moved(f"{field} is the field for this; where there is nothing to say, it is left out", TAKE_LINE_OUT)
    if shape.refers is not None and shape.is_list:
        return _into_ids(fault, shape)
    if shape.record_only is not None:
        return _into_new_record(fault, shape, shape.record_only)
    return _into_field(fault, shape)


def _into_field(fault: Fault, shape: FieldShape) -> Moved | None:
    """The value in a field of its own record; where that is filled in already, the two together."""
    field, value, there = shape.name, _writable(fault.value), fault.holder.get(shape.name)
    if value is None or (shape.is_list and isinstance(value, str)):
        value = None if value is None else [str(value)]
    if value is None:
        return None
    label = f"{field} is the field for this"
    if there is None:
        if not fits(fault.found.record, field, _data(value), fault.holder_place):
            return _offered_instead(fault, shape)
        line = write_line(field, value)
        return Moved(label, line if len(line) <= LONGEST_LINE else f"write  {field}:  in its place")
    label = f"{label}, and is filled in already"
    if _text(there) == _text(fault.value):
        return Moved(f"{label} with the same", TAKE_LINE_OUT)
    if not (isinstance(there, str) and isinstance(value, str)):
        return Moved(label, TAKE_LINE_OUT)
    is_prose = (
        shape.noun.words.startswith("text") and shape.refers is None and field not in ("title", "ref", "id", "name")
    )
    joined = f"{_text(there).rstrip('. ')}. {value}" if is_prose else value
    line = f"{write_line(field, joined)}  and {TAKE_LINE_OUT}"
    if len(line) > LONGEST_LINE or not fits(fault.found.record, field, joined, fault.holder_place):
        return Moved(label, TAKE_LINE_OUT)
    return Moved(label, line if is_prose else either(line, TAKE_LINE_OUT))


def _offered_instead(fault: Fault, shape: FieldShape) -> Moved | None:
    """What the field could read in place of a value that it cannot; nothing where it has nothing to offer."""
    record = fault.found.record
    try:
        record.__pydantic_validator__.validate_python({WHERE: fault.holder_place, shape.name: fault.value})
    except ValidationError as error:
        own = (one for one in error.errors(include_url=False) if one["loc"][:1] == (shape.name,))
        offers = next((one.get("ctx", {}).get("offers", ()) for one in own), ())
        lines = [write_line(shape.name, str(offer)) for offer in offers][:2]
        if lines:
            return Moved(f"{shape.name} is the field for this", either(*lines))
    words = with_article(shape.noun.words.removeprefix("a ").removeprefix("an "))
    return Moved(f"{shape.name} is the field for this, and needs {words}", TAKE_LINE_OUT)


def split_ids(text: str) -> list[str]:
    """The ids in a text that is a list of them; none if it is anything else."""
    items = [item for item in _BETWEEN_IDS.split(text.strip()) if item]
    return items if all(map(_ID.fullmatch, items)) else []


def _into_ids(fault: Fault, shape: FieldShape) -> Moved | None:
    """The ids in a list of ids. Words that are none belong there only where no other field would take them."""
    value, there = fault.value, fault.holder.get(shape.name)
    items = [str(item) for item in value if isinstance(item, str)] if isinstance(value, tuple) else []
    if isinstance(value, str):
        items = split_ids(value)
        if not items and shape.name in ("partners", "organisations", "members"):
            items = [item for item in re.split(r"\s*[,;/\n]\s*", value.strip()) if item]
    if not items:
        return None
    old = [str(item) for item in there if isinstance(item, str)] if isinstance(there, tuple) else []
    listed = [*old, *(item for item in items if item not in old)]
    label = f"{shape.name} is the field for this{', and is filled in already' if there is not None else ''}"
    if listed == old:
        return Moved(label, TAKE_LINE_OUT)
    line = write_line(shape.name, listed)
    return Moved(label, line if there is None else f"{line}  and {TAKE_LINE_OUT}")


def _into_new_record(fault: Fault, shape: FieldShape, record: type[Record]) -> Moved | None:
    """The text as a record in the field that holds such: the next item of its list, or the one there is."""
    made = fill(record, _text(fault.value), fault) if isinstance(fault.value, str) else None
    there = fault.holder.get(shape.name)
    label = f"{shape.name} is the field for this"
    if made is None:
        return Moved(label, TAKE_LINE_OUT) if there is not None else None
    if shape.is_list:
        if there is None:
            return Moved(label, write_line(shape.name, [made]))
        return Moved(label, f"{add_item(shape.name, made, is_first=False)}  and {TAKE_LINE_OUT}")
    if there is None:
        return Moved(label, write_line(shape.name, made))
    return _joined_record(fault, shape, {**made, **_fields_of(there)}, label)


def _into_record(fault: Fault, shape: FieldShape, inner: str) -> Moved | None:
    """The value in a field of a record that another field holds."""
    value, there = _writable(fault.value), fault.holder.get(shape.name)
    if shape.is_list or shape.record is None or value is None:
        holder = f"to {with_article(singular(shape.name))}, under" if shape.is_list else "under"
        return Moved(f'"{fault.field}" belongs {holder} {shape.name}:', TAKE_LINE_OUT)
    label = f'"{fault.field}" belongs under {shape.name}:'
    if there is None:
        made = (
            {"status": "unknown", inner: value} if shape.name == "resources" and inner != "status" else {inner: value}
        )
        needed = [one.name for one in shapes(shape.record).values() if one.is_needed and one.name not in made]
        return None if needed else Moved(label, write_line(shape.name, made))
    if inner in _fields_of(there):
        return Moved(f"{label} and is filled in there", TAKE_LINE_OUT)
    return _joined_record(fault, shape, {**_fields_of(there), inner: value}, label)


def _joined_record(fault: Fault, shape: FieldShape, fields: Fields, label: str) -> Moved:
    return Moved(label, f"{write_line(shape.name, fields)}  and {TAKE_LINE_OUT}")


def _fields_of(data: Data) -> Fields:
    if not isinstance(data, dict):
        return {}
    pairs = ((key, _writable(value)) for key, value in data.items() if key != WHERE)
    return {key: value for key, value in pairs if value is not None}


def _into_update(fault: Fault) -> Moved:
    """The value in an item of updates, with those of the other lines of the record that belong to the same update."""
    lines = {key: path for key in fault.holder if (path := _path_in_update(fault, key)) is not None}
    label = f'"{fault.field}" belongs to an update, under updates:'
    if fault.field not in lines:
        return Moved(label, TAKE_LINE_OUT)
    first = next(iter(lines))
    item = _update_of(fault, lines)
    if item is None:
        return Moved(f"{label} (its stage is one of: {', '.join(_stages(fault))})", TAKE_LINE_OUT)
    if fault.field != first:
        return Moved(f'{label} It is in the item that is offered for "{first}"', TAKE_LINE_OUT)
    if fault.holder.get("updates"):
        return Moved(label, f"{add_item('updates', item, is_first=False)}  and {TAKE_LINE_OUT}")
    return Moved(label, write_line("updates", [item]))


def _path_in_update(fault: Fault, key: str) -> str | None:
    """The field of an update that a line of a record belongs to; None if it belongs elsewhere."""
    record = fault.found.record
    if key in shapes(record):
        return None
    fields = find_fields(kind_of(record), key) or tuple(_fields_within(key, record))
    return fields[0].removeprefix("updates.") if fields and fields[0].startswith("updates.") else None


def _stages(fault: Fault) -> list[str]:
    update = shapes(fault.found.record)["updates"].record
    choices = shapes(update)["stage"].choices if update is not None else None
    return list(choices.meanings) if choices is not None else []


def _update_of(fault: Fault, lines: Mapping[str, str]) -> Fields | None:
    """The update that some lines of a record make; None if one that says how far the work is cannot be read."""
    said: dict[str, Writable] = {}
    for key, path in lines.items():
        text = _text(fault.holder[key])
        if path in ("stage", "rating"):
            status = read_status(text)
            if status is None and (path == "stage" or not says_nothing(text)):
                return None
            said = {
                **said,
                **(status or {}),
                **({"stage": said["stage"]} if path == "rating" and "stage" in said else {}),
            }
        elif path == "on":
            said = {**said, "on": text, "stage": "complete"}
        elif path == "evidence":
            update = shapes(fault.found.record)["updates"].record
            link = shapes(update)["evidence"].record if update is not None else None
            said["evidence"] = [fill(link, text, fault) or {}] if link is not None else []
        elif path == "percent":
            said["percent"] = text.strip("% ")
        else:
            said[path] = f"{said[path]} {text}" if path in said else text
    if "summary" in said and "stage" not in said:
        said["stage"] = (read_status(re.split(r"[.;:,]", str(said["summary"]), maxsplit=1)[0]) or {}).get(
            "stage", "in-progress"
        )
    order = ("on", "stage", "rating", "summary", "reason", "next", "impact", "forecast", "percent", "evidence", "ask")
    full: Fields = {"on": last_day(fault), "stage": "in-progress", "summary": WORDS["summary"], **said}
    return {name: full[name] for name in order if name in full}


def _link_at_outcomes(fault: Fault) -> Moved:
    """A priority's outcomes: the link is written at each outcome, as its priorities."""
    identity, outcomes = fault.holder.get("id"), value_at(fault.document.data, ("outcomes",))
    value = fault.value
    items = split_ids(value) if isinstance(value, str) else value if isinstance(value, tuple) else ()
    named = [str(item) for item in items if isinstance(item, str)]
    known = (
        {one.get("id"): one for one in outcomes or () if isinstance(one, dict)} if isinstance(outcomes, tuple) else {}
    )
    steps = []
    for name in named:
        there = known.get(name, {}).get("priorities")
        listed = [str(item) for item in there] if isinstance(there, tuple) else []
        if isinstance(identity, str) and name in known and identity not in listed:
            verb = "write" if there is not None else "add a line"
            steps.append(elsewhere(f"{verb}  {as_line('priorities', [*listed, identity])}", under=name))
    label = "the link is written at the outcome, under priorities:"
    return Moved(label, f"{'  and '.join([*steps, TAKE_LINE_OUT])}")


def _move_up(fault: Fault) -> Moved | None:
    """The line in the record round its own, where that one has such a field."""
    parents, written = fault.found.parents, fault.field
    if not parents or written not in shapes(parents[-1]):
        return None
    outer = _outer_record(fault)
    label, value = f'"{written}" belongs one level up', _writable(fault.value)
    if outer.get(written) is not None:
        return Moved(f"{label}, and is filled in there", TAKE_LINE_OUT)
    identity = outer.get("id")
    if value is None or not isinstance(identity, str):
        return Moved(label, TAKE_LINE_OUT)
    return Moved(label, f"{elsewhere(f'add a line  {as_line(written, value)}', under=identity)}  and {TAKE_LINE_OUT}")


def _outer_record(fault: Fault) -> dict[str, Data]:
    route = fault.route[:-1]
    while route:
        route = route[:-1]
        data = value_at(fault.document.data, route)
        if isinstance(data, dict):
            return data
    return {}


def _text(value: Data) -> str:
    return " ".join(str(value).split()) if isinstance(value, str) else ""


def _writable(value: Data) -> "Writable | None":
    """A written value as it is typed on one line; None where there is nothing, or text of several lines."""
    if isinstance(value, str):
        return None if isinstance(value, Quoted) and "\n" in value.strip() else _text(value) or None
    if isinstance(value, tuple):
        items = [_writable(item) for item in value]
        return [item for item in items if item is not None]
    return _fields_of(value) or None


def _data(value: Writable) -> Data:
    if isinstance(value, list):
        return tuple(map(_data, value))
    return {key: _data(item) for key, item in value.items()} if isinstance(value, dict) else str(value)
