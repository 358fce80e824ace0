"""Dates: what the day has overtaken, and what has been moved again."""

from collections.abc import Iterator
from datetime import date, timedelta

from coparent.coverage import GoalStatus, coverage_of
from coparent.diagnostics import Diagnostic, Level, Related
from coparent.progress import ActionProgress, read_in_full, steps_to_come
from coparent.rules.registry import Family
from coparent.schema.naming import named, named_within
from coparent.schema.plan import Action, Milestone, Plan
from coparent.timescales import Timescale, add_months, day_in_words, in_words
from coparent.workspace import Workspace

FAMILY = Family("dates")

MOST_MOVES = 2
"""How often a date may move before a note asks why."""

_ACTS = ("due", "rescheduled", "updates")


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
    for one in _acts(workspace):
        if not one.is_overdue:
            continue
        if one.turn is not None:
            if _hides_updates(workspace):
                continue
            began, ended = day_in_words(one.turn.start), day_in_words(one.turn.end)
            yield workspace.due_spot(one.action).says(
                f"{named(one.action)} was due again by {ended}, and has had no update since {began}",
                label=_how_long_ago(one.turn.end, workspace.as_at),
                help="add an update that says what was done",
            )
        elif one.due is not None and one.due.end is not None:
            yield workspace.due_spot(one.action).says(
                f"{named(one.action)} was due {_by(one.due)} and is not complete",
                label=_how_long_ago(one.due.end, workspace.as_at),
                help="add an update with  stage: complete,  or the new date under  rescheduled:",
            )


def _acts(workspace: Workspace) -> Iterator[ActionProgress]:
    """The actions that somebody is at work on, or should be."""
    for one in read_in_full(workspace, *_ACTS):
        if one.is_live and one.stage != "paused":
            yield one


def _hides_updates(workspace: Workspace) -> bool:
    """Whether an update may be there that could not be read."""
    return bool(workspace.unreadable) or not all(workspace.is_whole(file, "updates") for file in workspace.returns)


def _by(when: Timescale) -> str:
    if when.start == when.end:
        return f"on {in_words(when)}"
    return f"by the end of {in_words(when)}"


def _how_long_ago(then: date, now: date) -> str:
    days, months = (now - then).days, (now.year - then.year) * 12 + now.month - then.month
    months -= add_months(then, months) > now
    if months:
        return f"{months} months ago" if months > 1 else "a month ago"
    return f"{days} days ago" if days > 1 else "yesterday"


@FAMILY.records("review-overdue", Level.WARNING)
def review_overdue(workspace: Workspace) -> Iterator[Diagnostic]:
    """A review whose date has passed with no update since it was to begin.

    Why: what is ongoing has no other date. A review that nobody holds lets it run on whether it helps or not.
    Fix: add an update with what the review found, and write the next date.

    Before:
        due: ongoing
        review: March 2026
    After:
        due: ongoing
        review: March 2027
    """
    if _hides_updates(workspace):
        return
    for one in _acts(workspace):
        action = one.action
        review = action.review or (one.due.review if one.due is not None else None)
        passed = _last_passed(workspace, one, review) if review is not None else None
        if passed is None or any(update.on >= passed[0] for update in one.updates):
            continue
        spot = action.at("review") if action.review is not None else workspace.due_spot(action)
        yield spot.says(
            f"{named(action)} was to be reviewed by {day_in_words(passed[1])}, and has had no update since",
            label=_how_long_ago(passed[1], workspace.as_at),
            help="add an update with what the review found, and write the next date here",
        )


def _last_passed(workspace: Workspace, one: ActionProgress, review: Timescale) -> tuple[date, date] | None:
    """The first and last day of the last review that should be over; None if there is none."""
    period = workspace.period(one.plan)
    spans = [(turn.start, turn.end) for turn in review.turns(period)]
    days = review.within(period).days
    spans += [days] if days is not None else []
    begun = one.action.start.within(period).end if one.action.start is not None else None
    return max(
        ((start, end) for start, end in spans if end < workspace.as_at and (begun is None or begun <= end)),
        key=lambda days: days[1],
        default=None,
    )


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
    for one, milestone, due in steps_to_come(workspace):
        if due.end is not None and due.end < workspace.as_at and one.stage != "paused":
            yield workspace.due_spot(milestone).says(
                f"{named_within(milestone, one.action)} was due {_by(due)} and is not marked as done",
                label=_how_long_ago(due.end, workspace.as_at),
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
        covered = {one.goal.where for one in coverage_of(workspace) if one.status is GoalStatus.COVERED}
        yield gap.at("until").says(
            f"the gap at {named(goal)} was accepted until {in_words(until)}, and that has passed",
            label=_how_long_ago(until.end, workspace.as_at),
            help="take  accepted_gap:  out, because actions serve it now"
            if goal.where in covered
            else f"write the date that the board agrees to now, or name {goal.id} in an action",
        )


@FAMILY.records("moved-again", Level.NOTE)
def moved_again(workspace: Workspace) -> Iterator[Diagnostic]:
    """A date that has moved for the third time, or by more than twelve months in all.

    Why: each move looks small, and together they are a promise that is not being kept.
    Fix: say what makes this date hold. If nothing does, ask the board for another action in its place.

    Before:
        due: March 2026
        rescheduled:
          - {to: June 2027, on: 2026-02-12, reason: There were no bids.}
        updates:
          - {on: 2026-08-31, stage: in-progress, summary: There are still no bids.}
    After:
        due: March 2026
        rescheduled:
          - {to: June 2027, on: 2026-02-12, reason: There were no bids.}
        updates:
          - {on: 2026-08-31, stage: in-progress, summary: There are still no bids.}
          - {on: 2026-09-30, stage: superseded, summary: The board chose foster homes instead.}
        becomes: [foster-07]
    """
    for one in read_in_full(workspace, *_ACTS):
        if one.action.rescheduled and one.is_live:
            yield from _moved(workspace, one.action, one.plan, named(one.action))
    for one, milestone, _ in steps_to_come(workspace):
        if milestone.rescheduled:
            yield from _moved(workspace, milestone, one.plan, named_within(milestone, one.action))


def _moved(workspace: Workspace, record: Action | Milestone, plan: Plan, what: str) -> Iterator[Diagnostic]:
    moves = workspace.moves(record)
    if not moves:
        return
    period = workspace.period(plan)
    first = record.due.within(period) if record.due is not None else None
    months = _months_between(first, moves[-1].to.within(period))
    if len(moves) > MOST_MOVES or months > 12:
        how = f"{len(moves)} times" if len(moves) > MOST_MOVES else f"by {months} months in all"
        yield workspace.due_spot(record).says(
            f"the date of {what} has been moved {how}",
            label=f"first due {in_words(first)}" if first is not None else "moved again",
            help="say under  next:  of an update what makes this date hold, or ask the board for another action",
            related=(Related(record.at("due"), "first due here"),) if record.due is not None else (),
        )


def _months_between(first: Timescale | None, last: Timescale) -> int:
    """How many months, begun ones counted whole, one deadline is later than another; 0 if that cannot be said."""
    if first is None or first.end is None or last.end is None or last.end <= first.end:
        return 0
    # The day after, so that the end of a month is a whole month from the end of the one before.
    start, end = first.end + timedelta(days=1), last.end + timedelta(days=1)
    months = (end.year - start.year) * 12 + end.month - start.month
    return months + (add_months(start, months) < end)
