"""The actions of which there is no word, by the lead who should send one, and the sentence that counts them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from coparent.papers.facts import UpdatesDue
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.mentions import name_of
from coparent.progress import ActionProgress
from coparent.text.sentences import count, listing, upper_first
from coparent.timescales import day_in_words


def silent_since(action: ActionProgress) -> date | None:
    """The day by which there should have been word of an action: an update that is due, a turn, or that it has begun.

    None where there has been, or where nothing more is expected.
    """
    since = action.update_due_since
    if since is None and action.turn is not None and action.is_overdue:
        since = action.turn.end
    return since if since is not None else _late_start(action)


def is_late_start(action: ActionProgress) -> bool:
    """Whether an action should have begun, and no update says that it has."""
    start = action.starts_by
    return action.stage == "not-started" and start is not None and start < action.workspace.as_at


def _late_start(action: ActionProgress) -> date | None:
    """The day by which an action should have begun; None where that is to come, or an update has come since."""
    start = action.starts_by
    if not is_late_start(action) or start is None:
        return None
    return start if action.latest is None or action.latest.on <= start else None


def find_silent(actions: Sequence[ActionProgress]) -> list[ActionProgress]:
    """The actions of which there is no word."""
    return [action for action in actions if silent_since(action) is not None]


def count_updates_due(actions: Sequence[ActionProgress]) -> int:
    """How many of these actions have an update that is due."""
    return sum(action.update_due_since is not None for action in actions)


def find_updates_due(context: PaperContext, actions: Sequence[ActionProgress]) -> tuple[UpdatesDue, ...]:
    """The actions of which there is no word, by lead: the longest silence first."""
    silent = [(since, action) for action in actions if (since := silent_since(action)) is not None]
    by_lead: dict[str, list[tuple[date, ActionProgress]]] = defaultdict(list)
    for since, action in sorted(silent, key=lambda pair: pair[0]):
        by_lead[context.lead_in_full(action)].append((since, action))
    return tuple(
        UpdatesDue(
            lead,
            tuple(name_of(action.action) for _, action in theirs),
            _since_in_words(theirs[0][0], [action for _, action in theirs]),
        )
        for lead, theirs in by_lead.items()
    )


def updates_due_in_words(actions: Sequence[ActionProgress]) -> str:
    """How many updates are due, and how many actions should have begun; "" where there is word of all."""
    silent = find_silent(actions)
    if not silent:
        return ""
    due = count_updates_due(silent)
    unbegun = sum(_late_start(action) is not None for action in silent if action.update_due_since is None)
    turns = len(silent) - due - unbegun
    what = (
        f"{count(due, 'update', 'is')} due" if due else "",
        f"{count(turns, 'turn', 'has')} passed without an update" if turns else "",
        f"{count(unbegun, 'action')} should have begun by now" if unbegun else "",
    )
    opening = f"{upper_first(listing(what))}{_senders_in_words(silent)}."
    if len(silent) == 1:
        return f"{opening} Without an update nobody can say how the action stands."
    return f"{opening} Those who should say how things stand are listed here, the longest silence first."


def _senders_in_words(silent: Sequence[ActionProgress]) -> str:
    """That nobody is named who could send an update, wholly or in part."""
    unled = sum(action.action.lead is None for action in silent)
    if not unled:
        return ""
    if unled == len(silent):
        return f", and nobody is named to send {'it' if unled == 1 else 'them'}"
    return f"; for {unled} of these nobody is named"


def _since_in_words(oldest: date, actions: Sequence[ActionProgress]) -> str:
    since, number, due = day_in_words(oldest), len(actions), count_updates_due(actions)
    if due == number:
        return f"1 update, due by {since}" if due == 1 else f"{due} updates, the first due by {since}"
    if all(is_late_start(action) and action.update_due_since is None for action in actions):
        begun = f"should have begun by {since}"
        return f"1 action, which {begun}" if number == 1 else f"{number} actions, the first of which {begun}"
    return f"no word of {count(number, 'action')}, the longest since {since}"
