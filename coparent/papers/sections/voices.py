"""Who was asked, what they said, what came of it, and whether anybody told them."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from coparent.papers.facts import Voice
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.mentions import link_of, names_by_id, rich
from coparent.papers.sections.numbering import Numbers
from coparent.papers.views.coverage import Voices
from coparent.schema.naming import title_of
from coparent.schema.plan import Plan
from coparent.schema.shared import Consultation
from coparent.text.sentences import listing, verb
from coparent.timescales import Timescale, day_in_words, in_words

YOUNG = ("young-people",)
"""The kinds of consultation with children and young people."""
_OTHERS = {"families": "families", "carers": "carers", "partners": "partners", "staff": "staff", "public": "the public"}
"""Who else may be asked: the kinds of consultation, and their names in a sentence."""
_NOT_TOLD = "We have no record that we did"
_MOST_NAMED = 6
_NOBODY = (
    "Nobody is on record as having been asked. "
    "These plans do not say what children, young people, families or carers think of them."
)


@dataclass(frozen=True, slots=True)
class _Consulted:
    """A consultation, what holds it (`plan` is None for the strategy), and the last day on which people were asked."""

    consultation: Consultation
    title: str
    plan: Plan | None
    on: Timescale
    last: date


def build_voices(context: PaperContext, numbers: Numbers) -> Voices:
    """Children and young people first, then everyone else, the newest first."""
    heading = numbers.section("voices", "What children and young people told us")
    young, others = voices_of(context, YOUNG), voices_of(context, _OTHERS)
    if not young and not others:
        return Voices(heading, numbers.paragraphs(_NOBODY), (), ())
    paragraphs = numbers.paragraphs(
        _asked_in_words(context, len(young)), _answered_in_words(young + others), _plans_without(context)
    )
    return Voices(heading, paragraphs, young, others)


def voices_of(context: PaperContext, kinds: Collection[str]) -> tuple[Voice, ...]:
    """What people of these kinds were asked by the day, the newest first."""
    chosen = [consulted for consulted in _consultations(context) if consulted.consultation.kind in kinds]
    chosen.sort(key=lambda consulted: consulted.last, reverse=True)
    return tuple(_voice(context, consulted) for consulted in chosen)


def _consultations(context: PaperContext) -> Iterator[_Consulted]:
    """The consultations that had begun by the day."""
    workspace, strategy = context.workspace, context.workspace.strategy
    held: list[tuple[Consultation, str, Plan | None, Timescale | None]] = []
    if strategy is not None:
        held += [(consultation, title_of(strategy), None, strategy.period) for consultation in strategy.consulted]
    for plan in workspace.plans:
        held += [(consultation, title_of(plan), plan, workspace.period(plan)) for consultation in plan.consulted]
    for consultation, title, holder, period in held:
        known = period if period is not None else consultation.on
        on = consultation.on.within(known)
        last = _last_day(on, known, context.as_at)
        if last is not None:
            yield _Consulted(consultation, title, holder, on, last)


def _last_day(on: Timescale, period: Timescale, as_at: date) -> date | None:
    """The last day on which people were asked; None if that was still to begin on the day, or nobody said when."""
    if on.is_recurring:
        return max((turn.end for turn in on.turns(period) if turn.start <= as_at), default=None)
    if on.is_ongoing:
        return as_at
    return on.end if on.start is not None and on.start <= as_at else None


def _voice(context: PaperContext, consulted: _Consulted) -> Voice:
    consultation, told = consulted.consultation, consulted.consultation.told
    return Voice(
        who=consultation.who,
        on=in_words(consulted.on),
        heard=rich(consultation.heard),
        changed=rich(consultation.changed),
        answer=rich(consultation.answer),
        told=f"Yes, on {day_in_words(told)}" if told is not None and told <= context.as_at else _NOT_TOLD,
        plain=rich(consultation.plain),
        plan=consulted.title,
        actions=names_by_id(context.everything, consultation.actions),
        source=link_of(consultation.source),
    )


def _asked_in_words(context: PaperContext, young: int) -> str:
    opening = "Nothing shows that children or young people were asked."
    if young:
        times = {1: "once", 2: "twice"}.get(young, f"{young} times")
        opening = f"Children and young people were asked {times}, as far as the strategy and the plans record."
    kinds: Counter[str] = Counter(consulted.consultation.kind for consulted in _consultations(context))
    others = listing([f"{name} ({kinds[kind]})" for kind, name in _OTHERS.items() if kinds[kind]])
    return f"{opening} Others who were asked: {others}." if others else opening


def _answered_in_words(voices: Sequence[Voice]) -> str:
    silent = sum(voice.told == _NOT_TOLD for voice in voices)
    if not silent:
        return "Everybody who was asked has been told what came of it."
    if silent == len(voices):
        return "Nothing shows that anybody was told what came of it."
    return f"For {silent} of these {len(voices)}, nothing shows that people were told what came of it."


def _plans_without(context: PaperContext) -> str:
    """Which plans do not record that children and young people were asked about them."""
    plans = context.workspace.plans
    asked = {consulted.plan for consulted in _consultations(context) if consulted.consultation.kind in YOUNG}
    without = [title_of(plan) for plan in plans if plan not in asked]
    if not without:
        return ""
    if len(plans) == 1:
        return "The plan does not record that children or young people were asked about it."
    named = f": {listing(without)}" if len(without) <= _MOST_NAMED else ""
    does = verb(len(without), "does")
    return f"{len(without)} of {len(plans)} plans {does} not record that children or young people were asked{named}."
