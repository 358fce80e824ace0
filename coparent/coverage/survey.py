"""Everything there is to say of coverage, for one audience: worked out once, and only laid out afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from coparent.coverage.fragility import GoalAssessment, judge
from coparent.coverage.goals import GOAL_KINDS, Coverage, GoalStatus, coverage_of
from coparent.coverage.matrix import MatrixCell, build_matrix
from coparent.coverage.organisations import OrganisationCoverage, organisations_covered
from coparent.workspace import Workspace
from coparent.workspace.audience import Audience, for_audience


@dataclass(frozen=True)
class Survey:
    """Coverage as one audience may see it.

    `left_out` counts the actions that are not for this audience: nothing here counts them. `incomplete` while
    something of the plans could not be read or made sense of.
    """

    title: str
    as_at: date
    audience: Audience
    left_out: int
    incomplete: bool
    coverage: Coverage
    goals: Mapping[str, tuple[GoalAssessment, ...]]
    organisations: tuple[OrganisationCoverage, ...]
    pairs: tuple[MatrixCell, ...]

    def count(self, kind: str, status: GoalStatus) -> int:
        """How many goals of a kind stand so."""
        return sum(one.goal.status is status for one in self.goals[kind])

    def gaps(self, kind: str) -> tuple[GoalAssessment, ...]:
        """The goals of a kind that too little serves, and that nobody has accepted as a gap."""
        return tuple(one for one in self.goals[kind] if one.goal.status in (GoalStatus.PARTIAL, GoalStatus.MISSING))


def survey_of(workspace: Workspace, audience: Audience = Audience.INTERNAL, *, incomplete: bool = False) -> Survey:
    """The coverage of what an audience may see, with what is fragile, who takes part and what serves which pair."""
    seen, left_out = for_audience(workspace, audience)
    coverage = coverage_of(seen)
    judged = judge(seen)
    return Survey(
        title=workspace.strategy.title if workspace.strategy is not None else "",
        as_at=workspace.as_at,
        audience=audience,
        left_out=left_out,
        incomplete=incomplete or coverage.incomplete,
        coverage=coverage,
        goals={kind: tuple(one for one in judged if one.goal.kind == kind) for kind in GOAL_KINDS},
        organisations=organisations_covered(seen),
        pairs=build_matrix(seen),
    )
