"""The actions that need attention, the worst first."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from coparent.papers.sections.action_rows import action_lines
from coparent.papers.sections.concern_cards import concern_of
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import status_of
from coparent.papers.sections.updates_due import find_updates_due, updates_due_in_words
from coparent.papers.views.progress import Attention, Concern, Concerns
from coparent.progress import ActionProgress
from coparent.text.sentences import count, count_each, listing, verb

_REASONS = ("off track", "overdue", "at risk", "running late", "paused")
"""Why an action needs attention, the worst first; an action with several reasons counts for the worst."""
_MOST_CARDS = 12
"""How many actions are described in full; those after them stand in a table."""
_MOST_ON_A_PAGE = 5


def needs_attention(context: PaperContext) -> tuple[ActionProgress, ...]:
    """The live actions that need attention: by what is wrong, then by how late, then as the plans have them."""
    return context.remember(_find_urgent)


def _find_urgent(context: PaperContext) -> tuple[ActionProgress, ...]:
    urgent = [(reason, action) for action in context.actions if (reason := _reason(action)) is not None]
    urgent.sort(key=lambda pair: (_REASONS.index(pair[0]), -_days_late(pair[1], context.as_at)))
    return tuple(action for _, action in urgent)


def other_actions(context: PaperContext) -> list[ActionProgress]:
    """The actions that do not need attention, as the plans have them."""
    return [action for action in context.actions if _reason(action) is None]


def _reason(action: ActionProgress) -> str | None:
    """Why an action needs attention, one of _REASONS; None if it does not."""
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


def build_attention(context: PaperContext, numbers: Numbers) -> Attention | None:
    """The worst in full, the rest in a table, and the updates that are due."""
    if not context.actions:
        return None
    urgent = needs_attention(context)
    worst, rest = urgent[:_MOST_CARDS], urgent[_MOST_CARDS:]
    due = find_updates_due(context, context.actions)
    # Numbers are drawn in the order of the page.
    heading = numbers.section("attention", "Actions that need attention")
    paragraphs = numbers.paragraphs(
        _reasons_in_words(context),
        _parted_in_words(rest),
        _silence_in_words(urgent),
        _late_starts_in_words(context),
    )
    caption = numbers.table("Other actions that need attention, the worst first") if rest else None
    due_paragraph = numbers.paragraph(updates_due_in_words(due)) if due else None
    return Attention(
        heading=heading,
        paragraphs=paragraphs,
        concerns=_concerns(context, worst, "attention"),
        more=action_lines(context, rest),
        more_caption=caption,
        owed_paragraph=due_paragraph,
        owed=due,
    )


def build_concerns(context: PaperContext, numbers: Numbers) -> Concerns | None:
    """The few worst, for a report of one page."""
    if not context.actions:
        return None
    urgent = needs_attention(context)
    left = len(urgent) - _MOST_ON_A_PAGE
    return Concerns(
        heading=numbers.section("exceptions", "What needs attention"),
        paragraphs=numbers.paragraphs(_reasons_in_words(context)),
        concerns=_concerns(context, urgent[:_MOST_ON_A_PAGE], "exception"),
        more=f"{count(left, 'more action', 'needs')} attention." if left > 0 else "",
    )


def _concerns(context: PaperContext, actions: Sequence[ActionProgress], anchor: str) -> tuple[Concern, ...]:
    return tuple(concern_of(context, action, anchor) for action in actions)


def _reasons_in_words(context: PaperContext) -> str:
    urgent, total = needs_attention(context), len(context.actions)
    if not urgent:
        return "No action is off track, overdue, at risk, running late or paused."
    subject = "The one action" if total == 1 else f"{len(urgent)} of {total} actions"
    actions_by_reason = Counter(filter(None, map(_reason, urgent)))
    reasons = listing(count_each(actions_by_reason, {reason: reason for reason in _REASONS}))
    return f"{subject} {verb(len(urgent), 'needs')} attention: {reasons}."


def _parted_in_words(rest: Sequence[ActionProgress]) -> str:
    """Where the actions stand; "" if all of them are described in full."""
    if not rest:
        return ""
    return f"The {_MOST_CARDS} worst are told in full below, and the other {len(rest)} are in a table after them."


def _silence_in_words(urgent: Sequence[ActionProgress]) -> str:
    """How many of these actions have no update, and how many no lead; "" if all have both."""
    without_update = sum(action.latest is None for action in urgent)
    without_lead = sum(action.has_no_lead for action in urgent)
    return " ".join(filter(None, (_no_update(without_update, len(urgent)), _no_lead(without_lead, len(urgent)))))


def _no_update(silent: int, total: int) -> str:
    if not silent:
        return ""
    if total == 1:
        return "It has had no update at all."
    return f"{silent} of them {verb(silent, 'has')} had no update at all."


def _no_lead(unled: int, total: int) -> str:
    if not unled:
        return ""
    if total == 1:
        return "Nobody is named to answer for it."
    return f"Nobody is named to answer for {unled} of them."


def _late_starts_in_words(context: PaperContext) -> str:
    """How many other actions should have begun; "" if none."""
    late_starts = len(should_have_started(context))
    if not late_starts:
        return ""
    return f"{count(late_starts, 'other action')} should have started by now, and no update says so."


def should_have_started(context: PaperContext) -> Sequence[ActionProgress]:
    """The actions that should have begun, have no update that says so, and do not need attention otherwise."""
    not_begun = [action for action in other_actions(context) if action.stage == "not-started"]
    return [action for action in not_begun if action.starts_by is not None and action.starts_by < context.as_at]
