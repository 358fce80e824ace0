"""Dates: whether what plans say of when can all be true at once."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from coparent.diagnostics import Diagnostic, Level, Related, Spot
from coparent.progress import PASSED_ON, ActionProgress, progress_of, read_in_full, steps_to_come
from coparent.rules.registry import Family
from coparent.schema.measures import Measure
from coparent.schema.naming import named, named_within
from coparent.schema.plan import Plan
from coparent.schema.record import Record
from coparent.timescales import Timescale, in_words
from coparent.workspace import Workspace

FAMILY = Family("dates")


@FAMILY.records("due-before-start", Level.ERROR)
def due_before_start(workspace: Workspace) -> Iterator[Diagnostic]:
    """An action that is due before it starts.

    Why: one of the two dates is wrong, and a committee would hold people to it.
    Fix: correct the wrong one. A first date that a board has agreed stays, and the move goes under rescheduled.

    Before:
        start: October 2026
        due: March 2026
    After:
        start: October 2026
        due: March 2027
    """
    for one in read_in_full(workspace, "due", "rescheduled", "start"):
        action, due = one.action, one.due
        if action.start is None or due is None:
            continue
        start = action.start.within(workspace.period(one.plan))
        if start.is_after(due):
            yield workspace.due_spot(action).says(
                f"{named(action)} is due before it starts",
                label=f"it starts {in_words(start)}",
                help="correct the one that is wrong,  due:  or  start:",
                related=(Related(action.at("start"), "starts here"),),
            )


@FAMILY.records("ends-before-it-starts", Level.ERROR)
def ends_before_it_starts(workspace: Workspace) -> Iterator[Diagnostic]:
    """A period whose end comes before its start.

    Why: nothing can fall within it, so everything judged by it is judged wrongly.
    Fix: correct the wrong one of the two.

    Before:
        period: {start: April 2027, end: March 2027}
    After:
        period: {start: April 2026, end: March 2027}
    """
    for period, record, whose in _periods(workspace):
        if _is_reversed(period):
            yield record.at("period", "end").says(
                f"the period of {whose} ends before it starts",
                label="earlier than its start",
                help="correct the one that is wrong,  start:  or  end:",
                related=(Related(record.at("period", "start"), "starts here"),),
            )


def _is_reversed(period: Timescale) -> bool:
    return period.start is not None and period.end is not None and period.end < period.start


def _periods(workspace: Workspace) -> Iterator[tuple[Timescale, Record, str]]:
    """Every period of first and last day that is written out in two, with its record and whose it is."""
    for record in (workspace.strategy, *workspace.plans):
        if record is not None and record.period is not None:
            yield record.period, record, named(record)
    for action in workspace.actions:
        if action.resources is not None and action.resources.period is not None:
            yield action.resources.period, action.resources, f"the money of {named(action)}"
    for measure in workspace.measures:
        yield from _periods_of(measure)
    for file in workspace.returns:
        for reading in file.readings:
            yield reading.period, reading, f"a reading of {reading.measure}"


def _periods_of(measure: Measure) -> Iterator[tuple[Timescale, Record, str]]:
    if measure.baseline is not None:
        yield measure.baseline.period, measure.baseline, f"the baseline of {measure.id}"
    for reading in measure.readings:
        yield reading.period, reading, f"a reading of {measure.id}"


@FAMILY.records("outside-plan-period", Level.WARNING)
def outside_plan_period(workspace: Workspace) -> Iterator[Diagnostic]:
    """An action, or a milestone of one without an end, that lies wholly outside the time of its plan.

    Why: when the plan ends nobody will be asking for it any more.
    Fix: bring the date into the plan, or carry the action forward into the next one.

    Before:
        period: 2026/27
        actions:
          - id: home-03
            title: Open two homes
            due: June 2027
    After:
        period: 2026/27
        actions:
          - id: home-03
            title: Open two homes
            due: March 2027
    """
    found = chain(_actions_outside(workspace), _steps_outside(workspace))
    for plan, spot, what in found:
        whose = plan if plan.period is not None else workspace.strategy
        period = workspace.period(plan)
        if whose is not None and period is not None:
            yield spot.says(
                what,
                label=f"outside {in_words(period)}",
                help="write a date within the plan's time, or carry the action forward into the next plan",
                related=(Related(whose.at("period"), f"the time of {whose.id}"),),
            )


def _actions_outside(workspace: Workspace) -> Iterator[tuple[Plan, Spot, str]]:
    for one in read_in_full(workspace, "due", "rescheduled", "start"):
        action, due, period = one.action, one.due, _sound_period(workspace, one.plan)
        if period is None or one.stage in PASSED_ON:
            continue
        if due is not None and due.is_after(period):
            yield one.plan, workspace.due_spot(action), f"{named(action)} is due after its plan has ended"
        elif due is not None and period.is_after(due):
            yield one.plan, workspace.due_spot(action), f"{named(action)} is due before its plan begins"
        elif action.start is not None and action.start.within(period).is_after(period):
            yield one.plan, action.at("start"), f"{named(action)} starts after its plan has ended"


def _steps_outside(workspace: Workspace) -> Iterator[tuple[Plan, Spot, str]]:
    """Milestones that no due date of their action would show to be too late."""
    for one, milestone, due in steps_to_come(workspace):
        if one.due is None or one.due.end is None:
            period = _sound_period(workspace, one.plan)
            if period is not None and due.is_after(period):
                what = f"{named_within(milestone, one.action)} is due after its plan has ended"
                yield one.plan, workspace.due_spot(milestone), what


def _sound_period(workspace: Workspace, plan: Plan) -> Timescale | None:
    period = workspace.period(plan)
    return None if period is None or _is_reversed(period) else period


@FAMILY.records("plan-outside-strategy", Level.WARNING)
def plan_outside_strategy(workspace: Workspace) -> Iterator[Diagnostic]:
    """A plan for a time in which the strategy is not in force.

    Why: it serves goals that have ended, or that nobody has agreed yet.
    Fix: correct the year, or move the plan to the strategy of its own time.

    Before:
        period: 2016/17
    After:
        period: 2026/27
    """
    strategy = workspace.strategy
    if strategy is None or _is_reversed(strategy.period):
        return
    for plan in workspace.plans:
        if plan.period is None or _is_reversed(plan.period):
            continue
        is_late = plan.period.is_after(strategy.period)
        if is_late or strategy.period.is_after(plan.period):
            yield plan.at("period").says(
                f"{named(plan)} {'begins after the strategy ends' if is_late else 'ends before the strategy begins'}",
                label=f"the strategy is for {in_words(strategy.period)}",
                help="correct the year, or leave the line out to take the strategy's time",
                related=(Related(strategy.at("period"), "the strategy's time"),),
            )


@cache
def _looks_back() -> re.Pattern[str]:
    """Words for a step that rightly comes when the work is over."""
    return re.compile(r"\b(?:audit|evaluat|re-?audit|review)", re.IGNORECASE)


@FAMILY.records("milestone-after-due", Level.WARNING)
def milestone_after_due(workspace: Workspace) -> Iterator[Diagnostic]:
    """A milestone that comes after the action it belongs to. Audits, evaluations and reviews may.

    Why: a committee reads the due date as the promise, and a step beyond it breaks that promise.
    Fix: bring the milestone forward, or move the action's own date and say why.

    Before:
        due: March 2027
        milestones:
          - title: The second home opens
            due: May 2027
    After:
        due: March 2027
        milestones:
          - title: The second home opens
            due: March 2027
    """
    for one, milestone, due in steps_to_come(workspace):
        if one.due is not None and due.is_after(one.due) and not _looks_back().search(milestone.title):
            yield workspace.due_spot(milestone).says(
                f"{named_within(milestone, one.action)} is due after the action itself",
                label=f"the action is due {in_words(one.due)}",
                help=f"bring the milestone forward, or add the new date of {one.action.id} under  rescheduled:",
                related=(Related(workspace.due_spot(one.action), "the action is due here"),),
            )


@FAMILY.records("depends-on-later-action", Level.WARNING)
def depends_on_later_action(workspace: Workspace) -> Iterator[Diagnostic]:
    """An action that waits for another which is due only after it.

    Why: it cannot be done by its own date.
    Fix: move one of the two dates, or take out the dependency that is not real.

    Before:
        actions:
          - id: home-01
            title: Open two homes
            due: March 2027
            depends_on: [home-02]
          - id: home-02
            title: Recruit carers
            due: July 2027
    After:
        actions:
          - id: home-01
            title: Open two homes
            due: October 2027
            depends_on: [home-02]
          - id: home-02
            title: Recruit carers
            due: July 2027
    """
    others = progress_of(workspace).by_action
    for one in read_in_full(workspace, "due", "rescheduled"):
        if not one.action.depends_on or not one.is_live or one.due is None:
            continue
        for index, name in enumerate(one.action.depends_on):
            other = others.get(name)
            late = _comes_after(workspace, other, one.due) if other is not None and other.is_live else None
            if other is None or late is None:
                continue
            spot, how = late
            yield one.action.at("depends_on", index).says(
                f"{named(one.action)} is due {in_words(one.due)}, and waits for {name}, which {how}",
                label="comes too late",
                help="move one of the two dates, or take out the one that need not come first",
                related=(Related(spot, f"{name} {how.split(' ', 1)[0]} here"),),
            )


def _comes_after(workspace: Workspace, other: ActionProgress, due: Timescale) -> tuple[Spot, str] | None:
    """Where and how an action says that it comes after a date; None if it need not."""
    action = other.action
    if not workspace.is_whole(action, "due") or not workspace.is_whole(action, "rescheduled"):
        return None
    if other.due is not None and other.due.is_after(due):
        return workspace.due_spot(action), f"is due {in_words(other.due)}"
    start = action.start.within(workspace.period(other.plan)) if action.start is not None else None
    if start is not None and start.is_after(due):
        return action.at("start"), f"starts {in_words(start)}"
    return None
