"""Coverage for other programs, as JSON in the form that `format` numbers, and for spreadsheets, the day in each row."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from coparent.coverage import GOAL_KINDS, GoalAssessment, MatrixCell, OrganisationCoverage, Survey
from coparent.progress import ActionProgress
from coparent.tables import formats
from coparent.tables.coverage.wording import CoverageRequest
from coparent.tables.style import TableStyle
from coparent.text.json_text import JsonObject
from coparent.text.sentences import plural

_WITH_PERCENT = ("outcome", "priority", "promise", "recommendation")
_COLUMNS_OF_ALL = {name: name for name in ("as_at", "audience", "incomplete")}
_GOAL_COLUMNS = {
    "kind": "kind", "id": "id", "title": "title", "status": "status", "needs_actions": "needs.actions",
    "needs_organisations": "needs.organisations", "needs_measures": "needs.measures", "actions": "has.actions",
    "live": "has.live", "approved": "has.approved", "organisations": "has.organisations", "measures": "has.measures",
    "lacks": "lacks", "served_by": "actions",
}  # fmt: skip
_ORGANISATION_COLUMNS = {
    "id": "id", "name": "title", "type": "type", "members": "members", "actions": "has.actions", "leads": "leading",
    "live": "has.live", "approved": "has.approved", "outcomes": "has.outcomes", "lacks": "lacks",
    "takes_part_in": "actions",
}  # fmt: skip
_CELL_COLUMNS = {
    "priority": "priority", "outcome": "outcome", "linked": "linked", "actions": "has", "gap": "gap",
    "served_by": "actions",
}  # fmt: skip


def write_json(survey: Survey, request: CoverageRequest, style: TableStyle) -> str:
    """All of a survey."""
    document: JsonObject = {
        "format": 1,
        **_heading(survey),
        "percent": {plural(kind): survey.coverage.percent(kind) for kind in _WITH_PERCENT},
        **{plural(kind): [_goal(assessment) for assessment in goals] for kind, goals in survey.goals.items()},
        "organisations": [_organisation(covered) for covered in survey.organisations],
        # A cell without actions is of a pair that the strategy links.
        "matrix": [_cell(cell) for cell in survey.matrix if cell.is_linked or cell.actions],
    }
    return formats.write_json(document, style)


def write_csv(survey: Survey, request: CoverageRequest, style: TableStyle) -> str:
    """The goals, of one kind or of all; or the organisations; or the matrix."""
    columns: Mapping[str, str]
    items: Iterable[JsonObject]
    if request.matrix:
        columns = _CELL_COLUMNS
        items = (
            {**_cell(cell), "linked": cell.is_linked, "has": len(cell.actions), "gap": cell.is_gap}
            for cell in survey.matrix
        )
    elif request.by == "organisation":
        columns = _ORGANISATION_COLUMNS
        items = (
            {**_organisation(covered), "leading": len(covered.leads), "lacks": "; ".join(covered.lacks)}
            for covered in survey.organisations
        )
    else:
        columns = _GOAL_COLUMNS
        items = (
            {"kind": kind, **_goal(assessment), "lacks": "; ".join(assessment.lacks)}
            for kind in ((request.by,) if request.by else GOAL_KINDS)
            for assessment in survey.goals[kind]
        )
    heading = _heading(survey)
    return formats.write_items({**_COLUMNS_OF_ALL, **columns}, ({**heading, **item} for item in items), style)


def _heading(survey: Survey) -> JsonObject:
    return {
        "as_at": survey.as_at.isoformat(),
        "audience": survey.audience.value,
        "incomplete": survey.incomplete,
    }


def _goal(assessment: GoalAssessment) -> JsonObject:
    goal = assessment.goal
    return {
        "id": goal.id,
        "title": goal.title,
        "status": goal.status.value,
        "needs": asdict(goal.needs),
        "has": goal.counts,
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
        "has": {name: number for name, number in covered.counts.items() if name != "leads"},
        "actions": _ids(covered.actions),
        "leads": _ids(covered.leads),
        "outcomes": list(covered.outcomes),
        "lacks": list(covered.lacks),
    }


def _cell(cell: MatrixCell) -> JsonObject:
    return {"priority": cell.priority, "outcome": cell.outcome, "actions": _ids(cell.actions)}


def _ids(actions: Iterable[ActionProgress]) -> list[str]:
    return [progress.id for progress in actions]
