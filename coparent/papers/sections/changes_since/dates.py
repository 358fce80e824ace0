"""Due dates that moved since the last report, and milestones that were reached, missed or given up."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from coparent.papers.sections.changes_since.event import Event, event_of
from coparent.papers.sections.context import PaperContext
from coparent.progress import ActionProgress, MilestoneProgress
from coparent.progress.wording import time_between
from coparent.schema.plan import Move
from coparent.text.sentences import end_sentence, upper_first
from coparent.timescales import Timescale, day_in_words, in_words


def date_events(context: PaperContext, since: date, action: ActionProgress) -> Iterator[Event]:
    """What became of an action's dates and milestones after a day; one event for each date that moved."""
    if words := _moves_in_words(context, since, action):
        yield _moved(action, action, upper_first(words))
    for milestone in action.milestones:
        if words := _moves_in_words(context, since, milestone):
            yield _moved(action, milestone, f"{milestone.title}: {words}")
        yield from _milestone_events(since, action, milestone)


def _moved(action: ActionProgress, moved: ActionProgress | MilestoneProgress, words: str) -> Event:
    last = moved.moves[-1]
    return replace(event_of("moved", action, words, last.on), is_open=last.approved_by is None)


def _moves_in_words(context: PaperContext, since: date, moved: ActionProgress | MilestoneProgress) -> str:
    """Every move made after a day, in words; "" for none."""
    dates = [moved.first_due, *(move.to.within(moved.period) for move in moved.moves)]
    return " Then ".join(
        _move_in_words(context, move, before, after)
        for move, (before, after) in zip(moved.moves, pairwise(dates), strict=True)
        if move.on > since
    )


def _move_in_words(context: PaperContext, move: Move, before: Timescale | None, after: Timescale | None) -> str:
    """From which date to which it moved, why, and which board agreed."""
    new = in_words(after) if after is not None else ""
    dates = f"from {in_words(before)} to {new}" if before is not None else f"to {new}"
    board = context.board_name(move.approved_by) or move.approved_by
    agreed = f"Agreed by {board}." if board else "Not yet approved by a board."
    return f"{dates}{_by_how_much(before, after)}: {end_sentence(move.reason)} {agreed}"


def _by_how_much(before: Timescale | None, after: Timescale | None) -> str:
    """By how much a date moved."""
    old, new = (before.end if before is not None else None), (after.end if after is not None else None)
    if old is None or new is None or old == new:
        return ""
    return f", {time_between(*sorted((old, new)))} {'later' if new > old else 'earlier'}"


def _milestone_events(since: date, action: ActionProgress, progress: MilestoneProgress) -> Iterator[Event]:
    milestone, due = progress.milestone, progress.due
    done, dropped = milestone.done, milestone.dropped
    if done is not None and progress.is_reached:
        if done > since:
            yield event_of("reached", action, f"{milestone.title}: reached on {_reached(progress, done)}.", done)
    elif dropped is not None and progress.is_dropped:
        if dropped.on > since:
            words = f"{milestone.title}: this milestone was given up. {end_sentence(dropped.reason)}"
            yield event_of("stopped", action, words, dropped.on)
    elif action.is_live and progress.is_missed and due is not None and due.end is not None and due.end >= since:
        yield event_of("missed", action, f"{milestone.title}: due {in_words(due)}, and not reached.", due.end)


def _reached(progress: MilestoneProgress, done: date) -> str:
    promised = progress.promised.end if progress.promised is not None else None
    if promised is None:
        return day_in_words(done)
    late = f"{time_between(promised, done)} late" if done > promised else "on time"
    return f"{day_in_words(done)}, {late}"
