"""Who was asked, what they said, what came of it, and whether anybody told them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from coparent.papers.facts import Voice
from coparent.papers.sections.action_rows import rich
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import link_of, names_by_id
from coparent.papers.views.coverage import Voices
from coparent.schema.shared import Consultation
from coparent.text.sentences import listing
from coparent.timescales import Timescale, day_in_words, in_words

YOUNG = ("young-people",)
OTHERS = ("families", "carers", "partners", "staff", "public")
_NAMES = {
    "families": "families",
    "carers": "carers",
    "partners": "partners",
    "staff": "staff",
    "public": "the public",
}
_NOT_TOLD = "We have no record that we did"
_MOST_NAMED = 6


def build_voices(context: PaperContext, numbers: Numbers) -> Voices:
    """Children and young people first, then everyone else, the newest first."""
    heading = numbers.section("voices", "What children and young people told us")
    young, others = voice_lines(context, YOUNG), voice_lines(context, OTHERS)
    if not young and not others:
        return Voices(heading, numbers.paragraphs(_NOBODY), (), ())
    paragraphs = numbers.paragraphs(_asked(context, len(young)), _told(young + others), _plans_without(context))
    return Voices(heading, paragraphs, young, others)


_NOBODY = (
    "Nobody is on record as having been asked. "
    "These plans do not say what children, young people, families or carers think of them."
)


class _Asked(NamedTuple):
    """A consultation, what holds it ("" for the strategy), and the last day on which people were asked."""

    title: str
    plan: str
    one: Consultation
    on: Timescale
    last: date


def voice_lines(context: PaperContext, kinds: Sequence[str]) -> tuple[Voice, ...]:
    """What people of these kinds were asked by the day, the newest first."""
    known = [asked for asked in _consultations(context) if asked.one.kind in kinds]
    known.sort(key=lambda asked: asked.last, reverse=True)
    return tuple(_voice(context, asked) for asked in known)


def _consultations(context: PaperContext) -> Iterator[_Asked]:
    """Those that had begun by the day."""
    workspace, strategy = context.workspace, context.workspace.strategy
    held = [(strategy.title, "", one, strategy.period) for one in strategy.consulted] if strategy is not None else []
    held += [
        (plan.title, plan.id, one, workspace.period(plan) or one.on)
        for plan in workspace.plans
        for one in plan.consulted
    ]
    for title, plan, one, period in held:
        on = one.on.within(period)
        last = _last_day(on, period, context.as_at)
        if last is not None:
            yield _Asked(title, plan, one, on, last)


def _last_day(on: Timescale, period: Timescale, as_at: date) -> date | None:
    """The last day on which people were asked; None if that was still to begin on the day, or nobody said when."""
    if on.is_recurring:
        return max((turn.end for turn in on.turns(period) if turn.start <= as_at), default=None)
    if on.is_ongoing:
        return as_at
    return on.end if on.start is not None and on.start <= as_at else None


def _voice(context: PaperContext, asked: _Asked) -> Voice:
    one = asked.one
    return Voice(
        who=one.who,
        on=in_words(asked.on),
        heard=rich(one.heard),
        changed=rich(one.changed),
        answer=rich(one.answer),
        told=(f"Yes, on {day_in_words(one.told)}" if one.told is not None and one.told <= context.as_at else _NOT_TOLD),
        plain=rich(one.plain),
        plan=asked.title,
        actions=names_by_id(context.everything, one.actions),
        source=link_of(one.source),
    )


def _asked(context: PaperContext, young: int) -> str:
    kinds: Counter[str] = Counter(asked.one.kind for asked in _consultations(context))
    said = [f"{_NAMES[kind]} ({kinds[kind]})" for kind in OTHERS if kinds[kind]]
    times = {1: "once", 2: "twice"}.get(young, f"{young} times")
    opening = (
        f"Children and young people were asked {times}, as far as the strategy and the plans record."
        if young
        else "Nothing shows that children or young people were asked."
    )
    return f"{opening} Others who were asked: {listing(said)}." if said else opening


def _told(voices: Sequence[Voice]) -> str:
    silent = sum(voice.told == _NOT_TOLD for voice in voices)
    if not silent:
        return "Everybody who was asked has been told what came of it."
    if silent == len(voices):
        return "Nothing shows that anybody was told what came of it."
    return f"For {silent} of these {len(voices)}, nothing shows that people were told what came of it."


def _plans_without(context: PaperContext) -> str:
    """Which plans children and young people were not asked about, as far as anything shows."""
    asked = {asked.plan for asked in _consultations(context) if asked.one.kind in YOUNG}
    without = [plan.title for plan in context.workspace.plans if plan.id not in asked]
    if not without:
        return ""
    total = len(context.workspace.plans)
    if total == 1:
        return "The plan does not record that children or young people were asked about it."
    verb = "does" if len(without) == 1 else "do"
    named = f": {listing(without)}" if len(without) <= _MOST_NAMED else ""
    return f"{len(without)} of {total} plans {verb} not record that children or young people were asked{named}."
