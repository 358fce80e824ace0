"""Fields that no record of their kind has: most often misspelt, or in the wrong record."""

import re
from dataclasses import dataclass, field

from pydantic_core import ErrorDetails

from coparent.diagnostics import Diagnostic, Fix, Part, Route, Spot
from coparent.documents.naming import singular
from coparent.schema.messages import DocumentParts, field_name, quote, with_article
from coparent.schema.offers import MOST_CHOICES
from coparent.schema.record import Record
from coparent.schema.shapes import FoundField, shapes
from coparent.text.suggestions import nearest

_ALMOST_THE_SAME = 0.85
"""How alike (by difflib's ratio) a field's name must be to one known here, if it is known elsewhere."""
UNSAFE_FIELDS = ("id", "kind")
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


def explain_misspelt_field(spot: Spot, record_name: str, written: str, meant: str) -> Diagnostic:
    """The diagnostic for the name of a field that another was most likely meant by."""
    return spot.says(
        _MESSAGE.format(record_name, quote(written)),
        rule="unknown-field",
        label=f"did you mean {meant}?",
        help=f"write  {meant}:",
        fix=Fix(spot, meant, is_safe=meant not in UNSAFE_FIELDS),
    )


@dataclass(slots=True)
class UnknownFields:
    """Explains the unknown fields of one document; each suggestion is worked out once, since it is costly."""

    parts: DocumentParts
    suggestions: dict[tuple[type[Record], str], str | None] = field(default_factory=dict)

    def explain(self, route: Route, found: FoundField) -> Diagnostic:
        """The diagnostic for a field that the record there does not have."""
        written, spot = str(route[-1]), self.parts.spot(route, Part.KEY)
        record_name = self.parts.record_name(route[:-1])
        meant, home = self.suggest(route, found), _home_of(written, found)
        if meant is not None and self.parts.value((*route[:-1], meant)) is None:
            return explain_misspelt_field(spot, record_name, written, meant)
        known = list(shapes(found.record))
        if meant is not None:
            label, help = f"like {meant}, which is already filled in", "take this line out, or join the two"
        elif home:
            label, help = home, "move the line there, or take it out"
        elif len(known) <= MOST_CHOICES:
            label, help = f"known fields: {', '.join(known)}", "take the line out, or use a known field"
        else:
            near = ", ".join(nearest(written, known, 3, 0.1))
            label, help = f"the nearest known fields: {near}", "take the line out, or use a known field"
        return spot.says(_MESSAGE.format(record_name, quote(written)), rule="unknown-field", label=label, help=help)

    def explain_own_name(self, error: ErrorDetails, route: Route) -> Diagnostic:
        """The diagnostic for a name that a field's writer chooses: it is none of the few that make sense, or empty."""
        holder, field = self.parts.holder_name(route[:-1]), field_name(route[:-1])
        spot = self.parts.spot(route, Part.KEY)
        known = re.findall("'([^']+)'", error.get("ctx", {}).get("expected", ""))
        if known:
            return spot.says(
                f'{holder} has a name in "{field}" that we do not know: {quote(str(route[-1]))}',
                rule="unknown-field",
                label=f"one of: {', '.join(known)}",
                help="write one of these, or take the line out",
            )
        return spot.says(
            f'{holder} has a name in "{field}" with nothing in it',
            rule="empty-text",
            label="no text here",
            help="write the name, or take the line out",
        )

    def suggest(self, route: Route, found: FoundField) -> str | None:
        """The field that a misspelt one most likely stands for."""
        asked = found.record, str(route[-1])
        if asked not in self.suggestions:
            self.suggestions[asked] = _suggest(asked[1], found)
        return self.suggestions[asked]


def _suggest(written: str, found: FoundField) -> str | None:
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
    if found.parents and written in shapes(found.parents[-1]):
        return f'"{written}" belongs one level up'
    return ""
