"""One record of any kind, whole: what it says, what it serves and what serves it, and how far it has come."""

from coparent.progress import progress_of
from coparent.schema.ids import kind_of
from coparent.schema.measures import Measure
from coparent.schema.plan import Action
from coparent.tables.actions import action_value
from coparent.tables.measures import measure_value
from coparent.tables.record.facts import (
    BETTER_SHOWN_HERE,
    build_facts,
    build_related,
    find_goal,
    find_goals_served,
    naming_record,
)
from coparent.tables.record.fields import build_field_parts, fields_value, title_of
from coparent.tables.record.lookup import Found, find_record
from coparent.tables.record.sheet import Entries, Fact, Sheet, write_sheet
from coparent.tables.style import TableStyle
from coparent.tables.wording import day_value
from coparent.text.json_text import Json, JsonObject
from coparent.workspace import Workspace

__all__ = ["Found", "Sheet", "build_sheet", "find_record", "record_value", "write_sheet"]


def build_sheet(workspace: Workspace, found: Found, place: str, style: TableStyle) -> Sheet:
    """A record for a person: facts first, then texts, then lists, then the records that it has to do with."""
    own = list(build_field_parts(workspace, found.record, BETTER_SHOWN_HERE.get(found.kind, ())))
    facts = [*build_facts(workspace, found, style), *(part for part in own if isinstance(part, Fact))]
    texts = [part for part in own if not isinstance(part, Fact | Entries)]
    lists = [part for part in own if isinstance(part, Entries)]
    related = [part for part in build_related(workspace, found, style) if part.entries]
    return Sheet(found.kind, found.id, found.title, place, (*facts, *texts, *lists, *related))


def record_value(workspace: Workspace, found: Found, path: str, line: int) -> JsonObject:
    """A record for other programs: every field as it was written, and what is worked out of it."""
    value: JsonObject = {"kind": found.kind, "id": found.id, "title": found.title, "path": path, "line": line}
    if found.within:
        value["plan"] = found.within
    value["record"] = fields_value(found.record)
    value |= _facts_value(workspace, found)
    value["named_by"] = _naming_value(workspace, found)
    return value


def _facts_value(workspace: Workspace, found: Found) -> JsonObject:
    record, goal = found.record, find_goal(workspace, found)
    if isinstance(record, Action):
        return _action_facts_value(workspace, record)
    if isinstance(record, Measure):
        return {"progress": measure_value(progress_of(workspace).by_measure[record.id])}
    if goal is None:
        return {}
    actions = [{"kind": "action", "id": action.id, "title": action.title} for action in goal.actions]
    measures = [{"kind": "measure", "id": measure.id, "title": measure.title} for measure in goal.measures]
    return {"status": str(goal.status), "lacks": list(goal.lacks), "served_by": [*actions, *measures]}


def _action_facts_value(workspace: Workspace, action: Action) -> JsonObject:
    progress = progress_of(workspace).by_action[action.id]
    goals = find_goals_served(workspace, progress) if progress.serves else ()
    return {
        "progress": {
            **action_value(progress),
            "is_overdue": progress.is_overdue,
            "completed_on": day_value(progress.completed_on),
            "owed_since": day_value(progress.update_due_since),
        },
        "serves": [{"kind": kind, "id": name, "title": title_of(workspace, kind, name)} for kind, name in goals],
        "updates": [{**fields_value(dated.update), "on": day_value(dated.on)} for dated in progress.updates],
        "moves": [fields_value(move) for move in progress.moves],
    }


def _naming_value(workspace: Workspace, found: Found) -> Json:
    references = workspace.naming.get((found.kind, found.id), ())
    return [
        {
            "kind": kind_of(type(record)),
            "id": getattr(record, "id", None),
            "field": reference.field,
            "path": record.where.path,
        }
        for reference in references
        for record in (naming_record(reference),)
    ]
