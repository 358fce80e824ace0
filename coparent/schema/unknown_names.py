"""Names we do not know: fields that no record of their kind has, and files that do not say what they are."""

import re
from collections.abc import Mapping, Sequence

from coparent.advice import KEEP_OR_TAKE_OUT, TAKE_LINE_OUT, add_line, write_line
from coparent.diagnostics import Diagnostic, Fix, Part, Place, Route, Spot
from coparent.documents.naming import name_record
from coparent.documents.parsing import Document
from coparent.documents.scalars import Data, value_at
from coparent.schema.choices import Choices, Value
from coparent.schema.faults import Fault, describe, quote
from coparent.schema.headings import find_fields
from coparent.schema.ids import kind_of
from coparent.schema.kinds import OTHER_WORDS, Kinds
from coparent.schema.meanings import MOST_CHOICES, Choice, choose
from coparent.schema.moving import find_same_field, move, where_it_belongs
from coparent.schema.shapes import shapes
from coparent.schema.update_lines import Moved
from coparent.schema.written import fits, writable
from coparent.text.slips import is_slip, is_written_alike
from coparent.text.suggestions import nearest

_UNSAFE_FIELDS = ("id", "kind")
"""What other records may hang on, so that only a person changes it."""
_LONGEST_LINE = 120
_MESSAGE = "{} has a field we do not know: {}"
_USUAL_KIND = "plan"


def route_meant(fault: Fault) -> Route | None:
    """The route of the field that was meant by one we do not know, if nothing is written there."""
    written, record = fault.field, fault.found.record
    known = (
        find_same_field(written, record),
        *find_fields(kind_of(record), written),
    )
    meant = next((name for name in known if name), "")
    route = (*fault.route[:-1], meant)
    return route if meant in shapes(record) and value_at(fault.document.data, route) is None else None


def explain_field(fault: Fault) -> Diagnostic:
    """The diagnostic for a field that the record there does not have."""
    written, record, spot = fault.field, fault.found.record, fault.spot(Part.KEY)
    message, same = _MESSAGE.format(fault.record_name, quote(written)), find_same_field(written, record)
    if same is not None and fault.holder.get(same) is None and fits(record, same, fault.value, fault.holder_place):
        fix = Fix(spot, same) if same not in _UNSAFE_FIELDS else None
        help = _rename(same, fault.value)
        return spot.says(message, rule="unknown-field", label=f"did you mean {same}?", help=help, fix=fix)
    moved = move(fault, (same, *find_fields(kind_of(record), written))) if same is not None else where_it_belongs(fault)
    label, help = moved or _nearest_fields(fault)
    return spot.says(message, rule="unknown-field", label=label, help=help)


def _rename(field: str, value: Data) -> str:
    """The line under the name of the field that was meant; only the name where the line would be long."""
    typed = writable(value)
    line = write_line(field, typed) if typed is not None else ""
    return line if 0 < len(line) <= _LONGEST_LINE else f"write  {field}:"


def _nearest_fields(fault: Fault) -> Moved:
    """What the caret says of a name like no field's: which there are, or which are the nearest."""
    known = list(shapes(fault.found.record))
    if len(known) <= MOST_CHOICES:
        return Moved(f"known fields: {', '.join(known)}", KEEP_OR_TAKE_OUT)
    near = ", ".join(nearest(fault.field, known, 3, 0.1))
    return Moved(f"the nearest known fields: {near}", KEEP_OR_TAKE_OUT)


def _explain_misspelt_kind(spot: Spot, record_name: str, written: str, value: str) -> Diagnostic:
    return spot.says(
        _MESSAGE.format(record_name, quote(written)),
        rule="unknown-field",
        label="did you mean kind?",
        help=write_line("kind", value),
    )


def explain_own_name(fault: Fault) -> Diagnostic:
    """The diagnostic for a name that a field's writer chooses: it is none of the few that make sense, or empty."""
    *holder, field, name = fault.route
    where, spot = f'{name_record(fault.document.data, tuple(holder))} has a name in "{field}"', fault.spot(Part.KEY)
    known = re.findall("'([^']+)'", fault.details.get("ctx", {}).get("expected", ""))
    if known:
        return spot.says(
            f"{where} that we do not know: {quote(str(name))}",
            rule="unknown-field",
            label=f"one of: {', '.join(known)}",
            help=_own_name_meant(str(name), known, fault.value),
        )
    return spot.says(
        f"{where} with nothing in it",
        rule="empty-text",
        label="no text here",
        help=TAKE_LINE_OUT,
    )


def _own_name_meant(name: str, known: Sequence[str], value: Data) -> str:
    meant = next((one for one in known if is_slip(name, one) or is_written_alike(name, one)), None)
    return write_line(meant, str(value)) if meant is not None and isinstance(value, str) else TAKE_LINE_OUT


def explain_kind(document: Document, kinds: Kinds) -> Diagnostic:
    """The diagnostic for what a file has in place of a kind that we know."""
    top, data = Place(None, document.path), document.data
    start = add_line("kind", _USUAL_KIND)
    if data is None:
        return Spot(top, region=(0, 0)).says("this file is empty", rule="missing-field", help=start)
    if not isinstance(data, dict):
        message = f"this file holds {describe(data)}, not fields"
        return Spot(top).says(message, rule="wrong-type", label="fields belong here", help=start)
    if "kind" not in data:
        return _explain_missing_kind(top, data, kinds)
    value, spot = data["kind"], Spot(top / "kind")
    choice = Choice("", "")
    if isinstance(value, str):
        choice = choose("kind", value, Choices(*(Value(kind, "", OTHER_WORDS.get(kind, "")) for kind in kinds)), data)
    if choice.meant is None:
        choice = Choice(f"one of: {', '.join(kinds)}", write_line("kind", _likely_kind(data, kinds)))
    shown = quote(value) if isinstance(value, str) else describe(value)
    return spot.says(
        f"{name_record(data, ())} is of a kind we do not know: {shown}",
        rule="unknown-kind",
        label=choice.label,
        help=choice.help,
    )


def _likely_kind(data: Mapping[str, Data], kinds: Kinds) -> str:
    """The kind of file that has most of these fields."""
    return max(kinds, key=lambda kind: (len(data.keys() & shapes(kinds[kind]).keys()), kind == _USUAL_KIND))


def _explain_missing_kind(top: Place, data: dict[str, Data], kinds: Kinds) -> Diagnostic:
    name = name_record(data, ())
    misspelt = (key for key, value in data.items() if isinstance(value, str) and value in kinds)
    written = next((key for key in misspelt if is_slip(key, "kind") or is_written_alike(key, "kind")), None)
    if written is not None:
        return _explain_misspelt_kind(Spot(top / written, Part.KEY), name, written, str(data[written]))
    likely = _likely_kind(data, kinds)
    # A workspace most likely has its one strategy already.
    others = sorted((kind for kind in kinds if kind != likely), key=lambda kind: kind == "strategy")
    return Spot(top / "kind").says(
        f'{name} has no "kind"',
        rule="missing-field",
        label=f'"kind" is missing here: {likely}, or {", ".join(others)}',
        help=add_line("kind", likely),
    )
