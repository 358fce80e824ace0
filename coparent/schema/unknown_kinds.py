"""Files that do not say what they are, or say something we do not know."""

from coparent.diagnostics import Diagnostic, Fix, Part, Place, Spot
from coparent.documents.naming import name_record
from coparent.documents.parsing import Document
from coparent.documents.scalars import Data
from coparent.schema.choices import Choices
from coparent.schema.kinds import OTHER_WORDS, Kinds
from coparent.schema.messages import describe, quote
from coparent.schema.offers import Choice, choose
from coparent.schema.unknown_fields import explain_misspelt_field
from coparent.text.suggestions import nearest

_USUAL = "plan"
_RAREST = "strategy"
"""The kind that is listed last: a workspace has one already."""


def explain_kind(document: Document, kinds: Kinds) -> Diagnostic:
    """Explain what a file has in place of a kind that we know."""
    top, data = Place(None, document.path), document.data
    start = f"start it with a line  kind: {_USUAL}"
    if data is None:
        return Spot(top, region=(0, 0)).says("this file is empty", rule="missing-field", help=start)
    if not isinstance(data, dict):
        return Spot(top).says(
            f"this file holds {describe(data)}, not fields",
            rule="wrong-type",
            label="fields belong here",
            help=start,
        )
    if "kind" not in data:
        return _explain_missing_kind(top, data, kinds)
    return _explain_unknown_kind(top, data, kinds)


def _explain_missing_kind(top: Place, data: dict[str, Data], kinds: Kinds) -> Diagnostic:
    name = name_record(data, ())
    misspelt = (key for key, value in data.items() if isinstance(value, str) and value in kinds)
    written = next((key for key in misspelt if nearest(key, ["kind"])), None)
    if written is not None:
        return explain_misspelt_field(Spot(top / written, Part.KEY), name, written, "kind")
    others = [*(kind for kind in kinds if kind not in (_USUAL, _RAREST)), _RAREST]
    return Spot(top / "kind").says(
        f'{name} has no "kind"',
        rule="missing-field",
        label='"kind" is missing here',
        help=f"add a line  kind: {_USUAL}  (or {', '.join(others)})",
    )


def _explain_unknown_kind(top: Place, data: dict[str, Data], kinds: Kinds) -> Diagnostic:
    value, spot = data["kind"], Spot(top / "kind")
    shown = quote(value) if isinstance(value, str) else describe(value)
    if isinstance(value, str):
        choice = choose("kind", value, Choices(dict.fromkeys(kinds, ""), OTHER_WORDS))
    else:
        choice = Choice(f"one of: {', '.join(kinds)}", f"write  kind: {_USUAL}")
    return spot.says(
        f"{name_record(data, ())} is of a kind we do not know: {shown}",
        rule="unknown-kind",
        label=choice.label,
        help=choice.help,
        fix=Fix(spot, choice.meant, is_safe=False) if choice.meant else None,
    )
