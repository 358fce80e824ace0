"""What checking a text finds of Reading and Shape, with the characters that each finding points at."""

from dataclasses import dataclass
from datetime import date

from coparent.checking import check
from coparent.documents.reading import Unreadable
from coparent.rules import FAMILIES
from coparent.workspace import Workspace, assemble

AS_AT = date(2026, 9, 30)
_RULES = {rule.name for family in FAMILIES for rule in family.rules if family.name in ("reading", "shape")}
PLAN = "kind: plan\nid: home\ntitle: Home plan\norganisation: ecc\nstatus: draft\n"
ACTION = f"{PLAN}actions:\n  - id: home-03\n    title: Open two homes\n"
UPDATE = f"{ACTION}    updates:\n      - on: 2026-03-31\n        summary: x\n"


@dataclass(frozen=True, order=True)
class Finding:
    """One finding, with the characters it points at."""

    line: int
    column: int
    end_column: int
    rule: str
    shown: str
    message: str
    label: str
    help: str


def together(**texts: str) -> Workspace:
    """The workspace of some files."""
    return assemble({f"plans/{name}.yaml": text for name, text in texts.items()}, AS_AT)


def find_faults(text: str, *besides: str) -> list[Finding]:
    """What is wrong with the reading and the shape of a file, in the order it stands there."""
    texts: dict[str, str | Unreadable] = {"plans/x.yaml": text}
    report = check(assemble(texts, AS_AT, lambda path: path if path.startswith("documents/") else ""), texts)
    found = []
    for one in report.diagnostics:
        if one.rule not in _RULES - {"no-strategy", *besides}:
            continue
        place = one.location
        assert place is not None
        assert place.line == place.end_line
        line = report.sources[one.path][place.line]
        assert 1 <= place.column <= place.end_column <= len(line) + 1
        shown = line[place.column - 1 : place.end_column - 1]
        found.append(
            Finding(place.line, place.column, place.end_column, one.rule, shown, one.message, one.label, one.help)
        )
    return found


def pointed_at(text: str) -> list[tuple[str, str]]:
    """The rule of every finding, and the characters that it points at."""
    return [(one.rule, one.shown) for one in find_faults(text)]


def only(text: str) -> Finding:
    """The one finding of a text."""
    found = find_faults(text)
    assert len(found) == 1, found
    return found[0]
