"""What inspectors, scrutiny and young people asked for, and what has come of it so far."""

from collections.abc import Iterator, Sequence

from coparent.coverage import GoalAssessment, GoalStatus
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.coverage import coverage_in_words
from coparent.papers.sections.goals import goals_by_key
from coparent.papers.sections.mentions import link_of, names_of
from coparent.papers.sections.numbering import Numbers
from coparent.papers.views.coverage import RecommendationLine, Tracker
from coparent.schema.strategy import Recommendation
from coparent.text.sentences import count, in_letters
from coparent.timescales import in_words

_MOST_NAMED = 6
"""How many actions are named for each; the appendix has them all."""


def build_tracker(context: PaperContext, numbers: Numbers) -> Tracker | None:
    """Every recommendation, with the actions that answer it and how far they are."""
    assessments = context.survey.goals["recommendation"]
    if not assessments:
        return None
    heading = numbers.section("tracker", "Recommendations and what came of them")
    lines = tuple(_line(context, assessment) for assessment in assessments)
    paragraphs = numbers.paragraphs(" ".join(_summarise(lines)))
    return Tracker(heading, paragraphs, numbers.table("Recommendations, and the actions that answer them"), lines)


def _line(context: PaperContext, assessment: GoalAssessment) -> RecommendationLine:
    goal, record = assessment.goal, assessment.goal.goal
    recommendation = record if isinstance(record, Recommendation) else None
    done = sum(action.stage == "complete" for action in goal.actions)
    left = len(goal.actions) - _MOST_NAMED
    return RecommendationLine(
        goal=goals_by_key(context)[goal.kind, goal.id],
        by=recommendation.by if recommendation else "",
        on=in_words(recommendation.on) if recommendation else "",
        code="complete" if goal.actions and done == len(goal.actions) else goal.status.value,
        words=_how_far(context, assessment, done),
        actions=names_of(sorted(goal.actions, key=lambda action: not action.is_live)[:_MOST_NAMED]),
        more=f"and {count(left, 'other')}" if left > 0 else "",
        source=link_of(recommendation.source) if recommendation else None,
    )


def _how_far(context: PaperContext, assessment: GoalAssessment, done: int) -> str:
    goal, total = assessment.goal, len(assessment.goal.actions)
    if not total:
        is_accepted = goal.status is GoalStatus.ACCEPTED
        return coverage_in_words(context, assessment) if is_accepted else "No action answers it"
    if done == total:
        return "Its one action is complete" if total == 1 else f"All {total} actions are complete"
    late = sum(action.is_late for action in goal.actions)
    none = "Its one action is not complete" if total == 1 else f"None of its {total} actions is complete"
    complete = f"{done} of {count(total, 'action')} complete" if done else none
    return f"{complete}, {late} late" if late else complete


def _summarise(lines: Sequence[RecommendationLine]) -> Iterator[str]:
    """How many recommendations there are, how many actions answer, and of how many all actions are complete."""
    total, answered = len(lines), sum(bool(line.actions) for line in lines)
    done = sum(line.code == "complete" for line in lines)
    if total == 1:
        yield "There is one recommendation."
        yield "Actions answer it." if answered else "No action answers it."
        if done:
            yield "All of its actions are complete."
        return
    yield f"There are {in_letters(total)} recommendations."
    if not answered:
        yield "No action answers any of them."
        return
    others = count(total - answered, "other")
    yield (
        "Actions answer every one."
        if answered == total
        else f"Actions answer {answered} of them, and none the {others}."
    )
    have = "have all of their" if done > 1 else "has all of its"
    yield (
        "All of their actions are complete." if done == total else f"{done or 'None'} of them {have} actions complete."
    )
