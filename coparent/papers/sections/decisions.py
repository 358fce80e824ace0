"""What members are asked to decide: requests, new dates, gaps whose time is up, and plans to approve."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from coparent.coverage import GoalStatus
from coparent.papers.facts import Words
from coparent.papers.sections.attention import needs_attention, other_actions
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.goals import goals_by_key
from coparent.papers.sections.mentions import due_of, name_of, rich
from coparent.papers.sections.numbering import Numbers
from coparent.papers.views.progress import Decision, Decisions
from coparent.progress import ActionProgress
from coparent.progress.dates import month_end_after
from coparent.schema.naming import title_of
from coparent.schema.plan import Plan
from coparent.text.sentences import count, count_each, listing
from coparent.timescales import in_words

_KINDS = {
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
    """How many decisions of each kind members are asked for, in a sentence."""
    kinds = listing(count_each(Counter(decision.kind for decision in decisions), _KINDS))
    return f"Members are asked for {count(len(decisions), 'decision')}: {kinds}."


def decisions_of(context: PaperContext) -> tuple[Decision, ...]:
    """The decisions asked for: requests first, then dates, gaps and plans; of actions, the worst first."""
    return context.remember(_find_decisions)


def _find_decisions(context: PaperContext) -> tuple[Decision, ...]:
    decisions = [*_asks(context), *_dates(context)]
    if not context.organisation:
        decisions += [*_gaps(context), *_plans(context)]
    return tuple(replace(decision, label=f"D{number}") for number, decision in enumerate(decisions, 1))


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
        why: Words = rich(update.reason or update.summary)
        yield Decision("", "ask", action.title, rich(update.ask), why, name_of(action.action))


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
            yield Decision("", "date", action.title, ask, action.moves[-1].reason, name_of(action.action))


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
                title = f"{goals_by_key(context)[kind, goal.id].label}: {goal.title}"
                ask = (
                    "Say whether this may stay a gap, and until when, or ask for an action. "
                    f"The acceptance {'ran' if until.end < context.as_at else 'runs'} out in {in_words(until)}."
                )
                yield Decision("", "gap", title, ask, rich(accepted.reason), None)


def _next_report(context: PaperContext) -> date:
    following = context.paper.next_report
    return (following.end if following is not None else None) or month_end_after(context.as_at, _MONTHS_AHEAD)


def _plans(context: PaperContext) -> Iterator[Decision]:
    """Plans out for consultation that report to this board."""
    board = context.paper.board
    for plan in context.workspace.plans:
        if board is not None and plan.status == "consultation" and board in plan.reports_to:
            lead = context.organisation_name(plan.organisation)
            of = f" of {lead}" if lead else ""
            ask = f"Approve this delivery plan{of}. It holds {count(len(plan.actions), 'action')}."
            yield Decision("", "plan", title_of(plan), ask, rich(plan.summary), None)
