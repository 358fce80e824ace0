"""Coverage as Markdown, for a comment on a pull request, a wiki or a report."""

from coparent.coverage import GOAL_KINDS, GoalAssessment, GoalStatus, Survey
from coparent.tables.coverage.wording import COUNTED, CoverageRequest, acceptance, action_ids, heading, notes, share
from coparent.tables.formats import write_markdown
from coparent.tables.style import TableStyle
from coparent.tables.table import Column, Row, Table
from coparent.text.escaping import encode_markdown, escape_markdown
from coparent.text.sentences import plural


def write(survey: Survey, request: CoverageRequest, style: TableStyle) -> str:
    """All goals, those of one kind, the organisations, or the matrix."""
    lines = [f"## {escape_markdown(heading(survey))}"]
    for paragraph in (survey.title, *notes(survey, request)):
        if paragraph:
            lines += ["", escape_markdown(paragraph)]
    if request.matrix:
        lines += ["", *_matrix(survey, style)]
    elif request.by == "organisation":
        lines += ["", *_organisations(survey, style)]
    else:
        for kind in (request.by,) if request.by else GOAL_KINDS:
            if survey.goals[kind]:
                lines += ["", *_goals(survey, kind, style, in_full=bool(request.by))]
    return encode_markdown("\n".join([*lines, ""]), only_ascii=style.ascii)


def _goals(survey: Survey, kind: str, style: TableStyle, *, in_full: bool) -> list[str]:
    counted = ("actions", "live", "organisations", *(("measures",) if kind == "outcome" else ()))
    columns = [
        *(Column(title) for title in (kind, "title", "status")),
        *(Column(title, right=True) for title in counted),
        Column("lacks"),
        *((Column("served by"),) if in_full else ()),
    ]
    rows: list[Row] = [
        [
            *(assessment.goal.id, assessment.goal.title, assessment.goal.status.value),
            *(assessment.goal.counts[name] for name in counted),
            _lacks(assessment),
            *((action_ids(assessment.goal.actions),) if in_full else ()),
        ]
        for assessment in survey.goals[kind]
    ]
    table = Table(columns, rows)
    return [f"### {plural(kind).capitalize()}: {share(survey, kind)}", "", *write_markdown(table, style)]


def _lacks(assessment: GoalAssessment) -> str:
    if assessment.goal.status is GoalStatus.ACCEPTED:
        return f"accepted {acceptance(assessment.goal)}"
    return "; ".join(assessment.lacks)


def _organisations(survey: Survey, style: TableStyle) -> list[str]:
    columns = [
        *(Column(title) for title in ("organisation", "name", "type")),
        *(Column(title, right=True) for title in COUNTED),
        Column("lacks"),
    ]
    rows: list[Row] = [
        [
            *(covered.id, covered.organisation.name, covered.organisation.type),
            *(covered.counts[name] for name in COUNTED),
            "; ".join(covered.lacks),
        ]
        for covered in survey.organisations
    ]
    return ["### Organisations", "", *write_markdown(Table(columns, rows), style)]


def _matrix(survey: Survey, style: TableStyle) -> list[str]:
    outcomes = [assessment.goal for assessment in survey.goals["outcome"]]
    columns = [Column("priority"), *(Column(outcome.id, right=True) for outcome in outcomes)]
    rows = [
        [
            assessment.goal.title,
            *("gap" if cell.is_gap else str(len(cell.actions) or "") for cell in survey.matrix_row(assessment.goal.id)),
        ]
        for assessment in survey.goals["priority"]
    ]
    names = [f"{outcome.id}: {outcome.goal.title}" for outcome in outcomes]
    return [
        "### Actions that serve both a priority and an outcome",
        "",
        *write_markdown(Table(columns, rows), style),
        "",
        "A gap is a pair that the strategy links and no action serves.",
        "",
        *(f"- {escape_markdown(name)}" for name in names),
    ]
