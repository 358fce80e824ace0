"""Which part of coverage is asked for, and the sentences that its formats share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coparent.coverage import GoalAssessment, GoalCoverage, GoalStatus, Survey
from coparent.progress import ActionProgress
from coparent.text.sentences import count, verb
from coparent.timescales import day_in_words, in_words

COUNTED = ("actions", "leads", "live", "outcomes")
"""What people see counted of each organisation."""


@dataclass(frozen=True, slots=True)
class CoverageRequest:
    """What to show: one kind of goal, or the organisations; the matrix; else all goals in short.

    `draft` says what is wrong with the plans where they were read although they are faulty.
    """

    by: str = ""
    matrix: bool = False
    draft: str = ""


def heading(survey: Survey) -> str:
    """What this is, and for which day."""
    return f"Coverage as at {day_in_words(survey.as_at)}"


def notes(survey: Survey, request: CoverageRequest) -> list[str]:
    """What a reader must know before he trusts a figure."""
    lines = []
    if request.draft:
        lines = [request.draft, "Until then the figures are incomplete."]
    elif survey.incomplete:
        lines = ["The figures are incomplete: something in the plans could not be read."]
    if not any(survey.goals.values()):
        lines.append("There is no strategy to be read, so there are no goals to count.")
    if survey.left_out:
        audience = "the public" if survey.audience == "public" else "partners"
        actions, are = count(survey.left_out, "action"), verb(survey.left_out, "is")
        lines.append(f"For {audience}: {actions} not meant for them {are} left out.")
    return lines


def share(survey: Survey, kind: str) -> str:
    """How many goals of a kind are covered, in words."""
    covered = survey.count(kind, GoalStatus.COVERED)
    counted = len(survey.goals[kind]) - survey.count(kind, GoalStatus.ACCEPTED)
    accepted = len(survey.goals[kind]) - counted
    return f"{covered} of {counted} covered ({survey.coverage.percent(kind)}%)" + (
        f", {accepted} accepted" if accepted else ""
    )


def remarks(assessment: GoalAssessment) -> Mapping[str, str]:
    """What a goal is short of, or why that is accepted, and what makes it fragile, each after a word for it."""
    goal = assessment.goal
    found: dict[str, str] = {}
    if goal.status is GoalStatus.ACCEPTED:
        found["accepted"] = acceptance(goal)
    elif goal.lacks:
        found["gap"] = "; ".join(goal.lacks)
    if assessment.fragile:
        found["fragile"] = "; ".join(assessment.fragile)
    return found


def acceptance(goal: GoalCoverage) -> str:
    """Until when a gap is accepted, and why."""
    gap = goal.goal.accepted_gap
    return f"until {in_words(gap.until)}: {' '.join(str(gap.reason).split())}" if gap is not None else ""


def action_ids(actions: Iterable[ActionProgress]) -> str:
    """The ids of actions, one after the other."""
    return ", ".join(progress.id for progress in actions)
