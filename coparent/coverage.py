"""What serves each goal of the strategy, and what is lacking."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import chain
from typing import TypeAlias

from coparent.progress import ActionProgress, progress_of
from coparent.schema.measures import Measure
from coparent.schema.plan import Action
from coparent.schema.shared import Goal, OutcomeGoal
from coparent.schema.strategy import Outcome
from coparent.workspace import Workspace

GOAL_KINDS = ("outcome", "priority", "promise", "recommendation", "principle")


class GoalStatus(StrEnum):
    """How well a goal is served."""

    COVERED = "covered"
    PARTIAL = "partial"
    ACCEPTED = "accepted"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Amounts:
    """How many actions, organisations and measures a goal needs."""

    actions: int = 1
    organisations: int = 0
    measures: int = 0


@dataclass(frozen=True, slots=True)
class GoalCoverage:
    """What serves one goal.

    `actions` serve it (cancelled, superseded and carried-forward ones do not), `live` are those not yet complete,
    `approved` those in approved or closed plans; `organisations` lead or join them, groups counted by their members.
    """

    kind: str
    goal: Goal
    needs: Amounts
    actions: tuple[ActionProgress, ...]
    organisations: tuple[str, ...]
    measures: tuple[Measure, ...]
    status: GoalStatus

    @property
    def id(self) -> str:
        """The goal's id."""
        return self.goal.id

    @property
    def live(self) -> tuple[ActionProgress, ...]:
        """The actions not yet complete."""
        return tuple(action for action in self.actions if action.is_live)

    @property
    def approved(self) -> tuple[ActionProgress, ...]:
        """The actions of plans that are approved or closed."""
        return tuple(action for action in self.actions if action.plan.status in ("approved", "closed"))

    @property
    def lacks(self) -> tuple[str, ...]:
        """What is short of the needs, in words."""
        pairs = (
            (self.needs.actions, len(self.actions), "action"),
            (self.needs.organisations, len(self.organisations), "organisation"),
            (self.needs.measures, len(self.measures), "measure"),
        )
        return tuple(_lack(need, have, noun) for need, have, noun in pairs if have < need)


def _lack(need: int, have: int, noun: str) -> str:
    if have == 0:
        return f"no {noun}" if need == 1 else f"none of {need} {noun}s"
    return f"only {have} of {need} {noun}s"


@dataclass(frozen=True)
class Coverage:
    """Every goal's coverage, kind by kind, in the strategy's order; `incomplete` while something could not be read."""

    as_at: date
    goals: Mapping[str, tuple[GoalCoverage, ...]]
    incomplete: bool

    def percent(self, kind: str) -> float:
        """Covered goals of a kind out of all but the accepted: one decimal, rounded down; 100 if there are none."""
        counted = [goal for goal in self.goals[kind] if goal.status is not GoalStatus.ACCEPTED]
        covered = sum(goal.status is GoalStatus.COVERED for goal in counted)
        return covered * 1000 // len(counted) / 10 if counted else 100.0

    def __iter__(self) -> Iterator[GoalCoverage]:
        for goals in self.goals.values():
            yield from goals


def coverage_of(workspace: Workspace) -> Coverage:
    """The coverage of a workspace's goals as at its day; worked out once."""
    return workspace.remember(_work_out)


def _work_out(workspace: Workspace) -> Coverage:
    strategy = workspace.strategy
    goals_by_kind: dict[str, Sequence[Goal]] = dict.fromkeys(GOAL_KINDS, ())
    if strategy is not None:
        goals_by_kind = {
            "outcome": strategy.outcomes,
            "priority": strategy.priorities,
            "promise": strategy.promises,
            "recommendation": strategy.recommendations,
            "principle": strategy.principles,
        }
    served = _serve(workspace)
    measured = _measure_outcomes(workspace)
    return Coverage(
        as_at=workspace.as_at,
        goals={
            kind: tuple(
                _cover(workspace, kind, goal, served[kind, goal.id], measured[goal.id] if kind == "outcome" else ())
                for goal in goals
            )
            for kind, goals in goals_by_kind.items()
        },
        incomplete=bool(workspace.unreadable or workspace.broken),
    )


Serving: TypeAlias = tuple[ActionProgress, tuple[str, ...]]
"""An action that serves a goal, and the organisations that lead or join it."""


def _serve(workspace: Workspace) -> Mapping[tuple[str, str], list[Serving]]:
    """For each goal, the actions that serve it."""
    served: dict[tuple[str, str], list[Serving]] = defaultdict(list)
    outcomes = {one.id: one for one in workspace.strategy.outcomes} if workspace.strategy is not None else {}
    through = _goals_through_outcomes(workspace)
    members = cache(workspace.members)
    for progress in progress_of(workspace).actions:
        if progress.serves:
            serving = progress, _organisations(progress, members)
            for key in _goals_of(progress, outcomes, through):
                served[key].append(serving)
    return served


def _measure_outcomes(workspace: Workspace) -> Mapping[str, list[Measure]]:
    """For each outcome, the measures that name it."""
    measured: dict[str, list[Measure]] = defaultdict(list)
    for measure in workspace.measures:
        for outcome in dict.fromkeys(measure.outcomes):
            measured[outcome].append(measure)
    return measured


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


def _cover(
    workspace: Workspace, kind: str, goal: Goal, serving: Sequence[Serving], measures: Sequence[Measure]
) -> GoalCoverage:
    organisations = tuple(dict.fromkeys(chain.from_iterable(organisations for _, organisations in serving)))
    needs = _needs(goal)
    enough = len(serving) >= needs.actions and len(organisations) >= needs.organisations
    if enough and len(measures) >= needs.measures:
        status = GoalStatus.COVERED
    elif serving:
        status = GoalStatus.PARTIAL
    else:
        status = GoalStatus.ACCEPTED if is_accepted(workspace, goal) else GoalStatus.MISSING
    actions = tuple(action for action, _ in serving)
    return GoalCoverage(kind, goal, needs, actions, organisations, tuple(measures), status)


def _needs(goal: Goal) -> Amounts:
    if not isinstance(goal, Outcome):
        return Amounts()
    needs = goal.needs
    return Amounts(1, 1, 1) if needs is None else Amounts(needs.actions, needs.organisations, needs.measures)


def is_accepted(workspace: Workspace, goal: Goal) -> bool:
    """Whether a board has accepted the gap, and the acceptance has not run out on the day."""
    if goal.accepted_gap is None:
        return False
    period = workspace.strategy.period if workspace.strategy is not None else None
    until = goal.accepted_gap.until.within(period)
    return until.end is None or until.end >= workspace.as_at


def organisations_of(workspace: Workspace, progress: ActionProgress) -> tuple[str, ...]:
    """The organisations that lead or join an action, groups by their members; the lead's is the plan's if left out."""
    return _organisations(progress, workspace.members)


def _organisations(progress: ActionProgress, members: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    action, plan = progress.action, progress.plan
    leads = [action.lead, *action.joint_leads] if action.lead is not None else [*action.joint_leads]
    named = [lead.organisation or plan.organisation for lead in leads] or [plan.organisation]
    return tuple(dict.fromkeys(chain.from_iterable(map(members, (*named, *action.partners)))))
