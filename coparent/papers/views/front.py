"""What comes before the sections of a paper: its front block, its notices, the answer at a glance."""

from dataclasses import dataclass

from coparent.papers.facts import Fact, Spread


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the front block; `iso` where it is a day."""

    label: str
    words: str
    iso: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader must know before anything else. `kind`: exempt, draft, illustrative, left-out, part."""

    kind: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Glance:
    """The answer in a sentence, the actions by status, four numbers, and what is asked ("" for nothing)."""

    title: str
    sentence: str
    spread: Spread
    facts: tuple[Fact, ...]
    asked: str
