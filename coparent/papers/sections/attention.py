"""The actions that need attention, the worst first."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from coparent.papers.sections.action_rows import action_lines
from coparent.papers.sections.concern_cards import concern_of
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.mentions import name_in_words
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.updates_due import find_updates_due, silent_since, updates_due_in_words
from coparent.papers.sections.urgency import (
    REASONS,
    calm_in_words,
    late_starts,
    needs_attention,
    reason_of,
    silent_actions,
)
from coparent.papers.views.progress import Attention, Concern, Concerns
from coparent.progress import ActionProgress
from coparent.text.sentences import count, count_each, listing, verb

_MOST_CARDS = 12
"""How many actions are described in full; those after them stand in a table."""
_MOST_ON_A_PAGE = 5
_MOST_SILENT = 3


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
        *_opening(context),
        _parted_in_words(rest),
        _silence_in_words(urgent),
    )
    caption = numbers.table("Other actions that need attention, the worst first") if rest else None
    due_paragraph = numbers.paragraph(updates_due_in_words(context.actions)) if due else None
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
        paragraphs=numbers.paragraphs(*_opening(context), _longest_silent_in_words(context)),
        concerns=_concerns(context, urgent[:_MOST_ON_A_PAGE], "exception"),
        more=f"{count(left, 'more action', 'needs')} attention." if left > 0 else "",
    )


def _concerns(context: PaperContext, actions: Sequence[ActionProgress], anchor: str) -> tuple[Concern, ...]:
    return tuple(concern_of(context, action, anchor) for action in actions)


def _opening(context: PaperContext) -> tuple[str, str]:
    """What needs attention and what there is no word of: first whichever of them there is."""
    reasons, silent = _reasons_in_words(context), _silent_in_words(context)
    return (reasons, silent) if needs_attention(context) else (silent, reasons)


def _reasons_in_words(context: PaperContext) -> str:
    urgent, total = needs_attention(context), len(context.actions)
    if not urgent:
        return calm_in_words(context)
    number, actions_by_reason = len(urgent), Counter(filter(None, map(reason_of, urgent)))
    reasons = listing(count_each(actions_by_reason, {reason: reason for reason in REASONS}))
    if number == 1:
        reasons = reasons.removeprefix("1 ")
    elif len(actions_by_reason) == 1:
        reasons = f"{'both' if number == 2 else 'all'} {next(iter(actions_by_reason))}"
    if total == 1:
        return f"The one action needs attention: {reasons}."
    every = "Both" if total == 2 else f"All {total}"
    subject = f"{every} actions" if number == total else f"{number} of {total} actions"
    return f"{subject} {verb(number, 'needs')} attention: {reasons}."


def _longest_silent_in_words(context: PaperContext) -> str:
    """The actions of which there has been no word for longest; "" where there is word of all."""
    silent = sorted(silent_actions(context), key=lambda action: silent_since(action) or date.max)
    names = [f"“{name_in_words(action.action)}”" for action in silent[:_MOST_SILENT]]
    left = len(silent) - len(names)
    return f"Silent longest: {'; '.join(names)}{f'; and {left} more' if left else ''}." if names else ""


def _parted_in_words(rest: Sequence[ActionProgress]) -> str:
    """Where the actions stand; "" if all of them are described in full."""
    if not rest:
        return ""
    others = f"the other {len(rest)} are" if len(rest) > 1 else "the other is"
    return f"The {_MOST_CARDS} worst are described in full below, and {others} in a table after them."


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
    if silent == total:
        return "None of them has had an update."
    return f"{silent} of them {verb(silent, 'has')} had no update at all."


def _no_lead(unled: int, total: int) -> str:
    if not unled:
        return ""
    if total == 1:
        return "Nobody is named to answer for it."
    return f"Nobody is named to answer for {'any' if unled == total else unled} of them."


def _silent_in_words(context: PaperContext) -> str:
    """Of how many other actions there is no word, and how many have not begun though they should have; "" if none."""
    silent, late = len(silent_actions(context)), len(late_starts(context))
    others = "other action" if needs_attention(context) else "action"
    sentences = (
        f"There is no word of {count(silent, others)}, which should have begun or reported by now." if silent else "",
        f"{count(late, others)} should have begun by now, and {verb(late, 'has')} not." if late else "",
    )
    return " ".join(filter(None, sentences))
