"""What serves each goal of the strategy, what is lacking, and who takes part."""

from coparent.coverage.fragility import GoalAssessment
from coparent.coverage.goals import (
    GOAL_KINDS,
    Amounts,
    Coverage,
    GoalCoverage,
    GoalStatus,
    coverage_of,
)
from coparent.coverage.matrix import MatrixCell
from coparent.coverage.organisations import OrganisationCoverage
from coparent.coverage.survey import Survey, survey_of

__all__ = [
    "GOAL_KINDS",
    "Amounts",
    "Coverage",
    "GoalAssessment",
    "GoalCoverage",
    "GoalStatus",
    "MatrixCell",
    "OrganisationCoverage",
    "Survey",
    "coverage_of",
    "survey_of",
]
