"""What serves each goal, and the gaps: the numbers of `coparent coverage`, as a committee reads them."""

from collections.abc import Sequence
from itertools import groupby

from coparent.coverage import GOAL_KINDS, GoalAssessment, GoalStatus, MatrixCell
from coparent.papers.facts import Caption
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.goals import goals_by_key
from coparent.papers.sections.mentions import rich
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import count_statuses, spread_of
from coparent.papers.views.coverage import Coverage, GoalGroup, GoalLine, Matrix, MatrixRow, Square
from coparent.progress import ActionProgress
from coparent.schema.shared import AcceptedGap
from coparent.text.sentences import count, in_letters, listing, plural, upper_first
from coparent.timescales import in_words

FRAGILE = "Coverage is fragile where little stands behind it, or it is late, or soon ends."
_DARKEST = 4
"""The number from which a square of the matrix gets no darker."""
_MOST_NAMED = 5
"""How many gaps a sentence names; the matrix shows them all."""
_NOTES = {"off-track": "off track", "at-risk": "at risk", "complete": "complete"}
"""What is most worth knowing of the actions in a square, the weightiest first."""
_INCOMPLETE = "These numbers are incomplete, because something in the plans could not be read."
_COUNTED_TWICE = "An action that serves several outcomes counts under each, so a row can add up to more than its total."


def build_coverage(context: PaperContext, numbers: Numbers) -> Coverage | None:
    """The matrix, how many goals of each kind are covered, and each goal that lacks something."""
    survey = context.survey
    if not any(survey.goals.values()):
        return None
    heading = numbers.section("coverage", "Coverage of our outcomes")
    caption = numbers.table("Actions that serve both a priority and an outcome")
    paragraphs = numbers.paragraphs(
        _INCOMPLETE if survey.incomplete else "",
        f"{caption.label} counts the actions that serve both a priority and an outcome. "
        "A gap is a pair that the strategy links and that no action serves. "
        "Actions that were cancelled, superseded or carried forward are not counted.",
        _gaps_in_words(context),
        _COUNTED_TWICE
        if any(_counts_twice(assessment.goal.actions) for assessment in survey.goals["priority"])
        else "",
    )
    groups = tuple(_group(context, kind) for kind in GOAL_KINDS if survey.goals[kind])
    goals_caption = numbers.table("Goals that lack something") if any(group.lines for group in groups) else None
    return Coverage(
        heading=heading,
        paragraphs=paragraphs,
        matrix=_matrix(context, caption),
        groups_paragraph=numbers.paragraph(_explain_goals(goals_caption)),
        caption=goals_caption,
        groups=groups,
    )


def _gaps_in_words(context: PaperContext) -> str:
    """How many pairs are gaps, naming them where they are few, and for how many the gap has been accepted."""
    cells, goals = context.survey.matrix, goals_by_key(context)
    gaps = [cell for cell in cells if cell.is_gap]
    accepted = sum(_kind(cell) == "accepted" for cell in cells)
    if not gaps:
        less = f", but for {accepted} whose gap has been accepted" if accepted else ""
        return (
            f"Every pair that the strategy links has an action{less}." if any(cell.is_linked for cell in cells) else ""
        )
    more = f" For {count(accepted, 'more pair')} the gap has been accepted." if accepted else ""
    opening = "There is one gap" if len(gaps) == 1 else f"There are {in_letters(len(gaps))} gaps"
    if len(gaps) > _MOST_NAMED:
        return f"{opening}.{more}"
    pairs = [f"{goals['priority', gap.priority].title} with {goals['outcome', gap.outcome].label}" for gap in gaps]
    return f"{opening}: {listing(pairs)}.{more}"


def _matrix(context: PaperContext, caption: Caption) -> Matrix:
    goals, survey = goals_by_key(context), context.survey
    cells = groupby(survey.matrix, key=lambda cell: cell.priority)
    squares = {priority: tuple(map(_square, row)) for priority, row in cells}
    outcomes = [assessment.goal for assessment in survey.goals["outcome"]]
    priorities = [assessment.goal for assessment in survey.goals["priority"]]
    return Matrix(
        caption=caption,
        outcomes=tuple(goals["outcome", outcome.id] for outcome in outcomes),
        rows=tuple(
            MatrixRow(goals["priority", priority.id], squares.get(priority.id, ()), len(priority.actions))
            for priority in priorities
        ),
        totals=tuple(len(outcome.actions) for outcome in outcomes),
    )


def _square(cell: MatrixCell) -> Square:
    number, kind = len(cell.actions), _kind(cell)
    words = {
        "gap": "Gap: no action serves both",
        "accepted": "No action serves both: gap accepted",
        "none": "Not linked, and no action serves both",
    }.get(kind) or spread_of(cell.actions).sentence.removesuffix(".")
    statuses = count_statuses(cell.actions)
    note = next((f"{statuses[code]} {what}" for code, what in _NOTES.items() if statuses[code]), "")
    return Square(number, kind, min(number, _DARKEST), note, words)


def _kind(cell: MatrixCell) -> str:
    if cell.actions:
        return "served"
    if cell.is_gap:
        return "gap"
    return "accepted" if cell.is_linked else "none"


def _explain_goals(caption: Caption | None) -> str:
    listed = "No goal has a gap and none is fragile."
    if caption is not None:
        listed = f"{caption.label} lists the goals with a gap, those whose gap is accepted, and the fragile ones."
    return (
        "An outcome is covered when it has the actions, organisations and measures that it needs. "
        f"Any other goal is covered when one action serves it. {FRAGILE} {listed}"
    )


def _group(context: PaperContext, kind: str) -> GoalGroup:
    lines = tuple(
        goal_line(context, assessment)
        for assessment in context.survey.goals[kind]
        if assessment.lacks or assessment.goal.status is not GoalStatus.COVERED
    )
    return GoalGroup(plural(kind).capitalize(), covered_in_words(context, kind), lines)


def _counts_twice(actions: Sequence[ActionProgress]) -> bool:
    """Whether one of the actions stands in several squares of a row."""
    return any(len(action.action.outcomes) > 1 for action in actions)


def covered_in_words(context: PaperContext, kind: str) -> str:
    """How many goals of a kind are covered, how many of these by too little, and how many gaps are accepted."""
    survey = context.survey
    covered, accepted = survey.count(kind, GoalStatus.COVERED), survey.count(kind, GoalStatus.ACCEPTED)
    counted = len(survey.goals[kind]) - accepted
    fragile = sum(bool(goal.fragile) and goal.goal.status is GoalStatus.COVERED for goal in survey.goals[kind])
    sentences = []
    if counted:
        sentences.append(_covered(kind, covered, counted, survey.coverage.percent(kind)))
    if fragile:
        whose = "Its coverage" if covered == 1 else f"Coverage of {_all(fragile, covered)}"
        sentences.append(f"{whose} is fragile.")
    if accepted:
        sentences.append(f"For {count(accepted, kind)} the gap has been accepted.")
    return " ".join(sentences)


def _covered(kind: str, covered: int, counted: int, percent: float) -> str:
    if counted == 1 and not covered:
        return f"The one {kind} is not covered."
    if covered < counted:
        is_covered = f"{'are' if covered > 1 else 'is'} covered"
        return f"{covered or 'None'} of {count(counted, kind)} {is_covered} ({percent:g}%)."
    if counted == 1:
        return f"The one {kind} is covered."
    return f"{upper_first(_all(counted, counted))} {plural(kind)} are covered."


def _all(some: int, every: int) -> str:
    if some < every:
        return str(some)
    return "both" if some == 2 else f"all {some}"


def goal_line(context: PaperContext, assessment: GoalAssessment) -> GoalLine:
    """A goal's coverage in words."""
    goal, gap = assessment.goal, assessment.goal.goal.accepted_gap
    lacks = [*assessment.lacks]
    if gap is not None and goal.status is GoalStatus.MISSING:
        lacks.append(f"the gap was accepted until {_accepted_until(context, gap)}, and that has passed")
    return GoalLine(
        goal=goals_by_key(context)[goal.kind, goal.id],
        code=goal.status.value,
        words=coverage_in_words(context, assessment),
        actions=len(goal.actions),
        lacks=(*map(upper_first, lacks[:1]), *lacks[1:]),
        reason=rich(gap.reason) if gap is not None and goal.status is GoalStatus.ACCEPTED else "",
    )


def coverage_in_words(context: PaperContext, assessment: GoalAssessment) -> str:
    """Whether a goal is covered; a gap that is accepted with its date."""
    match assessment.goal.status:
        case GoalStatus.COVERED:
            return "Covered, but fragile" if assessment.fragile else "Covered"
        case GoalStatus.PARTIAL:
            return "Partly covered"
        case GoalStatus.MISSING:
            return "Not covered"
        case GoalStatus.ACCEPTED:
            gap = assessment.goal.goal.accepted_gap
            until = _accepted_until(context, gap) if gap is not None else ""
            return f"Gap accepted until {until}" if until else "Gap accepted, with no end date"


def _accepted_until(context: PaperContext, gap: AcceptedGap) -> str:
    strategy = context.workspace.strategy
    until = gap.until.within(strategy.period if strategy is not None else None)
    return in_words(until) if until.end is not None else ""
