"""A record as a sheet for people, and as a value for other programs."""

from collections.abc import Iterator
from typing import Any

from coparent.progress import ActionProgress, progress_of
from coparent.schema.measures import Measure
from coparent.schema.plan import Action
from coparent.schema.record import Record
from coparent.tables.actions import action_value
from coparent.tables.layout import Look
from coparent.tables.measures import measure_value
from coparent.tables.record.fields import field_parts, shapes_of, title_of
from coparent.tables.record.finding import Found
from coparent.tables.record.related import TOLD_OTHERWISE, belonging_to, served
from coparent.tables.record.sheet import Entries, Fact, Part, Sheet
from coparent.tables.record.status import goal_of, standing_of
from coparent.tables.wording import day_value, plain_value
from coparent.workspace import Workspace

_TOLD_BESIDE = ("updates", "rescheduled", "readings")


def sheet_of(workspace: Workspace, found: Found, place: str, look: Look) -> Sheet:
    """A record for a person: facts first, then what it says, then what belongs to it."""
    own = list(field_parts(workspace, found.record, TOLD_OTHERWISE.get(found.kind, ())))
    facts: list[Part] = [*standing_of(workspace, found, look), *(part for part in own if isinstance(part, Fact))]
    rest: list[Part] = [part for part in own if not isinstance(part, Fact)]
    belonging = [part for part in belonging_to(workspace, found, look) if part.entries]
    return Sheet(found.kind, found.id, title_in_full(found), place, (*facts, *_passages_first(rest), *belonging))


def _passages_first(parts: list[Part]) -> Iterator[Part]:
    yield from (part for part in parts if not isinstance(part, Entries))
    yield from (part for part in parts if isinstance(part, Entries))


def title_in_full(found: Found) -> str:
    """What a record is called, besides its id."""
    names = (getattr(found.record, name, None) for name in ("title", "name", "who"))
    return next((str(name) for name in names if name), "")


def value_of(workspace: Workspace, found: Found, path: str, line: int) -> dict[str, Any]:
    """A record for other programs: every field as it was written, and what is worked out of it."""
    value: dict[str, Any] = {
        "kind": found.kind,
        "id": found.id,
        "title": title_in_full(found),
        "path": path,
        "line": line,
        **({"plan": found.within} if found.within else {}),
        "record": _fields(found.record),
        **_worked_out(workspace, found),
        "named_by": _naming(workspace, found),
    }
    return value


def _fields(record: Record) -> dict[str, Any]:
    """A record's own fields, less what stands beside them as it was known on the day."""
    told = _TOLD_BESIDE if isinstance(record, Action | Measure) else ()
    return {
        name: plain_value(value, _fields)
        for name, shape in shapes_of(record).items()
        if name not in told and (value := getattr(record, shape.attribute)) is not None
    }


def _worked_out(workspace: Workspace, found: Found) -> dict[str, Any]:
    record = found.record
    if isinstance(record, Action):
        return _of_action(workspace, progress_of(workspace).by_action[record.id])
    if isinstance(record, Measure):
        return {"progress": measure_value(progress_of(workspace).by_measure[record.id])}
    goal = goal_of(workspace, found)
    if goal is None:
        return {}
    return {
        "status": str(goal.status),
        "lacks": list(goal.lacks),
        "served_by": [{"kind": "action", "id": one.action.id, "title": one.action.title} for one in goal.actions]
        + [{"kind": "measure", "id": one.id, "title": one.title} for one in goal.measures],
    }


def _of_action(workspace: Workspace, one: ActionProgress) -> dict[str, Any]:
    goals = served(workspace, one)
    return {
        "progress": {
            **action_value(one),
            "is_overdue": one.is_overdue,
            "completed_on": day_value(one.completed_on),
            "owed_since": day_value(one.update_due_since),
        },
        "serves": [{"kind": kind, "id": name, "title": title_of(workspace, kind, name)} for kind, name in goals]
        if one.serves
        else [],
        "updates": [{**_fields(dated.update), "on": day_value(dated.on)} for dated in one.updates],
        "moves": [_fields(move) for move in workspace.moves(one.action)],
    }


def _naming(workspace: Workspace, found: Found) -> list[dict[str, Any]]:
    references = workspace.naming.get((found.kind, found.id), ())
    return [
        {
            "kind": type(owner).__name__.lower(),
            "id": getattr(owner, "id", None),
            "field": one.field,
            "path": owner.where.path,
        }
        for one in references
        for owner in (one.holder if getattr(one.holder, "id", None) else one.owner,)
    ]
