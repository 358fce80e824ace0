"""Actions whose status changed or whose own date passed since the last report, and plans that were approved."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from coparent.papers.sections.changes_since.event import Event, event_of
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.mentions import rich
from coparent.papers.sections.status import status_of
from coparent.progress import ActionProgress
from coparent.schema.naming import title_of
from coparent.timescales import day_in_words, in_words

_LIKED = {"on-track": 0, "unrated": 1, "at-risk": 2, "off-track": 3, "paused": 4}
"""How sure anyone can be of live work, best first; work that nobody rates is less sure than work that is on track."""


def status_event(since: date, before: ActionProgress, now: ActionProgress) -> Event | None:
    """How an action's status changed, or else that its date passed; never both, the weightier wins."""
    missed = _missed(since, now)
    if status_of(before) == status_of(now) or now.latest is None:
        return missed
    kind = _kind(before, now)
    if missed is not None and kind in ("better", "started"):
        return replace(missed, before=before)
    dated = now.latest
    if kind == "completed":
        dated = next(update for update in now.updates if update.update.stage == "complete")
    return Event(kind, now.title, rich(dated.update.summary), dated.on, now, before)


def _missed(since: date, action: ActionProgress) -> Event | None:
    """That an action's own date passed on or after a day."""
    last = action.deadline if action.is_overdue else None
    if last is None or last < since:
        return None
    if action.turn is not None:
        return event_of("missed", action, f"No update tells of the turn that ended on {day_in_words(last)}.", last)
    due = in_words(action.due) if action.due is not None else ""
    return event_of("missed", action, f"It was due {due}, and is not complete.", last)


def _kind(before: ActionProgress, now: ActionProgress) -> str:
    was, code = status_of(before).code, status_of(now).code
    if not now.is_live:
        return "completed" if code == "complete" else "stopped"
    if was == "complete" or code == "not-started":
        return "worse"
    if was in ("not-started", "stopped", "paused"):
        return "started" if code in ("on-track", "unrated") else "worse"
    if was == code:
        return "started"
    return "worse" if _LIKED[code] > _LIKED[was] or code == "unrated" else "better"


def approval_events(context: PaperContext, since: date) -> Iterator[Event]:
    """The plans that a board approved; in a brief, only plans with an action of its organisation."""
    counted = {action.plan for action in context.actions} if context.organisation else None
    for plan in context.workspace.plans:
        approval = plan.approval
        if approval is None or not since < approval.on <= context.as_at:
            continue
        if counted is None or plan in counted:
            board = context.board_name(approval.by) or approval.by
            yield Event("approved", title_of(plan), f"Approved by {board}.", approval.on)
