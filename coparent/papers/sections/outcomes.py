"""Outcome by outcome: why it matters, what serves it, how anyone will know, and what is missing."""

from collections.abc import Iterator, Sequence

from coparent.coverage import GoalAssessment, GoalStatus, coverage_of
from coparent.papers.facts import MeasureLine
from coparent.papers.rich_text import RichText
from coparent.papers.sections.action_rows import action_lines
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.coverage import FRAGILE, coverage_in_words, covered_in_words, goal_line
from coparent.papers.sections.goals import goals_by_key, named_goals
from coparent.papers.sections.measure_rows import measure_lines
from coparent.papers.sections.measures import directions_in_words, standings_in_words
from coparent.papers.sections.mentions import rich
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.small_numbers import NO_FIGURE
from coparent.papers.sections.status import spread_of
from coparent.papers.views.coverage import OutcomePart, Outcomes
from coparent.progress import ActionProgress
from coparent.schema.shared import OutcomeGoal
from coparent.schema.strategy import Outcome
from coparent.text.sentences import count, listing, upper_first, verb

_MOST_NAMED = 6


def build_outcomes(context: PaperContext, numbers: Numbers) -> Outcomes | None:
    """A part for each outcome of the strategy."""
    assessments = context.survey.goals["outcome"]
    if not assessments:
        return None
    heading = numbers.section("outcomes", "Our outcomes, one by one")
    is_fragile = any(assessment.fragile for assessment in assessments)
    paragraphs = numbers.paragraphs(covered_in_words(context, "outcome"), FRAGILE if is_fragile else "")
    return Outcomes(heading, paragraphs, tuple(_part(context, numbers, assessment) for assessment in assessments))


def _part(context: PaperContext, numbers: Numbers, assessment: GoalAssessment) -> OutcomePart:
    coverage, record = assessment.goal, assessment.goal.goal
    gap, is_accepted = record.accepted_gap, coverage.status is GoalStatus.ACCEPTED
    goal = goals_by_key(context)["outcome", coverage.id]
    actions = _counted(context, coverage.actions)
    lines = {line.id: line for line in measure_lines(context)}
    measures = tuple(lines[measure.id] for measure in coverage.measures)
    priorities = record.priorities if isinstance(record, Outcome) else ()
    return OutcomePart(
        goal=goal,
        description=rich(record.description) if isinstance(record, Outcome) else "",
        priorities=tuple(priority.title for priority in named_goals(context, "priority", priorities)),
        paragraphs=numbers.paragraphs(
            " ".join(_why(context, coverage.id)),
            RichText(f"The gap has been accepted.\n\n{gap.reason}") if gap is not None and is_accepted else "",
            _organisations_in_words(context, assessment),
            _measures_in_words(measures),
        ),
        spread=spread_of(actions, _serving_before(context, coverage.id)),
        actions_caption=numbers.table(f"{goal.label}: actions that serve it") if actions else None,
        actions=action_lines(context, actions),
        measures_caption=numbers.table(f"{goal.label}: measures that show it") if measures else None,
        measures=measures,
        code=coverage.status.value,
        words=coverage_in_words(context, assessment),
        gaps=tuple(_gaps(context, assessment, actions, measures)),
    )


def _counted(context: PaperContext, actions: Sequence[ActionProgress]) -> Sequence[ActionProgress]:
    """In a brief, only those of its organisation."""
    if not context.organisation:
        return actions
    counted = {action.id for action in context.actions}
    return [action for action in actions if action.id in counted]


def _serving_before(context: PaperContext, outcome: str) -> Sequence[ActionProgress] | None:
    """The actions that served an outcome as at the last report; None where there was none."""
    if context.before is None:
        return None
    goals = coverage_of(context.before).goals["outcome"]
    return _counted(context, next(goal.actions for goal in goals if goal.id == outcome))


def _why(context: PaperContext, outcome: str) -> Iterator[str]:
    """The promises it keeps, the law it follows, and who asked for it."""
    strategy = context.workspace.strategy
    if strategy is None:
        return
    if kept := _titles(strategy.promises, outcome):
        yield f"It keeps {'this promise' if len(kept) == 1 else 'these promises'}: {'; '.join(kept)}."
    if followed := _titles(strategy.principles, outcome):
        what = "this corporate parenting principle" if len(followed) == 1 else "these corporate parenting principles"
        yield f"It follows {what}: {'; '.join(followed)}."
    for recommendation in strategy.recommendations:
        if outcome in recommendation.outcomes:
            yield f"{recommendation.by} asked for it: {recommendation.title}."


def _titles(goals: Sequence[OutcomeGoal], outcome: str) -> list[str]:
    return [goal.title for goal in goals if outcome in goal.outcomes]


def _organisations_in_words(context: PaperContext, assessment: GoalAssessment) -> str:
    organisations = [context.organisation_name(identity) for identity in assessment.goal.organisations]
    if not organisations:
        return ""
    number = len(organisations)
    who = f"{number} organisations" if number > _MOST_NAMED else listing(organisations)
    return f"{who} {verb(number, 'works')} on it."


def _measures_in_words(measures: Sequence[MeasureLine]) -> str:
    if not measures:
        return "No measure shows whether it is being reached."
    opening = f"{count(len(measures), 'measure', 'shows')} whether it is being reached."
    return " ".join(filter(None, [opening, standings_in_words(measures), directions_in_words(measures)]))


def _gaps(
    context: PaperContext,
    assessment: GoalAssessment,
    actions: Sequence[ActionProgress],
    measures: Sequence[MeasureLine],
) -> Iterator[str]:
    """What is missing: actions and their leads, updates and figures."""
    yield from map(upper_first, goal_line(context, assessment).lacks)
    live = [action for action in actions if action.is_live]
    unled = sum(action.has_no_lead for action in live)
    owed = sum(action.update_due_since is not None for action in live)
    waiting = sum(bool(line.overdue) or line.figure == NO_FIGURE for line in measures)
    if unled:
        yield f"Nobody is named as lead of {count(unled, 'action')}"
    if owed:
        yield f"{count(owed, 'update', 'is')} owed"
    if waiting:
        yield f"{count(waiting, 'measure', 'waits')} for a figure"
