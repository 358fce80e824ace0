"""Coverage for other programs: JSON in the form that `format` numbers."""

from collections.abc import Iterable

from coparent.coverage import GoalAssessment, OrganisationCoverage, Survey
from coparent.progress import ActionProgress
from coparent.tables.coverage.wording import CoverageRequest
from coparent.tables.formats import write_json
from coparent.tables.style import TableStyle
from coparent.text.json_text import JsonObject
from coparent.text.sentences import plural

_WITH_PERCENT = ("outcome", "priority", "promise", "recommendation")


def write(survey: Survey, request: CoverageRequest, style: TableStyle) -> str:
    """All of a survey."""
    document: JsonObject = {
        "format": 1,
        "as_at": survey.as_at.isoformat(),
        "audience": survey.audience.value,
        "incomplete": survey.incomplete,
        "percent": {plural(kind): survey.coverage.percent(kind) for kind in _WITH_PERCENT},
        **{plural(kind): [_goal(assessment) for assessment in goals] for kind, goals in survey.goals.items()},
        "organisations": [_organisation(covered) for covered in survey.organisations],
        # A cell without actions is of a pair that the strategy links.
        "matrix": [
            {"priority": cell.priority, "outcome": cell.outcome, "actions": _ids(cell.actions)}
            for cell in survey.matrix
            if cell.is_linked or cell.actions
        ],
    }
    return write_json(document, style)


def _goal(assessment: GoalAssessment) -> JsonObject:
    goal = assessment.goal
    return {
        "id": goal.id,
        "title": goal.title,
        "status": goal.status.value,
        "needs": {
            "actions": goal.needs.actions,
            "organisations": goal.needs.organisations,
            "measures": goal.needs.measures,
        },
        "has": {
            "actions": len(goal.actions),
            "live": len(goal.live),
            "approved": len(goal.approved),
            "organisations": len(goal.organisations),
            "measures": len(goal.measures),
        },
        "actions": _ids(goal.actions),
        "measures": [measure.id for measure in goal.measures],
        "lacks": list(assessment.lacks),
    }


def _organisation(covered: OrganisationCoverage) -> JsonObject:
    return {
        "id": covered.id,
        "title": covered.organisation.name,
        "type": covered.organisation.type,
        "members": list(covered.members),
        "has": {
            "actions": len(covered.actions),
            "live": len(covered.live),
            "approved": len(covered.approved),
            "outcomes": len(covered.outcomes),
        },
        "actions": _ids(covered.actions),
        "leads": _ids(covered.leads),
        "outcomes": list(covered.outcomes),
        "lacks": list(covered.lacks),
    }


def _ids(actions: Iterable[ActionProgress]) -> list[str]:
    return [progress.id for progress in actions]
