"""Due dates that are missing, may be read in two ways, or are far away with nothing on the way."""

from collections.abc import Iterator
from datetime import timedelta

from coparent.diagnostics import Diagnostic, Level, Spot
from coparent.progress import progress_of, read_in_full, steps_to_come
from coparent.rules.dates.reviews import offer_month, review_spot
from coparent.rules.registry import Family, LevelByStatus
from coparent.schema.naming import named, named_within
from coparent.schema.plan import Plan
from coparent.timescales import Form, Timescale, add_months, month_in_words, two_years
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
    for progress in read_in_full(workspace, "due", "rescheduled"):
        action = progress.action
        if not progress.is_live:
            continue
        if action.due is None:
            due = "ongoing" if action.review is not None else offer_month(workspace, progress.plan, months=12)
            yield action.at("due").says(
                f"{named(action)} has no due date",
                label='"due" is missing here',
                help=f"add a line  due: {due}",
            )
        elif progress.due is not None and progress.due.is_unknown:
            yield workspace.due_spot(action).says(
                f"the due date of {named(action)} is still to be confirmed",
                label="not a date yet",
                help=f"write a date, such as  {offer_month(workspace, progress.plan, months=12)}",
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
    for year, spot, what, is_agreed in _years_alone(workspace):
        meanings = f"December {year}  or  {two_years(year)}"
        yield spot.says(
            f"{what} is {year}, which may mean the calendar year or the financial year",
            label=f"read as the end of December {year}",
            help=f"add under  rescheduled:  which is meant,  {meanings}" if is_agreed else f"write  {meanings}",
        )


def _years_alone(workspace: Workspace) -> Iterator[tuple[int, Spot, str, bool]]:
    """Every year that stands for a date still to come: its spot, the words for it, and whether a board agreed to it."""
    for progress in progress_of(workspace).actions:
        action = progress.action
        if progress.is_live and (year := _year_alone(progress.due)):
            yield year, workspace.due_spot(action), f"the due date of {named(action)}", _is_agreed(progress.plan)
        if progress.is_live and (year := _year_alone(progress.review)):
            yield year, review_spot(workspace, action), f"the review of {named(action)}", False
    for progress, milestone, due in steps_to_come(workspace):
        if year := _year_alone(due):
            what = f"the date of {named_within(milestone, progress.action)}"
            yield year, workspace.due_spot(milestone), what, _is_agreed(progress.plan)
    for measure in workspace.measures:
        if measure.target is not None and (year := _year_alone(measure.target.by)):
            yield year, measure.target.at("by"), f"the target of {named(measure)}", False


def _year_alone(when: Timescale | None) -> int | None:
    return when.end.year if when is not None and when.form is Form.YEAR and when.end is not None else None


def _is_agreed(plan: Plan) -> bool:
    return plan.status in ("approved", "closed")


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
    for progress in read_in_full(workspace, "due", "rescheduled", "start", "milestones"):
        action, start = progress.action, progress.starts_by
        if action.start is None and progress.plan.approval is not None:
            start = progress.plan.approval.on
        end = progress.due.end if progress.due is not None else None
        has_milestone = any(milestone.dropped is None for milestone in action.milestones)
        if not progress.is_live or has_milestone or start is None or end is None:
            continue
        # Counted from the day after: twelve months from the end of a month lead to the end of one.
        if end >= add_months(start + timedelta(days=1), 12):
            half = start + (end - start) / 2
            yield action.at("milestones").says(
                f"{named(action)} runs for more than twelve months with no milestone",
                label=f"nothing to see before {month_in_words(end)}",
                help=f"add a line  milestones:  with what will have happened by about {month_in_words(half)}",
            )
