"""The plans themselves: what they say of themselves, and their actions whole."""

from collections import Counter
from collections.abc import Iterator, Sequence

from coparent.papers.facts import ActionGroup, Goal
from coparent.papers.sections.action_rows import action_line, rich
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.goals import by_priority, goals_named
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import spread_of
from coparent.papers.views.front import Entry
from coparent.papers.views.plans import Actions, Listed, PlanPart, PlanSummary, Summary
from coparent.progress import ActionProgress
from coparent.schema.plan import Plan
from coparent.text.sentences import count, listing
from coparent.timescales import day_in_words, in_words

_NOBODY = "Nobody is named"
_STATUSES = {"draft": "Draft", "consultation": "Out for comment", "approved": "Approved", "closed": "Closed"}
_STATUS_COUNTS = {
    "draft": "still being written",
    "consultation": "out for comment",
    "approved": "approved",
    "closed": "closed",
}


def build_summary(context: PaperContext, numbers: Numbers) -> Summary | None:
    """What each plan says about itself."""
    plans = context.workspace.plans
    if not plans:
        return None
    heading = numbers.section("summary", "The plan in brief" if len(plans) == 1 else "The plans in brief")
    paragraphs = numbers.paragraphs(_how_many(plans), spread_of(context.actions).sentence)
    return Summary(heading, paragraphs, tuple(_summary(context, plan) for plan in plans))


def _how_many(plans: Sequence[Plan]) -> str:
    statuses: Counter[str] = Counter(plan.status for plan in plans)
    if len(plans) == 1:
        return f"The plan is {_STATUS_COUNTS[plans[0].status]}."
    said = [f"{statuses[code]} {words}" for code, words in _STATUS_COUNTS.items() if statuses[code]]
    if len(said) == 1:
        return f"All {len(plans)} plans are {said[0].partition(' ')[2]}."
    return f"There are {len(plans)} plans: {listing(said)}."


def _summary(context: PaperContext, plan: Plan) -> PlanSummary:
    return PlanSummary(
        title=plan.title,
        organisation=context.organisation_name(plan.organisation),
        entries=tuple(_entries(context, plan)),
        summary=rich(plan.summary),
        equality=rich(plan.equality),
        plain=rich(plan.plain),
    )


def _entries(context: PaperContext, plan: Plan) -> Iterator[Entry]:
    period, approval = context.workspace.period(plan), plan.approval
    is_approved = approval is not None and approval.on <= context.as_at
    is_early = plan.status in ("approved", "closed") and approval is not None and not is_approved
    yield Entry("Status", "Not yet approved" if is_early else _STATUSES[plan.status])
    if approval is not None and is_approved:
        board = context.board_name(approval.by) or approval.by
        yield Entry("Approved by", f"{board}, {day_in_words(approval.on)}", approval.on.isoformat())
    if period is not None:
        yield Entry("Period", in_words(period))
    if plan.partners:
        yield Entry("Partners", "; ".join(map(context.organisation_name, plan.partners)))
    yield Entry("Sponsor", context.role(plan.sponsor, plan) or _NOBODY)
    yield Entry("Accountable member", context.role(plan.accountable_member, plan) or _NOBODY)
    yield Entry("Reports to", "; ".join(filter(None, map(context.board_name, plan.reports_to))) or "No board is named")


def build_actions(context: PaperContext, numbers: Numbers) -> Actions | None:
    """Every action whole, under the first priority that it serves."""
    groups = by_priority(context, context.actions)
    if not groups:
        return None
    heading = numbers.section("actions", "What will be done")
    paragraphs = numbers.paragraphs(_opening(context.actions), _unsaid(context.actions))
    return Actions(heading, paragraphs, tuple(_part(context, numbers, *one) for one in groups))


def _part(context: PaperContext, numbers: Numbers, goal: Goal, actions: Sequence[ActionProgress]) -> PlanPart:
    served = {name for one in actions for name in one.action.outcomes}
    named = goals_named(context).items()
    return PlanPart(
        goal=goal,
        outcomes=tuple(outcome for (kind, name), outcome in named if kind == "outcome" and name in served),
        paragraph=numbers.paragraph(spread_of(actions).sentence),
        caption=numbers.table(f"{goal.title}: actions"),
        actions=tuple(action_line(context, one) for one in actions),
    )


def _opening(actions: Sequence[ActionProgress]) -> str:
    return (
        f"{'One action stands' if len(actions) == 1 else f'{len(actions)} actions stand'} here, "
        "each once, under the first priority that it serves."
    )


def _unsaid(actions: Sequence[ActionProgress]) -> str:
    """Who and when, where nobody said."""
    live = [one for one in actions if one.is_live]
    unled = sum(one.action.lead is None for one in live)
    undated = sum(one.due is None or one.due.is_unknown for one in live)
    unaimed = sum(not one.action.outcomes for one in live)
    said = [
        *([f"{unled} {'has' if unled == 1 else 'have'} no lead"] if unled else []),
        *([f"{undated} {'has' if undated == 1 else 'have'} no date"] if undated else []),
        *([f"{unaimed} {'names' if unaimed == 1 else 'name'} no outcome"] if unaimed else []),
    ]
    return f"Of the actions still to be finished, {listing(said)}." if said else ""


def build_log(context: PaperContext, numbers: Numbers) -> Listed:
    """Every action, by priority, with what was last said of it."""
    heading = numbers.section("log", "All actions")
    if not context.actions:
        return Listed(heading, numbers.paragraphs("There are no actions."), ())
    silent = sum(one.latest is None for one in context.actions)
    paragraphs = numbers.paragraphs(
        spread_of(context.actions, context.actions_before).sentence,
        _opening(context.actions),
        f"{_have(silent)} no update yet." if silent else "Every action has at least one update.",
    )
    return Listed(heading, paragraphs, log_groups(context, numbers))


def _have(number: int) -> str:
    return f"{count(number, 'action')} {'has' if number == 1 else 'have'}"


def log_groups(context: PaperContext, numbers: Numbers) -> tuple[ActionGroup, ...]:
    """All actions in groups, each under the first priority that it serves."""
    return tuple(
        ActionGroup(
            goal.title,
            numbers.table(f"{goal.title}: {count(len(actions), 'action')}"),
            tuple(action_line(context, one) for one in actions),
        )
        for goal, actions in by_priority(context, context.actions)
    )
