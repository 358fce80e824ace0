"""Plans and their actions whole: by priority, with costs and risks; lists of actions; what is asked of a partner."""

from dataclasses import dataclass

from coparent.papers.facts import (
    ActionGroup,
    ActionLine,
    ActionName,
    Caption,
    Coming,
    Goal,
    Paragraph,
    SectionView,
    UpdatesDue,
    Words,
)
from coparent.papers.views.front import Entry
from coparent.papers.views.progress import Decision


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """A plan's own words about itself."""

    title: str
    organisation: str
    entries: tuple[Entry, ...]
    summary: Words
    equality: Words
    plain: Words


@dataclass(frozen=True, slots=True)
class Summary(SectionView):
    """The plans that the paper is about."""

    plans: tuple[PlanSummary, ...]


@dataclass(frozen=True, slots=True)
class PlanPart:
    """A priority, the outcomes served under it, and its actions whole."""

    goal: Goal
    outcomes: tuple[Goal, ...]
    paragraph: Paragraph
    caption: Caption
    actions: tuple[ActionLine, ...]


@dataclass(frozen=True, slots=True)
class Actions(SectionView):
    """What will be done, priority by priority."""

    parts: tuple[PlanPart, ...]


@dataclass(frozen=True, slots=True)
class ResourceLine:
    """What an action costs, and who pays."""

    action: ActionName
    status: str
    amount: str
    words: Words


@dataclass(frozen=True, slots=True)
class Resources(SectionView):
    """What it costs. `totals` say how much is funded, part-funded and not."""

    caption: Caption | None
    lines: tuple[ResourceLine, ...]


@dataclass(frozen=True, slots=True)
class RiskLine:
    """What could go wrong. `score` is likelihood times impact; `level`: low, medium, high."""

    title: str
    plan: str
    detail: str
    likelihood: int
    impact: int
    score: int
    level: str
    response: str
    mitigations: tuple[str, ...]
    owner: str
    actions: tuple[ActionName, ...]


@dataclass(frozen=True, slots=True)
class Risks(SectionView):
    """The open risks, the worst first."""

    caption: Caption | None
    lines: tuple[RiskLine, ...]


@dataclass(frozen=True, slots=True)
class Listed(SectionView):
    """A section that is a list of actions, in groups: those a partner leads or joins, a log, what was finished."""

    groups: tuple[ActionGroup, ...]


@dataclass(frozen=True, slots=True)
class Asked(SectionView):
    """What is asked of one partner: updates that are due, dates that have passed, and decisions."""

    owed: tuple[UpdatesDue, ...]
    overdue: tuple[Coming, ...]
    asks: tuple[Decision, ...]
