"""Progress by priority: how many actions stand how under each, and what falls due there next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from coparent.papers.facts import ActionGroup, Goal
from coparent.papers.sections.action_rows import action_line
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.goals import ACROSS, by_priority, goals_named
from coparent.papers.sections.moves import last_day
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import STATUSES, spread_of
from coparent.papers.views import Priorities, PriorityLine
from coparent.progress import ActionProgress
from coparent.progress.dates import month_end_after
from coparent.text.sentences import count, listing
from coparent.timescales import day_in_words

_MONTHS_AHEAD = 3
_MOST_LISTED = 8


def build_priorities(context: PaperContext, numbers: Numbers) -> Priorities | None:
    """A line for each priority, and each priority's actions that are overdue or fall due soon."""
    spread = _tell(context, numbers, "priorities")
    if spread is None:
        return None
    coming = _coming(context)
    return replace(
        spread,
        next_paragraph=numbers.paragraph(_next_in_words(context, coming)),
        groups=tuple(_group(context, numbers, goal, actions) for goal, actions in coming),
    )


def build_spread(context: PaperContext, numbers: Numbers) -> Priorities | None:
    """A line for each priority, and no more: for a paper of one page."""
    return _tell(context, numbers, "spread")


def _tell(context: PaperContext, numbers: Numbers, name: str) -> Priorities | None:
    if context.workspace.strategy is None or not context.actions:
        return None
    heading = numbers.section(name, "Progress by priority")
    lines = tuple(_lines(context))
    paragraphs = numbers.paragraphs(*_told(context, lines))
    caption = numbers.table("Actions by priority and status")
    present = {share.status.code for line in lines for share in line.spread.shares}
    return Priorities(
        heading=heading,
        paragraphs=paragraphs,
        caption=caption,
        statuses=tuple(status for status in STATUSES if status.code in present),
        lines=lines,
        next_paragraph=None,
        groups=(),
    )


def _lines(context: PaperContext) -> Iterator[PriorityLine]:
    """Each priority, then what serves none: an action counts under every priority that it serves."""
    strategy, actions, before = context.workspace.strategy, context.actions, context.actions_before
    if strategy is None:
        return
    served = _served(context)
    places: dict[str, list[int]] = {one.id: [] for one in strategy.priorities}
    for place, priorities in enumerate(served):
        for priority in priorities or ("",):
            places.setdefault(priority, []).append(place)
    named = goals_named(context)
    goals = [*(named["priority", one.id] for one in strategy.priorities), ACROSS]
    for goal in goals:
        if goal is ACROSS and not places.get(ACROSS.id):
            continue
        now = [actions[place] for place in places[goal.id]]
        earlier = [before[place] for place in places[goal.id]] if before is not None else None
        yield PriorityLine(goal, spread_of(now, earlier))


def _served(context: PaperContext) -> Sequence[tuple[str, ...]]:
    """For each action, the priorities it serves."""
    strategy = context.workspace.strategy
    known = {one.id for one in strategy.priorities} if strategy is not None else set()
    return [tuple(name for name in one.priorities if name in known) for one in context.actions]


def _told(context: PaperContext, lines: Sequence[PriorityLine]) -> Iterator[str]:
    """What the table counts, and why its lines may not add up."""
    total = len(context.actions)
    yield f"Each line counts every action that serves the priority, of {count(total, 'action')} in all."
    several = sum(len(served) > 1 for served in _served(context))
    if several:
        serves, counts = ("serves", "counts") if several == 1 else ("serve", "count")
        yield (
            f"{count(several, 'action')} {serves} more than one priority and {counts} under each. "
            "So the lines add up to more than all actions."
        )
    over = sum(share.number for share in spread_of(context.actions).shares if share.status.code == "stopped")
    if over:
        yield f"{count(over, 'action')} stopped or passed on {'is' if over == 1 else 'are'} counted here too."
    idle = [line.goal.title for line in lines if not line.spread.total]
    if idle:
        yield f"No action serves {listing(idle)}."


def _coming(context: PaperContext) -> list[tuple[Goal, list[ActionProgress]]]:
    """For each priority, the live actions that are overdue or fall due soon, by due date; each under its first."""
    until = _until(context)
    chosen = [
        one
        for one in context.actions
        if one.is_live
        and (one.is_overdue or (one.due is not None and one.due.end is not None and one.due.end <= until))
    ]
    return [(goal, sorted(actions, key=_by_day)) for goal, actions in by_priority(context, chosen)]


def _until(context: PaperContext) -> date:
    return month_end_after(context.as_at, _MONTHS_AHEAD)


def _by_day(one: ActionProgress) -> date:
    return last_day(one) or date.max


def _next_in_words(context: PaperContext, coming: Sequence[tuple[Goal, Sequence[ActionProgress]]]) -> str:
    until = day_in_words(_until(context))
    if not coming:
        return f"No action is overdue or due by {until}."
    told = f"The tables below show what is overdue or due by {until}, each action once, under its first priority."
    left = {goal.title: len(actions) - _MOST_LISTED for goal, actions in coming if len(actions) > _MOST_LISTED}
    if not left:
        return told
    return f"{told} {_left_in_words(left)}"


def _left_in_words(left: Mapping[str, int]) -> str:
    said = [f"{number} under “{title}”" for title, number in left.items()]
    return f"Each shows the {_MOST_LISTED} with the earliest dates; not shown are {listing(said)}."


def _group(context: PaperContext, numbers: Numbers, goal: Goal, actions: Sequence[ActionProgress]) -> ActionGroup:
    caption = numbers.table(f"{goal.title}: overdue, or due by {day_in_words(_until(context))}")
    return ActionGroup(goal.title, caption, tuple(action_line(context, one) for one in actions[:_MOST_LISTED]))
