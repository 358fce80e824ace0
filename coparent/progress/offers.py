"""Lines to type that report on an action or move a date: what a finding offers about progress."""

from collections.abc import Mapping
from datetime import date

from coparent import advice
from coparent.advice import Writable
from coparent.diagnostics import Spot
from coparent.progress.actions import ActionProgress
from coparent.progress.dates import DatedProgress, has_passed
from coparent.schema.plan import Plan
from coparent.schema.record import Record
from coparent.timescales import add_months, month_in_words
from coparent.workspace import Workspace
from coparent.workspace.written_days import write_day

EVIDENCE = [{"title": "what shows it", "held_by": "who holds it"}]
"""How evidence is written, with what to say in it."""


def in_record(spot: Spot, record: Record, help: str) -> str:
    """Advice for a record: where the caret is not right in it, with the id, and with the file where that is another."""
    if spot.place.parent == record.where:
        return help
    path = record.where.path
    identity = getattr(record, "id", None) or "its milestone"
    return advice.elsewhere(help, under=identity, path=path if spot.place.path != path else "")


def offer_update(progress: ActionProgress, spot: Spot, fields: Mapping[str, Writable]) -> str:
    """An update of an action for the day; "" where its plan has one for the day or a later."""
    workspace, action = progress.workspace, progress.action
    if any(update.on >= workspace.as_at for update in action.updates):
        return ""
    item = {"on": write_day(workspace, action.where.path, workspace.as_at), **fields}
    return in_record(spot, action, advice.add_item("updates", item, is_first=not action.updates))


def offer_completion(progress: ActionProgress, spot: Spot) -> str:
    """The update that says an action is done; "" where a step that was due by now is open, or there is one already."""
    as_at = progress.workspace.as_at
    if any(step.is_open and step.due is not None and (step.due.end or as_at) <= as_at for step in progress.milestones):
        return ""
    return offer_update(progress, spot, {"stage": "complete", "summary": "what was done", "evidence": EVIDENCE})


def offer_move(progress: DatedProgress, spot: Spot, to: str) -> str:
    """The move of an action's or a milestone's date to another."""
    workspace, record = progress.workspace, progress.record
    on = write_day(workspace, record.where.path, workspace.as_at)
    item = {"to": to, "on": on, "reason": "why the date moved"}
    return in_record(spot, record, advice.add_item("rescheduled", item, is_first=not record.rescheduled))


def find_month(workspace: Workspace, plan: Plan, months: int, after: date | None = None) -> date:
    """A day in a month to offer: so many months on, or the plan's last if that comes first."""
    start = max(workspace.as_at, after or workspace.as_at)
    day, period = add_months(start, months), workspace.period(plan)
    if period is not None and period.end is not None and workspace.as_at < period.end < day:
        return period.end
    return day


def offer_month(workspace: Workspace, plan: Plan, months: int, after: date | None = None) -> str:
    """A month to offer where a date is missing or has passed."""
    return month_in_words(find_month(workspace, plan, months, after))


def has_room(workspace: Workspace, plan: Plan) -> bool:
    """Whether a plan goes on past the day, so that a later date may still be in it."""
    return not has_passed(workspace.period(plan), workspace.as_at)
