"""Which actions serve which goals, and which organisations carry them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TypeAlias

from coparent.progress import ActionProgress, progress_of
from coparent.schema.plan import Action
from coparent.schema.shared import OutcomeGoal
from coparent.schema.strategy import Outcome
from coparent.workspace import Workspace

GoalKey: TypeAlias = tuple[str, str]
"""The kind and the id of a goal."""
Carrying: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]
"""The organisations that lead, and all that lead or join."""


@dataclass(frozen=True, slots=True)
class Serving:
    """An action that serves something, the organisations that lead it, and all that lead or join it."""

    progress: ActionProgress
    leads: tuple[str, ...]
    organisations: tuple[str, ...]
    goals: tuple[GoalKey, ...]


class Served:
    """What actions serve: a goal, or whoever takes part in them."""

    __slots__ = ()
    actions: tuple[ActionProgress, ...]

    @property
    def live(self) -> tuple[ActionProgress, ...]:
        """The actions not yet complete."""
        return tuple(action for action in self.actions if action.is_live)

    @property
    def approved(self) -> tuple[ActionProgress, ...]:
        """The actions of plans that are approved or closed."""
        return tuple(action for action in self.actions if action.plan.status in ("approved", "closed"))


def servings_of(workspace: Workspace) -> tuple[Serving, ...]:
    """Every action that is not passed on, with whom and what it serves; worked out once."""
    return workspace.remember(_work_out)


def _work_out(workspace: Workspace) -> tuple[Serving, ...]:
    outcomes = {one.id: one for one in workspace.strategy.outcomes} if workspace.strategy is not None else {}
    through = _goals_through_outcomes(workspace)
    members = cache(workspace.members)

    # Thousands of actions share a few hundred combinations of these.
    @cache
    def reach(named: tuple[str, ...], priorities: tuple[str, ...]) -> tuple[GoalKey, ...]:
        return tuple(_reach(named, priorities, outcomes, through))

    @cache
    def carry(leads: tuple[str, ...], partners: tuple[str, ...]) -> Carrying:
        return _carry(leads, partners, members)

    return tuple(
        Serving(one, *carry(_leads(one), one.action.partners), _goals_of(one.action, reach))
        for one in progress_of(workspace).actions
        if one.serves
    )


def _goals_through_outcomes(workspace: Workspace) -> Mapping[str, list[GoalKey]]:
    """For each outcome, the promises and principles that list it."""
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


def priorities_of(action: Action, outcomes: Mapping[str, Outcome]) -> tuple[str, ...]:
    """The priorities an action serves, each once: its own, or those of its outcomes (found by their ids)."""
    return _priorities(action.outcomes, action.priorities, outcomes)


def _priorities(named: Iterable[str], own: Iterable[str], outcomes: Mapping[str, Outcome]) -> tuple[str, ...]:
    theirs = (priority for name in named if name in outcomes for priority in outcomes[name].priorities)
    return tuple(dict.fromkeys(own or theirs))


def _reach(
    named: Sequence[str],
    own: Sequence[str],
    outcomes: Mapping[str, Outcome],
    through: Mapping[str, Sequence[GoalKey]],
) -> Iterator[GoalKey]:
    """The goals that outcomes and priorities lead to."""
    yield from (("outcome", name) for name in named)
    yield from (("priority", name) for name in _priorities(named, own, outcomes))
    yield from (key for name in named for key in through.get(name, ()))


def _goals_of(
    action: Action, reach: Callable[[tuple[str, ...], tuple[str, ...]], tuple[GoalKey, ...]]
) -> tuple[GoalKey, ...]:
    """The goals an action serves, each once."""
    own = [
        *(("promise", name) for name in action.promises),
        *(("recommendation", name) for name in action.recommendations),
    ]
    return tuple(dict.fromkeys([*reach(action.outcomes, action.priorities), *own]))


def organisations_of(workspace: Workspace, progress: ActionProgress) -> tuple[str, ...]:
    """The organisations that lead or join an action, groups by their members; the lead's is the plan's if left out."""
    return _carry(_leads(progress), progress.action.partners, workspace.members)[1]


def leaders_of(workspace: Workspace, progress: ActionProgress) -> tuple[str, ...]:
    """The organisations that lead an action, groups by their members; the plan's where nobody else is named."""
    return _carry(_leads(progress), (), workspace.members)[0]


def _leads(progress: ActionProgress) -> tuple[str, ...]:
    """The organisations named as leading, a group as itself."""
    action, plan = progress.action, progress.plan
    leads = (action.lead, *action.joint_leads) if action.lead is not None else action.joint_leads
    return tuple([lead.organisation or plan.organisation for lead in leads]) or (plan.organisation,)


def _carry(leads: Iterable[str], partners: Iterable[str], members: Callable[[str], tuple[str, ...]]) -> Carrying:
    """Those that lead, and all."""
    leading = tuple(dict.fromkeys(chain.from_iterable(map(members, leads))))
    return leading, tuple(dict.fromkeys(chain(leading, *map(members, partners))))
