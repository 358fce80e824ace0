"""Outcome by outcome: why it matters, what serves it, how anyone will know, and what is missing."""

from collections.abc import Iterator, Mapping, Sequence

from coparent.coverage import GoalAssessment, GoalStatus, coverage_of
from coparent.papers.facts import MeasureLine, Words
from coparent.papers.rich_text import RichText
from coparent.papers.sections.action_rows import action_line, rich
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.coverage import coverage_in_words, covered_in_words, goal_line
from coparent.papers.sections.goals import goals_named
from coparent.papers.sections.measures import gone_in_words, judged_in_words
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.small_numbers import measure_line
from coparent.papers.sections.status import spread_of
from coparent.papers.views import OutcomePart, Outcomes
from coparent.progress import ActionProgress
from coparent.schema.shared import OutcomeGoal
from coparent.schema.strategy import Outcome, Recommendation
from coparent.text.sentences import count, listing

_MOST_NAMED = 6
_FRAGILE = "Coverage is fragile where little stands behind it, or it is late, or soon ends."


def build_outcomes(context: PaperContext, numbers: Numbers) -> Outcomes | None:
    """A part for each outcome of the strategy."""
    judged = context.survey.goals["outcome"]
    if not judged:
        return None
    heading = numbers.section("outcomes", "Our outcomes, one by one")
    is_fragile = any(one.fragile for one in judged)
    paragraphs = numbers.paragraphs(covered_in_words(context, "outcome"), _FRAGILE if is_fragile else "")
    before = _serving_before(context)
    shown = {one.measure.id: measure_line(context, one) for one in context.progress.measures}
    parts = tuple(_part(context, numbers, one, before, shown) for one in judged)
    return Outcomes(heading, paragraphs, parts)


def _serving_before(context: PaperContext) -> Mapping[str, Sequence[ActionProgress]] | None:
    """The actions that served each outcome as at the last report; None where there was none."""
    if context.before is None:
        return None
    return {goal.id: _own(context, goal.actions) for goal in coverage_of(context.before).goals["outcome"]}


def _own(context: PaperContext, actions: Sequence[ActionProgress]) -> Sequence[ActionProgress]:
    """Those of a brief's organisation; else all."""
    if not context.organisation:
        return actions
    own = {one.action.id for one in context.actions}
    return [one for one in actions if one.action.id in own]


def _part(
    context: PaperContext,
    numbers: Numbers,
    judged: GoalAssessment,
    before: Mapping[str, Sequence[ActionProgress]] | None,
    shown: Mapping[str, MeasureLine],
) -> OutcomePart:
    named, record = goals_named(context), judged.goal.goal
    goal = named["outcome", judged.goal.id]
    actions = _own(context, judged.goal.actions)
    measures = tuple(shown[one.id] for one in judged.goal.measures)
    priorities = record.priorities if isinstance(record, Outcome) else ()
    return OutcomePart(
        goal=goal,
        description=rich(record.description) if isinstance(record, Outcome) else "",
        priorities=tuple(named["priority", one].title for one in priorities if ("priority", one) in named),
        paragraphs=numbers.paragraphs(
            " ".join(_why(context, judged.goal.id)), _accepted(judged), _carried(context, judged), _known(measures)
        ),
        spread=spread_of(actions, before[judged.goal.id] if before is not None else None),
        actions_caption=numbers.table(f"{goal.label}: actions that serve it") if actions else None,
        actions=tuple(action_line(context, one) for one in actions),
        measures_caption=numbers.table(f"{goal.label}: measures that show it") if measures else None,
        measures=measures,
        code=judged.goal.status.value,
        words=coverage_in_words(context, judged),
        gaps=tuple(_gaps(context, judged, actions, measures)),
    )


def _why(context: PaperContext, outcome: str) -> Iterator[str]:
    """The promises it keeps, the law it follows, and who asked for it."""
    strategy = context.workspace.strategy
    if strategy is None:
        return
    kept = _naming(strategy.promises, outcome)
    if kept:
        yield f"It keeps {'this promise' if len(kept) == 1 else 'these promises'}: {'; '.join(kept)}."
    followed = _naming(strategy.principles, outcome)
    if followed:
        what = "this corporate parenting principle" if len(followed) == 1 else "these corporate parenting principles"
        yield f"It follows {what}: {'; '.join(followed)}."
    for one in strategy.recommendations:
        if outcome in one.outcomes:
            yield _asked_for(one)


def _naming(goals: Sequence[OutcomeGoal], outcome: str) -> list[str]:
    return [goal.title for goal in goals if outcome in goal.outcomes]


def _asked_for(one: Recommendation) -> str:
    return f"{one.by} asked for it: {one.title}."


def _accepted(judged: GoalAssessment) -> Words:
    """Why nothing serves it for now, where a board has accepted that."""
    gap = judged.goal.goal.accepted_gap
    if gap is None or judged.goal.status is not GoalStatus.ACCEPTED:
        return ""
    return RichText(f"The gap has been accepted.\n\n{gap.reason}")


def _carried(context: PaperContext, judged: GoalAssessment) -> str:
    organisations = [context.organisation_name(one) for one in judged.goal.organisations]
    if not organisations:
        return ""
    if len(organisations) > _MOST_NAMED:
        return f"{len(organisations)} organisations work on it."
    return f"{listing(organisations)} {'works' if len(organisations) == 1 else 'work'} on it."


def _known(measures: Sequence[MeasureLine]) -> str:
    if not measures:
        return "No measure shows whether it is being reached."
    verb = "shows" if len(measures) == 1 else "show"
    opening = f"{count(len(measures), 'measure')} {verb} whether it is being reached."
    return " ".join(filter(None, [opening, judged_in_words(measures), gone_in_words(measures)]))


def _gaps(
    context: PaperContext, judged: GoalAssessment, actions: Sequence[ActionProgress], measures: Sequence[MeasureLine]
) -> Iterator[str]:
    for lack in goal_line(context, judged).lacks:
        yield lack[:1].upper() + lack[1:]
    live = [one for one in actions if one.is_live]
    unled = sum(one.action.lead is None for one in live)
    if unled:
        yield f"Nobody is named as lead of {count(unled, 'action')}"
    owed = sum(one.update_due_since is not None for one in live)
    if owed:
        yield f"{count(owed, 'update')} {'is' if owed == 1 else 'are'} owed"
    waiting = sum(bool(line.overdue) or line.figure == "No figure yet" for line in measures)
    if waiting:
        yield f"{count(waiting, 'measure')} {'waits' if waiting == 1 else 'wait'} for a figure"
