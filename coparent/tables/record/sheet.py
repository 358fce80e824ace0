"""A record set out for a person, before anybody has decided on a format."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that takes one line: a label and what it is."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A text under a heading, as its writer put it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One of several: what it is called, what it is, and what else there is to say."""

    name: str
    text: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entries:
    """Several of one sort, under a heading."""

    label: str
    entries: tuple[Entry, ...]


Part: TypeAlias = Fact | Passage | Entries


@dataclass(frozen=True, slots=True)
class Sheet:
    """A record: what it is, where it is written, and all there is to say of it."""

    kind: str
    id: str
    title: str
    place: str
    parts: tuple[Part, ...]
