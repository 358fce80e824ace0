"""The young people's version: what you said, what we did, what comes next and who can help, in their words."""

from collections.abc import Sequence
from datetime import date

from coparent.papers.facts import Goal
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.goals import ACROSS, by_priority
from coparent.papers.sections.mentions import due_of, last_day_in_words, rich
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.updates_due import is_late_start, silent_since
from coparent.papers.sections.voices import YOUNG, voices_of
from coparent.papers.views.young_people import Doing, DoingGroup, Help, HelpLine, WhatWeDo, YouSaid
from coparent.progress import ActionProgress
from coparent.text.sentences import count, upper_first, verb
from coparent.timescales import day_in_words

_MOST = 6
"""How many actions of a priority are shown; nobody reads a list of thirty."""
_STATES = {
    "complete": ("complete", "Done"),
    "in-progress": ("on-track", "We are doing this now"),
    "paused": ("paused", "We have had to stop for a while"),
    "not-started": ("not-started", "We have not started yet"),
}
_FOR_EVERYONE = Goal("", "", "For everyone in care and leaving care")
_UNBEGUN = "We should have started by now, and do not know yet if we have"
_LATE_START = "We should have started by now, and have not"
_LATE = ("at-risk", "This is taking longer than we said")


def build_you_said(context: PaperContext, numbers: Numbers) -> YouSaid:
    """What young people said and what came of it: those in plain words, or all if none is."""
    heading = numbers.section("told", "You said, we did")
    voices = voices_of(context, YOUNG)
    if not voices:
        return YouSaid(heading, numbers.paragraphs("We have not written down yet what young people said."), ())
    plain = tuple(voice for voice in voices if voice.plain)
    left = len(voices) - len(plain) if plain else 0
    times = "1 more time" if left == 1 else f"{left} more times"
    more = f"Young people were asked {times}. Nobody has put that into plain words yet, so ask us."
    paragraphs = numbers.paragraphs("This is what young people said, and what happened next.")
    return YouSaid(heading, paragraphs, plain or voices, more if left else "")


def build_doing(context: PaperContext, numbers: Numbers) -> WhatWeDo | None:
    """What has been done or is being done now."""
    chosen = [action for action in context.actions if action.stage in ("in-progress", "paused", "complete")]
    if not chosen:
        return None
    heading = numbers.section("doing", "What we are doing")
    paragraphs = numbers.paragraphs("This is what we have done, or are doing now.")
    groups, more = _in_plain_words(context, chosen)
    return WhatWeDo(heading, paragraphs, groups, more)


def build_upcoming(context: PaperContext, numbers: Numbers) -> WhatWeDo | None:
    """What is to begin, soonest due first."""
    chosen = [action for action in context.actions if action.stage == "not-started"]
    if not chosen:
        return None
    heading = numbers.section("upcoming", "What comes next")
    words = "These are things that we have said we will do. We will let you know when they are done."
    groups, more = _in_plain_words(context, chosen)
    return WhatWeDo(heading, numbers.paragraphs(words), groups, more)


def _in_plain_words(context: PaperContext, chosen: Sequence[ActionProgress]) -> tuple[tuple[DoingGroup, ...], str]:
    """The actions that are in plain words, by priority; and how many belong to a priority where none is, in words."""
    groups: list[DoingGroup] = []
    left = 0
    for goal, actions in by_priority(context, chosen):
        plain = sorted((action for action in actions if action.action.plain), key=_last_day)[:_MOST]
        if plain:
            others = len(actions) - len(plain)
            more = f"There {verb(others, 'is')} {count(others, 'more thing')} like this in our plans."
            named, more = _FOR_EVERYONE if goal is ACROSS else goal, f"{more} Ask us about them." if others else ""
            groups.append(DoingGroup(named, tuple(map(_doing, plain)), more))
        else:
            left += len(actions)
    things = count(left, "other thing" if groups else "thing")
    more = f"There {verb(left, 'is')} {things} in our plans that nobody has put into plain words yet. Ask us."
    return tuple(groups), more if left else ""


def _last_day(action: ActionProgress) -> date:
    return action.due.end if action.due is not None and action.due.end is not None else date.max


def _doing(action: ActionProgress) -> Doing:
    code, state = _LATE if action.is_late else _STATES[action.stage]
    if code == "not-started" and is_late_start(action):
        state = _UNBEGUN if silent_since(action) is not None else _LATE_START
    return Doing(
        words=rich(action.action.plain),
        state=state,
        code=code,
        when=_when(action),
        who_for=action.action.who_for or "",
        update=rich(action.latest.update.plain) if action.latest is not None else "",
    )


def _when(action: ActionProgress) -> str:
    if action.completed_on is not None:
        return f"By {day_in_words(action.completed_on)}"
    if action.due is None:
        return "We have not said when"
    due = due_of(action)
    if action.due.end is None:
        return upper_first(due.words)
    first = action.due_dates[0]
    return f"By {last_day_in_words(action.due)}{f' (we first said {last_day_in_words(first)})' if due.was else ''}"


def build_help(context: PaperContext, numbers: Numbers) -> Help:
    """Whom to call."""
    lines = tuple(
        HelpLine(line.title, line.phone or "", "".join((line.phone or "").split()), line.url or "")
        for line in context.workspace.settings.help
    )
    heading = numbers.section("help", "Who can help")
    words = (
        "If you are worried about something, or we have not done what we said, talk to someone you trust."
        if lines
        else "Talk to your social worker, your personal adviser or someone you trust."
    )
    return Help(heading, numbers.paragraphs(words), lines)
