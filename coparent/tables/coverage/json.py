"""Coverage for other programs: JSON in the form that `format` numbers."""

from collections.abc import Iterable
from typing import Any

from coparent.coverage import GoalAssessment, OrganisationCoverage, Survey
from coparent.progress import ActionProgress
from coparent.tables.coverage.views import View
from coparent.tables.layout import Look, write_json
from coparent.text.sentences import plural

WITH_PERCENT = ("outcome", "priority", "promise", "recommendation")


def write(survey: Survey, view: View, look: Look) -> str:
    """All of a survey."""
    document = {
        "format": 1,
        "as_at": survey.as_at.isoformat(),
        "audience": survey.audience.value,
        "incomplete": survey.incomplete,
        "percent": {plural(kind): survey.coverage.percent(kind) for kind in WITH_PERCENT},
        **{plural(kind): [_goal(one) for one in judged] for kind, judged in survey.goals.items()},
        "organisations": [_organisation(one) for one in survey.organisations],
        # A pair without actions is one that the strategy links.
        "matrix": [
            {"priority": pair.priority, "outcome": pair.outcome, "actions": _ids(pair.actions)}
            for pair in survey.matrix
            if pair.is_linked or pair.actions
        ],
    }
    return write_json(document, look)


def _goal(judged: GoalAssessment) -> dict[str, Any]:
    goal = judged.goal
    return {
        "id": goal.id,
        "title": goal.goal.title,
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
        "lacks": list(judged.lacks),
    }


def _organisation(one: OrganisationCoverage) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.organisation.name,
        "type": one.organisation.type,
        "members": list(one.members),
        "has": {
            "actions": len(one.actions),
            "live": len(one.live),
            "approved": len(one.approved),
            "outcomes": len(one.outcomes),
        },
        "actions": _ids(one.actions),
        "leads": _ids(one.leads),
        "outcomes": list(one.outcomes),
        "lacks": list(one.lacks),
    }


def _ids(actions: Iterable[ActionProgress]) -> list[str]:
    return [one.action.id for one in actions]
