"""What to type where a value has not the shape of its field: all that was written, in the shape that belongs there."""

import re
from collections.abc import Mapping

from coparent.advice import TAKE_LINE_OUT, Writable, as_yaml, either, write, write_line, write_lines
from coparent.documents.scalars import WHERE, Data, value_at
from coparent.schema.faults import Fault
from coparent.schema.fields.amounts import is_range, read_number, says_nothing, words_for_no_figure
from coparent.schema.filling import fill
from coparent.schema.meanings import find_same
from coparent.schema.record import Record
from coparent.schema.shapes import FieldShape, Holds, shapes
from coparent.schema.written import Fields, fits, split_ids

_SHARES = ("percent", "percentage-points", "percent-change")
_LIKELIHOODS: Mapping[str, tuple[str, ...]] = {
    "very high": ("5",), "high": ("4", "5"), "medium": ("3",), "moderate": ("3",), "low": ("1", "2"),
    "very low": ("1",),
    "h": ("4", "5"), "m": ("3",), "l": ("1", "2"), "almost certain": ("5",), "likely": ("4",), "possible": ("3",),
    "unlikely": ("2",), "rare": ("1",), "major": ("4",), "minor": ("2",), "severe": ("5",), "catastrophic": ("5",),
}  # fmt: skip


def reshape(fault: Fault) -> str | None:
    """What to type in place of a value of the wrong shape; None where nothing keeps all that was written."""
    shape, value = fault.found.field, fault.value
    is_item = bool(fault.route) and isinstance(fault.route[-1], int)
    if shape is None:
        return _item_as_record(fault, fault.found.record, value) if is_item else None
    if shape.is_list and not is_item:
        return _as_list(fault, shape, value)
    if shape.entries is not None:
        return None
    if shape.holds is Holds.ROLE:
        return as_role(fault, shape)
    if shape.record_only is not None:
        return _as_record(fault, shape, shape.record_only, value)
    if shape.noun.words in ("a number", "a number, suppressed or not-available"):
        return _as_number(fault, shape, value)
    return _as_text(fault, shape, is_item=is_item)


def _as_list(fault: Fault, shape: FieldShape, value: Data) -> str | None:
    """A list of what was written as a text, or as fields without a hyphen before them."""
    if isinstance(value, dict):
        if shape.record is None or shape.refers is not None:
            identity = value.get("id")
            return write_line(shape.name, [identity]) if isinstance(identity, str) else None
        first = next((key for key in value if key != WHERE), None)
        inner = value.get(first or "")
        is_short = isinstance(inner, str) and "\n" not in inner
        line = f"- {first}: {as_yaml(str(inner))}" if is_short else f"- {first}:"
        return f"put a hyphen in place of two spaces before its first line:  {line}" if first else None
    if not isinstance(value, str):
        return None
    text = " ".join(value.split())
    if says_nothing(text):
        return TAKE_LINE_OUT
    if shape.refers is not None:
        return write_line(shape.name, split_ids(value) or _split_names(shape, value) or [text])
    if shape.record_only is not None:
        made = fill(shape.record_only, text, fault)
        return write_line(shape.name, [made]) if made else None
    return write_line(shape.name, _split_lines(value) or [text])


def _split_names(shape: FieldShape, value: str) -> list[str]:
    """The names of organisations in a text: these have no commas."""
    is_names = shape.refers is not None and shape.refers.kind == "organisation"
    return [item for item in re.split(r"\s*[,;/\n]\s*", value.strip()) if item] if is_names else []


def _split_lines(value: str) -> list[str]:
    return [item for item in re.split(r"\s*[;\n]\s*", value.strip()) if item]


def as_role(fault: Fault, shape: FieldShape) -> str | None:
    """One lead out of several, with the others beside it; where a field has no others, all of them in words."""
    value = fault.value
    roles = [_plain(item) for item in value] if isinstance(value, tuple) else []
    roles = [role for role in roles if role]
    if not roles:
        return None
    if len(roles) == 1:
        return write_line(shape.name, roles[0])
    if shape.name == "lead":
        there = fault.holder.get("joint_leads")
        joint = [_plain(item) for item in there] if isinstance(there, tuple) else []
        return write_lines({"lead": roles[0], "joint_leads": [*joint, *roles[1:]]})
    return (
        write_line(shape.name, " and ".join(map(str, roles))) if all(isinstance(role, str) for role in roles) else None
    )


def _as_record(fault: Fault, shape: FieldShape, record: type[Record], value: Data) -> str | None:
    """The fields of a record that was written as a text, or as a list of one."""
    if isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], dict):
        return write_line(shape.name, _plain(value[0]))
    if not isinstance(value, str):
        return None
    text = " ".join(value.split())
    made = fill(record, text, fault)
    if shape.name == "target" and made is not None:
        made = {**made, "by": made["by"] if "by" in text.split() else _last_target_day(fault) or made["by"]}
    if made is None and says_nothing(text) and not shape.is_needed:
        return TAKE_LINE_OUT
    return write_line(shape.name, made) if made else None


def _last_target_day(fault: Fault) -> str | None:
    """The day by which other measures of the file are to be met."""
    measures = value_at(fault.document.data, ("measures",))
    days = [value_at(one, ("target", "by")) for one in measures] if isinstance(measures, tuple) else []
    return next((day for day in reversed(days) if isinstance(day, str)), None)


def _item_as_record(fault: Fault, record: type[Record], value: Data) -> str | None:
    made = fill(record, " ".join(value.split()), fault) if isinstance(value, str) else None
    return f"write  - {as_yaml(made)}" if made else None


def _as_number(fault: Fault, shape: FieldShape, value: Data) -> str | None:
    """The plain number that was written, or the words for there being none."""
    if not isinstance(value, str):
        return None
    text, unit = " ".join(value.split()), _unit(fault)
    if (likely := _LIKELIHOODS.get(text.casefold())) and shape.name in ("likelihood", "impact"):
        return either(*map(write, likely))
    if shape.name == "amount" and "status" in fault.holder:
        return _as_amount(fault, text)
    is_share = unit in (*_SHARES, None)
    if number := read_number(_without_unit(text, unit), is_share=is_share):
        return _that_fits(fault, shape, number)
    if shape.noun.words != "a number" and (words := words_for_no_figure(text)):
        return either(*map(write, words))
    if says_nothing(text) and not shape.is_needed:
        return TAKE_LINE_OUT
    return _with_note(fault, shape, text)


def _with_note(fault: Fault, shape: FieldShape, text: str) -> str | None:
    """The one number in some words, with these as the note beside it."""
    numbers = re.findall(r"\d[\d,]*(?:\.\d+)?", text)
    has_room = shape.name == "value" and "note" in shapes(fault.found.record) and fault.holder.get("note") is None
    number = read_number(numbers[0]) if len(numbers) == 1 and has_room and "%" not in text else None
    return write_lines({"value": number, "note": text}) if number else None


def _that_fits(fault: Fault, shape: FieldShape, number: str) -> str | None:
    """The number, or the whole ones on both sides of it where only a whole number will do."""
    record, place = fault.found.record, fault.holder_place
    if (
        not isinstance(fault.route[-1], str)
        or shape.name not in shapes(record)
        or fits(record, shape.name, number, place)
    ):
        return write(number)
    below = int(float(number))
    near = [str(whole) for whole in (below, below + 1) if fits(record, shape.name, str(whole), place)]
    return either(*map(write, near)) if near and "." in number else None


def _as_amount(fault: Fault, text: str) -> str:
    """An amount of money; words about money go where words belong."""
    if number := read_number(text, is_share=False):
        return f"write  {number}"
    if says_nothing(text) and text.casefold() != "none":
        return TAKE_LINE_OUT
    if text.casefold() in ("nil", "none", "zero"):
        return write("0")
    from coparent.schema.choices import Choices
    from coparent.schema.plan import Resources

    status = find_same(text, shapes(Resources)["status"].choices or Choices())
    if status is not None:
        is_said = fault.holder.get("status") == status
        return TAKE_LINE_OUT if is_said else f"{write_line('status', status)}  and {TAKE_LINE_OUT}"
    note = fault.holder.get("note")
    if isinstance(note, str):
        joined = f"{note.rstrip('. ')}. {text}"
        return f"{write_line('note', joined)}  and {TAKE_LINE_OUT}"
    return write_line("note", text)


def explain_range(fault: Fault) -> str:
    """What the caret says where two numbers were written; empty if there was one."""
    return "one number belongs here, not a range" if isinstance(fault.value, str) and is_range(fault.value) else ""


def _unit(fault: Fault) -> str | None:
    """The unit of the measure that a figure is of; None where it is not known."""
    for length in range(len(fault.route), 0, -1):
        unit = value_at(fault.document.data, (*fault.route[:length], "unit"))
        if isinstance(unit, str):
            return unit
    return None


def _without_unit(text: str, unit: str | None) -> str:
    word = (unit or "").removesuffix("s")
    return re.sub(rf"\s+{re.escape(word)}s?$", "", text, flags=re.IGNORECASE) if word else text


def _as_text(fault: Fault, shape: FieldShape, *, is_item: bool) -> str | None:
    """The text of a list or of fields, with every word of it."""
    value, record = fault.value, fault.found.record
    text = _join(value)
    if not text or (
        shape.name in shapes(record) and not is_item and not fits(record, shape.name, text, fault.holder_place)
    ):
        return None
    if is_item and isinstance(value, dict) and isinstance(value.get("id"), str):
        text = str(value["id"])
    return write(text) if is_item or isinstance(value, dict) else write_line(shape.name, text)


def _join(value: Data) -> str:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, tuple):
        return ", ".join(filter(None, map(_join, value)))
    if isinstance(value, dict):
        pairs = ((key, _join(item)) for key, item in value.items() if key != WHERE)
        return ", ".join(f"{key}: {item}" if item else key for key, item in pairs)
    return ""


def _plain(value: Data) -> Writable:
    """A written value without the places in it."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        fields: Fields = {key: _plain(item) for key, item in value.items() if key != WHERE}
        return fields
    return " ".join(str(value).split()) if isinstance(value, str) else ""
