"""Files that do not say what they are, or say something we do not know."""

from coparent.diagnostics import Diagnostic, Fix, Part, Place, Spot
from coparent.documents.naming import name_record
from coparent.documents.parsing import Document
from coparent.schema.choices import Choices
from coparent.schema.explaining import described, misspelt_field, quote
from coparent.schema.kinds import KINDS
from coparent.schema.offers import Choice, choose
from coparent.text.suggestions import nearest

_KIND_SYNONYMS = {
    "action plan": "plan",
    "delivery plan": "plan",
    "indicators": "measures",
    "measure": "measures",
    "report": "paper",
    "return": "updates",
    "setting": "settings",
    "update": "updates",
}


def explain_kind(document: Document) -> Diagnostic:
    """Explain what a file has in place of a kind that we know."""
    top, data = Place(None, document.path), document.data
    kinds = ", ".join(KINDS)
    if data is None:
        spot = Spot(top, region=(0, 0))
        return spot.says("this file is empty", rule="missing-field", help="start it with a line  kind: plan")
    if not isinstance(data, dict):
        return Spot(top).says(
            f"this file holds {described(data)}, not fields",
            rule="wrong-type",
            label="fields belong here",
            help="start it with a line  kind: plan",
        )
    if "kind" not in data:
        named = [key for key, value in data.items() if isinstance(value, str) and value in KINDS]
        written = next((key for key in named if nearest(key, ["kind"])), None)
        if written is not None:
            return misspelt_field(Spot(top / written, Part.KEY), name_record(data, ()), written, "kind")
        return Spot(top / "kind").says(
            f'{name_record(data, ())} has no "kind"',
            rule="missing-field",
            label='"kind" is missing here',
            help=f"add a line  kind: plan  (or {kinds.removeprefix('strategy, plan, ')}, strategy)",
        )
    value = data["kind"]
    choice = choose("kind", str(value), Choices(dict.fromkeys(KINDS, ""), _KIND_SYNONYMS))
    if not isinstance(value, str):
        choice = Choice(f"one of: {kinds}", "write  kind: plan")
    shown = quote(value) if isinstance(value, str) else described(value)
    return Spot(top / "kind").says(
        f"{name_record(data, ())} is of a kind we do not know: {shown}",
        rule="unknown-kind",
        label=choice.label,
        help=choice.help,
        fix=Fix(Spot(top / "kind"), choice.meant, is_safe=False) if choice.meant else None,
    )
