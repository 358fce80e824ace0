"""The matrix: for each priority and outcome, the actions that serve both."""

from coparent.coverage.goals import GoalCoverage, GoalStatus, coverage_of
from coparent.progress import ActionProgress
from coparent.schema.strategy import Outcome
from coparent.values import frozen
from coparent.workspace import Workspace


@frozen
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
    return tuple(_build_cell(priority, outcome) for priority in goals["priority"] for outcome in goals["outcome"])


def _build_cell(priority: GoalCoverage, outcome: GoalCoverage) -> MatrixCell:
    under_priority = frozenset(priority.actions)
    return MatrixCell(
        priority=priority.id,
        outcome=outcome.id,
        is_linked=isinstance(outcome.goal, Outcome) and priority.id in outcome.goal.priorities,
        is_accepted=GoalStatus.ACCEPTED in (priority.status, outcome.status),
        actions=tuple(action for action in outcome.actions if action in under_priority),
    )
