"""The first screen of a paper: the answer in a sentence, the actions by status, four numbers, and what is asked."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from coparent.coverage import GoalStatus, coverage_of
from coparent.papers.facts import Fact
from coparent.papers.sections.concern_cards import hedged_status
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.decisions import decisions_in_words, decisions_of
from coparent.papers.sections.partners import asked_of_partner_in_words
from coparent.papers.sections.small_numbers import standing_shown
from coparent.papers.sections.status import change_in_words, count_statuses, spread_since
from coparent.papers.sections.urgency import (
    calm_in_words,
    late_starts,
    needs_attention,
    other_actions,
    silent_actions,
)
from coparent.papers.views.front import Glance
from coparent.progress import PASSED_ON, ActionProgress, Standing, milestones_met, progress_of
from coparent.progress.wording import lateness_in_words
from coparent.text.sentences import count, listing, lower_first, verb, without_stop
from coparent.workspace import Workspace

_COUNTED_GOALS = ("outcome", "priority", "promise", "recommendation")


def build_glance(context: PaperContext, outline: Collection[str]) -> Glance:
    """Build the first screen: what a reader of nothing else should take away.

    What is asked is counted only where a section of the paper lists it.
    """
    return Glance(
        title="At a glance",
        sentence=_answer(context),
        spread=spread_since(context, context.actions),
        facts=tuple(_facts_of_brief(context) if context.organisation else _facts(context)),
        asked=_count_asks_in_words(context, outline),
    )


def _count_asks_in_words(context: PaperContext, outline: Collection[str]) -> str:
    if context.organisation and "asked" in outline:
        return asked_of_partner_in_words(context)
    is_listed = "decisions" in outline or "purpose" in outline
    return decisions_in_words(decisions_of(context)) if is_listed else ""


def _answer(context: PaperContext) -> str:
    if not context.actions:
        return "There are no actions to report on."
    urgent = needs_attention(context)
    if urgent:
        return " ".join(filter(None, (_going_well(context), _need_attention(context, urgent), _rest_in_words(context))))
    calm = calm_in_words(context) if len(context.actions) > 1 else ""
    return " ".join(filter(None, (_going_well(context), _silent_in_words(context), calm, _rest_in_words(context))))


def _going_well(context: PaperContext) -> str:
    """How many actions are as they should be, with no word of them missing."""
    silent = {*silent_actions(context), *late_starts(context)}
    heard = [action for action in other_actions(context) if action not in silent]
    numbers = count_statuses(heard)
    coming = sum(action.stage == "not-started" and action.action.start is not None for action in heard)
    is_rated_late = count_statuses(needs_attention(context))["on-track"] > 0
    kinds = {
        "complete": numbers["complete"],
        "going to plan" if is_rated_late else "on track": numbers["on-track"],
        "not yet due to start": coming,
    }
    well, total = sum(kinds.values()), sum(action.is_known for action in context.actions)
    if not total:
        return ""
    states = listing([words for words, number in kinds.items() if number] or list(kinds), "or")
    if total == 1:
        return f"The one action is {states}." if well else ""
    if well == total:
        return f"{'Both' if total == 2 else f'All {total}'} actions are {states}."
    return f"{well or 'None'} of {total} actions {'are' if well > 1 else 'is'} {states}."


def _need_attention(context: PaperContext, urgent: Sequence[ActionProgress]) -> str:
    worst = urgent[0]
    title = without_stop(worst.title)
    name = f"{worst.action.ref} {title}" if worst.action.ref else title
    state = ", ".join(filter(None, (lower_first(hedged_status(worst).words), lateness_in_words(worst))))
    if len(urgent) == 1:
        subject = "The one action needs" if len(context.actions) == 1 else "One needs"
        return f"{subject} attention: “{name}” ({state})."
    return f"{len(urgent)} need attention, above all “{name}” ({state})."


def _silent_in_words(context: PaperContext) -> str:
    """Of how many actions there is no word, where none needs attention otherwise."""
    silent = len(silent_actions(context))
    if not silent:
        return ""
    whom = "it" if len(context.actions) == 1 else str(silent)
    return f"There is no word of {whom}, which should have begun or reported by now."


def _rest_in_words(context: PaperContext) -> str:
    """The actions that neither go well nor need attention, because nobody has said how they go."""
    silent, late = silent_actions(context), late_starts(context)
    others = [action for action in other_actions(context) if action not in silent]
    unrated = count_statuses(others)["unrated"]
    without_start = sum(action.stage == "not-started" and action.action.start is None for action in others)
    over = sum(action.stage in PASSED_ON for action in others)
    unknown = sum(not action.is_known for action in others)
    parts = {
        f"there is no word of {len(silent)}, which should have begun or reported by now": needs_attention(context)
        and silent,
        f"{len(late)} should have begun by now and {verb(len(late), 'has')} not": late,
        f"{without_start} {verb(without_start, 'has')} not started and no start date is given": without_start,
        f"{unrated} {verb(unrated, 'is')} in progress and not rated": unrated,
        f"{over} {verb(over, 'was')} stopped or passed on": over,
        f"{unknown} {verb(unknown, 'is')} not known": unknown,
    }
    known = [words for words, number in parts.items() if number]
    if not known:
        return ""
    if len(context.actions) == 1:
        return f"The one action {known[0].removeprefix('1 ')}."
    return f"Of the others, {'; '.join(known)}."


def _facts(context: PaperContext) -> Iterator[Fact]:
    yield _share_complete(context)
    yield _milestones(context, "milestones due by now met on time")
    yield _measures(context)
    # How few goals some of the plans serve says nothing of the strategy.
    yield _gaps(context) if context.is_whole else _updates_due(context)


def _facts_of_brief(context: PaperContext) -> Iterator[Fact]:
    complete, change = _count_actions(context, lambda action: action.stage == "complete")
    if context.actions:
        yield Fact(f"{complete} of {len(context.actions)}", "of its actions complete", change)
    else:
        yield Fact("0", "actions led or joined")
    yield _milestones(context, "milestones of these actions, due by now, met on time")
    yield _updates_due(context)
    late, change = _count_actions(context, lambda action: action.is_late)
    yield Fact(str(late), "of its actions late, or forecast to be", change)


def _count_actions(context: PaperContext, is_counted: Callable[[ActionProgress], bool]) -> tuple[int, str]:
    """How many actions the predicate counts, and how that has changed since the last report, in words."""
    now, before = sum(map(is_counted, context.actions)), context.actions_before
    # An action of which nobody knows whether it was there had no update, so none of these can hold of it then.
    return now, change_in_words(now, sum(map(is_counted, before)) if before is not None else None)


def _share_complete(context: PaperContext) -> Fact:
    now, before = context.actions, context.actions_before
    if not now:
        return Fact("0", "actions complete")
    share, change = _percent_complete(now), ""
    if before is not None and (context.new_actions or context.undatable):
        # More actions make the share of those that are complete smaller, though nothing got worse.
        change = change_in_words(count_statuses(now)["complete"], count_statuses(before)["complete"])
    elif before:
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
    total = statuses.total()
    if not total:
        return Fact("0", "measures can be held against a target")
    before = _count_well(_measure_statuses(context, context.before)) if context.before is not None else None
    change = change_in_words(_count_well(statuses), before)
    measures = "measure" if total == 1 else "measures"
    return Fact(f"{_count_well(statuses)} of {total}", f"{measures} at target, or on course for it", change)


def _count_well(statuses: Counter[str]) -> int:
    """How many measures are at their target or better, or on course for it."""
    return statuses["met"] + statuses["on-course"]


def _measure_statuses(context: PaperContext, workspace: Workspace) -> Counter[str]:
    """How many measures have each status against their target.

    Those whose figure is held back count in none, and neither do those that cannot be judged before its day.
    """
    shown = (standing_shown(context, measure) for measure in progress_of(workspace).measures)
    return Counter(standing for standing in shown if standing not in (None, Standing.SHORT))


def _gaps(context: PaperContext) -> Fact:
    gaps, goals = _count_gaps(context.workspace)
    is_known = context.before is not None and not context.undatable
    before = _count_gaps(context.before)[0] if context.before is not None and is_known else None
    change = change_in_words(gaps, before)
    return Fact(f"{gaps} of {goals}", f"{'goal' if goals == 1 else 'goals'} not covered, or only in part", change)


def _count_gaps(workspace: Workspace) -> tuple[int, int]:
    """How many goals are gaps that no board has accepted, and how many goals there are."""
    goals = [goal for kind in _COUNTED_GOALS for goal in coverage_of(workspace).goals[kind]]
    return sum(goal.status in (GoalStatus.PARTIAL, GoalStatus.MISSING) for goal in goals), len(goals)


def _updates_due(context: PaperContext) -> Fact:
    """How many updates are due; in a brief, from its organisation alone."""
    number, change = _count_actions(
        context, lambda action: action.update_due_since is not None and context.answers_for(action)
    )
    return Fact(str(number), "update due" if number == 1 else "updates due", change)
