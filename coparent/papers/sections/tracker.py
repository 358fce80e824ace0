"""What inspectors, scrutiny and young people asked for, and what has come of it so far."""

from coparent.coverage import GoalAssessment, GoalStatus
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.coverage import coverage_in_words
from coparent.papers.sections.goals import goals_named
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import link_of, names_of
from coparent.papers.views.coverage import RecommendationLine, Tracker
from coparent.progress import ActionProgress
from coparent.progress.wording import lateness_in_words
from coparent.schema.strategy import Recommendation
from coparent.text.sentences import count, in_letters
from coparent.timescales import in_words

_MOST_NAMED = 6
"""How many actions are named for each; the appendix has them all."""


def build_tracker(context: PaperContext, numbers: Numbers) -> Tracker | None:
    """Every recommendation, with the actions that answer it and how far they are."""
    judged = context.survey.goals["recommendation"]
    if not judged:
        return None
    heading = numbers.section("tracker", "Recommendations and what came of them")
    lines = tuple(_line(context, one) for one in judged)
    paragraphs = numbers.paragraphs(_counted(lines))
    return Tracker(heading, paragraphs, numbers.table("Recommendations, and the actions that answer them"), lines)


def _line(context: PaperContext, judged: GoalAssessment) -> RecommendationLine:
    goal, asked = judged.goal, judged.goal.goal
    recommended = asked if isinstance(asked, Recommendation) else None
    done = sum(one.stage == "complete" for one in goal.actions)
    return RecommendationLine(
        goal=goals_named(context)[goal.kind, goal.id],
        by=recommended.by if recommended else "",
        on=in_words(recommended.on) if recommended else "",
        code="complete" if goal.actions and done == len(goal.actions) else goal.status.value,
        words=_how_far(context, judged, done),
        actions=names_of(sorted(goal.actions, key=_live_first)[:_MOST_NAMED]),
        more=f"and {count(left, 'other')}" if (left := len(goal.actions) - _MOST_NAMED) > 0 else "",
        source=link_of(recommended.source) if recommended else None,
    )


def _live_first(one: ActionProgress) -> bool:
    return not one.is_live


def _how_far(context: PaperContext, judged: GoalAssessment, done: int) -> str:
    goal = judged.goal
    total = len(goal.actions)
    if not total:
        answered = "No action answers it"
        return coverage_in_words(context, judged) if goal.status is GoalStatus.ACCEPTED else answered
    if done == total:
        return "Its one action is complete" if total == 1 else f"All {total} actions are complete"
    late = sum(bool(lateness_in_words(one)) for one in goal.actions)
    said = f"{done} of {count(total, 'action')} complete" if done else _none_of(total)
    return f"{said}, {late} late" if late else said


def _none_of(total: int) -> str:
    return "Its one action is not complete" if total == 1 else f"None of its {total} actions is complete"


def _counted(lines: tuple[RecommendationLine, ...]) -> str:
    total = len(lines)
    done, answered = sum(line.code == "complete" for line in lines), sum(bool(line.actions) for line in lines)
    opening = "There is one recommendation." if total == 1 else f"There are {in_letters(total)} recommendations."
    finished = _finished(done, total) if answered else ""
    return f"{opening} {_answered(answered, total)} {finished}".rstrip()


def _answered(answered: int, total: int) -> str:
    if not answered:
        return "No action answers it." if total == 1 else "No action answers any of them."
    if answered == total:
        return "Actions answer it." if total == 1 else "Actions answer every one."
    return f"Actions answer {answered} of them, and none the {count(total - answered, 'other')}."


def _finished(done: int, total: int) -> str:
    """How many have all of their actions complete; that is not yet to say that what was asked for has come about."""
    if total == 1:
        return "All of its actions are complete." if done else ""
    if done == total:
        return "All of their actions are complete."
    have = "have all of their" if done > 1 else "has all of its"
    return f"{done or 'None'} of them {have} actions complete."
