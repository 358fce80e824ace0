"""Reviews of work that has no end: missing ones, and ones that nobody held."""

from collections.abc import Iterator
from typing import NamedTuple

from coparent.diagnostics import Diagnostic, Level, Spot
from coparent.progress import ActionProgress, read_in_full
from coparent.rules.dates.overdue import expected_actions, hides_updates, time_ago
from coparent.rules.registry import Family
from coparent.schema.naming import named
from coparent.schema.plan import Plan
from coparent.timescales import Timescale, Turn, add_months, day_in_words, month_in_words
from coparent.workspace import Workspace

FAMILY = Family("dates")


class Review(NamedTuple):
    """When an action is to be reviewed, and where that is written."""

    when: Timescale
    spot: Spot


def find_review(workspace: Workspace, progress: ActionProgress) -> Review | None:
    """The review of an action, from its own field or from the words of its due date ("ongoing, review March 2027")."""
    action, due = progress.action, progress.due
    if action.review is not None:
        return Review(action.review, action.at("review"))
    return Review(due.review, workspace.due_spot(action)) if due is not None and due.review is not None else None


def offer_month(workspace: Workspace, plan: Plan, months: int) -> str:
    """A month to offer where a date is missing: so many months on, or the plan's last if that comes first."""
    day, period = add_months(workspace.as_at, months), workspace.period(plan)
    if period is not None and period.end is not None and workspace.as_at < period.end < day:
        day = period.end
    return month_in_words(day)


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
        if (
            due is None
            or not due.needs_review
            or not progress.is_live
            or (review is not None and not review.is_unknown)
        ):
            continue
        what = "comes round" if due.is_recurring else "is ongoing"
        yield progress.action.at("review").says(
            f"{named(progress.action)} {what}, and nobody has said when it is looked at again",
            label="not a date yet" if review is not None else '"review" is missing here',
            help=f"add a line  review: {offer_month(workspace, progress.plan, months=6)}",
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
        review = find_review(workspace, progress)
        passed = _last_passed(workspace, progress, review.when) if review is not None else None
        if review is None or passed is None or any(update.on >= passed.start for update in progress.updates):
            continue
        yield review.spot.says(
            f"{named(progress.action)} was to be reviewed by {day_in_words(passed.end)}, and has had no update since",
            label=time_ago(passed.end, workspace.as_at),
            help="add an update with what the review found, and write the next date here",
        )


def _last_passed(workspace: Workspace, progress: ActionProgress, review: Timescale) -> Turn | None:
    """The last time of review that is over on the day and did not end before the action began."""
    period, start = workspace.period(progress.plan), progress.action.start
    begun = start.within(period).end if start is not None else None
    days = review.within(period).days
    turns = [*review.turns(period), *([Turn(*days)] if days is not None else [])]
    passed = [turn for turn in turns if turn.end < workspace.as_at and (begun is None or begun <= turn.end)]
    return max(passed, key=lambda turn: turn.end, default=None)
