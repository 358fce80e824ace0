"""The matrix: for each priority and outcome, the actions that serve both."""

from dataclasses import dataclass

from coparent.coverage.goals import GoalStatus, coverage_of
from coparent.progress import ActionProgress
from coparent.schema.strategy import Outcome
from coparent.workspace import Workspace


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A priority, an outcome, and the actions that serve both.

    `is_linked` if the strategy puts one under the other, `is_accepted` if a board has accepted that nothing serves one.
    """

    priority: str
    outcome: str
    is_linked: bool
    is_accepted: bool
    actions: tuple[ActionProgress, ...]

    @property
    def is_gap(self) -> bool:
        """Whether the strategy links the two, no action serves both, and nobody has accepted that."""
        return self.is_linked and not self.actions and not self.is_accepted


def build_matrix(workspace: Workspace) -> tuple[MatrixCell, ...]:
    """Every priority with every outcome, in the strategy's order."""
    goals = coverage_of(workspace).goals
    pairs: list[MatrixCell] = []
    for priority in goals["priority"]:
        own = {id(action) for action in priority.actions}
        for outcome in goals["outcome"]:
            is_linked = isinstance(outcome.goal, Outcome) and priority.id in outcome.goal.priorities
            both = tuple(action for action in outcome.actions if id(action) in own)
            is_accepted = GoalStatus.ACCEPTED in (priority.status, outcome.status)
            pairs.append(MatrixCell(priority.id, outcome.id, is_linked, is_accepted, both))
    return tuple(pairs)
