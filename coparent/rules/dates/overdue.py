"""What should have been done by the day: actions, milestones, and gaps that a board accepted for a time."""

from collections.abc import Iterator
from datetime import date

from coparent import advice
from coparent.coverage import GoalStatus, coverage_of
from coparent.diagnostics import Diagnostic, Level, Spot
from coparent.progress import ActionProgress, MilestoneProgress, progress_of, read_in_full
from coparent.progress.dates import has_passed
from coparent.progress.offers import find_month, has_room, in_record, offer_completion, offer_move, offer_update
from coparent.progress.wording import lateness_in_words, time_ago
from coparent.rules.dates.moves import may_move
from coparent.rules.registry import Family
from coparent.schema.naming import named, named_within
from coparent.timescales import Timescale, add_months, day_in_words, in_words, month_in_words
from coparent.workspace import Workspace
from coparent.workspace.written_days import write_day

FAMILY = Family("dates")

_A_QUARTER, _A_YEAR = 3, 12
"""How many months on a date is offered for work that is late, and for a gap that nobody fills."""


@FAMILY.records("overdue", Level.WARNING)
def overdue(workspace: Workspace) -> Iterator[Diagnostic]:
    """An action whose date has passed, or whose turn has come and gone without a word, and that is not complete.

    Why: a promised date that passes in silence tells children and members that nobody is counting.
    Fix: add an update that says where it stands, or add the new date under rescheduled.

    Before:
        due: June 2026
    After:
        due: June 2026
        rescheduled:
          - to: October 2026
            on: 2026-06-12
            reason: The builder began six weeks late.
    """
    for progress in expected_actions(workspace):
        if not progress.is_overdue:
            continue
        if progress.turn is not None:
            if hides_updates(workspace):
                continue
            began, ended = day_in_words(progress.turn.start), day_in_words(progress.turn.end)
            spot = workspace.due_spot(progress.action)
            yield spot.says(
                f"{named(progress.action)} was due again by {ended}, and has had no update since {began}",
                label=_describe_lateness(progress),
                help=offer_update(progress, spot, {"stage": "in-progress", "summary": "what was done"}),
            )
        elif progress.due is not None and progress.due.end is not None:
            spot = workspace.due_spot(progress.action)
            yield spot.says(
                f"{named(progress.action)} was due {_due_by(progress.due)} and is not complete",
                label=_describe_lateness(progress),
                help=advice.either(*_offer_end(progress, spot)),
            )


def _offer_end(progress: ActionProgress, spot: Spot) -> Iterator[str]:
    """That it is done, or its new date, where one would not be moved too often, too far or past the end of the plan."""
    done, forecast = offer_completion(progress, spot), progress.forecast
    if done:
        yield done
    known = forecast.end if forecast is not None and not has_passed(forecast, progress.workspace.as_at) else None
    day = known or find_month(progress.workspace, progress.plan, _A_QUARTER)
    if not done or (has_room(progress.workspace, progress.plan) and may_move(progress, day)):
        yield offer_move(progress, spot, month_in_words(day))


def expected_actions(workspace: Workspace) -> Iterator[ActionProgress]:
    """The actions that are live and not paused, and whose due date and updates could be read."""
    for progress in read_in_full(workspace, "due", "rescheduled", "updates"):
        if progress.is_live and progress.stage != "paused":
            yield progress


def hides_updates(workspace: Workspace) -> bool:
    """Whether an update may be in a file or a list that could not be read."""
    return bool(workspace.unreadable) or not all(workspace.is_whole(file, "updates") for file in workspace.returns)


def _describe_lateness(progress: ActionProgress) -> str:
    """How long ago the date in force passed and, where lateness is counted from another, how late that makes it."""
    due, late = progress.deadline, progress.lateness
    if due is None or late is None:
        return ""
    ago = time_ago(due, progress.workspace.as_at)
    if late.since == due:
        return ago
    which = "the first date" if progress.promised_move is None else "the date a board last approved"
    return f"{ago}; {lateness_in_words(progress)}, counted from {which}"


def _due_by(due: Timescale) -> str:
    return f"on {in_words(due)}" if due.start == due.end else f"by the end of {in_words(due)}"


@FAMILY.records("milestone-overdue", Level.WARNING)
def milestone_overdue(workspace: Workspace) -> Iterator[Diagnostic]:
    """A milestone whose date has passed and that is not marked as done.

    Why: it is the first sign that an action will be late, and it comes while there is still time to help.
    Fix: write the day it was done, or its new date, or that it was dropped and why.

    Before:
        milestones:
          - title: The first home opens
            due: June 2026
    After:
        milestones:
          - title: The first home opens
            due: June 2026
            done: 2026-06-24
    """
    for progress in progress_of(workspace).actions:
        for step in progress.milestones_to_come if progress.stage != "paused" else ():
            due = step.due
            if due is None or due.end is None or not step.is_missed:
                continue
            spot = workspace.due_spot(step.milestone)
            yield spot.says(
                f"{named_within(step.milestone, progress.action)} was due {_due_by(due)} and is not marked as done",
                label=time_ago(due.end, workspace.as_at),
                help=advice.either(*_offer_step(progress, step, spot)),
            )


def _offer_step(progress: ActionProgress, step: MilestoneProgress, spot: Spot) -> Iterator[str]:
    """That it is done, or its new date, where that lies before the action is due and it was not moved too often."""
    workspace, milestone = progress.workspace, step.milestone
    done = write_day(workspace, milestone.where.path, workspace.as_at)
    write_or_add = advice.add_line if milestone.done is None else advice.write_line
    yield in_record(spot, milestone, write_or_add("done", done))
    day, last = find_month(workspace, progress.plan, _A_QUARTER), progress.due.end if progress.due is not None else None
    day = min(day, last) if last is not None else day
    if day > workspace.as_at and may_move(step, day):
        yield offer_move(step, spot, month_in_words(day))


@FAMILY.records("accepted-gap-expired", Level.WARNING)
def accepted_gap_expired(workspace: Workspace) -> Iterator[Diagnostic]:
    """A gap that a board accepted until a day, and the day has passed.

    Why: what was accepted for a while must not become what is accepted for good.
    Fix: take it to the board again and write the new date, or take it out once something serves the goal.

    Before:
        principles:
          - id: adulthood
            title: Prepare them for adult life
            accepted_gap: {reason: The new service starts in 2026., until: June 2026}
    After:
        principles:
          - id: adulthood
            title: Prepare them for adult life
            accepted_gap: {reason: The tender was run again., until: January 2027}
    """
    strategy = workspace.strategy
    if strategy is None:
        return
    goals = (*strategy.priorities, *strategy.outcomes, *strategy.promises, *strategy.principles)
    for goal in (*goals, *strategy.recommendations):
        gap = goal.accepted_gap
        until = gap.until.within(strategy.period) if gap is not None else None
        if gap is None or until is None or until.end is None or until.end >= workspace.as_at:
            continue
        is_covered = any(
            covered.goal is goal and covered.status is GoalStatus.COVERED for covered in coverage_of(workspace)
        )
        ends = strategy.period.end
        day = min(add_months(workspace.as_at, _A_YEAR), ends if ends and ends > workspace.as_at else date.max)
        yield gap.at("until").says(
            f"the gap at {named(goal)} was accepted until {in_words(until)}, and that has passed",
            label=f"{time_ago(until.end, workspace.as_at)}{', and actions serve it now' if is_covered else ''}",
            help=advice.elsewhere(advice.take_out("accepted_gap:"), under=goal.id)
            if is_covered
            else f"{advice.write(month_in_words(day))}; or name {goal.id} in an action",
        )
