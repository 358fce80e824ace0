"""What serves each goal of the strategy, and what is short of its needs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import get_args

from coparent.coverage.serving import GoalKey, Served, goals_served
from coparent.progress import ActionProgress
from coparent.schema.choices import GoalKind
from coparent.schema.measures import Measure
from coparent.schema.shared import Goal
from coparent.schema.strategy import Outcome, Strategy
from coparent.values import frozen, frozen_by_identity
from coparent.workspace import Workspace

GOAL_KINDS: tuple[str, ...] = get_args(GoalKind)


class GoalStatus(StrEnum):
    """How well a goal is served."""

    COVERED = "covered"
    PARTIAL = "partial"
    ACCEPTED = "accepted"
    MISSING = "missing"


@frozen
class Amounts:
    """How many actions, organisations and measures a goal needs."""

    actions: int
    organisations: int = 0
    measures: int = 0


@frozen_by_identity
class GoalCoverage(Served):
    """What serves one goal.

    `label` is what people call it, such as "Outcome 3". `actions` serve it (cancelled, superseded and carried-forward
    ones do not), `measures` name it. `is_accepted` if a board has accepted until later that nothing serves it.
    """

    kind: str
    label: str
    goal: Goal
    actions: tuple[ActionProgress, ...]
    measures: tuple[Measure, ...]
    is_accepted: bool

    @property
    def id(self) -> str:
        return self.goal.id

    @property
    def title(self) -> str:
        return self.goal.title

    @cached_property
    def organisations(self) -> tuple[str, ...]:
        """The organisations that lead or join its actions, groups counted by their members."""
        return tuple(dict.fromkeys(chain.from_iterable(action.organisations for action in self.actions)))

    @property
    def counts(self) -> Mapping[str, int]:
        """How many there are of all that serves it."""
        return {
            "actions": len(self.actions),
            "live": len(self.live),
            "approved": len(self.approved),
            "organisations": len(self.organisations),
            "measures": len(self.measures),
        }

    @property
    def needs(self) -> Amounts:
        """How much must serve it to cover it: one of each for an outcome that does not say, one action for others."""
        if not isinstance(self.goal, Outcome):
            return Amounts(actions=1)
        needs = self.goal.needs
        return Amounts(1, 1, 1) if needs is None else Amounts(needs.actions, needs.organisations, needs.measures)

    @cached_property
    def status(self) -> GoalStatus:
        """How well it is served: covered if there is enough of all that it needs."""
        if not self.lacks:
            return GoalStatus.COVERED
        if self.actions:
            return GoalStatus.PARTIAL
        return GoalStatus.ACCEPTED if self.is_accepted else GoalStatus.MISSING

    @property
    def lacks(self) -> tuple[str, ...]:
        """What is short of the needs, in words."""
        needs = self.needs
        amounts = (
            (needs.actions, len(self.actions), "action"),
            (needs.organisations, len(self.organisations) if needs.organisations else 0, "organisation"),
            (needs.measures, len(self.measures), "measure"),
        )
        return tuple(_lack(need, have, noun) for need, have, noun in amounts if have < need)


def _lack(need: int, have: int, noun: str) -> str:
    if have == 0:
        return f"no {noun}" if need == 1 else f"none of {need} {noun}s"
    return f"only {have} of {need} {noun}s"


@frozen
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
    return workspace.remember(_build_coverage)


def _build_coverage(workspace: Workspace) -> Coverage:
    serving: dict[GoalKey, list[ActionProgress]] = defaultdict(list)
    for action, keys in goals_served(workspace).items():
        for key in keys:
            serving[key].append(action)
    measuring: dict[GoalKey, list[Measure]] = defaultdict(list)
    for measure in workspace.measures:
        for outcome in dict.fromkeys(measure.outcomes):
            measuring["outcome", outcome].append(measure)
    return Coverage(
        as_at=workspace.as_at,
        goals={
            kind: tuple(
                GoalCoverage(
                    kind=kind,
                    label=f"{kind.capitalize()} {place}",
                    goal=goal,
                    actions=tuple(serving[kind, goal.id]),
                    measures=tuple(measuring[kind, goal.id]),
                    is_accepted=_is_accepted(workspace, goal),
                )
                for place, goal in enumerate(goals, 1)
            )
            for kind, goals in _goals_by_kind(workspace.strategy).items()
        },
        incomplete=bool(workspace.unreadable or workspace.broken),
    )


def _goals_by_kind(strategy: Strategy | None) -> Mapping[str, Sequence[Goal]]:
    if strategy is None:
        return dict.fromkeys(GOAL_KINDS, ())
    return {
        "outcome": strategy.outcomes,
        "priority": strategy.priorities,
        "promise": strategy.promises,
        "recommendation": strategy.recommendations,
        "principle": strategy.principles,
    }


def _is_accepted(workspace: Workspace, goal: Goal) -> bool:
    """Whether a board has accepted the gap, and the acceptance has not run out on the day."""
    if goal.accepted_gap is None:
        return False
    period = workspace.strategy.period if workspace.strategy is not None else None
    until = goal.accepted_gap.until.within(period)
    return until.end is None or until.end >= workspace.as_at
