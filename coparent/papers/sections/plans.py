"""Plans in their own words, and their actions whole."""

from collections import Counter
from collections.abc import Iterator, Sequence

from coparent.papers.facts import ActionGroup, Goal
from coparent.papers.sections.action_rows import action_lines
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.goals import by_priority, goals_by_key
from coparent.papers.sections.mentions import rich
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import spread_of
from coparent.papers.views.front import Entry
from coparent.papers.views.plans import Actions, Listed, PlanPart, PlanSummary, Summary
from coparent.progress import ActionProgress
from coparent.schema.naming import title_of
from coparent.schema.plan import Plan
from coparent.text.sentences import count, count_each, listing, verb
from coparent.timescales import day_in_words, in_words

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
    paragraphs = numbers.paragraphs(_statuses_in_words(plans), spread_of(context.actions).sentence)
    return Summary(heading, paragraphs, tuple(_summary(context, plan) for plan in plans))


def _statuses_in_words(plans: Sequence[Plan]) -> str:
    statuses: Counter[str] = Counter(plan.status for plan in plans if plan.status is not None)
    if not statuses:
        return ""
    if len(statuses) > 1 or statuses.total() < len(plans):
        return f"There are {len(plans)} plans: {listing(count_each(statuses, _STATUS_COUNTS))}."
    all_plans = "The plan is" if len(plans) == 1 else f"All {len(plans)} plans are"
    return f"{all_plans} {_STATUS_COUNTS[next(iter(statuses))]}."


def _summary(context: PaperContext, plan: Plan) -> PlanSummary:
    return PlanSummary(
        title=title_of(plan),
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
    if plan.status is not None:
        yield Entry("Status", "Not yet approved" if is_early else _STATUSES[plan.status])
    if approval is not None and is_approved:
        board = context.board_name(approval.by) or approval.by
        yield Entry("Approved by", f"{board}, {day_in_words(approval.on)}", approval.on.isoformat())
    if period is not None:
        yield Entry("Period", in_words(period))
    if plan.partners:
        yield Entry("Partners", "; ".join(map(context.organisation_name, plan.partners)))
    yield Entry("Sponsor", context.who(plan, "sponsor", plan))
    yield Entry("Accountable member", context.who(plan, "accountable_member", plan))
    yield Entry("Reports to", "; ".join(filter(None, map(context.board_name, plan.reports_to))) or "No board is named")


def build_actions(context: PaperContext, numbers: Numbers) -> Actions | None:
    """Every action whole, under the first priority that it serves."""
    groups = by_priority(context, context.actions)
    if not groups:
        return None
    heading = numbers.section("actions", "What will be done")
    paragraphs = numbers.paragraphs(_opening(context.actions), _unsaid(context.actions))
    return Actions(heading, paragraphs, tuple(_part(context, numbers, goal, actions) for goal, actions in groups))


def _part(context: PaperContext, numbers: Numbers, goal: Goal, actions: Sequence[ActionProgress]) -> PlanPart:
    served = {("outcome", outcome) for action in actions for outcome in action.action.outcomes}
    return PlanPart(
        goal=goal,
        outcomes=tuple(outcome for key, outcome in goals_by_key(context).items() if key in served),
        paragraph=numbers.paragraph(spread_of(actions).sentence),
        caption=numbers.table(f"{goal.title}: actions"),
        actions=action_lines(context, actions),
    )


def _opening(actions: Sequence[ActionProgress]) -> str:
    stand = "One action stands" if len(actions) == 1 else f"{len(actions)} actions stand"
    return f"{stand} here, each once, under the first priority that it serves."


def _unsaid(actions: Sequence[ActionProgress]) -> str:
    """How many live actions have no lead, no date or no outcome."""
    live = [action for action in actions if action.is_live]
    unled = sum(action.has_no_lead for action in live)
    undated = sum(
        (action.due is None and action.dates_are_known) or (action.due is not None and action.due.is_unknown)
        for action in live
    )
    unaimed = sum(not action.action.outcomes for action in live)
    parts = [
        *([f"{unled} {verb(unled, 'has')} no lead"] if unled else []),
        *([f"{undated} {verb(undated, 'has')} no date"] if undated else []),
        *([f"{unaimed} {verb(unaimed, 'names')} no outcome"] if unaimed else []),
    ]
    return f"Of the actions still to be finished, {listing(parts)}." if parts else ""


def build_log(context: PaperContext, numbers: Numbers) -> Listed:
    """Every action by priority, with its last update."""
    heading = numbers.section("log", "All actions")
    if not context.actions:
        return Listed(heading, numbers.paragraphs("There are no actions."), ())
    silent = sum(action.latest is None and action.is_known for action in context.actions)
    without = f"{count(silent, 'action', 'has')} no update yet."
    paragraphs = numbers.paragraphs(
        spread_of(context.actions, context.actions_before).sentence,
        _opening(context.actions),
        without if silent else "Every action has at least one update.",
    )
    return Listed(heading, paragraphs, log_groups(context, numbers))


def log_groups(context: PaperContext, numbers: Numbers) -> tuple[ActionGroup, ...]:
    """All actions in groups, each under the first priority that it serves."""
    return tuple(
        ActionGroup(
            goal.title,
            numbers.table(f"{goal.title}: {count(len(actions), 'action')}"),
            action_lines(context, actions),
        )
        for goal, actions in by_priority(context, context.actions)
    )
