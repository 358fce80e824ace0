"""Due dates and reviews that are missing, ambiguous or far away, and reviews that nobody held."""

from collections.abc import Iterator
from datetime import timedelta

from coparent import advice
from coparent.diagnostics import Diagnostic, Level, Spot
from coparent.progress import ActionProgress, progress_of, read_in_full
from coparent.progress.dates import DatedProgress
from coparent.progress.offers import offer_month, offer_move, offer_update
from coparent.progress.wording import time_ago
from coparent.rules.dates.overdue import expected_actions, hides_updates
from coparent.rules.registry import Family, LevelByStatus
from coparent.schema.naming import named, named_within
from coparent.schema.plan import Action
from coparent.timescales import Form, Timescale, Turn, add_months, day_in_words, month_in_words, two_years
from coparent.workspace import Workspace

FAMILY = Family("dates")

_HALF_A_YEAR = 6
"""How many months on a date is offered where there is none."""


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
            due = "ongoing" if action.review is not None else offer_month(workspace, progress.plan, _HALF_A_YEAR)
            yield action.at("due").says(
                f"{named(action)} has no due date",
                label='"due" is missing here',
                help=advice.add_line("due", due),
            )
        elif progress.due is not None and progress.due.is_unknown:
            yield workspace.due_spot(action).says(
                f"the due date of {named(action)} is still to be confirmed",
                label="not a date yet",
                help=advice.write(offer_month(workspace, progress.plan, _HALF_A_YEAR)),
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
    for year, spot, what, dated in _years_alone(workspace):
        is_agreed = dated is not None and dated.plan.status in ("approved", "closed")
        meanings = (f"December {year}", two_years(year))
        yield spot.says(
            f"{what} is {year}, which may mean the calendar year or the financial year",
            label=f"read as the end of December {year}",
            help=advice.either(
                *(
                    offer_move(dated, spot, to) if dated is not None and is_agreed else advice.write(to)
                    for to in meanings
                )
            ),
        )


def _years_alone(workspace: Workspace) -> Iterator[tuple[int, Spot, str, DatedProgress | None]]:
    """Every year that stands for a date still to come: its spot, the words for it, and what a board agreed it for."""
    for progress in progress_of(workspace).actions:
        action = progress.action
        if progress.is_live and (year := _year_alone(progress.due)):
            yield year, workspace.due_spot(action), f"the due date of {named(action)}", progress
        if progress.is_live and (year := _year_alone(progress.review)):
            yield year, _review_spot(workspace, action), f"the review of {named(action)}", None
        for step in progress.milestones_to_come:
            if year := _year_alone(step.due):
                what = f"the date of {named_within(step.milestone, action)}"
                yield year, workspace.due_spot(step.milestone), what, step
    for measure in workspace.measures:
        if measure.target is not None and (year := _year_alone(measure.target.by)):
            yield year, measure.target.at("by"), f"the target of {named(measure)}", None


def _year_alone(when: Timescale | None) -> int | None:
    return when.end.year if when is not None and when.form is Form.YEAR and when.end is not None else None


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
            half = max(start + (end - start) / 2, min(add_months(workspace.as_at, 1), end))
            step = {"title": "what will have happened by then", "due": month_in_words(half)}
            yield action.at("milestones").says(
                f"{named(action)} runs for more than twelve months with no milestone",
                label=f"nothing to see before {month_in_words(end)}",
                help=advice.add_item("milestones", step, is_first=not action.milestones),
            )


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
    for progress in read_in_full(workspace, "due", "rescheduled", "review"):
        due, review = progress.due, progress.action.review
        has_review = review is not None and not review.is_unknown
        if due is None or not due.needs_review or has_review or not progress.is_live:
            continue
        what = "comes round" if due.is_recurring else "is ongoing"
        offered = offer_month(workspace, progress.plan, _HALF_A_YEAR)
        yield progress.action.at("review").says(
            f"{named(progress.action)} {what}, and nobody has said when it is looked at again",
            label="not a date yet" if review is not None else '"review" is missing here',
            help=advice.write(offered) if review is not None else advice.add_line("review", offered),
        )


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
    if hides_updates(workspace):
        return
    for progress in expected_actions(workspace):
        passed = _last_passed(progress)
        if passed is None or any(update.on >= passed.start for update in progress.updates):
            continue
        spot, action = _review_spot(workspace, progress.action), progress.action
        found = offer_update(progress, spot, {"stage": progress.stage, "summary": "what the review found"})
        offered = offer_month(workspace, progress.plan, _HALF_A_YEAR)
        next_one = offered if action.review is not None else f"ongoing, review {offered}"
        yield spot.says(
            f"{named(action)} was to be reviewed by {day_in_words(passed.end)}, and has had no update since",
            label=time_ago(passed.end, workspace.as_at),
            help=advice.either(*filter(None, (found, advice.write(next_one)))),
        )


def _last_passed(progress: ActionProgress) -> Turn | None:
    """The last review that is over on the day and that did not end before the action began."""
    review, begun = progress.review, progress.starts_by
    if review is None:
        return None
    turns = review.turns(progress.period) if review.days is None else (Turn(*review.days),)
    passed = (turn for turn in turns if turn.end < progress.workspace.as_at and (begun is None or begun <= turn.end))
    return max(passed, key=lambda turn: turn.end, default=None)


def _review_spot(workspace: Workspace, action: Action) -> Spot:
    """Where an action's review is written: in its own field, or in its due date ("ongoing, review March 2027")."""
    return action.at("review") if action.review is not None else workspace.due_spot(action)
