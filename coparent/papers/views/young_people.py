"""What the young people's version says."""

from dataclasses import dataclass

from coparent.papers.facts import Goal, SectionView, Voice, Words


@dataclass(frozen=True, slots=True)
class YouSaid(SectionView):
    """What young people said, what was done, and what could not be done and why; `more` says what is left out."""

    voices: tuple[Voice, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Doing:
    """Something that is being done, in young people's words. `state` says how far it is; `when` by when."""

    words: Words
    state: str
    code: str
    when: str
    who_for: str
    update: Words


@dataclass(frozen=True, slots=True)
class DoingGroup:
    """What is being done under one priority."""

    goal: Goal
    doings: tuple[Doing, ...]
    more: str


@dataclass(frozen=True, slots=True)
class WhatWeDo(SectionView):
    """What is being done, priority by priority, in young people's words; `more` says what nobody put into them yet."""

    groups: tuple[DoingGroup, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class HelpLine:
    """Somewhere to turn to. `dial` is the number without spaces."""

    title: str
    phone: str
    dial: str
    url: str


@dataclass(frozen=True, slots=True)
class Help(SectionView):
    """Whom to call."""

    lines: tuple[HelpLine, ...]
