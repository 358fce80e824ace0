"""The young people's version: what you said, what we did, what comes next and who can help, in their words."""

from collections.abc import Callable, Iterator

from coparent.coverage import priorities_of
from coparent.papers.facts import Goal, Words
from coparent.papers.telling.lines import rich
from coparent.papers.telling.material import Material
from coparent.papers.telling.numbering import Numbers
from coparent.papers.telling.standing import due_of
from coparent.papers.telling.voices import voice_lines
from coparent.papers.views import Doing, DoingGroup, Help, HelpLine, WhatWeDo, YouSaid
from coparent.progress import ActionProgress
from coparent.schema.strategy import Outcome
from coparent.sentences import count
from coparent.timescales import day_in_words

_MOST = 6
"""How many actions of a priority are told; nobody reads a list of thirty."""
_STATES = {
    "complete": ("complete", "Done"),
    "in-progress": ("on-track", "We are doing this now"),
    "paused": ("paused", "We have had to stop for a while"),
    "not-started": ("not-started", "We have not started yet"),
}
_LATE = ("at-risk", "This is taking longer than we said")


def tell_told(material: Material, numbers: Numbers) -> YouSaid:
    """What young people said, what changed, and what could not be done and why."""
    heading = numbers.section("told", "You said, we did")
    voices = voice_lines(material, ("young-people",))
    if not voices:
        return YouSaid(heading, numbers.paragraphs("We have not written down yet what young people told us."), ())
    return YouSaid(heading, numbers.paragraphs("This is what young people told us, and what happened next."), voices)


def tell_doing(material: Material, numbers: Numbers) -> WhatWeDo | None:
    """What has been done or is being done now."""
    chosen = [one for one in material.actions if one.stage in ("in-progress", "paused", "complete")]
    groups = tuple(_groups(material, chosen))
    if not groups:
        return None
    heading = numbers.section("doing", "What we are doing")
    return WhatWeDo(heading, numbers.paragraphs("This is what we have done, or are doing now."), groups)


def tell_upcoming(material: Material, numbers: Numbers) -> WhatWeDo | None:
    """What is to begin, soonest due first."""
    chosen = [one for one in material.actions if one.stage == "not-started"]
    groups = tuple(_groups(material, chosen))
    if not groups:
        return None
    heading = numbers.section("upcoming", "What comes next")
    words = "These are things that we have said we will do. We will tell you when they are done."
    return WhatWeDo(heading, numbers.paragraphs(words), groups)


def _groups(material: Material, chosen: list[ActionProgress]) -> Iterator[DoingGroup]:
    """By priority, each action once; those somebody has put in plain words come first."""
    strategy = material.workspace.strategy
    if strategy is None:
        return
    outcomes = {outcome.id: outcome for outcome in strategy.outcomes}
    first = _first_priority(outcomes)
    for priority in strategy.priorities:
        goal = Goal(priority.id, "", priority.title, rich(priority.plain))
        yield from _group(material, goal, [one for one in chosen if first(one) == priority.id])
    everyone = Goal("", "", "For everyone in care and leaving care")
    yield from _group(material, everyone, [one for one in chosen if first(one) == ""])


def _first_priority(outcomes: dict[str, Outcome]) -> Callable[[ActionProgress], str]:
    def first(one: ActionProgress) -> str:
        return next(iter(priorities_of(one.action, outcomes)), "")

    return first


def _group(material: Material, goal: Goal, actions: list[ActionProgress]) -> Iterator[DoingGroup]:
    if not actions:
        return
    told = sorted((one for one in actions if one.action.plain), key=_soonest)[:_MOST]
    yield DoingGroup(goal, tuple(_doing(material, one) for one in told), _more(len(told), len(actions) - len(told)))


def _more(told: int, left: int) -> str:
    if not left:
        return ""
    things = count(left, "more thing") if told else count(left, "thing")
    return f"There {'is' if left == 1 else 'are'} {things} in our plans. Ask us if you want to know."


def _soonest(one: ActionProgress) -> str:
    return one.due.end.isoformat() if one.due is not None and one.due.end is not None else "9999"


def _doing(material: Material, one: ActionProgress) -> Doing:
    code, state = _STATES[one.stage]
    if one.is_overdue or (one.late_by is not None and one.late_by > 0):
        code, state = _LATE
    latest = one.latest.update if one.latest is not None else None
    update: Words = rich(latest.plain) if latest is not None else ""
    return Doing(
        words=rich(one.action.plain),
        state=state,
        code=code,
        when=_when(material, one),
        who_for=one.action.who_for or "",
        update=update,
    )


def _when(material: Material, one: ActionProgress) -> str:
    if one.completed_on is not None:
        return f"Done by {day_in_words(one.completed_on)}"
    if one.due is None or one.due.end is None:
        return "We have not said when"
    due = due_of(material.workspace, one.action, one.plan)
    return f"By {due.words}{f' (we first said {due.was[0]})' if due.was else ''}"


def tell_help(material: Material, numbers: Numbers) -> Help:
    """Whom to call."""
    lines = tuple(
        HelpLine(one.title, one.phone or "", "".join((one.phone or "").split()), one.url or "")
        for one in material.workspace.settings.help
    )
    heading = numbers.section("help", "Who can help")
    words = (
        "If you are worried about something, or we have not done what we said, talk to someone you trust."
        if lines
        else "Talk to your social worker, your personal adviser or someone you trust."
    )
    return Help(heading, numbers.paragraphs(words), lines)
