"""Which actions need attention, the worst first, and of which of the others there is no word."""

from collections.abc import Sequence
from datetime import date

from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.status import status_of
from coparent.papers.sections.updates_due import find_silent, is_late_start, silent_since
from coparent.progress import ActionProgress

REASONS = ("off track", "overdue", "at risk", "running late", "paused")
"""Why an action needs attention, the worst first; an action with several reasons counts for the worst."""
_URGENT = "off track, overdue, at risk, running late or paused"


def needs_attention(context: PaperContext) -> tuple[ActionProgress, ...]:
    """The live actions that need attention: by what is wrong, then by how late, then as the plans have them."""
    return context.remember(_find_urgent)


def _find_urgent(context: PaperContext) -> tuple[ActionProgress, ...]:
    urgent = [(reason, action) for action in context.actions if (reason := reason_of(action)) is not None]
    urgent.sort(key=lambda pair: (REASONS.index(pair[0]), -_days_late(pair[1], context.as_at)))
    return tuple(action for _, action in urgent)


def other_actions(context: PaperContext) -> list[ActionProgress]:
    """The actions that do not need attention, as the plans have them."""
    return [action for action in context.actions if reason_of(action) is None]


def reason_of(action: ActionProgress) -> str | None:
    """Why an action needs attention, one of REASONS; None if it does not."""
    if not action.is_live:
        return None
    code = status_of(action).code
    if code == "off-track":
        return "off track"
    if action.is_overdue:
        return "overdue"
    if code == "at-risk":
        return "at risk"
    if code == "paused":
        return "paused"
    # Nobody calls it late, but its forecast or a date that no board agreed to does.
    return "running late" if action.expected_rating in ("amber", "red") else None


def _days_late(action: ActionProgress, as_at: date) -> int:
    """How many days an action is late, or is forecast to be; a recurring one since its turn was over."""
    if action.late_by is not None:
        return max(action.late_by, 0)
    return (as_at - action.turn.end).days if action.is_overdue and action.turn is not None else 0


def silent_actions(context: PaperContext) -> Sequence[ActionProgress]:
    """The actions of which there is no word, and which do not need attention otherwise."""
    return context.remember(_find_other_silent)


def _find_other_silent(context: PaperContext) -> Sequence[ActionProgress]:
    return find_silent(other_actions(context))


def late_starts(context: PaperContext) -> list[ActionProgress]:
    """The other actions that have not begun though they should have, as an update since then says."""
    return [action for action in other_actions(context) if is_late_start(action) and silent_since(action) is None]


def calm_in_words(context: PaperContext) -> str:
    """That no action needs attention, of those that there is word of; "" where there is word of none."""
    total, unknown = len(context.actions), len(silent_actions(context)) + len(late_starts(context))
    known = total - unknown
    if not known:
        return ""
    if known == 1:
        return f"The {'one' if total == 1 else 'other'} action is not known to be {_URGENT}."
    return f"None {f'of the other {known} ' if unknown else ''}is known to be {_URGENT}."
