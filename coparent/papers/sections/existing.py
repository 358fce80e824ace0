"""Whether an action was there already at the last report, as far as its plan shows."""

from collections.abc import Iterator
from datetime import date
from enum import Enum

from coparent.schema.plan import Action, Plan
from coparent.workspace import Workspace


class Existence(Enum):
    """Whether an action was there on an earlier day: then, only later, or nobody can know."""

    THEN = "then"
    LATER = "later"
    UNKNOWN = "unknown"


def existed(workspace: Workspace, plan: Plan, action: Action, since: date) -> Existence:
    """Whether an action was there on a day: by the earliest date that shows it, else by when people were asked.

    A plan on which people were asked after the day was still being written then. That they were asked before it shows
    nothing: an action can come of what they said.
    """
    if any(day <= since for day in _due_dates(workspace, plan, action)):
        return Existence.THEN
    known = min(_dates(workspace, plan, action), default=None)
    if known is not None:
        return Existence.THEN if known <= since else Existence.LATER
    return Existence.LATER if any(day > since for day in _consultation_days(plan, action)) else Existence.UNKNOWN


def _dates(workspace: Workspace, plan: Plan, action: Action) -> Iterator[date]:
    """The days that show the action or its plan: approved, begun, reported, moved, a step taken."""
    if plan.approval is not None:
        yield plan.approval.on
    start = action.start.within(workspace.period(plan)).start if action.start is not None else None
    if start is not None:
        yield start
    yield from (dated.on for dated in workspace.updates(action))
    yield from (move.on for move in workspace.moves(action))
    for milestone in action.milestones:
        yield from (move.on for move in workspace.moves(milestone))
        yield from (milestone.done,) if milestone.done is not None else ()
        yield from (milestone.dropped.on,) if milestone.dropped is not None else ()


def _due_dates(workspace: Workspace, plan: Plan, action: Action) -> Iterator[date]:
    """The days by which it or a step of it was first due: nobody adds work that should be done already."""
    for due in (action.due, *(milestone.due for milestone in action.milestones)):
        end = due.within(workspace.period(plan)).end if due is not None else None
        if end is not None:
            yield end


def _consultation_days(plan: Plan, action: Action) -> Iterator[date]:
    """The days on which people were asked about the action, or about its plan."""
    for consultation in plan.consulted:
        if consultation.on.start is not None and (not consultation.actions or action.id in consultation.actions):
            yield consultation.on.start
