"""The plans themselves: what they say of themselves, and their actions whole."""

from collections import Counter
from collections.abc import Iterator, Sequence

from coparent.papers.facts import ActionGroup, Goal
from coparent.papers.telling.goals import by_priority, goals_named
from coparent.papers.telling.lines import action_line, rich
from coparent.papers.telling.material import Material
from coparent.papers.telling.numbering import Numbers
from coparent.papers.telling.standing import spread_of
from coparent.papers.views import Actions, Entry, Listed, PlanPart, PlanSummary, Summary
from coparent.progress import ActionProgress
from coparent.schema.plan import Plan
from coparent.sentences import count, listing
from coparent.timescales import day_in_words, in_words

_NOBODY = "Nobody is named"
_STATUSES = {"draft": "Draft", "consultation": "Out for comment", "approved": "Approved", "closed": "Closed"}
_STATUS_COUNTS = {
    "draft": "still being written",
    "consultation": "out for comment",
    "approved": "approved",
    "closed": "closed",
}


def tell_summary(material: Material, numbers: Numbers) -> Summary | None:
    """What each plan says about itself."""
    plans = material.workspace.plans
    if not plans:
        return None
    heading = numbers.section("summary", "The plan in brief" if len(plans) == 1 else "The plans in brief")
    paragraphs = numbers.paragraphs(_how_many(plans), spread_of(material.actions).sentence)
    return Summary(heading, paragraphs, tuple(_summary(material, plan) for plan in plans))


def _how_many(plans: Sequence[Plan]) -> str:
    statuses: Counter[str] = Counter(plan.status for plan in plans)
    if len(plans) == 1:
        return f"The plan is {_STATUS_COUNTS[plans[0].status]}."
    said = [f"{statuses[code]} {words}" for code, words in _STATUS_COUNTS.items() if statuses[code]]
    if len(said) == 1:
        return f"All {len(plans)} plans are {said[0].partition(' ')[2]}."
    return f"There are {len(plans)} plans: {listing(said)}."


def _summary(material: Material, plan: Plan) -> PlanSummary:
    return PlanSummary(
        title=plan.title,
        organisation=material.organisation_name(plan.organisation),
        entries=tuple(_entries(material, plan)),
        summary=rich(plan.summary),
        equality=rich(plan.equality),
        plain=rich(plan.plain),
    )


def _entries(material: Material, plan: Plan) -> Iterator[Entry]:
    period, approval = material.workspace.period(plan), plan.approval
    is_approved = approval is not None and approval.on <= material.as_at
    is_early = plan.status in ("approved", "closed") and approval is not None and not is_approved
    yield Entry("Status", "Not yet approved" if is_early else _STATUSES[plan.status])
    if approval is not None and is_approved:
        board = material.board_name(approval.by) or approval.by
        yield Entry("Approved by", f"{board}, {day_in_words(approval.on)}", approval.on.isoformat())
    if period is not None:
        yield Entry("Period", in_words(period))
    if plan.partners:
        yield Entry("Partners", "; ".join(map(material.organisation_name, plan.partners)))
    yield Entry("Sponsor", material.role(plan.sponsor, plan) or _NOBODY)
    yield Entry("Accountable member", material.role(plan.accountable_member, plan) or _NOBODY)
    yield Entry("Reports to", "; ".join(filter(None, map(material.board_name, plan.reports_to))) or "No board is named")


def tell_actions(material: Material, numbers: Numbers) -> Actions | None:
    """Every action whole, under the first priority that it serves."""
    groups = by_priority(material, material.actions)
    if not groups:
        return None
    heading = numbers.section("actions", "What will be done")
    paragraphs = numbers.paragraphs(_opening(material.actions), _unsaid(material.actions))
    return Actions(heading, paragraphs, tuple(_part(material, numbers, *one) for one in groups))


def _part(material: Material, numbers: Numbers, goal: Goal, actions: Sequence[ActionProgress]) -> PlanPart:
    served = {name for one in actions for name in one.action.outcomes}
    named = goals_named(material).items()
    return PlanPart(
        goal=goal,
        outcomes=tuple(outcome for (kind, name), outcome in named if kind == "outcome" and name in served),
        paragraph=numbers.paragraph(spread_of(actions).sentence),
        caption=numbers.table(f"{goal.title}: actions"),
        actions=tuple(action_line(material, one) for one in actions),
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


def tell_log(material: Material, numbers: Numbers) -> Listed:
    """Every action, by priority, with what was last said of it."""
    heading = numbers.section("log", "All actions")
    if not material.actions:
        return Listed(heading, numbers.paragraphs("There are no actions."), ())
    silent = sum(one.latest is None for one in material.actions)
    paragraphs = numbers.paragraphs(
        spread_of(material.actions, material.actions_before).sentence,
        _opening(material.actions),
        f"{_have(silent)} no update yet." if silent else "Every action has at least one update.",
    )
    return Listed(heading, paragraphs, log_groups(material, numbers))


def _have(number: int) -> str:
    return f"{count(number, 'action')} {'has' if number == 1 else 'have'}"


def log_groups(material: Material, numbers: Numbers) -> tuple[ActionGroup, ...]:
    """All actions in groups, each under the first priority that it serves."""
    return tuple(
        ActionGroup(
            goal.title,
            numbers.table(f"{goal.title}: {count(len(actions), 'action')}"),
            tuple(action_line(material, one) for one in actions),
        )
        for goal, actions in by_priority(material, material.actions)
    )
