"""Names we do not know: fields that no record of their kind has, and files that do not say what they are."""

import re
from functools import lru_cache

from coparent.diagnostics import Diagnostic, Fix, Part, Place, Route, Spot
from coparent.documents.naming import name_record, singular
from coparent.documents.parsing import Document
from coparent.documents.scalars import Data, value_at
from coparent.schema.choices import Choices, Value
from coparent.schema.faults import Fault, describe, quote, with_article
from coparent.schema.kinds import OTHER_WORDS, Kinds
from coparent.schema.offers import MOST_CHOICES, Choice, choose
from coparent.schema.shapes import FoundField, shapes
from coparent.text.suggestions import nearest

_ALMOST_THE_SAME = 0.85
"""How alike (by difflib's ratio) a field's name must be to one known here, if it is known elsewhere."""
_UNSAFE_FIELDS = ("id", "kind")
"""What other records may hang on, so that only a person changes it."""
_OTHER_NAMES = {
    "due": ("deadline", "due_date", "end_date", "target_date", "timescale"),
    "lead": ("action_owner", "owner", "responsible"),
    "organisation": ("organisation_id",),
    "rating": ("rag",),
    "stage": ("status",),
    "start": ("start_date",),
    "title": ("name",),
}
"""What people write when they mean a field."""
_MESSAGE = "{} has a field we do not know: {}"
_USUAL_KIND = "plan"


def route_meant(fault: Fault) -> Route | None:
    """The route of the field that was meant by one we do not know, if nothing is written there."""
    meant = _suggest_field(fault.field, fault.found)
    route = (*fault.route[:-1], meant or "")
    return route if meant and value_at(fault.document.data, route) is None else None


def explain_field(fault: Fault) -> Diagnostic:
    """The diagnostic for a field that the record there does not have."""
    written, found, spot = fault.field, fault.found, fault.spot(Part.KEY)
    if route := route_meant(fault):
        return _explain_misspelt_field(spot, fault.record_name, written, str(route[-1]))
    meant, home, known = _suggest_field(written, found), _home_of(written, found), list(shapes(found.record))
    if meant is not None:
        label, help = f"like {meant}, which is already filled in", "take this line out, or join the two"
    elif home:
        label, help = home, "move the line there, or take it out"
    elif len(known) <= MOST_CHOICES:
        label, help = f"known fields: {', '.join(known)}", "take the line out, or use a known field"
    else:
        near = ", ".join(nearest(written, known, 3, 0.1))
        label, help = f"the nearest known fields: {near}", "take the line out, or use a known field"
    message = _MESSAGE.format(fault.record_name, quote(written))
    return spot.says(message, rule="unknown-field", label=label, help=help)


def _explain_misspelt_field(spot: Spot, record_name: str, written: str, meant: str) -> Diagnostic:
    return spot.says(
        _MESSAGE.format(record_name, quote(written)),
        rule="unknown-field",
        label=f"did you mean {meant}?",
        help=f"write  {meant}:",
        fix=Fix(spot, meant, is_safe=meant not in _UNSAFE_FIELDS),
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
            help="write one of these, or take the line out",
        )
    return spot.says(
        f"{where} with nothing in it",
        rule="empty-text",
        label="no text here",
        help="write the name, or take the line out",
    )


@lru_cache(maxsize=1024)
def _suggest_field(written: str, found: FoundField) -> str | None:
    """What people mean by a name, else one that is nearly the same; less alike only if no other record has it."""
    known = shapes(found.record)
    asked = written.lower().replace("-", "_").replace(" ", "_")
    meant = next((name for name, others in _OTHER_NAMES.items() if asked in others), "")
    if meant in known:
        return meant
    near = nearest(written, known, cutoff=_ALMOST_THE_SAME)
    if not near and not _home_of(written, found):
        near = nearest(written, known)
    return near[0] if near else None


def _home_of(written: str, found: FoundField) -> str:
    """Where a field would be known, if it is only in the wrong record."""
    for shape in shapes(found.record).values():
        if shape.record is not None and written in shapes(shape.record):
            holder = f"to {with_article(singular(shape.name))}, under" if shape.is_list else "under"
            return f'"{written}" belongs {holder} {shape.name}:'
    is_above = bool(found.parents) and written in shapes(found.parents[-1])
    return f'"{written}" belongs one level up' if is_above else ""


def explain_kind(document: Document, kinds: Kinds) -> Diagnostic:
    """The diagnostic for what a file has in place of a kind that we know."""
    top, data = Place(None, document.path), document.data
    start = f"start it with a line  kind: {_USUAL_KIND}"
    if data is None:
        return Spot(top, region=(0, 0)).says("this file is empty", rule="missing-field", help=start)
    if not isinstance(data, dict):
        message = f"this file holds {describe(data)}, not fields"
        return Spot(top).says(message, rule="wrong-type", label="fields belong here", help=start)
    if "kind" not in data:
        return _explain_missing_kind(top, data, kinds)
    value, spot = data["kind"], Spot(top / "kind")
    choice = Choice(f"one of: {', '.join(kinds)}", f"write  kind: {_USUAL_KIND}")
    if isinstance(value, str):
        choice = choose("kind", value, Choices(*(Value(kind, "", OTHER_WORDS.get(kind, "")) for kind in kinds)))
    shown = quote(value) if isinstance(value, str) else describe(value)
    return spot.says(
        f"{name_record(data, ())} is of a kind we do not know: {shown}",
        rule="unknown-kind",
        label=choice.label,
        help=choice.help,
        fix=Fix(spot, choice.meant, is_safe=False) if choice.meant else None,
    )


def _explain_missing_kind(top: Place, data: dict[str, Data], kinds: Kinds) -> Diagnostic:
    name = name_record(data, ())
    misspelt = (key for key, value in data.items() if isinstance(value, str) and value in kinds)
    written = next((key for key in misspelt if nearest(key, ["kind"])), None)
    if written is not None:
        return _explain_misspelt_field(Spot(top / written, Part.KEY), name, written, "kind")
    # A workspace most likely has its one strategy already.
    others = sorted((kind for kind in kinds if kind != _USUAL_KIND), key=lambda kind: kind == "strategy")
    return Spot(top / "kind").says(
        f'{name} has no "kind"',
        rule="missing-field",
        label='"kind" is missing here',
        help=f"add a line  kind: {_USUAL_KIND}  (or {', '.join(others)})",
    )
