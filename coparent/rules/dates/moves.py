"""Dates that have been moved again and again, or far."""

from collections.abc import Iterator
from datetime import timedelta

from coparent.diagnostics import Diagnostic, Level, Related
from coparent.progress import progress_of, read_in_full
from coparent.progress.dates import DatedProgress
from coparent.rules.registry import Family
from coparent.schema.naming import named, named_within
from coparent.timescales import Timescale, add_months, in_words
from coparent.workspace import Workspace

FAMILY = Family("dates")

MOST_MOVES = 2
"""How often a date may move before a note asks why."""
MOST_MONTHS = 12
"""By how much a date may move in all before a note asks why."""


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
    for progress in read_in_full(workspace, "due", "rescheduled", "updates"):
        if progress.action.rescheduled and progress.is_live:
            yield from _judge_moves(progress, named(progress.action))
    for progress in progress_of(workspace).actions:
        for step in progress.milestones_to_come:
            if step.milestone.rescheduled:
                yield from _judge_moves(step, named_within(step.milestone, progress.action))


def _judge_moves(progress: DatedProgress, what: str) -> Iterator[Diagnostic]:
    record, first, times = progress.record, progress.first_due, len(progress.moves)
    months = _months_between(first, progress.due)
    if times > MOST_MOVES or months > MOST_MONTHS:
        how = f"{times} times" if times > MOST_MOVES else f"by {months} months in all"
        yield progress.workspace.due_spot(record).says(
            f"the date of {what} has been moved {how}",
            label=f"first due {in_words(first)}" if first is not None else "moved again",
            help="say under  next:  of an update what makes this date hold, or ask the board for another action",
            related=(Related(record.at("due"), "first due here"),) if record.due is not None else (),
        )


def _months_between(first: Timescale | None, last: Timescale | None) -> int:
    """How many months, begun ones counted whole, one deadline is later than another; 0 if either has no days."""
    if first is None or last is None or first.end is None or last.end is None or last.end <= first.end:
        return 0
    # The day after, so that the end of a month is a whole month from the end of the one before.
    start, end = first.end + timedelta(days=1), last.end + timedelta(days=1)
    months = (end.year - start.year) * 12 + end.month - start.month
    return months + (add_months(start, months) < end)
