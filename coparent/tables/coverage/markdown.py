"""Coverage as Markdown, for a comment on a pull request, a wiki or a report."""

from coparent.coverage import GOAL_KINDS, GoalAssessment, GoalStatus, Survey
from coparent.tables.coverage.views import View, acceptance, heading, notes, share
from coparent.tables.layout import Column, Content, Look, encode_markdown, write_markdown
from coparent.text.escaping import escape_markdown
from coparent.text.sentences import plural


def write(survey: Survey, view: View, look: Look) -> str:
    """All goals, those of one kind, the organisations, or the matrix."""
    lines = [f"## {escape_markdown(look.redact(heading(survey)))}"]
    for paragraph in (survey.title, *notes(survey, view)):
        if paragraph:
            lines += ["", escape_markdown(look.redact(paragraph))]
    if view.matrix:
        lines += ["", *_matrix(survey, look)]
    elif view.by == "organisation":
        lines += ["", *_organisations(survey, look)]
    else:
        for kind in (view.by,) if view.by else GOAL_KINDS:
            if survey.goals[kind]:
                lines += ["", *_goals(survey, kind, look, in_full=bool(view.by))]
    return encode_markdown(lines, look)


def _goals(survey: Survey, kind: str, look: Look, *, in_full: bool) -> list[str]:
    counted = ("actions", "live", "organisations", *(("measures",) if kind == "outcome" else ()))
    columns = [
        *(Column(title) for title in (kind, "title", "status")),
        *(Column(title, right=True) for title in counted),
        Column("lacks"),
        *((Column("served by"),) if in_full else ()),
    ]
    rows = [_goal(one, in_full=in_full) for one in survey.goals[kind]]
    return [
        f"### {plural(kind).capitalize()}: {share(survey, kind)}", "", *write_markdown(columns, rows, look)
    ]  # fmt: skip


def _goal(judged: GoalAssessment, *, in_full: bool) -> list[str | int]:
    goal = judged.goal
    row: list[str | int] = [goal.id, goal.goal.title, goal.status.value]
    row += [len(goal.actions), len(goal.live), len(goal.organisations)]
    if goal.kind == "outcome":
        row.append(len(goal.measures))
    row.append(f"accepted {acceptance(goal)}" if goal.status is GoalStatus.ACCEPTED else "; ".join(judged.lacks))
    if in_full:
        row.append(", ".join(one.action.id for one in goal.actions))
    return row


def _organisations(survey: Survey, look: Look) -> list[str]:
    columns = [
        *(Column(title) for title in ("organisation", "name", "type")),
        *(Column(title, right=True) for title in ("actions", "leads", "live", "outcomes")),
        Column("lacks"),
    ]
    rows: list[list[Content]] = [
        [
            one.id,
            one.organisation.name,
            one.organisation.type,
            len(one.actions),
            len(one.leads),
            len(one.live),
            len(one.outcomes),
            "; ".join(one.lacks),
        ]
        for one in survey.organisations
    ]
    return ["### Organisations", "", *write_markdown(columns, rows, look)]


def _matrix(survey: Survey, look: Look) -> list[str]:
    outcomes = [one.goal.id for one in survey.goals["outcome"]]
    columns = [Column("priority"), *(Column(outcome, right=True) for outcome in outcomes)]
    rows: list[list[str]] = []
    for priority in survey.goals["priority"]:
        own = [pair for pair in survey.matrix if pair.priority == priority.goal.id]
        cells = ["gap" if pair.is_gap else str(len(pair.actions) or "") for pair in own]
        rows.append([priority.goal.goal.title, *cells])
    told = [f"{one.goal.id}: {one.goal.goal.title}" for one in survey.goals["outcome"]]
    return [
        "### Actions that serve both a priority and an outcome",
        "",
        *write_markdown(columns, rows, look),
        "",
        "A gap is a pair that the strategy links and no action serves.",
        "",
        *(f"- {escape_markdown(look.redact(line))}" for line in told),
    ]
