"""The lines of a record that belong to an update, put together as one item of its updates."""

from collections.abc import Iterator
from typing import NamedTuple

from coparent.advice import TAKE_LINE_OUT, Writable, add_item, either, write_line, write_lines
from coparent.schema.dating import day_of_new_update, last_day
from coparent.schema.faults import Fault
from coparent.schema.fields.amounts import says_nothing
from coparent.schema.filling import WORDS, fill, read_statuses
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
    paths = {key: path for key in fault.holder if (path := _path_in_update(fault, key)) is not None}
    label = f'"{fault.field}" belongs to an update, under updates:'
    parts = {key: parts for key, path in paths.items() if (parts := _parts_of_update(fault, path, key))}
    if fault.field not in parts:
        return Moved(f"{label} as its {paths.get(fault.field, fault.field)}, and cannot be read as one", TAKE_LINE_OUT)
    first = next(iter(parts))
    if fault.field != first:
        return Moved(f'{label} It is in the item that is offered for "{first}"', TAKE_LINE_OUT)
    ways = max(map(len, parts.values()))
    day = day_of_new_update(fault)
    said = [[of[min(way, len(of) - 1)] for of in parts.values()] for way in range(ways)]
    items = [_join(day or last_day(fault), way) for way in said]
    if all(not part for of in parts.values() for part in of):
        return Moved(f"{label} where there is none, it is left out", TAKE_LINE_OUT)
    if day is None:
        lines = write_lines({name: value for part in said[0] for name, value in part.items() if name != "on"})
        return Moved(label, f"{lines}  in its last update, and {TAKE_LINE_OUT} here")
    if fault.holder.get("updates"):
        added = (f"{add_item('updates', item, is_first=False)}  and {TAKE_LINE_OUT}" for item in items)
        return Moved(label, "; or ".join(added))
    return Moved(label, either(*(write_line("updates", [item]) for item in items)))


def _path_in_update(fault: Fault, key: str) -> str | None:
    """The field of an update that a line of a record belongs to; None if it belongs elsewhere."""
    record = fault.found.record
    if key in shapes(record):
        return None
    fields = find_fields(kind_of(record), key) or tuple(fields_within(key, record))
    return fields[0].removeprefix("updates.") if fields and fields[0].startswith("updates.") else None


def _join(day: str, parts: list[Fields]) -> Fields:
    """One update of what some lines say in it."""
    said: dict[str, Writable] = {}
    for part in parts:
        for name, value in part.items():
            if name not in said or name == "on":
                said[name] = value
            elif name not in _SAID_ONCE and str(value) not in str(said[name]):
                said[name] = f"{said[name]} {value}"
    if "summary" in said and "stage" not in said:
        said = {**next(iter(read_statuses(str(said["summary"]))), {}), **said}
    full: Fields = {"on": day, "stage": "in-progress", "summary": WORDS["summary"], **said}
    return {name: full[name] for name in _ORDER if name in full}


_SAID_ONCE = ("stage", "rating", "percent", "forecast", "evidence")
_ORDER = ("on", "stage", "rating", "summary", "reason", "next", "impact", "forecast", "percent", "evidence", "ask")


def _parts_of_update(fault: Fault, path: str, key: str) -> tuple[Fields, ...]:
    """What one line may say in an update, by the field that its name stands for; nothing if it cannot be read so."""
    text, update = text_of(fault.holder[key]), shapes(fault.found.record)["updates"].record
    assert update is not None  # noqa: S101 - the field holds updates.
    if path == "rating" and says_nothing(text):
        return ({},)
    if path in ("stage", "rating"):
        return read_statuses(text)
    link = shapes(update)["evidence"].record
    if path == "evidence" and link is not None:
        return ({"evidence": [fill(link, text, fault) or {}]},) if text else ()
    text = text.strip("% ") if path == "percent" else text
    part: Fields = {"on": text, "stage": "complete"} if path == "on" else {path: text}
    return (part,) if fits(update, path, text, fault.holder_place) else ()
