"""Dates since the last report: those that moved, and milestones that were reached, missed or given up."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.status import day, name_of
from coparent.papers.views import Change
from coparent.progress import ActionProgress, MilestoneProgress
from coparent.progress.wording import time_in_words
from coparent.schema.plan import Action, Milestone, Move
from coparent.timescales import Timescale, day_in_words, in_words


class Event(NamedTuple):
    """A change and its kind. `is_open` where a date moved and no board has agreed to it."""

    kind: str
    change: Change
    is_open: bool = False


def event_of(kind: str, one: ActionProgress, words: str, on: date, *, is_open: bool = False) -> Event:
    """Something that happened to an action, or to a step of it, on a day, and that left its status as it was."""
    return Event(kind, Change(name_of(one.action), one.action.title, words, day(on), None, None), is_open)


def dates_since(context: PaperContext, since: date, one: ActionProgress) -> Iterator[Event]:
    """What became of an action's dates and milestones after a day, each date that moved once."""
    yield from _moved(context, since, one, one.action, "")
    for step in one.milestones:
        yield from _moved(context, since, one, step.milestone, f"{step.milestone.title}: ")
        event = _step(context, since, one, step)
        if event is not None:
            yield event


def _moved(
    context: PaperContext, since: date, one: ActionProgress, record: Action | Milestone, opening: str
) -> Iterator[Event]:
    moves = context.workspace.moves(record)
    if not moves or moves[-1].on <= since:
        return
    period = context.workspace.period(one.plan)
    dates = [when.within(period) if when is not None else None for when in (record.due, *(move.to for move in moves))]
    told = [
        _move_in_words(context, move, before, after)
        for move, before, after in zip(moves, dates, dates[1:], strict=False)
        if move.on > since
    ]
    words = " Then ".join(told)
    words = f"{opening}{words}" if opening else f"{words[0].upper()}{words[1:]}"
    yield event_of("moved", one, words, moves[-1].on, is_open=moves[-1].approved_by is None)


def _move_in_words(context: PaperContext, move: Move, before: Timescale | None, after: Timescale | None) -> str:
    """From when to when, why, and which board agreed."""
    new = in_words(after) if after is not None else ""
    dates = f"from {in_words(before)} to {new}" if before is not None else f"to {new}"
    board = context.board_name(move.approved_by) or move.approved_by
    agreed = f"Agreed by {board}." if board else "Not yet approved by a board."
    return f"{dates}{_by_how_much(before, after)}: {ended(move.reason)} {agreed}"


def _by_how_much(before: Timescale | None, after: Timescale | None) -> str:
    if before is None or after is None or before.end is None or after.end is None or before.end == after.end:
        return ""
    return f", {_between(before.end, after.end)} {'later' if after.end > before.end else 'earlier'}"


def _between(one: date, other: date) -> str:
    """How long from one day to another: in months where both end one, for so were the dates agreed."""
    if all(last.month != (last + timedelta(days=1)).month for last in (one, other)):
        months = abs((other.year - one.year) * 12 + other.month - one.month)
        return "1 month" if months == 1 else f"{months} months"
    return time_in_words(abs((other - one).days))


def ended(sentence: str) -> str:
    """A sentence with one full stop."""
    tidy = sentence.strip()
    return tidy if tidy.endswith((".", "!", "?")) else f"{tidy}."


def _step(context: PaperContext, since: date, one: ActionProgress, step: MilestoneProgress) -> Event | None:
    milestone, dropped = step.milestone, step.milestone.dropped
    if milestone.done is not None and step.is_reached:
        words = f"{milestone.title}: reached on {_reached(step, milestone.done)}."
        return event_of("reached", one, words, milestone.done) if milestone.done > since else None
    if dropped is not None and step.is_dropped:
        words = f"{milestone.title}: this milestone was given up. {ended(dropped.reason)}"
        return event_of("stopped", one, words, dropped.on) if dropped.on > since else None
    due = step.due
    if not one.is_live or due is None or due.end is None or not since <= due.end < context.as_at:
        return None
    return event_of("missed", one, f"{milestone.title}: due {in_words(due)}, and not reached.", due.end)


def _reached(step: MilestoneProgress, done: date) -> str:
    promised = step.promised
    if promised is None or promised.end is None:
        return day_in_words(done)
    late = (done - promised.end).days
    return f"{day_in_words(done)}, {f'{time_in_words(late)} late' if late > 0 else 'on time'}"


def last_day(one: ActionProgress) -> date | None:
    """The day an overdue action should have been done by."""
    if one.turn is not None:
        return one.turn.end
    return one.due.end if one.due is not None else None


def missed_since(since: date, one: ActionProgress) -> Event | None:
    """An action whose own date passed after a day."""
    last = last_day(one) if one.is_overdue else None
    if last is None or last < since:
        return None
    if one.turn is not None:
        return event_of("missed", one, f"No update tells of the turn that ended on {day_in_words(last)}.", last)
    return event_of("missed", one, f"It was due {in_words(one.due) if one.due else ''}, and is not complete.", last)
