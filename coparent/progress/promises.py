"""What is held against a day: milestones that fell due, and how far ahead a paper looks."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from coparent.progress import ActionProgress
from coparent.schema.plan import Milestone, Plan
from coparent.timescales import add_months
from coparent.workspace import Workspace


def milestones_met(workspace: Workspace, actions: Sequence[ActionProgress]) -> tuple[int, int]:
    """How many milestones were met on time, and how many had fallen due by the day.

    On time is by the date that the settings rate against: the last one a board approved, or the first. Milestones that
    were dropped, and those of actions that were passed on, are counted nowhere.
    """
    days = list(_fallen_due(workspace, actions))
    return sum(milestone.done is not None and milestone.done <= by for milestone, by in days), len(days)


def _fallen_due(workspace: Workspace, actions: Sequence[ActionProgress]) -> Iterator[tuple[Milestone, date]]:
    for one in actions:
        for milestone in one.action.milestones if one.serves else ():
            dropped = milestone.dropped is not None and milestone.dropped.on <= workspace.as_at
            by = None if dropped else promised_day(workspace, milestone, one.plan)
            if by is not None and by <= workspace.as_at:
                yield milestone, by


def promised_day(workspace: Workspace, milestone: Milestone, plan: Plan) -> date | None:
    """The day by which a milestone was promised; None where it has no date."""
    promised = milestone.due
    if workspace.settings.rating.against == "approved":
        approved = [move.to for move in workspace.moves(milestone) if move.approved_by is not None]
        promised = approved[-1] if approved else promised
    return promised.within(workspace.period(plan)).end


def month_end_after(day: date, months: int) -> date:
    """The last day of the month that is so many months on: what is due in that month must not fall just outside."""
    return add_months(day.replace(day=1), months + 1) - timedelta(days=1)
