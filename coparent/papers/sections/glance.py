"""The first screen of a paper: the answer in a sentence, the actions by status, four numbers, and what is asked."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from coparent.coverage import GoalStatus, coverage_of
from coparent.papers.facts import Fact
from coparent.papers.sections.attention import needs_attention, other_actions, should_have_started
from coparent.papers.sections.concern_cards import hedged_status
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.decisions import decisions_in_words, decisions_of
from coparent.papers.sections.small_numbers import standing_shown
from coparent.papers.sections.status import change_in_words, count_statuses, spread_of
from coparent.papers.views.front import Glance
from coparent.progress import PASSED_ON, ActionProgress, milestones_met, progress_of
from coparent.progress.wording import lateness_in_words
from coparent.text.sentences import count, listing, lower_first, verb
from coparent.workspace import Workspace

_COUNTED_GOALS = ("outcome", "priority", "promise", "recommendation")


def build_glance(context: PaperContext) -> Glance:
    """Build the first screen: what a reader of nothing else should take away."""
    return Glance(
        title="At a glance",
        sentence=_answer(context),
        spread=spread_of(context.actions, context.actions_before),
        facts=tuple(_facts_of_brief(context) if context.organisation else _facts(context)),
        asked=_asked_of_partner(context) if context.organisation else _asked_of_members(context),
    )


def _answer(context: PaperContext) -> str:
    if not context.actions:
        partner = context.partner
        return f"{partner} leads and joins no action." if partner else "There are no actions to report on."
    urgent, others = needs_attention(context), other_actions(context)
    late_starts = len(should_have_started(context))
    without_start = sum(action.stage == "not-started" and action.action.start is None for action in others)
    sentences = (
        _going_well(context, others, late_starts + without_start),
        _need_attention(urgent),
        _rest_in_words(others, late_starts, without_start),
    )
    return " ".join(filter(None, sentences))


def _going_well(context: PaperContext, others: Sequence[ActionProgress], not_begun: int) -> str:
    """How many actions are as they should be; of those not started, `not_begun` should have, or have no start date."""
    numbers = count_statuses(others)
    coming = sum(action.stage == "not-started" for action in others) - not_begun
    is_rated_late = count_statuses(needs_attention(context))["on-track"] > 0
    kinds = {
        "complete": numbers["complete"],
        "going to plan" if is_rated_late else "on track": numbers["on-track"],
        "not yet due to start": coming,
    }
    well, total = sum(kinds.values()), len(context.actions)
    states = listing([words for words, number in kinds.items() if number] or list(kinds), "or")
    if total == 1:
        return f"The one action is {states}." if well else ""
    if well == total:
        return f"All {total} actions are {states}."
    return f"{well or 'None'} of {total} actions {'are' if well > 1 else 'is'} {states}."


def _need_attention(urgent: Sequence[ActionProgress]) -> str:
    if not urgent:
        return "None is off track, overdue, at risk, running late or paused."
    worst = urgent[0]
    name = f"{worst.action.ref} {worst.title}" if worst.action.ref else worst.title
    state = ", ".join(filter(None, (lower_first(hedged_status(worst).words), lateness_in_words(worst))))
    if len(urgent) == 1:
        return f"One needs attention: “{name}” ({state})."
    return f"{len(urgent)} need attention, above all “{name}” ({state})."


def _rest_in_words(others: Sequence[ActionProgress], late_starts: int, without_start: int) -> str:
    """The actions that neither go well nor need attention, because nobody has said how they go."""
    unrated = count_statuses(others)["unrated"]
    over = sum(action.stage in PASSED_ON for action in others)
    parts = {
        f"{late_starts} should have started by now, and no update says so": late_starts,
        f"{without_start} {verb(without_start, 'has')} not started and no start date is given": without_start,
        f"{unrated} {verb(unrated, 'is')} in progress and not rated": unrated,
        f"{over} {verb(over, 'was')} stopped or passed on": over,
    }
    known = [words for words, number in parts.items() if number]
    return f"Of the others, {'; '.join(known)}." if known else ""


def _facts(context: PaperContext) -> Iterator[Fact]:
    yield _share_complete(context)
    yield _milestones(context, "milestones due by now met on time")
    yield _measures(context)
    # How few goals some of the plans serve says nothing of the strategy.
    yield _gaps(context) if context.is_whole else _updates_due(context)


def _facts_of_brief(context: PaperContext) -> Iterator[Fact]:
    complete, change = _count_actions(context, lambda action: action.stage == "complete")
    yield Fact(f"{complete} of {len(context.actions)}", "of its actions complete", change)
    yield _milestones(context, "milestones of these actions, due by now, met on time")
    yield _updates_due(context)
    late, change = _count_actions(context, lambda action: action.is_late)
    yield Fact(str(late), "of its actions late, or forecast to be", change)


def _count_actions(context: PaperContext, is_counted: Callable[[ActionProgress], bool]) -> tuple[int, str]:
    """How many actions the predicate counts, and how that has changed since the last report, in words."""
    now, before = sum(map(is_counted, context.actions)), context.actions_before
    return now, change_in_words(now, sum(map(is_counted, before)) if before is not None else None)


def _share_complete(context: PaperContext) -> Fact:
    now, before = context.actions, context.actions_before
    if not now:
        return Fact("0", "actions complete")
    share, change = _percent_complete(now), ""
    if before is not None:
        points = share - _percent_complete(before)
        change = f"{count(abs(points), 'point')} {'more' if points > 0 else 'fewer'}" if points else "no change"
    complete = count_statuses(now)["complete"]
    return Fact(f"{share}%", f"of actions complete ({complete} of {len(now)})", change)


def _percent_complete(actions: Sequence[ActionProgress]) -> int:
    """The share of actions that are complete, rounded down so that 100% is all of them."""
    return count_statuses(actions)["complete"] * 100 // len(actions)


def _milestones(context: PaperContext, label: str) -> Fact:
    met, due = milestones_met(context.actions)
    if not due:
        return Fact("0", "milestones had fallen due")
    before = milestones_met(context.actions_before)[0] if context.actions_before is not None else None
    return Fact(f"{met} of {due}", label, change_in_words(met, before))


def _measures(context: PaperContext) -> Fact:
    statuses = _measure_statuses(context, context.workspace)
    if not statuses:
        return Fact("0", "measures can be held against a target")
    before = _count_well(_measure_statuses(context, context.before)) if context.before is not None else None
    change = change_in_words(_count_well(statuses), before)
    return Fact(f"{_count_well(statuses)} of {statuses.total()}", "measures at target, or on course for it", change)


def _count_well(statuses: Counter[str]) -> int:
    """How many measures are at their target or better, or on course for it."""
    return statuses["met"] + statuses["on-course"]


def _measure_statuses(context: PaperContext, workspace: Workspace) -> Counter[str]:
    """How many measures have each status against their target; those whose figure is held back count in none."""
    shown = (standing_shown(context, measure) for measure in progress_of(workspace).measures)
    return Counter(standing for standing in shown if standing is not None)


def _gaps(context: PaperContext) -> Fact:
    gaps, goals = _count_gaps(context.workspace)
    change = change_in_words(gaps, _count_gaps(context.before)[0] if context.before is not None else None)
    return Fact(str(gaps), f"{'gap' if gaps == 1 else 'gaps'} in coverage ({count(goals, 'goal')} in all)", change)


def _count_gaps(workspace: Workspace) -> tuple[int, int]:
    """How many goals are gaps that no board has accepted, and how many goals there are."""
    goals = [goal for kind in _COUNTED_GOALS for goal in coverage_of(workspace).goals[kind]]
    return sum(goal.status in (GoalStatus.PARTIAL, GoalStatus.MISSING) for goal in goals), len(goals)


def _updates_due(context: PaperContext) -> Fact:
    """How many updates are due; in a brief, from its organisation alone."""
    number, change = _count_actions(
        context, lambda action: action.update_due_since is not None and context.answers_for(action)
    )
    return Fact(str(number), "updates owed", change)


def _asked_of_members(context: PaperContext) -> str:
    if decisions := decisions_of(context):
        return decisions_in_words(decisions)
    recommendations = len(context.paper.recommendations)
    return f"Members are asked to agree {count(recommendations, 'recommendation')}." if recommendations else ""


def _asked_of_partner(context: PaperContext) -> str:
    updates = sum(action.update_due_since is not None for action in context.led)
    overdue = sum(action.is_overdue for action in context.led)
    asked = listing(
        (
            f"for {count(updates, 'update')}" if updates else "",
            f"when {count(overdue, 'overdue action')} will be complete" if overdue else "",
        )
    )
    return f"{context.partner} is asked {asked}." if asked else ""
