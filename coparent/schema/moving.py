"""Lines under a name that is no field there: where each belongs, and the line to write with its value moved into it."""

import re

from pydantic import ValidationError

from coparent.advice import KEEP_OR_TAKE_OUT, TAKE_LINE_OUT, add_item, as_line, either, elsewhere, write_line
from coparent.documents.naming import singular
from coparent.documents.scalars import WHERE, Data, value_at
from coparent.schema.faults import Fault, with_article
from coparent.schema.fields.amounts import read_number, says_nothing
from coparent.schema.filling import fill
from coparent.schema.headings import find_fields
from coparent.schema.ids import kind_of
from coparent.schema.record import Record
from coparent.schema.reshaping import as_role
from coparent.schema.shapes import FieldShape, Holds, shapes
from coparent.schema.update_lines import Moved, fields_within, into_update
from coparent.schema.written import Fields, fields_of, fits, split_ids, text_of, writable
from coparent.text.slips import is_slip, is_written_alike, plain

LONGEST_LINE = 300
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def find_same_field(written: str, record: type[Record]) -> str | None:
    """The field whose name this is, in other capitals or number, or with a slip of a letter or two."""
    known = shapes(record)
    alike = [name for name in known if is_written_alike(_singular(written), _singular(name))]
    return next(iter(alike or [name for name in known if is_slip(written, name)]), None)


def _singular(name: str) -> str:
    words = plain(name)
    return f"{words[:-3]}y" if words.endswith("ies") else words.removesuffix("s")


def move(fault: Fault, fields: tuple[str, ...]) -> Moved | None:
    """Where a line belongs of whose name it is known what it stands for: the first of some fields that can take it."""
    moves = (_move_to(fault, field) for field in fields)
    return next((moved for moved in moves if moved is not None), None)


def where_it_belongs(fault: Fault) -> Moved | None:
    """Where a line belongs by the headings of councils' plans, or because another record near by has such a field."""
    written, record = fault.field, fault.found.record
    if kind_of(record) == "priority" and plain(written) in ("outcomes", "outcome"):
        return _link_at_outcomes(fault)
    fields = find_fields(kind_of(record), written) or tuple(fields_within(written, record))
    return _move_to_a_date(fault, fields) or move(fault, fields) or _move_up(fault)


def _move_to(fault: Fault, path: str) -> Moved | None:
    field, _, inner = path.partition(".")
    shape = shapes(fault.found.record)[field]
    if field == "updates" and inner:
        return into_update(fault)
    if inner and shape.record is not None:
        return _into_record(fault, shape, inner)
    if isinstance(fault.value, str) and says_nothing(fault.value):
        return Moved(f"{field} is the field for this; where there is nothing to say, it is left out", TAKE_LINE_OUT)
    if shape.refers is not None and shape.is_list:
        return _into_ids(fault, shape)
    if shape.record_only is not None:
        return _into_new_record(fault, shape, shape.record_only)
    return _into_field(fault, shape)


def _move_to_a_date(fault: Fault, fields: tuple[str, ...]) -> Moved | None:
    """A date that may be meant for any of some fields that have none."""
    free = [field for field in fields if "." not in field and fault.holder.get(field) is None]
    nouns = {shapes(fault.found.record)[field].noun for field in free}
    if len(free) < 2 or len(nouns) > 1 or not all(noun.words.startswith("a date") for noun in nouns):
        return None
    value = text_of(fault.value)
    if not value or not fits(fault.found.record, free[0], value, fault.holder_place):
        return None
    return Moved(f"it may mean {' or '.join(free)}", either(*(write_line(field, value) for field in free)))


def _into_field(fault: Fault, shape: FieldShape) -> Moved | None:
    """The value in a field of its own record; where that is filled in already, the two together."""
    if fault.value is None or (shape.refers is not None and not _ID.fullmatch(text_of(fault.value))):
        return None
    there = fault.holder.get(shape.name)
    return _into_free_field(fault, shape) if there is None else _into_filled_field(fault, shape, there)


def _into_free_field(fault: Fault, shape: FieldShape) -> Moved | None:
    field, label, typed = shape.name, f"{shape.name} is the field for this", writable(fault.value)
    if shape.holds is Holds.ROLE and isinstance(fault.value, tuple) and (lines := as_role(fault, shape)):
        return Moved(label, lines)
    data: Data = (fault.value,) if shape.is_list and isinstance(fault.value, str) else fault.value
    if not fits(fault.found.record, field, data, fault.holder_place):
        return _offered_instead(fault, shape)
    line = write_line(field, [typed] if data is not fault.value and typed is not None else typed or "")
    is_short = typed is not None and len(line) <= LONGEST_LINE
    return Moved(label, line if is_short else f"write  {field}:  in its place")


def _into_filled_field(fault: Fault, shape: FieldShape, there: Data) -> Moved:
    field, label = shape.name, f"{shape.name} is the field for this, and is filled in already"
    record, typed = fault.found.record, writable(fault.value)
    if there == fault.value or (text_of(there) and text_of(there) == text_of(fault.value)):
        return Moved(f"{label} with the same", TAKE_LINE_OUT)
    if not (isinstance(there, str) and isinstance(typed, str)):
        return Moved(label, KEEP_OR_TAKE_OUT)
    is_prose = shape.noun.words.startswith("text") and shape.refers is None and field not in _SINGLE
    joined = f"{text_of(there).rstrip('. ')}. {typed}" if is_prose else typed
    line = f"{write_line(field, joined)}  and {TAKE_LINE_OUT}"
    if len(line) > LONGEST_LINE or not fits(record, field, joined, fault.holder_place):
        return Moved(label, KEEP_OR_TAKE_OUT)
    return Moved(label, line if is_prose else either(line, TAKE_LINE_OUT))


_SINGLE = ("id", "name", "ref", "short_name", "title")
"""Texts that are not joined to others."""


def _offered_instead(fault: Fault, shape: FieldShape) -> Moved | None:
    """What the field could read in place of a value that it cannot; nothing where it has nothing to offer."""
    record = fault.found.record
    try:
        record.__pydantic_validator__.validate_python({WHERE: fault.holder_place, shape.name: fault.value})
    except ValidationError as error:
        own = (one for one in error.errors(include_url=False) if one["loc"][:1] == (shape.name,))
        refusal = next((one.get("ctx", {}).get("refusal") for one in own), None)
        lines = [write_line(shape.name, offer) for offer in refusal.offers[:2]] if refusal is not None else []
        if lines:
            return Moved(f"{shape.name} is the field for this", either(*lines))
    number = read_number(text_of(fault.value)) if shape.noun.words == "a number" else None
    if number and fits(record, shape.name, number, fault.holder_place):
        return Moved(f"{shape.name} is the field for this", f"write  {shape.name}: {number}")
    words = with_article(shape.noun.words.removeprefix("a ").removeprefix("an "))
    return Moved(f"{shape.name} is the field for this, and needs {words}", KEEP_OR_TAKE_OUT)


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
    made = fill(record, text_of(fault.value), fault) if isinstance(fault.value, str) else None
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
    return _joined_record(fault, shape, {**made, **fields_of(there)}, label)


def _into_record(fault: Fault, shape: FieldShape, inner: str) -> Moved | None:
    """The value in a field of a record that another field holds."""
    value, there = writable(fault.value), fault.holder.get(shape.name)
    if shape.is_list or shape.record is None or value is None:
        holder = f"to {with_article(singular(shape.name))}, under" if shape.is_list else "under"
        return Moved(f'"{fault.field}" belongs {holder} {shape.name}:', TAKE_LINE_OUT)
    label = f'"{fault.field}" belongs under {shape.name}:'
    if there is None:
        made = (
            {"status": "unknown", inner: value} if shape.name == "resources" and inner != "status" else {inner: value}
        )
        needed = [one.name for one in shapes(shape.record).values() if one.is_needed and one.name not in made]
        if needed:
            return Moved(f"{label} beside its {' and '.join(needed)}", TAKE_LINE_OUT)
        return Moved(label, write_line(shape.name, made))
    if inner in fields_of(there):
        return Moved(f"{label} and is filled in there", TAKE_LINE_OUT)
    return _joined_record(fault, shape, {**fields_of(there), inner: value}, label)


def _joined_record(fault: Fault, shape: FieldShape, fields: Fields, label: str) -> Moved:
    return Moved(label, f"{write_line(shape.name, fields)}  and {TAKE_LINE_OUT}")


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
    label, value = f'"{written}" belongs one level up', writable(fault.value)
    if outer.get(written) is not None:
        return Moved(f"{label}, and is filled in there", TAKE_LINE_OUT)
    identity = outer.get("id")
    if (
        value is None
        or not isinstance(identity, str)
        or not fits(parents[-1], written, fault.value, fault.holder_place)
    ):
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
