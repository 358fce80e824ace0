"""What serves each goal of the strategy, and what is short of its needs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain
from typing import get_args

from coparent.coverage.serving import Served, Serving, servings_of
from coparent.progress import ActionProgress
from coparent.schema.choices import GoalKind
from coparent.schema.measures import Measure
from coparent.schema.shared import Goal
from coparent.schema.strategy import Outcome
from coparent.workspace import Workspace

GOAL_KINDS: tuple[str, ...] = get_args(GoalKind)


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
class GoalCoverage(Served):
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
    served: dict[tuple[str, str], list[Serving]] = defaultdict(list)
    for serving in servings_of(workspace):
        for key in serving.goals:
            served[key].append(serving)
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


def _measure_outcomes(workspace: Workspace) -> Mapping[str, list[Measure]]:
    """For each outcome, the measures that name it."""
    measured: dict[str, list[Measure]] = defaultdict(list)
    for measure in workspace.measures:
        for outcome in dict.fromkeys(measure.outcomes):
            measured[outcome].append(measure)
    return measured


def _cover(
    workspace: Workspace, kind: str, goal: Goal, serving: Sequence[Serving], measures: Sequence[Measure]
) -> GoalCoverage:
    organisations = tuple(dict.fromkeys(chain.from_iterable(one.organisations for one in serving)))
    needs = _needs(goal)
    enough = len(serving) >= needs.actions and len(organisations) >= needs.organisations
    if enough and len(measures) >= needs.measures:
        status = GoalStatus.COVERED
    elif serving:
        status = GoalStatus.PARTIAL
    else:
        status = GoalStatus.ACCEPTED if is_accepted(workspace, goal) else GoalStatus.MISSING
    actions = tuple(one.progress for one in serving)
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
