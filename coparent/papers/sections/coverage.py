"""What serves each goal, and the gaps: the very numbers of `coparent coverage`, as a committee reads them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from coparent.coverage import GOAL_KINDS, GoalAssessment, GoalCoverage, GoalStatus, MatrixCell
from coparent.papers.facts import Caption
from coparent.papers.sections.action_rows import rich
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.goals import goals_named
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import spread_of, status_of
from coparent.papers.views.coverage import Coverage, GoalGroup, GoalLine, Matrix, MatrixRow, Square
from coparent.progress import ActionProgress
from coparent.text.sentences import count, in_letters, listing, plural
from coparent.timescales import in_words

_DARKEST = 4
"""The number from which a square of the matrix gets no darker."""
_MOST_NAMED = 5
"""How many gaps a sentence names; the matrix shows them all."""
_NOTES = {"off-track": "off track", "at-risk": "at risk", "complete": "complete"}
_NOT_COUNTED = "Actions that were cancelled, superseded or carried forward are not counted."
_COUNTED_TWICE = "An action that serves several outcomes counts under each, so a row can add up to more than its total."


def build_coverage(context: PaperContext, numbers: Numbers) -> Coverage | None:
    """The matrix, how many goals of each kind are covered, and each goal that lacks something."""
    survey = context.survey
    if not any(survey.goals.values()):
        return None
    heading = numbers.section("coverage", "Coverage of our outcomes")
    caption = numbers.table("Actions that serve both a priority and an outcome")
    paragraphs = numbers.paragraphs(_incomplete(context), _explained(caption), _gaps(context), _COUNTED_TWICE)
    groups = tuple(_group(context, kind) for kind in GOAL_KINDS if survey.goals[kind])
    is_any_told = any(group.lines for group in groups)
    goals_caption = numbers.table("Goals that lack something") if is_any_told else None
    return Coverage(
        heading=heading,
        paragraphs=paragraphs,
        matrix=_matrix(context, caption),
        groups_paragraph=numbers.paragraph(_goals_explained(goals_caption)),
        caption=goals_caption,
        groups=groups,
    )


def _incomplete(context: PaperContext) -> str:
    if not context.survey.incomplete:
        return ""
    return "These numbers are incomplete, because something in the plans could not be read."


def _explained(caption: Caption) -> str:
    return (
        f"{caption.label} counts the actions that serve both a priority and an outcome. "
        f"A gap is a pair that the strategy links and that no action serves. {_NOT_COUNTED}"
    )


def _gaps(context: PaperContext) -> str:
    gaps = [pair for pair in context.survey.matrix if pair.is_gap]
    accepted = sum(_kind(pair) == "accepted" for pair in context.survey.matrix)
    known = ""
    if accepted:
        known = f" For {count(accepted, 'more pair') if gaps else count(accepted, 'pair')} the gap has been accepted."
    if not gaps:
        return f"No pair that the strategy links is a gap.{known}"
    number = in_letters(len(gaps))
    verb = "is one gap" if len(gaps) == 1 else f"are {number} gaps"
    if len(gaps) > _MOST_NAMED:
        return f"There {verb}.{known}"
    named = goals_named(context)
    pairs = [f"{named['priority', one.priority].title} with {named['outcome', one.outcome].label}" for one in gaps]
    return f"There {verb}: {listing(pairs)}.{known}"


def _matrix(context: PaperContext, caption: Caption) -> Matrix:
    named, goals = goals_named(context), context.survey.goals
    rows = {name: tuple(map(_square, pairs)) for name, pairs in groupby(context.survey.matrix, _priority)}
    return Matrix(
        caption=caption,
        outcomes=tuple(named["outcome", one.goal.id] for one in goals["outcome"]),
        rows=tuple(
            MatrixRow(named["priority", one.goal.id], rows.get(one.goal.id, ()), len(one.goal.actions))
            for one in goals["priority"]
        ),
        totals=tuple(len(one.goal.actions) for one in goals["outcome"]),
    )


def _priority(pair: MatrixCell) -> str:
    return pair.priority


def _square(pair: MatrixCell) -> Square:
    number, kind = len(pair.actions), _kind(pair)
    return Square(number, kind, min(number, _DARKEST), _note(pair.actions), _in_words(pair, kind))


def _kind(pair: MatrixCell) -> str:
    if pair.actions:
        return "served"
    if pair.is_gap:
        return "gap"
    return "accepted" if pair.is_linked else "none"


def _note(actions: Sequence[ActionProgress]) -> str:
    """What is most worth knowing of them: how many are off track, else at risk, else complete."""
    numbers = Counter(status_of(one).code for one in actions)
    return next((f"{numbers[code]} {words}" for code, words in _NOTES.items() if numbers[code]), "")


def _in_words(pair: MatrixCell, kind: str) -> str:
    if kind == "served":
        return spread_of(pair.actions).sentence.removesuffix(".")
    return {"gap": "Gap: no action serves both", "accepted": "No action serves both: gap accepted"}.get(
        kind, "Not linked, and no action serves both"
    )


def _goals_explained(caption: Caption | None) -> str:
    said = (
        "An outcome is covered when it has the actions, organisations and measures that it needs. "
        "Any other goal is covered when one action serves it. "
        "Coverage is fragile where little stands behind it, or it is late, or soon ends."
    )
    if caption is None:
        return f"{said} No goal has a gap and none is fragile."
    return f"{said} {caption.label} lists the goals with a gap, those whose gap is accepted, and the fragile ones."


def _group(context: PaperContext, kind: str) -> GoalGroup:
    judged = context.survey.goals[kind]
    lines = tuple(goal_line(context, one) for one in judged if one.lacks or one.goal.status is not GoalStatus.COVERED)
    return GoalGroup(plural(kind).capitalize(), covered_in_words(context, kind), lines)


def covered_in_words(context: PaperContext, kind: str) -> str:
    """How many goals of a kind are covered, how many of these by too little, and how many gaps are accepted."""
    survey = context.survey
    covered, accepted = survey.count(kind, GoalStatus.COVERED), survey.count(kind, GoalStatus.ACCEPTED)
    counted = len(survey.goals[kind]) - accepted
    percent = survey.coverage.percent(kind)
    fragile = sum(bool(one.fragile) and one.goal.status is GoalStatus.COVERED for one in survey.goals[kind])
    parts = [_covered(kind, covered, counted, percent)] if counted else []
    if fragile:
        whose = "Its coverage" if covered == 1 else f"Coverage of {_all(fragile, covered)}"
        parts.append(f"{whose} is fragile.")
    if accepted:
        parts.append(f"For {count(accepted, kind)} the gap has been accepted.")
    return " ".join(parts)


def _all(some: int, every: int) -> str:
    if some < every:
        return str(some)
    return "both" if some == 2 else f"all {some}"


def _covered(kind: str, covered: int, counted: int, percent: float) -> str:
    if covered == counted:
        many = f"{_all(counted, counted).capitalize()} {plural(kind)} are covered."
        return f"The one {kind} is covered." if counted == 1 else many
    verb = "is" if covered == 1 else "are"
    return f"{covered or 'None'} of {count(counted, kind)} {verb if covered else 'is'} covered ({percent:g}%)."


def goal_line(context: PaperContext, judged: GoalAssessment) -> GoalLine:
    """A goal's coverage in words."""
    goal = judged.goal
    lacks = [*judged.lacks, *_run_out(context, goal)]
    is_accepted = goal.status is GoalStatus.ACCEPTED and goal.goal.accepted_gap is not None
    return GoalLine(
        goal=goals_named(context)[goal.kind, goal.id],
        code=goal.status.value,
        words=coverage_in_words(context, judged),
        actions=len(goal.actions),
        lacks=tuple(word[:1].upper() + word[1:] if not place else word for place, word in enumerate(lacks)),
        reason=rich(goal.goal.accepted_gap.reason) if is_accepted and goal.goal.accepted_gap is not None else "",
    )


def coverage_in_words(context: PaperContext, judged: GoalAssessment) -> str:
    """Whether a goal is covered; a gap that is accepted with its date."""
    if judged.goal.status is GoalStatus.COVERED:
        return "Covered, but fragile" if judged.fragile else "Covered"
    if judged.goal.status is GoalStatus.PARTIAL:
        return "Partly covered"
    if judged.goal.status is GoalStatus.MISSING:
        return "Not covered"
    until = _accepted_until(context, judged.goal)
    return f"Gap accepted until {until}" if until else "Gap accepted, with no end date"


def _accepted_until(context: PaperContext, goal: GoalCoverage) -> str:
    strategy = context.workspace.strategy
    if goal.goal.accepted_gap is None:
        return ""
    until = goal.goal.accepted_gap.until.within(strategy.period if strategy is not None else None)
    return in_words(until) if until.end is not None else ""


def _run_out(context: PaperContext, goal: GoalCoverage) -> Iterator[str]:
    if goal.status is GoalStatus.MISSING and goal.goal.accepted_gap is not None:
        yield f"the gap was accepted until {_accepted_until(context, goal)}, and that has passed"
