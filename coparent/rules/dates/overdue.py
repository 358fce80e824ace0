"""What should have been done by the day: actions, milestones, and gaps that a board accepted for a time."""

from collections.abc import Iterator
from datetime import date

from coparent.coverage import GoalStatus, coverage_of
from coparent.diagnostics import Diagnostic, Level
from coparent.progress import ActionProgress, read_in_full, steps_to_come
from coparent.rules.registry import Family
from coparent.schema.naming import named, named_within
from coparent.timescales import Timescale, add_months, day_in_words, in_words
from coparent.workspace import Workspace

FAMILY = Family("dates")


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
            yield workspace.due_spot(progress.action).says(
                f"{named(progress.action)} was due again by {ended}, and has had no update since {began}",
                label=time_ago(progress.turn.end, workspace.as_at),
                help="add an update that says what was done",
            )
        elif progress.due is not None and progress.due.end is not None:
            yield workspace.due_spot(progress.action).says(
                f"{named(progress.action)} was due {_due_by(progress.due)} and is not complete",
                label=time_ago(progress.due.end, workspace.as_at),
                help="add an update with  stage: complete,  or the new date under  rescheduled:",
            )


def expected_actions(workspace: Workspace) -> Iterator[ActionProgress]:
    """The actions that are live and not paused, and whose due date and updates could be read."""
    for progress in read_in_full(workspace, "due", "rescheduled", "updates"):
        if progress.is_live and progress.stage != "paused":
            yield progress


def hides_updates(workspace: Workspace) -> bool:
    """Whether an update may be in a file that could not be read at all."""
    return bool(workspace.unreadable)


def time_ago(day: date, as_at: date) -> str:
    """How long ago a day was, in whole months or in days, such as "2 months ago"."""
    months = (as_at.year - day.year) * 12 + as_at.month - day.month
    months -= add_months(day, months) > as_at
    if months:
        return f"{months} months ago" if months > 1 else "a month ago"
    days = (as_at - day).days
    return f"{days} days ago" if days > 1 else "yesterday"


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
    for progress, milestone, due in steps_to_come(workspace):
        if due.end is not None and due.end < workspace.as_at and progress.stage != "paused":
            yield workspace.due_spot(milestone).says(
                f"{named_within(milestone, progress.action)} was due {_due_by(due)} and is not marked as done",
                label=time_ago(due.end, workspace.as_at),
                help="add a line  done:  with the day, or the new date under  rescheduled:",
            )


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
        yield gap.at("until").says(
            f"the gap at {named(goal)} was accepted until {in_words(until)}, and that has passed",
            label=time_ago(until.end, workspace.as_at),
            help="take  accepted_gap:  out, because actions serve it now"
            if is_covered
            else f"write the date that the board agrees to now, or name {goal.id} in an action",
        )
