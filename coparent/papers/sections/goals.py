"""The strategy's goals as papers call them, and actions put under the priority that they serve first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from coparent.coverage import coverage_of
from coparent.papers.facts import Goal
from coparent.papers.sections.action_rows import rich
from coparent.papers.sections.context import PaperContext
from coparent.progress import ActionProgress
from coparent.workspace import Workspace

GoalKey: TypeAlias = tuple[str, str]

ACROSS = Goal("", "", "Across every priority")
"""Where actions stand that serve no one priority."""


def goals_named(context: PaperContext) -> Mapping[GoalKey, Goal]:
    """Every goal by its kind and id, with what people call it: "Outcome 3"."""
    return context.workspace.remember(_name_goals)


def _name_goals(workspace: Workspace) -> Mapping[GoalKey, Goal]:
    return {
        (kind, one.id): Goal(
            one.id, f"{kind.capitalize()} {number}", one.goal.title, rich(getattr(one.goal, "plain", None))
        )
        for kind, goals in coverage_of(workspace).goals.items()
        for number, one in enumerate(goals, 1)
    }


def by_priority(
    context: PaperContext, actions: Iterable[ActionProgress]
) -> tuple[tuple[Goal, Sequence[ActionProgress]], ...]:
    """Actions under the first priority that each serves, in the strategy's order; last, those that serve none."""
    strategy = context.workspace.strategy
    found: dict[str, list[ActionProgress]] = defaultdict(list)
    known = {one.id for one in strategy.priorities} if strategy is not None else set()
    for one in actions:
        found[next((name for name in one.priorities if name in known), "")].append(one)
    named = goals_named(context)
    goals = [named["priority", one.id] for one in strategy.priorities] if strategy is not None else []
    return tuple((goal, found[goal.id]) for goal in (*goals, ACROSS) if goal.id in found)
