"""All of coverage as one audience may see it: goals, organisations and the matrix, ready to be laid out."""

from collections.abc import Mapping
from datetime import date

from coparent.coverage.fragility import GoalAssessment, assess_goals
from coparent.coverage.goals import GOAL_KINDS, Coverage, GoalStatus, coverage_of
from coparent.coverage.matrix import MatrixCell, build_matrix
from coparent.coverage.organisations import OrganisationCoverage, organisations_covered
from coparent.values import frozen
from coparent.workspace import Workspace
from coparent.workspace.audience import Audience, for_audience


@frozen
class Survey:
    """Coverage as one audience may see it.

    `left_out` is how many actions are not for this audience; nothing else here counts them. `incomplete` while
    something of the plans could not be read.
    """

    title: str
    as_at: date
    audience: Audience
    left_out: int
    incomplete: bool
    coverage: Coverage
    goals: Mapping[str, tuple[GoalAssessment, ...]]
    organisations: tuple[OrganisationCoverage, ...]
    matrix: tuple[MatrixCell, ...]

    def matrix_row(self, priority: str) -> tuple[MatrixCell, ...]:
        """The cells of a priority, outcome by outcome."""
        return tuple(cell for cell in self.matrix if cell.priority == priority)

    def count(self, kind: str, status: GoalStatus) -> int:
        """How many goals of a kind have a status."""
        return sum(assessment.goal.status is status for assessment in self.goals[kind])

    def gaps(self, kind: str) -> tuple[GoalAssessment, ...]:
        """The goals of a kind that too little serves, and that nobody has accepted as a gap."""
        lacking = (GoalStatus.PARTIAL, GoalStatus.MISSING)
        return tuple(assessment for assessment in self.goals[kind] if assessment.goal.status in lacking)


def survey_of(workspace: Workspace, audience: Audience = Audience.INTERNAL, *, incomplete: bool = False) -> Survey:
    """Coverage counted from what an audience may see of a workspace."""
    visible, left_out = for_audience(workspace, audience)
    coverage = coverage_of(visible)
    assessments = assess_goals(visible)
    return Survey(
        title=(workspace.strategy.title if workspace.strategy is not None else None) or "",
        as_at=workspace.as_at,
        audience=audience,
        left_out=left_out,
        incomplete=incomplete or coverage.incomplete,
        coverage=coverage,
        goals={kind: tuple(found for found in assessments if found.goal.kind == kind) for kind in GOAL_KINDS},
        organisations=organisations_covered(visible),
        matrix=build_matrix(visible),
    )
