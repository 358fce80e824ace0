"""Coverage for a spreadsheet: a row for each goal, organisation or cell of the matrix, with the day in each."""

from coparent.coverage import GOAL_KINDS, GoalAssessment, MatrixCell, OrganisationCoverage, Survey
from coparent.tables.coverage.wording import CoverageRequest, action_ids
from coparent.tables.formats import write_csv
from coparent.tables.style import TableStyle

_FIELDS_OF_ALL = ("as_at", "audience", "incomplete")
_GOAL_FIELDS = (
    "kind", "id", "title", "status", "needs_actions", "needs_organisations", "needs_measures", "actions", "live",
    "approved", "organisations", "measures", "lacks", "served_by",
)  # fmt: skip
_ORGANISATION_FIELDS = (
    "id", "name", "type", "members", "actions", "leads", "live", "approved", "outcomes", "lacks", "takes_part_in",
)  # fmt: skip
_CELL_FIELDS = ("priority", "outcome", "linked", "actions", "gap", "served_by")

Row = list[str | int | float | None]


def write(survey: Survey, request: CoverageRequest, style: TableStyle) -> str:
    """The goals, of one kind or of all; or the organisations; or the matrix."""
    header: tuple[str, ...]
    of_all: Row = [survey.as_at.isoformat(), survey.audience.value, _yes(survey.incomplete)]
    if request.matrix:
        header, rows = _CELL_FIELDS, [_cell_row(cell) for cell in survey.matrix]
    elif request.by == "organisation":
        header, rows = _ORGANISATION_FIELDS, [_organisation_row(covered) for covered in survey.organisations]
    else:
        kinds = (request.by,) if request.by else GOAL_KINDS
        header, rows = _GOAL_FIELDS, [_goal_row(assessment) for kind in kinds for assessment in survey.goals[kind]]
    return write_csv((*_FIELDS_OF_ALL, *header), [[*of_all, *row] for row in rows], style)


def _goal_row(assessment: GoalAssessment) -> Row:
    goal = assessment.goal
    return [
        goal.kind,
        goal.id,
        goal.title,
        goal.status.value,
        goal.needs.actions,
        goal.needs.organisations,
        goal.needs.measures,
        len(goal.actions),
        len(goal.live),
        len(goal.approved),
        len(goal.organisations),
        len(goal.measures),
        "; ".join(assessment.lacks),
        action_ids(goal.actions),
    ]


def _organisation_row(covered: OrganisationCoverage) -> Row:
    return [
        covered.id,
        covered.organisation.name,
        covered.organisation.type,
        ", ".join(covered.members),
        len(covered.actions),
        len(covered.leads),
        len(covered.live),
        len(covered.approved),
        len(covered.outcomes),
        "; ".join(covered.lacks),
        action_ids(covered.actions),
    ]


def _cell_row(cell: MatrixCell) -> Row:
    is_linked, is_gap = _yes(cell.is_linked), _yes(cell.is_gap)
    return [cell.priority, cell.outcome, is_linked, len(cell.actions), is_gap, action_ids(cell.actions)]


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"
