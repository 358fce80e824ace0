"""Progress by priority: the actions of each by status, and those that fall due next."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import compress

from coparent.papers.facts import Goal
from coparent.papers.sections.action_rows import action_groups, action_lines
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.goals import ACROSS, by_priority, priorities_served, strategy_priorities
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import STATUSES, count_statuses, spread_since
from coparent.papers.views.progress import Priorities, PriorityLine
from coparent.progress import ActionProgress
from coparent.progress.dates import month_end_after
from coparent.text.sentences import count, end_sentence, listing, verb
from coparent.timescales import day_in_words

_MONTHS_AHEAD = 3
_MOST_LISTED = 8


def build_priorities(context: PaperContext, numbers: Numbers) -> Priorities | None:
    """Each priority's actions by status, and those that are overdue or fall due soon."""
    spread = _build(context, numbers, "priorities")
    if spread is None:
        return None
    coming = _coming(context)
    lines = [(goal.title, action_lines(context, actions[:_MOST_LISTED])) for goal, actions in coming]
    return replace(
        spread,
        next_paragraph=numbers.paragraph(_coming_in_words(context, coming)),
        groups=action_groups(numbers, lines, f"overdue, or due by {day_in_words(_until(context))}"),
    )


def build_spread(context: PaperContext, numbers: Numbers) -> Priorities | None:
    """Each priority's actions by status alone: for a paper of one page."""
    return _build(context, numbers, "spread")


def _build(context: PaperContext, numbers: Numbers, name: str) -> Priorities | None:
    if context.workspace.strategy is None or not context.actions:
        return None
    lines = tuple(_lines(context))
    present = {share.status.code for line in lines for share in line.spread.shares}
    return Priorities(
        heading=numbers.section(name, "Progress by priority"),
        paragraphs=numbers.paragraphs(*_explain(context, lines)),
        caption=numbers.table("Actions by priority and status"),
        statuses=tuple(status for status in STATUSES if status.code in present),
        lines=lines,
        next_paragraph=None,
        groups=(),
    )


def _lines(context: PaperContext) -> Iterator[PriorityLine]:
    """A line for each priority, then one for actions that serve none; an action counts under each that it serves."""
    served = [priorities or (ACROSS.id,) for priorities in priorities_served(context, context.actions)]
    for goal in (*strategy_priorities(context), ACROSS):
        serves = [goal.id in priorities for priorities in served]
        if goal is not ACROSS or any(serves):
            yield PriorityLine(goal, spread_since(context, [*compress(context.actions, serves)]))


def _explain(context: PaperContext, lines: Sequence[PriorityLine]) -> Iterator[str]:
    """What the table counts, and why its lines may not add up."""
    yield f"Each line counts every action that serves the priority, of {count(len(context.actions), 'action')} in all."
    several = sum(len(priorities) > 1 for priorities in priorities_served(context, context.actions))
    if several:
        serve = f"{verb(several, 'serves')} more than one priority and {verb(several, 'counts')} under each"
        yield f"{count(several, 'action')} {serve}. So the lines add up to more than all actions."
    over = count_statuses(context.actions)["stopped"]
    if over:
        yield f"{count(over, 'action')} stopped or passed on {verb(over, 'is')} counted here too."
    idle = [line.goal.title for line in lines if not line.spread.total]
    if idle:
        yield end_sentence(f"Served by no action: {'; '.join(idle)}")


def _coming(context: PaperContext) -> list[tuple[Goal, list[ActionProgress]]]:
    """The live actions that are overdue or fall due soon, by due date, each under the first priority that it serves."""
    until = _until(context)
    chosen = [
        action
        for action in context.actions
        if action.is_live and (action.is_overdue or (action.deadline is not None and action.deadline <= until))
    ]
    return [
        (goal, sorted(actions, key=lambda action: action.deadline or date.max))
        for goal, actions in by_priority(context, chosen)
    ]


def _until(context: PaperContext) -> date:
    return month_end_after(context.as_at, _MONTHS_AHEAD)


def _coming_in_words(context: PaperContext, coming: Sequence[tuple[Goal, Sequence[ActionProgress]]]) -> str:
    until = day_in_words(_until(context))
    if not coming:
        return f"Nothing is overdue, and nothing falls due by {until}."
    words = f"The tables below show what is overdue or due by {until}, each action once, under its first priority."
    left = [
        f"{len(actions) - _MOST_LISTED} under “{goal.title}”" for goal, actions in coming if len(actions) > _MOST_LISTED
    ]
    if not left:
        return words
    return f"{words} Each shows the {_MOST_LISTED} with the earliest dates; not shown are {listing(left)}."
