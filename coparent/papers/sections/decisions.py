"""What members are asked to decide: requests, new dates, gaps whose time is up, and plans to approve."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from coparent.coverage import GoalCoverage, GoalStatus
from coparent.papers.facts import Words
from coparent.papers.sections.action_rows import rich
from coparent.papers.sections.attention import needs_attention
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.goals import goals_named
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import due_of, name_of
from coparent.papers.views import Decision, Decisions
from coparent.progress import ActionProgress
from coparent.progress.dates import month_end_after
from coparent.schema.plan import Plan
from coparent.text.sentences import count, listing
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
    told = f"Members are asked for {count(len(decisions), 'decision')}: {decisions_in_words(decisions)}."
    return Decisions(heading, numbers.paragraphs(told), decisions)


def decisions_in_words(decisions: Sequence[Decision]) -> str:
    """How many of each kind: "2 requests and 1 new date"."""
    numbers = Counter(one.kind for one in decisions)
    return listing([f"{numbers[kind]} {words[numbers[kind] > 1]}" for kind, words in _KINDS.items() if numbers[kind]])


@lru_cache(maxsize=1)
def decisions_of(context: PaperContext) -> tuple[Decision, ...]:
    """The decisions asked for: requests first, then dates, gaps and plans; of actions, the worst first."""
    found = [*_asks(context), *_dates(context)]
    if not context.organisation:
        found += [*_gaps(context), *_plans(context)]
    return tuple(replace(one, label=f"D{number}") for number, one in enumerate(found, 1))


def _live(context: PaperContext) -> Iterator[ActionProgress]:
    """The actions of which something is still expected, those that need attention first."""
    worst = needs_attention(context)
    yield from worst
    known = set(map(id, worst))
    yield from (one for one in context.actions if one.is_live and id(one) not in known)


def _asks(context: PaperContext) -> Iterator[Decision]:
    """What the last updates ask of this board, or of no board in particular."""
    board = context.paper.board
    for one in _live(context):
        update = one.latest.update if one.latest is not None else None
        if update is None or not update.ask or (board is not None and update.ask_of not in (None, board)):
            continue
        why: Words = rich(update.reason or update.summary)
        yield Decision("", "ask", one.action.title, rich(update.ask), why, name_of(one.action))


def _dates(context: PaperContext) -> Iterator[Decision]:
    """New dates that no board has agreed to; where a council rates against the first date, none needs to be."""
    if context.workspace.settings.rating.against != "approved":
        return
    for one in _live(context):
        moves = context.workspace.moves(one.action)
        if moves and moves[-1].approved_by is None and _may_agree(context, one.plan):
            due = due_of(context.workspace, one.action, one.plan)
            was = f" It was first due {', then '.join(due.was)}." if due.was else ""
            ask = f"Agree {due.words} as the new date.{was}"
            yield Decision("", "date", one.action.title, ask, moves[-1].reason, name_of(one.action))


def _may_agree(context: PaperContext, plan: Plan) -> bool:
    """Whether a plan's dates are this board's to agree: those of a plan that reports elsewhere are not."""
    board = context.paper.board
    known = {*plan.reports_to, *([plan.approval.by] if plan.approval is not None else [])}
    return board is None or not known or board in known


def _gaps(context: PaperContext) -> Iterator[Decision]:
    """Accepted gaps whose time is up, or will be before the next report; some of the plans cannot show a gap."""
    strategy = context.workspace.strategy
    if not context.is_whole or strategy is None:
        return
    before = _next_report(context)
    named = goals_named(context)
    for kind in _GOALS:
        for judged in context.survey.goals[kind]:
            accepted = judged.goal.goal.accepted_gap
            if accepted is None or not _is_gap(judged.goal):
                continue
            until = accepted.until.within(strategy.period)
            if until.end is not None and until.end <= before:
                ran = "ran" if until.end < context.as_at else "runs"
                ask = (
                    "Say whether this may stay a gap, and until when, or ask for an action. "
                    f"The acceptance {ran} out in {in_words(until)}."
                )
                title = f"{named[kind, judged.goal.id].label}: {judged.goal.goal.title}"
                yield Decision("", "gap", title, ask, rich(accepted.reason), None)


def _is_gap(goal: GoalCoverage) -> bool:
    return goal.status in (GoalStatus.ACCEPTED, GoalStatus.MISSING)


def _next_report(context: PaperContext) -> date:
    following = context.paper.next_report
    return (following.end if following is not None else None) or month_end_after(context.as_at, _MONTHS_AHEAD)


def _plans(context: PaperContext) -> Iterator[Decision]:
    """Plans out for consultation that report to this board."""
    board = context.paper.board
    for plan in context.workspace.plans:
        if board is not None and plan.status == "consultation" and board in plan.reports_to:
            lead = context.organisation_name(plan.organisation)
            ask = f"Approve this delivery plan of {lead}. It holds {count(len(plan.actions), 'action')}."
            yield Decision("", "plan", plan.title, ask, rich(plan.summary), None)
