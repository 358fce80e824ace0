"""What members are asked for: what officers recommend, requests, new dates, gaps whose time is up, plans to approve."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from coparent.coverage import GoalStatus
from coparent.papers.facts import Words
from coparent.papers.rich_text import RichText
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.goals import goals_by_key
from coparent.papers.sections.mentions import due_of, name_in_words, name_of, rich, without_markup
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.urgency import needs_attention, other_actions
from coparent.papers.views.progress import Decision, Decisions
from coparent.progress import ActionProgress
from coparent.progress.dates import month_end_after
from coparent.schema.naming import title_of
from coparent.schema.plan import Plan
from coparent.text.sentences import count, count_each, end_sentence, listing, without_stop
from coparent.timescales import in_words

_KINDS = {
    "officers": ("recommendation from officers", "recommendations from officers"),
    "ask": ("request", "requests"),
    "date": ("new date", "new dates"),
    "gap": ("gap to look at again", "gaps to look at again"),
    "plan": ("plan to approve", "plans to approve"),
}
_GOALS = ("priority", "outcome", "promise", "recommendation")
_MONTHS_AHEAD = 3


def build_decisions(context: PaperContext, numbers: Numbers) -> Decisions | None:
    """Every decision that is asked for, together."""
    decisions = decisions_of(context)
    if not decisions:
        return None
    heading = numbers.section("decisions", "Decisions asked for")
    return Decisions(heading, numbers.paragraphs(decisions_in_words(decisions)), decisions)


def decisions_in_words(decisions: Sequence[Decision]) -> str:
    """How many decisions of each kind members are asked for, in a sentence; "" for none."""
    if not decisions:
        return ""
    kinds = listing(count_each(Counter(decision.kind for decision in decisions), _KINDS))
    return f"Members are asked for {count(len(decisions), 'decision')}: {kinds}."


def decisions_of(context: PaperContext) -> tuple[Decision, ...]:
    """The decisions asked for: what officers recommend first, then requests, dates, gaps and plans.

    Of actions, the worst come first.
    """
    return context.remember(_find_decisions)


def _find_decisions(context: PaperContext) -> tuple[Decision, ...]:
    decisions = [*_recommended(context), *_asks(context), *_dates(context)]
    if not context.organisation:
        decisions += [*_gaps(context), *_plans(context)]
    return tuple(replace(decision, label=f"D{number}") for number, decision in enumerate(decisions, 1))


def decisions_about(context: PaperContext, action: ActionProgress) -> list[Decision]:
    """The decisions that are about an action."""
    return [each for each in decisions_of(context) if each.action is not None and each.action.id == action.id]


def _recommended(context: PaperContext) -> Iterator[Decision]:
    """What officers recommend in the paper."""
    for recommendation in context.paper.recommendations:
        words = RichText(recommendation)
        yield Decision("", "officers", "Recommended by officers", words, "", None, words)


def _live(context: PaperContext) -> Iterator[ActionProgress]:
    """The live actions, those that need attention first."""
    yield from needs_attention(context)
    yield from (action for action in other_actions(context) if action.is_live)


def _asks(context: PaperContext) -> Iterator[Decision]:
    """What the last updates ask of this board, or of no board in particular."""
    board = context.paper.board
    for action in _live(context):
        update = action.latest.update if action.latest is not None else None
        if update is None or not update.ask or (board is not None and update.ask_of not in (None, board)):
            continue
        why: Words = rich(end_sentence(update.reason or update.summary))
        about = without_markup(name_in_words(action.action))
        short = RichText(f"{end_sentence(update.ask)} This is about “{about}”.")
        yield Decision(
            "", "ask", without_stop(action.title), rich(end_sentence(update.ask)), why, name_of(action.action), short
        )


def _dates(context: PaperContext) -> Iterator[Decision]:
    """New dates that no board has agreed to; none where the settings rate against the first date."""
    settings = context.workspace.settings
    if settings.rating.against != "approved" or not context.workspace.is_whole(settings, "rating"):
        return
    for action in _live(context):
        if action.moves and action.moves[-1].approved_by is None and _may_agree(context, action.plan):
            due = due_of(action)
            was = f" It was first due {', then '.join(due.was)}." if due.was else ""
            ask = f"Agree {due.words} as the new date.{was}"
            short = f"Agree {due.words} as the new date of “{name_in_words(action.action)}”.{was}"
            why, name = end_sentence(action.moves[-1].reason), name_of(action.action)
            yield Decision("", "date", without_stop(action.title), ask, why, name, short)


def _may_agree(context: PaperContext, plan: Plan) -> bool:
    """Whether a plan's dates are this board's to agree: those of a plan that reports elsewhere are not."""
    board = context.paper.board
    boards = {*plan.reports_to, *([plan.approval.by] if plan.approval is not None else [])}
    return board is None or not boards or board in boards


def _gaps(context: PaperContext) -> Iterator[Decision]:
    """Accepted gaps whose time is up, or will be before the next report; none in a paper about some of the plans."""
    strategy, next_report = context.workspace.strategy, _next_report(context)
    if not context.is_whole or strategy is None:
        return
    for kind in _GOALS:
        for assessment in context.survey.goals[kind]:
            goal = assessment.goal
            accepted = goal.goal.accepted_gap
            if accepted is None or goal.status not in (GoalStatus.ACCEPTED, GoalStatus.MISSING):
                continue
            until = accepted.until.within(strategy.period)
            if until.end is not None and until.end <= next_report:
                title = f"{goals_by_key(context)[kind, goal.id].label}: {without_stop(goal.title)}"
                ask = "Say whether {} may stay a gap, and until when, or ask for an action. " + (
                    f"The acceptance {'ran' if until.end < context.as_at else 'runs'} out in {in_words(until)}."
                )
                short = ask.replace("{}", f"“{title}”", 1)
                yield Decision("", "gap", title, ask.replace("{}", "this", 1), rich(accepted.reason), None, short)


def _next_report(context: PaperContext) -> date:
    following = context.paper.next_report
    return (following.end if following is not None else None) or month_end_after(context.as_at, _MONTHS_AHEAD)


def _plans(context: PaperContext) -> Iterator[Decision]:
    """Plans out for consultation that report to this board."""
    board = context.paper.board
    for plan in context.workspace.plans:
        if board is not None and plan.status == "consultation" and board in plan.reports_to:
            title = without_stop(title_of(plan))
            holds = count(len(plan.actions), "action") if plan.actions else "no action"
            lead = context.organisation_name(plan.organisation)
            about = f"Led by: {lead}. It holds {holds}." if lead else f"It holds {holds}."
            short = f"Approve the delivery plan “{title}”. {about}"
            yield Decision("", "plan", title, f"Approve this delivery plan. {about}", rich(plan.summary), None, short)
