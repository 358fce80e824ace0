"""Reviews of work that has no end: missing ones, and ones that nobody held."""

from collections.abc import Iterator

from coparent.diagnostics import Diagnostic, Level, Spot
from coparent.progress import ActionProgress, read_in_full
from coparent.rules.dates.overdue import expected_actions, hides_updates, time_ago
from coparent.rules.registry import Family
from coparent.schema.naming import named
from coparent.schema.plan import Action, Plan
from coparent.timescales import Turn, add_months, day_in_words, month_in_words
from coparent.workspace import Workspace

FAMILY = Family("dates")


def review_spot(workspace: Workspace, action: Action) -> Spot:
    """Where an action's review is written: in its own field, or in its due date ("ongoing, review March 2027")."""
    return action.at("review") if action.review is not None else workspace.due_spot(action)


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
        passed = _last_passed(progress)
        if passed is None or any(update.on >= passed.start for update in progress.updates):
            continue
        yield review_spot(workspace, progress.action).says(
            f"{named(progress.action)} was to be reviewed by {day_in_words(passed.end)}, and has had no update since",
            label=time_ago(passed.end, workspace.as_at),
            help="add an update with what the review found, and write the next date here",
        )


def _last_passed(progress: ActionProgress) -> Turn | None:
    """The last review that is over on the day and that did not end before the action began."""
    review, begun = progress.review, progress.starts_by
    if review is None:
        return None
    turns = review.turns(progress.period) if review.days is None else (Turn(*review.days),)
    passed = (turn for turn in turns if turn.end < progress.workspace.as_at and (begun is None or begun <= turn.end))
    return max(passed, key=lambda turn: turn.end, default=None)
