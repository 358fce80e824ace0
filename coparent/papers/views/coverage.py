"""What serves whom, and how anyone knows: coverage, measures, outcomes, voices, partners, recommendations."""

from dataclasses import dataclass

from coparent.papers.facts import (
    ActionLine,
    ActionName,
    Caption,
    Goal,
    Link,
    MeasureLine,
    Paragraph,
    SectionView,
    Spread,
    Voice,
    Words,
)


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
    """A priority's squares, one for each outcome, and how many actions serve it."""

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
class Coverage(SectionView):
    """What serves each goal, and the gaps."""

    matrix: Matrix | None
    groups_paragraph: Paragraph | None
    caption: Caption | None
    groups: tuple[GoalGroup, ...]


@dataclass(frozen=True, slots=True)
class MeasureGroup:
    """Measures that show one outcome; a measure that shows several is with the first."""

    title: str
    caption: Caption
    measures: tuple[MeasureLine, ...]


@dataclass(frozen=True, slots=True)
class Measures(SectionView):
    """Every measure, with its target, England and which way it went."""

    groups: tuple[MeasureGroup, ...]


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
class Outcomes(SectionView):
    """A part for each outcome."""

    parts: tuple[OutcomePart, ...]


@dataclass(frozen=True, slots=True)
class Voices(SectionView):
    """What children and young people and others said when they were asked."""

    voices: tuple[Voice, ...]
    others: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """How many actions an organisation leads, joins and has late, and how many updates it must still send."""

    name: str
    leads: int
    joins: int
    late: int
    owes: int


@dataclass(frozen=True, slots=True)
class Partnership(SectionView):
    """Who does the work."""

    caption: Caption
    lines: tuple[PartnerLine, ...]
    idle: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecommendationLine:
    """A recommendation; `words` say what has come of it so far, `more` how many actions are not named."""

    goal: Goal
    by: str
    on: str
    code: str
    words: str
    actions: tuple[ActionName, ...]
    more: str
    source: Link | None


@dataclass(frozen=True, slots=True)
class Tracker(SectionView):
    """The recommendations of inspectors, scrutiny and young people."""

    caption: Caption
    lines: tuple[RecommendationLine, ...]
