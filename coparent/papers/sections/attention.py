"""The actions that need attention, the worst first, and whose updates are due."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from coparent.papers.facts import UpdatesDue
from coparent.papers.sections.action_rows import action_lines
from coparent.papers.sections.concern_cards import concern_of
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.mentions import names_of
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import status_of
from coparent.papers.views.progress import Attention, Concern, Concerns
from coparent.progress import ActionProgress
from coparent.text.sentences import count, count_each, listing, verb
from coparent.timescales import day_in_words

_REASONS = ("off track", "overdue", "at risk", "running late", "paused")
"""Why an action needs attention, the worst first; an action with several reasons counts for the worst."""
_MOST_CARDS = 12
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
    if code in ("at-risk", "paused"):
        return "at risk" if code == "at-risk" else "paused"
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
    heading = numbers.section("attention", "Actions that need attention")
    parted = f"The {_MOST_CARDS} worst are told in full below, and the other {len(rest)} are in a table after them."
    late_starts = len(should_have_started(context))
    not_begun = f"{count(late_starts, 'other action')} should have started by now, and no update says so."
    paragraphs = numbers.paragraphs(
        _reasons_in_words(context),
        parted if rest else "",
        _silence_in_words(urgent),
        not_begun if late_starts else "",
    )
    caption = numbers.table("Other actions that need attention, the worst first") if rest else None
    due = updates_due(context, context.actions)
    return Attention(
        heading=heading,
        paragraphs=paragraphs,
        concerns=_concerns(context, worst, "attention"),
        more=action_lines(context, rest),
        more_caption=caption,
        owed_paragraph=numbers.paragraph(_updates_due_in_words(due)) if due else None,
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
    some = "The one action" if total == 1 else f"{len(urgent)} of {total} actions"
    numbers = Counter(filter(None, map(_reason, urgent)))
    reasons = listing(count_each(numbers, {reason: reason for reason in _REASONS}))
    return f"{some} {verb(len(urgent), 'needs')} attention: {reasons}."


def _silence_in_words(urgent: Sequence[ActionProgress]) -> str:
    """How many of those that need attention have no update, and how many no lead."""
    silent = sum(action.latest is None for action in urgent)
    unled = sum(action.action.lead is None for action in urgent)
    no_update = f"{silent} of them {verb(silent, 'has')} had no update at all."
    no_lead = f"Nobody is named to answer for {unled} of them."
    if len(urgent) == 1:
        no_update, no_lead = "It has had no update at all.", "Nobody is named to answer for it."
    return " ".join([*([no_update] if silent else []), *([no_lead] if unled else [])])


def should_have_started(context: PaperContext) -> Sequence[ActionProgress]:
    """The actions that should have begun, have no update that says so, and do not need attention otherwise."""
    not_begun = [action for action in other_actions(context) if action.stage == "not-started"]
    return [action for action in not_begun if action.starts_by is not None and action.starts_by < context.as_at]


def updates_due(context: PaperContext, actions: Sequence[ActionProgress]) -> tuple[UpdatesDue, ...]:
    """The updates due for these actions by lead: whose is due longest first, and of each the oldest first."""
    due = [(action.update_due_since, action) for action in actions if action.update_due_since is not None]
    by_lead: dict[str, list[tuple[date, ActionProgress]]] = defaultdict(list)
    for since, action in sorted(due, key=lambda pair: pair[0]):
        by_lead[context.lead_in_full(action)].append((since, action))
    return tuple(
        UpdatesDue(lead, names_of(action for _, action in theirs), _since_in_words(theirs[0][0], len(theirs)))
        for lead, theirs in by_lead.items()
    )


def _since_in_words(oldest: date, updates: int) -> str:
    since = f"due by {day_in_words(oldest)}"
    return f"1 update, {since}" if updates == 1 else f"{updates} updates, the first {since}"


def _updates_due_in_words(due: Sequence[UpdatesDue]) -> str:
    updates = sum(len(lead.actions) for lead in due)
    if updates == 1:
        return "One update is owed. Without it nobody can say how the action stands."
    return f"{updates} updates are owed, by {count(len(due), 'lead')}. Who has owed one longest comes first."
