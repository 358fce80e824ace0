"""The first screen of a paper: the answer in a sentence, the actions by status, four numbers, and what is asked."""

from collections.abc import Iterator, Sequence

from coparent.coverage import GoalStatus, coverage_of, leaders_of
from coparent.papers.facts import Fact
from coparent.papers.telling.attention import needs_attention, should_have_started
from coparent.papers.telling.concerns import status_told
from coparent.papers.telling.decisions import decisions_in_words, decisions_of
from coparent.papers.telling.figures import is_small
from coparent.papers.telling.material import Material
from coparent.papers.telling.promises import milestones_met
from coparent.papers.telling.standing import change_in_words, spread_of, status_of
from coparent.papers.views import Glance
from coparent.progress import PASSED_ON, ActionProgress, progress_of
from coparent.sentences import count, listing
from coparent.wording import lateness_in_words
from coparent.workspace import Workspace

_COUNTED_GOALS = ("outcome", "priority", "promise", "recommendation")


def tell_glance(material: Material) -> Glance:
    """What a reader of nothing else takes away."""
    facts = _facts_of_brief(material) if material.organisation else _facts(material)
    return Glance(
        title="At a glance",
        sentence=_answer(material),
        spread=spread_of(material.actions, material.actions_before),
        facts=tuple(facts),
        asked=_asked(material),
    )


def _answer(material: Material) -> str:
    actions, worst = material.actions, needs_attention(material)
    if not actions:
        partner = material.organisation_name(material.organisation) if material.organisation else ""
        return f"{partner} leads and joins no action." if partner else "There are no actions to report on."
    known = set(map(id, worst))
    others = [one for one in actions if id(one) not in known]
    said = [*_going_well(material, others), _attention(worst), _the_rest(material, others)]
    return " ".join(sentence for sentence in said if sentence)


def _going_well(material: Material, others: Sequence[ActionProgress]) -> Iterator[str]:
    """How many are as they should be, naming only what there is."""
    has_late = any(status_of(one).code == "on-track" for one in needs_attention(material))
    kinds = {
        "complete": sum(one.stage == "complete" for one in others),
        "going to plan" if has_late else "on track": sum(status_of(one).code == "on-track" for one in others),
        "not yet due to start": sum(one.stage == "not-started" for one in others)
        - len(should_have_started(material))
        - _have_no_start(others),
    }
    well, total = sum(kinds.values()), len(material.actions)
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


def _the_rest(material: Material, others: Sequence[ActionProgress]) -> str:
    """Those of which nobody can say that they are well or that they need attention: silence is no good news."""
    silent = len(should_have_started(material))
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


def _facts(material: Material) -> Iterator[Fact]:
    yield _share_complete(material)
    yield _milestones(material, "milestones due by now met on time")
    yield _measures(material)
    # How few goals some of the plans serve says nothing of the strategy.
    yield _gaps(material) if material.is_whole else _owed(material, "updates owed")


def _facts_of_brief(material: Material) -> Iterator[Fact]:
    complete, earlier = _complete(material.actions), _complete(material.actions_before or ())
    change = change_in_words(complete - earlier) if material.actions_before is not None else ""
    yield Fact(f"{complete} of {len(material.actions)}", "of its actions complete", change)
    yield _milestones(material, "milestones of these actions, due by now, met on time")
    yield _owed(material, "updates owed")
    late = _late(material.actions)
    change = change_in_words(late - _late(material.actions_before)) if material.actions_before is not None else ""
    yield Fact(str(late), "of its actions late, or forecast to be", change)


def _late(actions: Sequence[ActionProgress]) -> int:
    return sum(bool(lateness_in_words(one)) for one in actions)


def _complete(actions: Sequence[ActionProgress]) -> int:
    return sum(one.stage == "complete" for one in actions)


def _share_complete(material: Material) -> Fact:
    now, before = material.actions, material.actions_before
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


def _milestones(material: Material, label: str) -> Fact:
    met, due = milestones_met(material.workspace, material.actions)
    if not due:
        return Fact("0", "milestones had fallen due")
    change = ""
    if material.before is not None and material.actions_before is not None:
        earlier, _ = milestones_met(material.before, material.actions_before)
        change = change_in_words(met - earlier)
    return Fact(f"{met} of {due}", label, change)


def _measures(material: Material) -> Fact:
    met, judged = _judged(material, material.workspace)
    if not judged:
        return Fact("0", "measures can be held against a target")
    change = change_in_words(met - _judged(material, material.before)[0]) if material.before is not None else ""
    return Fact(f"{met} of {judged}", "measures at target or better", change)


def _judged(material: Material, workspace: Workspace) -> tuple[int, int]:
    """How many measures meet their target, and how many are held against one; a figure held back counts in neither."""
    statuses = [
        one.status
        for one in progress_of(workspace).measures
        if one.status is not None and one.latest is not None and not is_small(material, one.measure, one.latest)
    ]
    return statuses.count("met"), len(statuses)


def _gaps(material: Material) -> Fact:
    number = sum(len(material.survey.gaps(kind)) for kind in _COUNTED_GOALS)
    goals = sum(len(material.survey.goals[kind]) for kind in _COUNTED_GOALS)
    change = change_in_words(number - _gaps_in(material.before)) if material.before is not None else ""
    return Fact(str(number), f"{'gap' if number == 1 else 'gaps'} in coverage ({count(goals, 'goal')} in all)", change)


def _gaps_in(workspace: Workspace) -> int:
    goals = coverage_of(workspace).goals
    open_ones = (GoalStatus.PARTIAL, GoalStatus.MISSING)
    return sum(goal.status in open_ones for kind in _COUNTED_GOALS for goal in goals[kind])


def _owed(material: Material, label: str) -> Fact:
    number = len(_owing(material, material.actions))
    if material.actions_before is None:
        return Fact(str(number), label)
    return Fact(str(number), label, change_in_words(number - len(_owing(material, material.actions_before))))


def _owing(material: Material, actions: Sequence[ActionProgress]) -> Sequence[ActionProgress]:
    """The actions whose update is owed; in a brief, by its organisation alone."""
    return [one for one in actions if one.owed_since is not None and _answers_for(material, one)]


def _answers_for(material: Material, one: ActionProgress) -> bool:
    if not material.organisation:
        return True
    wanted = material.workspace.members(material.organisation)
    return not set(wanted).isdisjoint(leaders_of(material.workspace, one))


def _asked(material: Material) -> str:
    if material.organisation:
        return _asked_of_partner(material)
    decisions = decisions_of(material)
    if decisions:
        return f"Members are asked for {count(len(decisions), 'decision')}: {decisions_in_words(decisions)}."
    recommendations = len(material.paper.recommendations)
    return f"Members are asked to agree {count(recommendations, 'recommendation')}." if recommendations else ""


def _asked_of_partner(material: Material) -> str:
    owed = len(_owing(material, material.actions))
    overdue = sum(one.is_overdue and _answers_for(material, one) for one in material.actions)
    asked = [
        f"for {count(owed, 'update')}" if owed else "",
        f"when {count(overdue, 'overdue action')} will be complete" if overdue else "",
    ]
    words = listing([one for one in asked if one])
    return f"{material.organisation_name(material.organisation)} is asked {words}." if words else ""
