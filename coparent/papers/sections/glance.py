"""The first screen of a paper: the answer in a sentence, the actions by status, four numbers, and what is asked."""

from collections.abc import Iterator, Sequence

from coparent.coverage import GoalStatus, coverage_of
from coparent.papers.facts import Fact
from coparent.papers.sections.attention import needs_attention, should_have_started
from coparent.papers.sections.concerns import status_told
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.decisions import decisions_in_words, decisions_of
from coparent.papers.sections.small_numbers import is_small
from coparent.papers.sections.status import change_in_words, spread_of, status_of
from coparent.papers.views import Glance
from coparent.progress import PASSED_ON, ActionProgress, milestones_met, progress_of
from coparent.progress.wording import lateness_in_words
from coparent.text.sentences import count, listing
from coparent.workspace import Workspace

_COUNTED_GOALS = ("outcome", "priority", "promise", "recommendation")


def build_glance(context: PaperContext) -> Glance:
    """What a reader of nothing else takes away."""
    facts = _facts_of_brief(context) if context.organisation else _facts(context)
    return Glance(
        title="At a glance",
        sentence=_answer(context),
        spread=spread_of(context.actions, context.actions_before),
        facts=tuple(facts),
        asked=_asked(context),
    )


def _answer(context: PaperContext) -> str:
    actions, worst = context.actions, needs_attention(context)
    if not actions:
        partner = context.organisation_name(context.organisation) if context.organisation else ""
        return f"{partner} leads and joins no action." if partner else "There are no actions to report on."
    known = set(map(id, worst))
    others = [one for one in actions if id(one) not in known]
    said = [*_going_well(context, others), _attention(worst), _the_rest(context, others)]
    return " ".join(sentence for sentence in said if sentence)


def _going_well(context: PaperContext, others: Sequence[ActionProgress]) -> Iterator[str]:
    """How many are as they should be, naming only what there is."""
    has_late = any(status_of(one).code == "on-track" for one in needs_attention(context))
    kinds = {
        "complete": sum(one.stage == "complete" for one in others),
        "going to plan" if has_late else "on track": sum(status_of(one).code == "on-track" for one in others),
        "not yet due to start": sum(one.stage == "not-started" for one in others)
        - len(should_have_started(context))
        - _have_no_start(others),
    }
    well, total = sum(kinds.values()), len(context.actions)
    states = _either([words for words, number in kinds.items() if number] or list(kinds))
    if total == 1:
        yield f"The one action is {states}." if well else ""
    elif well == total:
        yield f"All {total} actions are {states}."
    else:
        yield f"{well or 'None'} of {total} actions {'are' if well > 1 else 'is'} {states}."


def _either(words: Sequence[str]) -> str:
    return " or ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def _have_no_start(others: Sequence[ActionProgress]) -> int:
    return sum(one.stage == "not-started" and one.action.start is None for one in others)


def _attention(worst: Sequence[ActionProgress]) -> str:
    if not worst:
        return "None is off track, overdue, at risk, running late or paused."
    first = worst[0]
    name = f"{first.action.ref} {first.action.title}" if first.action.ref else first.action.title
    words = status_told(first).words
    stands = ", ".join(part for part in (words[0].lower() + words[1:], lateness_in_words(first)) if part)
    if len(worst) == 1:
        return f"One needs attention: “{name}” ({stands})."
    return f"{len(worst)} need attention, above all “{name}” ({stands})."


def _the_rest(context: PaperContext, others: Sequence[ActionProgress]) -> str:
    """Those of which nobody can say that they are well or that they need attention: silence is no good news."""
    silent = len(should_have_started(context))
    undated = _have_no_start(others)
    unrated = sum(status_of(one).code == "unrated" for one in others)
    over = sum(one.stage in PASSED_ON for one in others)
    said = {
        f"{silent} should have started by now, and no update says so": silent,
        f"{undated} {'has' if undated == 1 else 'have'} not started and no start date is given": undated,
        f"{unrated} {'is' if unrated == 1 else 'are'} in progress and not rated": unrated,
        f"{over} {'was' if over == 1 else 'were'} stopped or passed on": over,
    }
    known = [words for words, number in said.items() if number]
    return f"Of the others, {'; '.join(known)}." if known else ""


def _facts(context: PaperContext) -> Iterator[Fact]:
    yield _share_complete(context)
    yield _milestones(context, "milestones due by now met on time")
    yield _measures(context)
    # How few goals some of the plans serve says nothing of the strategy.
    yield _gaps(context) if context.is_whole else _owed(context, "updates owed")


def _facts_of_brief(context: PaperContext) -> Iterator[Fact]:
    complete, earlier = _complete(context.actions), _complete(context.actions_before or ())
    change = change_in_words(complete - earlier) if context.actions_before is not None else ""
    yield Fact(f"{complete} of {len(context.actions)}", "of its actions complete", change)
    yield _milestones(context, "milestones of these actions, due by now, met on time")
    yield _owed(context, "updates owed")
    late = _late(context.actions)
    change = change_in_words(late - _late(context.actions_before)) if context.actions_before is not None else ""
    yield Fact(str(late), "of its actions late, or forecast to be", change)


def _late(actions: Sequence[ActionProgress]) -> int:
    return sum(bool(lateness_in_words(one)) for one in actions)


def _complete(actions: Sequence[ActionProgress]) -> int:
    return sum(one.stage == "complete" for one in actions)


def _share_complete(context: PaperContext) -> Fact:
    now, before = context.actions, context.actions_before
    if not now:
        return Fact("0", "actions complete")
    share = _percent(now)
    change = ""
    if before is not None:
        difference = share - _percent(before)
        points = "point" if abs(difference) == 1 else "points"
        change = f"{abs(difference)} {points} {'more' if difference > 0 else 'fewer'}" if difference else "no change"
    return Fact(f"{share}%", f"of actions complete ({_complete(now)} of {len(now)})", change)


def _percent(actions: Sequence[ActionProgress]) -> int:
    """Rounded down, so that 100% is all of them."""
    return _complete(actions) * 100 // len(actions)


def _milestones(context: PaperContext, label: str) -> Fact:
    met, due = milestones_met(context.actions)
    if not due:
        return Fact("0", "milestones had fallen due")
    change = ""
    if context.before is not None and context.actions_before is not None:
        earlier, _ = milestones_met(context.actions_before)
        change = change_in_words(met - earlier)
    return Fact(f"{met} of {due}", label, change)


def _measures(context: PaperContext) -> Fact:
    met, judged = _judged(context, context.workspace)
    if not judged:
        return Fact("0", "measures can be held against a target")
    change = change_in_words(met - _judged(context, context.before)[0]) if context.before is not None else ""
    return Fact(f"{met} of {judged}", "measures at target or better", change)


def _judged(context: PaperContext, workspace: Workspace) -> tuple[int, int]:
    """How many measures meet their target, and how many are held against one; a figure held back counts in neither."""
    statuses = [
        one.status
        for one in progress_of(workspace).measures
        if one.status is not None and one.latest is not None and not is_small(context, one.measure, one.latest)
    ]
    return statuses.count("met"), len(statuses)


def _gaps(context: PaperContext) -> Fact:
    number = sum(len(context.survey.gaps(kind)) for kind in _COUNTED_GOALS)
    goals = sum(len(context.survey.goals[kind]) for kind in _COUNTED_GOALS)
    change = change_in_words(number - _gaps_in(context.before)) if context.before is not None else ""
    return Fact(str(number), f"{'gap' if number == 1 else 'gaps'} in coverage ({count(goals, 'goal')} in all)", change)


def _gaps_in(workspace: Workspace) -> int:
    goals = coverage_of(workspace).goals
    open_ones = (GoalStatus.PARTIAL, GoalStatus.MISSING)
    return sum(goal.status in open_ones for kind in _COUNTED_GOALS for goal in goals[kind])


def _owed(context: PaperContext, label: str) -> Fact:
    number = len(_owing(context, context.actions))
    if context.actions_before is None:
        return Fact(str(number), label)
    return Fact(str(number), label, change_in_words(number - len(_owing(context, context.actions_before))))


def _owing(context: PaperContext, actions: Sequence[ActionProgress]) -> Sequence[ActionProgress]:
    """The actions whose update is owed; in a brief, by its organisation alone."""
    return [one for one in actions if one.update_due_since is not None and _answers_for(context, one)]


def _answers_for(context: PaperContext, one: ActionProgress) -> bool:
    if not context.organisation:
        return True
    wanted = context.workspace.members(context.organisation)
    return not set(wanted).isdisjoint(one.leaders)


def _asked(context: PaperContext) -> str:
    if context.organisation:
        return _asked_of_partner(context)
    decisions = decisions_of(context)
    if decisions:
        return f"Members are asked for {count(len(decisions), 'decision')}: {decisions_in_words(decisions)}."
    recommendations = len(context.paper.recommendations)
    return f"Members are asked to agree {count(recommendations, 'recommendation')}." if recommendations else ""


def _asked_of_partner(context: PaperContext) -> str:
    owed = len(_owing(context, context.actions))
    overdue = sum(one.is_overdue and _answers_for(context, one) for one in context.actions)
    asked = [
        f"for {count(owed, 'update')}" if owed else "",
        f"when {count(overdue, 'overdue action')} will be complete" if overdue else "",
    ]
    words = listing([one for one in asked if one])
    return f"{context.organisation_name(context.organisation)} is asked {words}." if words else ""
