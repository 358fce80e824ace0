"""Which actions serve which goals, and which organisations carry them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from coparent.progress import ActionProgress, progress_of
from coparent.schema.plan import Action
from coparent.schema.shared import OutcomeGoal
from coparent.schema.strategy import Outcome
from coparent.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Serving:
    """An action that serves something, the organisations that lead it, and all that lead or join it."""

    progress: ActionProgress
    leads: tuple[str, ...]
    organisations: tuple[str, ...]
    goals: tuple[tuple[str, str], ...]


def servings_of(workspace: Workspace) -> tuple[Serving, ...]:
    """Every action that is not passed on, with whom and what it serves; worked out once."""
    return workspace.remember(_work_out)


def _work_out(workspace: Workspace) -> tuple[Serving, ...]:
    outcomes = {one.id: one for one in workspace.strategy.outcomes} if workspace.strategy is not None else {}
    through = _goals_through_outcomes(workspace)
    members = cache(workspace.members)
    return tuple(
        Serving(progress, *_organisations(progress, members), tuple(_goals_of(progress, outcomes, through)))
        for progress in progress_of(workspace).actions
        if progress.serves
    )


def _goals_through_outcomes(workspace: Workspace) -> Mapping[str, list[tuple[str, str]]]:
    """For each outcome, the promises and principles that list it."""
    through: dict[str, list[tuple[str, str]]] = defaultdict(list)
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
    own = action.priorities or (
        priority for name in action.outcomes if name in outcomes for priority in outcomes[name].priorities
    )
    return tuple(dict.fromkeys(own))


def _goals_of(
    progress: ActionProgress, outcomes: Mapping[str, Outcome], through: Mapping[str, list[tuple[str, str]]]
) -> Iterable[tuple[str, str]]:
    """The goals an action serves, each once."""
    action = progress.action
    return dict.fromkeys(
        [
            *(("outcome", name) for name in action.outcomes),
            *(("priority", name) for name in priorities_of(action, outcomes)),
            *(("promise", name) for name in action.promises),
            *(("recommendation", name) for name in action.recommendations),
            *(key for name in action.outcomes for key in through.get(name, ())),
        ]
    )


def organisations_of(workspace: Workspace, progress: ActionProgress) -> tuple[str, ...]:
    """The organisations that lead or join an action, groups by their members; the lead's is the plan's if left out."""
    return _organisations(progress, workspace.members)[1]


def _organisations(
    progress: ActionProgress, members: Callable[[str], tuple[str, ...]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those that lead, and all."""
    action, plan = progress.action, progress.plan
    leads = [action.lead, *action.joint_leads] if action.lead is not None else [*action.joint_leads]
    named = [lead.organisation or plan.organisation for lead in leads] or [plan.organisation]
    leading = tuple(dict.fromkeys(chain.from_iterable(map(members, named))))
    return leading, tuple(dict.fromkeys(chain(leading, *map(members, action.partners))))
