"""A change since the last report, as a plain value."""

from dataclasses import dataclass
from datetime import date

from coparent.papers.facts import Words
from coparent.progress import ActionProgress


@dataclass(frozen=True, slots=True)
class Event:
    """Something that changed on a day: about an action, or (`action` None) a plan or measure that `title` names.

    `kind`: completed, worse, better, started, moved, reached, missed, new, stopped, approved, measure. `before` is the
    action as at the last report where its status has changed since. `is_open` where a date moved and no board has
    agreed to it.
    """

    kind: str
    title: str
    words: Words
    on: date
    action: ActionProgress | None = None
    before: ActionProgress | None = None
    is_open: bool = False


def event_of(kind: str, action: ActionProgress, words: str, on: date) -> Event:
    """An event of an action or one of its milestones that left the action's status unchanged."""
    return Event(kind, action.title, words, on, action)
