"""The updates that are due, by the lead who must send them, and the sentence that counts them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from coparent.papers.facts import UpdatesDue
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.mentions import names_of
from coparent.progress import ActionProgress
from coparent.text.sentences import count
from coparent.timescales import day_in_words


def find_updates_due(context: PaperContext, actions: Sequence[ActionProgress]) -> tuple[UpdatesDue, ...]:
    """The updates due for these actions by lead: whose is due longest first, and of each the oldest first."""
    due = [(action.update_due_since, action) for action in actions if action.update_due_since is not None]
    by_lead: dict[str, list[tuple[date, ActionProgress]]] = defaultdict(list)
    for since, action in sorted(due, key=lambda pair: pair[0]):
        by_lead[context.lead_in_full(action)].append((since, action))
    return tuple(
        UpdatesDue(lead, names_of(action for _, action in theirs), _since_in_words(theirs[0][0], len(theirs)))
        for lead, theirs in by_lead.items()
    )


def updates_due_in_words(due: Sequence[UpdatesDue]) -> str:
    """How many updates are due, and from how many leads; "" if none is."""
    updates = sum(len(lead.actions) for lead in due)
    if not updates:
        return ""
    if updates == 1:
        return "One update is owed. Without it nobody can say how the action stands."
    return f"{updates} updates are owed, by {count(len(due), 'lead')}. Who has owed one longest comes first."


def _since_in_words(oldest: date, updates: int) -> str:
    since = f"due by {day_in_words(oldest)}"
    return f"1 update, {since}" if updates == 1 else f"{updates} updates, the first {since}"
