"""What members are asked to decide: requests, new dates, gaps whose time is up, and plans to approve."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from coparent.coverage import GoalCoverage, GoalStatus
from coparent.papers.facts import Words
from coparent.papers.telling.attention import needs_attention
from coparent.papers.telling.goals import goals_named
from coparent.papers.telling.lines import rich
from coparent.papers.telling.material import Material
from coparent.papers.telling.numbering import Numbers
from coparent.papers.telling.promises import month_end_after
from coparent.papers.telling.standing import due_of, name_of
from coparent.papers.views import Decision, Decisions
from coparent.progress import ActionProgress
from coparent.schema.plan import Plan
from coparent.sentences import count, listing
from coparent.timescales import in_words

_KINDS = {
    "ask": ("request", "requests"),
    "date": ("new date", "new dates"),
    "gap": ("gap to look at again", "gaps to look at again"),
    "plan": ("plan to approve", "plans to approve"),
}
_GOALS = ("priority", "outcome", "promise", "recommendation")
_MONTHS_AHEAD = 3


def tell_decisions(material: Material, numbers: Numbers) -> Decisions | None:
    """Every decision that is asked for, together."""
    decisions = decisions_of(material)
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
def decisions_of(material: Material) -> tuple[Decision, ...]:
    """The decisions asked for: requests first, then dates, gaps and plans; of actions, the worst first."""
    found = [*_asks(material), *_dates(material)]
    if not material.organisation:
        found += [*_gaps(material), *_plans(material)]
    return tuple(replace(one, label=f"D{number}") for number, one in enumerate(found, 1))


def _live(material: Material) -> Iterator[ActionProgress]:
    """The actions of which something is still expected, those that need attention first."""
    worst = needs_attention(material)
    yield from worst
    known = set(map(id, worst))
    yield from (one for one in material.actions if one.is_live and id(one) not in known)


def _asks(material: Material) -> Iterator[Decision]:
    """What the last updates ask of this board, or of no board in particular."""
    board = material.paper.board
    for one in _live(material):
        update = one.latest.update if one.latest is not None else None
        if update is None or not update.ask or (board is not None and update.ask_of not in (None, board)):
            continue
        why: Words = rich(update.reason or update.summary)
        yield Decision("", "ask", one.action.title, rich(update.ask), why, name_of(one.action))


def _dates(material: Material) -> Iterator[Decision]:
    """New dates that no board has agreed to; where a council rates against the first date, none needs to be."""
    if material.workspace.settings.rating.against != "approved":
        return
    for one in _live(material):
        moves = material.workspace.moves(one.action)
        if moves and moves[-1].approved_by is None and _may_agree(material, one.plan):
            due = due_of(material.workspace, one.action, one.plan)
            was = f" It was first due {', then '.join(due.was)}." if due.was else ""
            ask = f"Agree {due.words} as the new date.{was}"
            yield Decision("", "date", one.action.title, ask, moves[-1].reason, name_of(one.action))


def _may_agree(material: Material, plan: Plan) -> bool:
    """Whether a plan's dates are this board's to agree: those of a plan that reports elsewhere are not."""
    board = material.paper.board
    known = {*plan.reports_to, *([plan.approval.by] if plan.approval is not None else [])}
    return board is None or not known or board in known


def _gaps(material: Material) -> Iterator[Decision]:
    """Accepted gaps whose time is up, or will be before the next report; some of the plans cannot show a gap."""
    strategy = material.workspace.strategy
    if not material.is_whole or strategy is None:
        return
    before = _next_report(material)
    named = goals_named(material)
    for kind in _GOALS:
        for judged in material.survey.goals[kind]:
            accepted = judged.goal.goal.accepted_gap
            if accepted is None or not _is_gap(judged.goal):
                continue
            until = accepted.until.within(strategy.period)
            if until.end is not None and until.end <= before:
                ran = "ran" if until.end < material.as_at else "runs"
                ask = (
                    "Say whether this may stay a gap, and until when, or ask for an action. "
                    f"The acceptance {ran} out in {in_words(until)}."
                )
                title = f"{named[kind, judged.goal.id].label}: {judged.goal.goal.title}"
                yield Decision("", "gap", title, ask, rich(accepted.reason), None)


def _is_gap(goal: GoalCoverage) -> bool:
    return goal.status in (GoalStatus.ACCEPTED, GoalStatus.MISSING)


def _next_report(material: Material) -> date:
    following = material.paper.next_report
    return (following.end if following is not None else None) or month_end_after(material.as_at, _MONTHS_AHEAD)


def _plans(material: Material) -> Iterator[Decision]:
    """Plans out for consultation that report to this board."""
    board = material.paper.board
    for plan in material.workspace.plans:
        if board is not None and plan.status == "consultation" and board in plan.reports_to:
            lead = material.organisation_name(plan.organisation)
            ask = f"Approve this delivery plan of {lead}. It holds {count(len(plan.actions), 'action')}."
            yield Decision("", "plan", plan.title, ask, rich(plan.summary), None)
