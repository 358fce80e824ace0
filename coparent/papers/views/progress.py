"""How things go: what a paper is for, what has changed, what needs attention, what to decide, what falls due."""

from dataclasses import dataclass

from coparent.papers.charts.timeline import Scale
from coparent.papers.facts import (
    ActionGroup,
    ActionLine,
    ActionName,
    Caption,
    Coming,
    Day,
    Due,
    Goal,
    Paragraph,
    SectionView,
    Spread,
    Status,
    UpdatesDue,
    Words,
)


@dataclass(frozen=True, slots=True)
class Purpose(SectionView):
    """Why the paper is before its readers, and every decision they are asked for, after the words of `ask`."""

    ask: Paragraph | None
    recommendations: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that changed: about an action, or (`action` None) a measure or plan that `title` names."""

    action: ActionName | None
    title: str
    words: Words
    on: Day
    before: Status | None
    after: Status | None


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """Changes of one kind. `kind` is for shape: completed, worse, better, started, moved, reached, missed, new,
    stopped, approved, measure; `title` says it."""

    kind: str
    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Changes(SectionView):
    """What has changed since the last report, the weightiest first."""

    groups: tuple[ChangeGroup, ...]


@dataclass(frozen=True, slots=True)
class PriorityLine:
    """A priority, and its actions by status."""

    goal: Goal
    spread: Spread


@dataclass(frozen=True, slots=True)
class Priorities(SectionView):
    """Progress by priority; `groups` are each priority's actions due next (or overdue)."""

    caption: Caption
    statuses: tuple[Status, ...]
    lines: tuple[PriorityLine, ...]
    next_paragraph: Paragraph | None
    groups: tuple[ActionGroup, ...]


@dataclass(frozen=True, slots=True)
class Concern:
    """An action that needs attention. Where nobody said something, its words say so.

    `asked_of` names the board that `ask` is put to, "" where the update names none.
    """

    action: ActionName
    anchor: str
    status: Status
    lead: str
    happened: Words
    means: Words
    doing: Words
    back_by: Due
    back_words: str
    late: str
    ask: Words
    updated: str
    asked_of: str = ""


@dataclass(frozen=True, slots=True)
class Attention(SectionView):
    """Actions that need attention, the worst first, and the updates due by lead. `more` are those in a table only."""

    concerns: tuple[Concern, ...]
    more: tuple[ActionLine, ...]
    more_caption: Caption | None
    owed_paragraph: Paragraph | None
    owed: tuple[UpdatesDue, ...]


@dataclass(frozen=True, slots=True)
class Concerns(SectionView):
    """The worst concerns in a line each; `more` says how many are left out, "" if none."""

    concerns: tuple[Concern, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Something that members are asked for. `kind`: officers, ask, date, gap, plan.

    `label` is how to refer to it ("D1"). `short` is the same in a list, where nothing else names what it is about.
    """

    label: str
    kind: str
    title: str
    ask: Words
    why: Words
    action: ActionName | None
    short: Words = ""


@dataclass(frozen=True, slots=True)
class Decisions(SectionView):
    """All decisions asked for, together."""

    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """Actions drawn on a scale, and listed beside it. `description` says in words what the picture shows."""

    caption: Caption
    description: str
    scale: Scale
    actions: tuple[ActionLine, ...]


@dataclass(frozen=True, slots=True)
class Timeline(SectionView):
    """When actions start and are due, never more than forty to a figure."""

    figures: tuple[Figure, ...]
    undated: str


@dataclass(frozen=True, slots=True)
class Ahead(SectionView):
    """What falls due in the next days."""

    caption: Caption
    coming: tuple[Coming, ...]
    more: str
