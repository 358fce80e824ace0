"""Moves of dates: again and again, far, or not in the order in which they were made."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from coparent.diagnostics import Diagnostic, Level, Related
from coparent.progress import progress_of, read_in_full
from coparent.progress.dates import DatedProgress
from coparent.rules.registry import Family
from coparent.schema.naming import named, named_within
from coparent.schema.plan import Move
from coparent.timescales import Timescale, add_months, day_in_words, in_words
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
            help="say in the next update what makes this date hold, or ask the board for another action in its place",
            related=(Related(record.at("due"), "first due here"),) if record.due is not None else (),
        )


def may_move(progress: DatedProgress, to: date) -> bool:
    """Whether a date may be moved once more, to this day, before a note asks why."""
    first = progress.first_due.end if progress.first_due is not None else None
    return len(progress.moves) < MOST_MOVES and (first is None or to <= add_months(first, MOST_MONTHS))


def _months_between(first: Timescale | None, last: Timescale | None) -> int:
    """How many months, begun ones counted whole, one deadline is later than another; 0 if either has no days."""
    if first is None or last is None or first.end is None or last.end is None or last.end <= first.end:
        return 0
    # The day after, so that the end of a month is a whole month from the end of the one before.
    start, end = first.end + timedelta(days=1), last.end + timedelta(days=1)
    months = (end.year - start.year) * 12 + end.month - start.month
    return months + (add_months(start, months) < end)


@FAMILY.records("moves-out-of-order", Level.ERROR)
def moves_out_of_order(workspace: Workspace) -> Iterator[Diagnostic]:
    """A move of a date that stands below one made after it.

    Why: the last move is the date now in force, so the work would be judged by a date that no longer holds.
    Fix: move it up to where its day belongs, or correct the day.

    Before:
        rescheduled:
          - {to: June 2027, on: 2026-09-12, reason: The site was sold.}
          - {to: March 2027, on: 2026-02-12, reason: There were no bids.}
    After:
        rescheduled:
          - {to: March 2027, on: 2026-02-12, reason: There were no bids.}
          - {to: June 2027, on: 2026-09-12, reason: The site was sold.}
    """
    for action in workspace.actions:
        yield from _judge_order(action.rescheduled, named(action))
        for milestone in action.milestones:
            yield from _judge_order(milestone.rescheduled, named_within(milestone, action))


def _judge_order(moves: tuple[Move, ...], what: str) -> Iterator[Diagnostic]:
    for above, move in pairwise(moves):
        if move.on < above.on:
            yield move.at("on").says(
                f"{what} has the move of {day_in_words(move.on)} below that of {day_in_words(above.on)}",
                label="earlier than the one above",
                help="move it up to where its day belongs, or correct the day",
                related=(Related(above.at("on"), "this one is later"),),
            )
