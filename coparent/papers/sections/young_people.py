"""The young people's version: what you said, what we did, what comes next and who can help, in their words."""

from coparent.papers.facts import Goal, Words
from coparent.papers.sections.action_rows import rich
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.goals import ACROSS, by_priority
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import due_of
from coparent.papers.sections.voices import voice_lines
from coparent.papers.views.young_people import Doing, DoingGroup, Help, HelpLine, WhatWeDo, YouSaid
from coparent.progress import ActionProgress
from coparent.text.sentences import count
from coparent.timescales import day_in_words

_MOST = 6
"""How many actions of a priority are told; nobody reads a list of thirty."""
_STATES = {
    "complete": ("complete", "Done"),
    "in-progress": ("on-track", "We are doing this now"),
    "paused": ("paused", "We have had to stop for a while"),
    "not-started": ("not-started", "We have not started yet"),
}
_FOR_EVERYONE = Goal("", "", "For everyone in care and leaving care")
_LATE = ("at-risk", "This is taking longer than we said")


def build_you_said(context: PaperContext, numbers: Numbers) -> YouSaid:
    """What young people said, what changed, and what could not be done and why: what is in plain words, if any is."""
    heading = numbers.section("told", "You said, we did")
    voices = voice_lines(context, ("young-people",))
    if not voices:
        return YouSaid(heading, numbers.paragraphs("We have not written down yet what young people told us."), ())
    plain = tuple(one for one in voices if one.plain)
    left = len(voices) - len(plain) if plain else 0
    paragraphs = numbers.paragraphs("This is what young people told us, and what happened next.")
    return YouSaid(heading, paragraphs, plain or voices, _asked_before(left))


def _asked_before(left: int) -> str:
    if not left:
        return ""
    times = "1 more time" if left == 1 else f"{left} more times"
    return f"Young people were asked {times}. Nobody has put that into plain words yet, so ask us."


def build_doing(context: PaperContext, numbers: Numbers) -> WhatWeDo | None:
    """What has been done or is being done now."""
    chosen = [one for one in context.actions if one.stage in ("in-progress", "paused", "complete")]
    if not chosen:
        return None
    heading = numbers.section("doing", "What we are doing")
    paragraphs = numbers.paragraphs("This is what we have done, or are doing now.")
    return WhatWeDo(heading, paragraphs, *_told(context, chosen))


def build_upcoming(context: PaperContext, numbers: Numbers) -> WhatWeDo | None:
    """What is to begin, soonest due first."""
    chosen = [one for one in context.actions if one.stage == "not-started"]
    if not chosen:
        return None
    heading = numbers.section("upcoming", "What comes next")
    words = "These are things that we have said we will do. We will tell you when they are done."
    return WhatWeDo(heading, numbers.paragraphs(words), *_told(context, chosen))


def _told(context: PaperContext, chosen: list[ActionProgress]) -> tuple[tuple[DoingGroup, ...], str]:
    """What somebody has put in plain words, by priority and each once, and how many others there are."""
    groups: list[DoingGroup] = []
    left = 0
    for goal, actions in by_priority(context, chosen):
        told = sorted((one for one in actions if one.action.plain), key=_soonest)[:_MOST]
        if told:
            doings = tuple(_doing(context, one) for one in told)
            named = _FOR_EVERYONE if goal is ACROSS else goal
            groups.append(DoingGroup(named, doings, _more(len(actions) - len(told))))
        else:
            left += len(actions)
    return tuple(groups), _others(left, bool(groups))


def _more(left: int) -> str:
    verb = "is" if left == 1 else "are"
    return f"There {verb} {count(left, 'more thing')} like this in our plans. Ask us about them." if left else ""


def _others(left: int, has_groups: bool) -> str:
    """Words for what stands in no group."""
    if not left:
        return ""
    verb, other = "is" if left == 1 else "are", "other " if has_groups else ""
    return f"There {verb} {count(left, f'{other}thing')} in our plans that nobody has put into plain words yet. Ask us."


def _soonest(one: ActionProgress) -> str:
    return one.due.end.isoformat() if one.due is not None and one.due.end is not None else "9999"


def _doing(context: PaperContext, one: ActionProgress) -> Doing:
    code, state = _STATES[one.stage]
    if one.is_overdue or (one.late_by is not None and one.late_by > 0):
        code, state = _LATE
    latest = one.latest.update if one.latest is not None else None
    update: Words = rich(latest.plain) if latest is not None else ""
    return Doing(
        words=rich(one.action.plain),
        state=state,
        code=code,
        when=_when(context, one),
        who_for=one.action.who_for or "",
        update=update,
    )


def _when(context: PaperContext, one: ActionProgress) -> str:
    if one.completed_on is not None:
        return f"By {day_in_words(one.completed_on)}"
    if one.due is None:
        return "We have not said when"
    due = due_of(context.workspace, one.action, one.plan)
    if one.due.end is None:
        return f"{due.words[:1].upper()}{due.words[1:]}"
    return f"By {due.words}{f' (we first said {due.was[0]})' if due.was else ''}"


def build_help(context: PaperContext, numbers: Numbers) -> Help:
    """Whom to call."""
    lines = tuple(
        HelpLine(one.title, one.phone or "", "".join((one.phone or "").split()), one.url or "")
        for one in context.workspace.settings.help
    )
    heading = numbers.section("help", "Who can help")
    words = (
        "If you are worried about something, or we have not done what we said, talk to someone you trust."
        if lines
        else "Talk to your social worker, your personal adviser or someone you trust."
    )
    return Help(heading, numbers.paragraphs(words), lines)
