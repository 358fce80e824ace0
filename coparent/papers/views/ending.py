"""The last sections: what members must weigh, what statuses and short forms mean, what is attached."""

from dataclasses import dataclass

from coparent.papers.facts import ActionGroup, HeadedView, Link, Paragraph, SectionView, Status


@dataclass(frozen=True, slots=True)
class Implication:
    """What members must weigh, of one kind."""

    title: str
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class Implications(HeadedView):
    """What members must weigh."""

    implications: tuple[Implication, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a status means here."""

    status: Status
    words: str


@dataclass(frozen=True, slots=True)
class Term:
    """A short form, and what it stands for."""

    short: str
    long: str


@dataclass(frozen=True, slots=True)
class Glossary(SectionView):
    """Every status and short form of this paper, explained once."""

    meanings: tuple[Meaning, ...]
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Appendix:
    """What is attached. `letter` is "A" onwards."""

    letter: str
    title: str
    link: Link | None


@dataclass(frozen=True, slots=True)
class Appendices(SectionView):
    """The list of appendices; `groups` is the first of them, the full list of actions, where the paper holds it."""

    appendices: tuple[Appendix, ...]
    groups: tuple[ActionGroup, ...]
