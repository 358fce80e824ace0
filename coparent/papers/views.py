"""What a template is given: a paper's facts, sorted, worded, dated, counted and numbered. Templates decide nothing.

Every section of a paper is a field of PaperView, None where the paper does not show it or there is nothing to say.
"""

from dataclasses import dataclass

from coparent.papers.charts import Scale
from coparent.papers.facts import (
    ActionGroup,
    ActionLine,
    ActionName,
    Caption,
    Coming,
    Day,
    Due,
    Fact,
    Goal,
    Heading,
    Link,
    MeasureLine,
    Owing,
    Paragraph,
    Spread,
    Status,
    Voice,
    Words,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the front block; `iso` where it is a day."""

    label: str
    words: str
    iso: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader must know before anything else. `kind`: exempt, illustrative, draft, left-out."""

    kind: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Glance:
    """The answer in one sentence, the actions by status, four numbers, and what is asked, in a sentence ("")."""

    title: str
    sentence: str
    spread: Spread
    facts: tuple[Fact, ...]
    asked: str


@dataclass(frozen=True, slots=True)
class Purpose:
    """Why the paper is before its readers, and what they are asked to agree after the words of `ask`."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
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
    """Changes of one kind. `kind` is for shape: completed, worse, better, started, moved, reached, missed, stopped,
    approved, measure; `title` says it."""

    kind: str
    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed since the last report, the weightiest first."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    groups: tuple[ChangeGroup, ...]


@dataclass(frozen=True, slots=True)
class PriorityLine:
    """A priority, and its actions by status."""

    goal: Goal
    spread: Spread


@dataclass(frozen=True, slots=True)
class Priorities:
    """Progress by priority; `groups` are each priority's actions due next (or overdue)."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
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
class Attention:
    """Actions that need attention, the worst first, and who owes an update. `more` are those only named."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    concerns: tuple[Concern, ...]
    more: tuple[ActionLine, ...]
    more_caption: Caption | None
    owed_paragraph: Paragraph | None
    owed: tuple[Owing, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """Something that members are asked for. `kind`: ask, date, gap, plan; `label` is how to refer to it ("D1")."""

    label: str
    kind: str
    title: str
    ask: Words
    why: Words
    action: ActionName | None


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions asked for, together."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Square:
    """A square of the matrix. `kind`: gap, accepted, served, none; `shade` 0 to 4; `note` is words below the number."""

    number: int
    kind: str
    shade: int
    note: str
    words: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A priority's squares, one an outcome, and how many actions serve it."""

    goal: Goal
    squares: tuple[Square, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Priorities by outcomes."""

    caption: Caption
    outcomes: tuple[Goal, ...]
    rows: tuple[MatrixRow, ...]
    totals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal's coverage. `code`: covered, partial, accepted, missing; `lacks` what is short or fragile, in words."""

    goal: Goal
    code: str
    words: str
    actions: int
    lacks: tuple[str, ...]
    reason: Words


@dataclass(frozen=True, slots=True)
class GoalGroup:
    """Goals of one kind: all of them counted in `sentence`, `lines` those with something to say."""

    title: str
    sentence: str
    lines: tuple[GoalLine, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What serves each goal, and the gaps."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    matrix: Matrix | None
    groups_paragraph: Paragraph | None
    caption: Caption | None
    groups: tuple[GoalGroup, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """Actions drawn on a scale, and told in words beside it. `description` is the picture in a sentence."""

    caption: Caption
    description: str
    scale: Scale
    actions: tuple[ActionLine, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """When actions start and are due, never more than forty to a figure."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    figures: tuple[Figure, ...]
    undated: str


@dataclass(frozen=True, slots=True)
class MeasureGroup:
    """Measures that show one outcome; each measure stands once, with its first."""

    title: str
    caption: Caption
    measures: tuple[MeasureLine, ...]


@dataclass(frozen=True, slots=True)
class Measures:
    """Every measure, with its target, England and which way it went."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    groups: tuple[MeasureGroup, ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """What children and young people, and others who were asked, told us."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    voices: tuple[Voice, ...]
    others: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """An organisation's part: how many actions it leads, joins, has late; how many updates it owes."""

    name: str
    leads: int
    joins: int
    late: int
    owes: int


@dataclass(frozen=True, slots=True)
class Partnership:
    """Who does the work."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    caption: Caption
    lines: tuple[PartnerLine, ...]
    idle: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecommendationLine:
    """What somebody asked for, and what has come of it so far, in `words`. `more` counts the actions not named."""

    goal: Goal
    by: str
    on: str
    code: str
    words: str
    actions: tuple[ActionName, ...]
    more: str
    source: Link | None


@dataclass(frozen=True, slots=True)
class Tracker:
    """The recommendations of inspectors, scrutiny and young people."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    caption: Caption
    lines: tuple[RecommendationLine, ...]


@dataclass(frozen=True, slots=True)
class Implication:
    """What members must weigh, of one kind."""

    title: str
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class Implications:
    """What members must weigh."""

    heading: Heading
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
class Glossary:
    """Every status and short form of this paper, explained once."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    meanings: tuple[Meaning, ...]
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Appendix:
    """What is attached. `letter` is "A" onwards."""

    letter: str
    title: str
    link: Link | None


@dataclass(frozen=True, slots=True)
class Appendices:
    """The list of appendices; `groups` is the first of them, the full list of actions, where the paper holds it."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    appendices: tuple[Appendix, ...]
    groups: tuple[ActionGroup, ...]


@dataclass(frozen=True, slots=True)
class Concerns:
    """The worst concerns in a line each; `more` says how many are left out, "" if none."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    concerns: tuple[Concern, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Ahead:
    """What falls due in the next days."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    caption: Caption
    coming: tuple[Coming, ...]
    more: str


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
class Summary:
    """The plans that the paper is about."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
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
class Actions:
    """What will be done, priority by priority."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    parts: tuple[PlanPart, ...]


@dataclass(frozen=True, slots=True)
class ResourceLine:
    """What an action costs, and who pays."""

    action: ActionName
    status: str
    amount: str
    words: Words


@dataclass(frozen=True, slots=True)
class Resources:
    """What it costs. `totals` say how much is funded, part-funded and not."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
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
class Risks:
    """The open risks, the worst first."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    caption: Caption | None
    lines: tuple[RiskLine, ...]


@dataclass(frozen=True, slots=True)
class OutcomePart:
    """An outcome: why it matters, what serves it, how anyone will know, and what is missing."""

    goal: Goal
    description: Words
    priorities: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    spread: Spread
    actions_caption: Caption | None
    actions: tuple[ActionLine, ...]
    measures_caption: Caption | None
    measures: tuple[MeasureLine, ...]
    code: str
    words: str
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """One part an outcome."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    parts: tuple[OutcomePart, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of one partner: updates it owes, decisions put to it, steps that are overdue."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    owed: tuple[Owing, ...]
    overdue: tuple[Coming, ...]
    asks: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A section that is a list of actions, in groups: those a partner leads or joins, a log, what was finished."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    groups: tuple[ActionGroup, ...]


@dataclass(frozen=True, slots=True)
class YouSaid:
    """What young people said, what was done, and what could not be done and why; `more` says what is not told here."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
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
class WhatWeDo:
    """What is being done, priority by priority, in young people's words; `more` says what nobody put into them yet."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
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
class Help:
    """Whom to call."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    lines: tuple[HelpLine, ...]


@dataclass(frozen=True, slots=True)
class PaperView:
    """One paper. `sections` are its heads in order; each but officers' own is the field of that name.

    `audience`: public, partner, internal; `classification` says it. `running` stands at the foot of printed pages.
    `exempt` is why it is not for publication, "" if it is.
    """

    template: str
    title: str
    lede: str
    reference: str
    organisation: str
    partner: str
    strategy: str
    front: tuple[Entry, ...]
    document_title: str
    description: str
    author: str
    date: str
    running: str
    audience: str
    classification: str
    exempt: str
    notices: tuple[Notice, ...]
    as_at: Day
    since: Day | None
    next_report: str
    is_illustrative: bool
    foot: str
    glance: Glance
    sections: tuple[Heading, ...]
    purpose: Purpose | None = None
    changes: Changes | None = None
    priorities: Priorities | None = None
    spread: Priorities | None = None
    attention: Attention | None = None
    decisions: Decisions | None = None
    coverage: Coverage | None = None
    timeline: Timeline | None = None
    measures: Measures | None = None
    voices: Voices | None = None
    partnership: Partnership | None = None
    tracker: Tracker | None = None
    implications: Implications | None = None
    glossary: Glossary | None = None
    key: Glossary | None = None
    appendices: Appendices | None = None
    exceptions: Concerns | None = None
    ahead: Ahead | None = None
    soon: Ahead | None = None
    summary: Summary | None = None
    actions: Actions | None = None
    resources: Resources | None = None
    risks: Risks | None = None
    outcomes: Outcomes | None = None
    asked: Asked | None = None
    leading: Listed | None = None
    joining: Listed | None = None
    log: Listed | None = None
    finished: Listed | None = None
    carried: Listed | None = None
    dropped: Listed | None = None
    unfinished: Listed | None = None
    told: YouSaid | None = None
    doing: WhatWeDo | None = None
    upcoming: WhatWeDo | None = None
    help: Help | None = None
