"""The strategy's goals as papers call them, and actions put under the priority that they serve first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from coparent.coverage import coverage_of
from coparent.papers.facts import Goal
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.mentions import rich
from coparent.progress import ActionProgress
from coparent.text.sentences import without_stop
from coparent.workspace import Workspace

GoalKey: TypeAlias = tuple[str, str]
"""The kind and the id of a goal."""

ACROSS = Goal("", "", "Across every priority")
"""Stands for no priority: the group of actions that serve none."""


def goals_by_key(context: PaperContext) -> Mapping[GoalKey, Goal]:
    """Every goal by its kind and id, with what people call it: "Outcome 3"."""
    return context.workspace.remember(_name_goals)


def _name_goals(workspace: Workspace) -> Mapping[GoalKey, Goal]:
    return {
        (goal.kind, goal.id): Goal(
            goal.id, goal.label, without_stop(goal.title), rich(getattr(goal.goal, "plain", None))
        )
        for goal in coverage_of(workspace)
    }


def named_goals(context: PaperContext, kind: str, identities: Iterable[str]) -> tuple[Goal, ...]:
    """The goals of a kind that are named, less those that the strategy does not have."""
    goals = goals_by_key(context)
    return tuple(goals[kind, identity] for identity in identities if (kind, identity) in goals)


def strategy_priorities(context: PaperContext) -> tuple[Goal, ...]:
    """Every priority, in the strategy's order."""
    return tuple(goal for (kind, _), goal in goals_by_key(context).items() if kind == "priority")


def priorities_served(context: PaperContext, actions: Iterable[ActionProgress]) -> list[tuple[str, ...]]:
    """For each action, the ids of the strategy's priorities that it serves."""
    known = {priority.id for priority in strategy_priorities(context)}
    return [tuple(name for name in action.priorities if name in known) for action in actions]


def by_priority(
    context: PaperContext, actions: Sequence[ActionProgress]
) -> tuple[tuple[Goal, Sequence[ActionProgress]], ...]:
    """The actions by the first priority that each serves, in the strategy's order; last, those that serve none."""
    under: dict[str, list[ActionProgress]] = defaultdict(list)
    for action, priorities in zip(actions, priorities_served(context, actions), strict=True):
        under[priorities[0] if priorities else ACROSS.id].append(action)
    return tuple((goal, under[goal.id]) for goal in (*strategy_priorities(context), ACROSS) if goal.id in under)
