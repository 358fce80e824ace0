"""The lines of a record that belong to an update, put together as one item of its updates."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from coparent.advice import TAKE_LINE_OUT, Writable, add_item, write_line
from coparent.schema.faults import Fault
from coparent.schema.fields.amounts import says_nothing
from coparent.schema.filling import WORDS, fill, last_day, read_status
from coparent.schema.headings import find_fields
from coparent.schema.ids import kind_of
from coparent.schema.record import Record
from coparent.schema.shapes import shapes
from coparent.schema.written import Fields, fits, text_of
from coparent.text.slips import is_written_alike


class Moved(NamedTuple):
    """What the caret says of a name that is no field there, and what to type."""

    label: str
    help: str


def fields_within(written: str, record: type[Record]) -> Iterator[str]:
    """The fields of that name in the records that a record holds, as headings name them."""
    for shape in shapes(record).values():
        if shape.record is not None:
            for name in shapes(shape.record):
                if is_written_alike(written, name):
                    yield f"{shape.name}.{name}"


def into_update(fault: Fault) -> Moved:
    """The value in an item of updates, with those of the other lines of the record that belong to the same update."""
    lines = {key: path for key in fault.holder if (path := _path_in_update(fault, key)) is not None}
    label = f'"{fault.field}" belongs to an update, under updates:'
    if fault.field not in lines:
        return Moved(label, TAKE_LINE_OUT)
    first = next(iter(lines))
    item = _update_of(fault, lines)
    if item is None:
        return Moved(f"{label} as its {lines[fault.field]}, and cannot be read as one", TAKE_LINE_OUT)
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
    fields = find_fields(kind_of(record), key) or tuple(fields_within(key, record))
    return fields[0].removeprefix("updates.") if fields and fields[0].startswith("updates.") else None


def _update_of(fault: Fault, lines: Mapping[str, str]) -> Fields | None:
    """The update that some lines of a record make; None if one of them cannot be read as what it stands for."""
    update = shapes(fault.found.record)["updates"].record
    assert update is not None  # noqa: S101 - the field holds updates.
    said: dict[str, Writable] = {}
    for key, path in lines.items():
        part = _part_of_update(fault, update, path, text_of(fault.holder[key]))
        if part is None:
            return None
        if path == "rating" and "stage" in said:
            part.pop("stage", None)
        joins = path in part and path in said and path not in ("stage", "rating")
        said = {**said, **({path: f"{said[path]} {part[path]}"} if joins else part)}
    if "summary" in said and "stage" not in said:
        opening = re.split(r"[.;:,]", str(said["summary"]), maxsplit=1)[0]
        said["stage"] = (read_status(opening) or {}).get("stage", "in-progress")
    full: Fields = {"on": last_day(fault), "stage": "in-progress", "summary": WORDS["summary"], **said}
    return {name: full[name] for name in _ORDER if name in full}


_ORDER = ("on", "stage", "rating", "summary", "reason", "next", "impact", "forecast", "percent", "evidence", "ask")


def _part_of_update(fault: Fault, update: type[Record], path: str, text: str) -> Fields | None:
    """What one line says in an update, by the field that its name stands for."""
    if path == "rating" and says_nothing(text):
        return {}
    if path in ("stage", "rating"):
        return read_status(text)
    link = shapes(update)["evidence"].record
    if path == "evidence" and link is not None:
        return {"evidence": [fill(link, text, fault) or {}]}
    text = text.strip("% ") if path == "percent" else text
    part: Fields = {"on": text, "stage": "complete"} if path == "on" else {path: text}
    return part if fits(update, path, text, fault.holder_place) else None
