"""Dates: due dates that are missing, have no end, may be read in two ways, or are far away."""

from collections.abc import Iterator
from datetime import date, timedelta

from coparent.diagnostics import Diagnostic, Level, Spot
from coparent.progress import PASSED_ON, ActionProgress, progress_of, read_in_full, steps_to_come
from coparent.rules.registry import Family, LevelByStatus
from coparent.schema.naming import named, named_within
from coparent.schema.plan import Action, Plan
from coparent.timescales import Form, Timescale, add_months, day_in_words
from coparent.workspace import Workspace

FAMILY = Family("dates")


@FAMILY.records("no-due-date", LevelByStatus())
def no_due_date(workspace: Workspace) -> Iterator[Diagnostic]:
    """An action without a due date, or with one still to be confirmed.

    Why: what has no date is never late, so nobody asks after it.
    Fix: write when it will be done. What has no end is ongoing, and says when it is looked at again.

    Before:
        due: TBC
    After:
        due: March 2027
    """
    for one in read_in_full(workspace, "due", "rescheduled"):
        action = one.action
        if one.stage in PASSED_ON or one.stage == "complete":
            continue
        if action.due is None:
            help = f"add a line  due: {_month_of(_offer(workspace, one.plan))}"
            yield action.at("due").says(
                f"{named(action)} has no due date",
                label='"due" is missing here',
                help="add a line  due: ongoing" if action.review is not None else help,
            )
        elif one.due is not None and one.due.is_unknown:
            yield workspace.due_spot(action).says(
                f"the due date of {named(action)} is still to be confirmed",
                label="not a date yet",
                help=f"write a date, such as  {_month_of(_offer(workspace, one.plan))}",
            )


def _offer(workspace: Workspace, plan: Plan, months: int = 12) -> date:
    """A day to offer where one is missing: some months on, or the plan's end if that comes first."""
    day = add_months(workspace.as_at, months)
    period = workspace.period(plan)
    return period.end if period is not None and period.end and workspace.as_at < period.end < day else day


@FAMILY.records("ongoing-without-review", Level.WARNING)
def ongoing_without_review(workspace: Workspace) -> Iterator[Diagnostic]:
    """An action that is ongoing, or comes round every so often, and that nobody has said when to look at again.

    Why: it never ends and is never late, so it stays in every paper and nobody asks whether it still helps.
    Fix: say when it will be looked at again.

    Before:
        due: ongoing
    After:
        due: ongoing
        review: March 2027
    """
    for one in read_in_full(workspace, "due", "rescheduled", "review"):
        due, review = one.due, one.action.review
        if due is None or not due.needs_review or not one.is_live or (review is not None and not review.is_unknown):
            continue
        what = "comes round" if due.is_recurring else "is ongoing"
        yield one.action.at("review").says(
            f"{named(one.action)} {what}, and nobody has said when it is looked at again",
            label="not a date yet" if review is not None else '"review" is missing here',
            help=f"add a line  review: {_month_of(_offer(workspace, one.plan, 6))}",
        )


@FAMILY.records("ambiguous-year", Level.NOTE)
def ambiguous_year(workspace: Workspace) -> Iterator[Diagnostic]:
    """A year alone where a date belongs: it may be the calendar year or the financial year.

    Why: to one reader 2026 ends in December, to another the March after, or the one before.
    Fix: write the last month, or the financial year.

    Before:
        due: 2026
    After:
        due: December 2026
    """
    if workspace.settings.year_starts == 1:
        return
    for one in progress_of(workspace).actions:
        if one.is_live:
            yield from _doubts(workspace, one)
    for one, milestone, due in steps_to_come(workspace):
        if due.form is Form.YEAR:
            what = f"the date of {named_within(milestone, one.action)}"
            yield _doubt(due, workspace.due_spot(milestone), what, is_agreed=_is_agreed(one.plan))
    for measure in workspace.measures:
        if measure.target is not None and measure.target.by.form is Form.YEAR:
            yield _doubt(measure.target.by, measure.target.at("by"), f"the target of {named(measure)}")


def _doubts(workspace: Workspace, one: ActionProgress) -> Iterator[Diagnostic]:
    """The dates in force of an action that are a year alone."""
    action, due = one.action, one.due
    review = action.review or (due.review if due is not None else None)
    if due is not None and due.form is Form.YEAR:
        yield _doubt(
            due, workspace.due_spot(action), f"the due date of {named(action)}", is_agreed=_is_agreed(one.plan)
        )
    if review is not None and review.form is Form.YEAR:
        spot = action.at("review") if action.review is not None else workspace.due_spot(action)
        yield _doubt(review, spot, f"the review of {named(action)}")


def _is_agreed(plan: Plan) -> bool:
    return plan.status in ("approved", "closed")


def _doubt(when: Timescale, spot: Spot, what: str, *, is_agreed: bool = False) -> Diagnostic:
    year = when.end.year if when.end is not None else 0
    which = f"December {year}  or  {year}/{(year + 1) % 100:02}"
    return spot.says(
        f"{what} is {year}, which may mean the calendar year or the financial year",
        label=f"read as the end of December {year}",
        help=f"add under  rescheduled:  which is meant,  {which}" if is_agreed else f"write  {which}",
    )


@FAMILY.records("no-milestone", Level.NOTE)
def no_milestone(workspace: Workspace) -> Iterator[Diagnostic]:
    """An action of more than twelve months with no step on the way.

    Why: that it is late will only be known when it is too late to help.
    Fix: say what will have happened by about half time.

    Before:
        start: April 2026
        due: October 2027
    After:
        start: April 2026
        due: October 2027
        milestones:
          - title: The first home opens
            due: January 2027
    """
    for one in read_in_full(workspace, "due", "rescheduled", "start", "milestones"):
        action = one.action
        end = one.due.end if one.due is not None else None
        if end is None or not one.is_live or (action.milestones and not _all_dropped(action)):
            continue
        start = _begins(workspace, one)
        if start is not None and (end - start).days >= 365 and end > _a_year_from(start):
            half = start + (end - start) / 2
            yield action.at("milestones").says(
                f"{named(action)} runs for more than twelve months with no milestone",
                label=f"nothing to see before {_month_of(end)}",
                help=f"add a line  milestones:  with what will have happened by about {_month_of(half)}",
            )


def _all_dropped(action: Action) -> bool:
    return all(milestone.dropped is not None for milestone in action.milestones)


def _begins(workspace: Workspace, one: ActionProgress) -> date | None:
    """The last day on which an action begins: that of its start, or the day its plan was approved."""
    if one.action.start is not None:
        return one.action.start.within(workspace.period(one.plan)).end
    return one.plan.approval.on if one.plan.approval is not None else None


def _a_year_from(day: date) -> date:
    """The last day that is still within twelve months of a day: the end of a month leads to the end of one."""
    return add_months(day + timedelta(days=1), 12) - timedelta(days=1)


def _month_of(day: date) -> str:
    return day_in_words(day).split(" ", 1)[1]
