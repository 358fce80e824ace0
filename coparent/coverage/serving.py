"""Which goals of the strategy each action serves, and what actions serve counted together."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from coparent.progress import ActionProgress, progress_of
from coparent.schema.plan import Action
from coparent.schema.shared import OutcomeGoal
from coparent.workspace import Workspace

GoalKey: TypeAlias = tuple[str, str]
"""The kind and the id of a goal."""
GoalKeys: TypeAlias = tuple[GoalKey, ...]
GoalsThroughOutcomes: TypeAlias = Mapping[str, Sequence[GoalKey]]
"""For each outcome, the promises and principles that list it."""


class Served:
    """What some actions serve: a goal, or an organisation that takes part in them."""

    __slots__ = ()
    actions: tuple[ActionProgress, ...]

    @property
    def live(self) -> tuple[ActionProgress, ...]:
        """The actions not yet complete."""
        return tuple(action for action in self.actions if action.is_live)

    @property
    def overdue(self) -> tuple[ActionProgress, ...]:
        """The actions that are overdue."""
        return tuple(action for action in self.actions if action.is_overdue)

    @property
    def with_update_due(self) -> tuple[ActionProgress, ...]:
        """The actions for which an update is due."""
        return tuple(action for action in self.actions if action.update_due_since is not None)

    @property
    def approved(self) -> tuple[ActionProgress, ...]:
        """The actions of plans that are approved or closed."""
        return tuple(action for action in self.actions if action.plan.status in ("approved", "closed"))


def goals_served(workspace: Workspace) -> Mapping[ActionProgress, GoalKeys]:
    """Every action that serves, in the order of the plans, with the goals it serves, each once; worked out once."""
    return workspace.remember(_find_goals_served)


def _find_goals_served(workspace: Workspace) -> Mapping[ActionProgress, GoalKeys]:
    through = _goals_through_outcomes(workspace)
    # Thousands of actions share a few hundred combinations of outcomes and priorities.
    shared: dict[tuple[tuple[str, ...], tuple[str, ...]], GoalKeys] = {}
    found: dict[ActionProgress, GoalKeys] = {}
    for progress in progress_of(workspace).actions:
        action = progress.action
        if progress.counts_towards_goals:
            combination = action.outcomes, action.priorities
            if combination not in shared:
                shared[combination] = _outcomes_and_priorities(progress)
                shared[combination] += tuple(key for name in action.outcomes for key in through.get(name, ()))
            found[progress] = tuple(dict.fromkeys((*shared[combination], *_promises_and_recommendations(action))))
    return found


def goals_named(progress: ActionProgress) -> GoalKeys:
    """The goals that an action names, and the priorities of its outcomes; for one that serves nothing, too."""
    return (*_outcomes_and_priorities(progress), *_promises_and_recommendations(progress.action))


def _outcomes_and_priorities(progress: ActionProgress) -> GoalKeys:
    outcomes, priorities = progress.action.outcomes, progress.priorities
    return (*(("outcome", name) for name in outcomes), *(("priority", name) for name in priorities))


def _promises_and_recommendations(action: Action) -> GoalKeys:
    promises, recommendations = action.promises, action.recommendations
    return (*(("promise", name) for name in promises), *(("recommendation", name) for name in recommendations))


def _goals_through_outcomes(workspace: Workspace) -> GoalsThroughOutcomes:
    through: dict[str, list[GoalKey]] = defaultdict(list)
    if workspace.strategy is not None:
        listed: tuple[tuple[str, Sequence[OutcomeGoal]], ...] = (
            ("promise", workspace.strategy.promises),
            ("principle", workspace.strategy.principles),
        )
        for kind, goals in listed:
            for goal in goals:
                for outcome in goal.outcomes:
                    through[outcome].append((kind, goal.id))
    return through
