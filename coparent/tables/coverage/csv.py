"""Coverage for a spreadsheet: a row for each goal, organisation or pair, which files of several days can share."""

from coparent.coverage import GOAL_KINDS, GoalAssessment, MatrixCell, OrganisationCoverage, Survey
from coparent.tables.coverage.views import View
from coparent.tables.layout import Look, write_csv

_ALWAYS = ("as_at", "audience", "incomplete")
_OF_GOALS = (
    "kind", "id", "title", "status", "needs_actions", "needs_organisations", "needs_measures", "actions", "live",
    "approved", "organisations", "measures", "lacks", "served_by",
)  # fmt: skip
_OF_ORGANISATIONS = (
    "id", "name", "type", "members", "actions", "leads", "live", "approved", "outcomes", "lacks", "takes_part_in",
)  # fmt: skip
_OF_PAIRS = ("priority", "outcome", "linked", "actions", "gap", "served_by")

Row = list[str | int | float | None]


def write(survey: Survey, view: View, look: Look) -> str:
    """The goals, of one kind or of all; or the organisations; or the matrix."""
    header: tuple[str, ...]
    always: Row = [survey.as_at.isoformat(), survey.audience.value, _yes(survey.incomplete)]
    if view.matrix:
        header, rows = _OF_PAIRS, [_pair(pair) for pair in survey.matrix]
    elif view.by == "organisation":
        header, rows = _OF_ORGANISATIONS, [_organisation(one) for one in survey.organisations]
    else:
        kinds = (view.by,) if view.by else GOAL_KINDS
        header, rows = _OF_GOALS, [_goal(one) for kind in kinds for one in survey.goals[kind]]
    return write_csv((*_ALWAYS, *header), [[*always, *row] for row in rows], look)


def _goal(judged: GoalAssessment) -> Row:
    goal = judged.goal
    return [
        goal.kind,
        goal.id,
        goal.goal.title,
        goal.status.value,
        goal.needs.actions,
        goal.needs.organisations,
        goal.needs.measures,
        len(goal.actions),
        len(goal.live),
        len(goal.approved),
        len(goal.organisations),
        len(goal.measures),
        "; ".join(judged.lacks),
        ", ".join(one.action.id for one in goal.actions),
    ]


def _organisation(one: OrganisationCoverage) -> Row:
    return [
        one.id,
        one.organisation.name,
        one.organisation.type,
        ", ".join(one.members),
        len(one.actions),
        len(one.leads),
        len(one.live),
        len(one.approved),
        len(one.outcomes),
        "; ".join(one.lacks),
        ", ".join(action.action.id for action in one.actions),
    ]


def _pair(pair: MatrixCell) -> Row:
    ids = ", ".join(one.action.id for one in pair.actions)
    return [pair.priority, pair.outcome, _yes(pair.is_linked), len(pair.actions), _yes(pair.is_gap), ids]


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"
