"""The small facts that the views of papers are made of: worded, dated and counted, plain frozen data."""

from dataclasses import dataclass
from typing import TypeAlias

from coparent.papers.charts.bars import Bar
from coparent.papers.charts.timeline import Span
from coparent.papers.charts.trends import Trend
from coparent.papers.rich_text import RichText

Words: TypeAlias = str | RichText
"""What a template may print: a plain text, or one with emphasis, links and lists."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day: `iso` for machines, `words` for people."""

    iso: str
    words: str


@dataclass(frozen=True, slots=True)
class Due:
    """A due date in force. `end` is its last day (iso), "" if it has none; `was` every date before it, oldest first."""

    words: str
    end: str = ""
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Status:
    """The status of an action: `code` is for shape and colour, `words` are always printed beside it.

    Codes: complete, on-track, at-risk, off-track, unrated (in progress, no rating given), paused, not-started, stopped;
    unknown in a draft.
    """

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Link:
    """A source: `url` is "" where `place` says in words where it is held."""

    title: str
    url: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `number` is "" in papers without numbers; `anchor` is its id in a page ("p1-1")."""

    number: str
    anchor: str
    text: Words


@dataclass(frozen=True, slots=True)
class Caption:
    """The line over a table or figure: "Table 1" and what it shows."""

    label: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section. `paragraphs` are filled for officers' own sections alone, whose `name` is ""."""

    name: str
    number: str
    title: str
    anchor: str
    paragraphs: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadedView:
    """A section of a paper."""

    heading: Heading


@dataclass(frozen=True, slots=True)
class SectionView(HeadedView):
    """A section of a paper that begins with paragraphs."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Goal:
    """An outcome, priority, promise or recommendation. `label` is what people call it: "Outcome 3"."""

    id: str
    label: str
    title: str
    plain: Words = ""


@dataclass(frozen=True, slots=True)
class Share:
    """How many actions have a status. `change` since the last report in words ("2 more"), "" without a last report."""

    status: Status
    number: int
    change: str = ""


@dataclass(frozen=True, slots=True)
class Spread:
    """Actions by status; `shares` leave out a status that no action has or had."""

    total: int
    shares: tuple[Share, ...]
    sentence: str
    bar: Bar


@dataclass(frozen=True, slots=True)
class Fact:
    """A big number and what it is, with its change since the last report in words."""

    figure: str
    label: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class ActionName:
    """An action as it is mentioned: `ref` as printed, "" if it has none."""

    id: str
    ref: str
    title: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """A milestone. `state`: met, missed, coming, dropped; `words` say that with its date."""

    title: str
    due: Due
    state: str
    words: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Update:
    """The last update of an action. `by` is a role, "" if nobody is named."""

    on: Day
    summary: Words
    next: Words = ""
    impact: Words = ""
    by: str = ""
    evidence: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action whole. What nobody wrote is "" or empty; so are `late` and `owed` where nothing is late or due.

    `lead` is the role with its organisation, or says that nobody is named. `outcomes` are labels ("Outcome 3").
    `span` places it among the actions it is drawn with; None where it is not drawn or has no dates.
    """

    name: ActionName
    plan: str
    lead: str
    joint_leads: tuple[str, ...]
    partners: tuple[str, ...]
    outcomes: tuple[str, ...]
    start: str
    due: Due
    status: Status
    late: str
    owed: str
    why: Words
    difference: Words
    success: Words
    who_for: str
    plain: Words
    resources: Words
    measures: tuple[str, ...]
    milestones: tuple[Milestone, ...]
    depends_on: tuple[ActionName, ...]
    becomes: tuple[ActionName, ...]
    update: Update | None
    sources: tuple[Link, ...]
    is_illustrative: bool
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class ActionGroup:
    """Actions under a title; `caption` is that of their table."""

    title: str
    caption: Caption
    actions: tuple[ActionLine, ...]


@dataclass(frozen=True, slots=True)
class Comparator:
    """The same figure elsewhere."""

    name: str
    figure: str


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A measure. `figure` is the latest in words, or why there is none to show; `period` what it is of.

    `direction`: better, worse, same, changed or unknown, with `direction_words`. `standing`: met, amber, missed, or ""
    where nothing is judged, with `standing_words`. `trend` is None where too few figures may be shown; `series` says
    the same in words. `is_hidden` where a small number is held back; nothing that would give it away is then shown.
    """

    id: str
    title: str
    unit: str
    better: str
    outcomes: tuple[str, ...]
    definition: Words
    plain: Words
    figure: str
    period: str
    note: Words
    target: str
    england: str
    comparators: tuple[Comparator, ...]
    direction: str
    direction_words: str
    standing: str
    standing_words: str
    series: str
    trend: Trend | None
    overdue: str
    owner: str
    source: Link | None
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Voice:
    """Who was asked, what they said, and what came of it. `told` says in words whether and when they heard back."""

    who: str
    on: str
    heard: Words
    changed: Words
    answer: Words
    told: str
    plain: Words
    plan: str
    actions: tuple[ActionName, ...]
    source: Link | None


@dataclass(frozen=True, slots=True)
class UpdatesDue:
    """A lead whose updates are due, and the actions they are about."""

    who: str
    actions: tuple[ActionName, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Coming:
    """Something that falls due: an action, a milestone or a review."""

    day: Day
    due: str
    what: str
    action: ActionName
    who: str
    kind: str
    status: Status
