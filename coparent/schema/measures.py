"""`kind: measures`: how anyone will know."""

from typing import Annotated, Literal

from pydantic import Field

from coparent.schema.choices import Better, Frequency, MeasureType, Unit
from coparent.schema.fields.dates import Length, PastDay, Period, When
from coparent.schema.fields.numbers import Number, ReadingValue, YesNo
from coparent.schema.fields.texts import Id, OutcomeId, OwnFields, Rich, RoleOrText, Text
from coparent.schema.record import FileRecord, Record, record
from coparent.schema.shared import Link

Comparators = Annotated[dict[Text, Number], OwnFields]


@record
class Baseline(Record):
    """Where a measure began."""

    period: Period = Field(description="The time it is for.")
    value: ReadingValue = Field(description="The figure.")


@record
class Target(Record):
    """Where a measure should get to."""

    value: Number = Field(description="The figure to reach.")
    by: When = Field(description="By when.")


@record
class Reading(Record):
    """One figure, for one period."""

    period: Period = Field(description="The time it is for, with the label its source uses.")
    value: ReadingValue = Field(description="The figure, or suppressed, or not-available.")
    of: Number | None = Field(default=None, description="Out of how many.")
    target: Number | None = Field(default=None, description="What it should have been.")
    comparators: Comparators = Field(
        default_factory=dict, description="The same figure elsewhere: England, neighbours."
    )
    published: PastDay | None = Field(default=None, description="The day it was published.")
    provisional: YesNo = Field(default=False, description="Whether it may still be revised.")
    note: Rich | None = Field(default=None, description="What a reader must know about it.")


@record
class Measure(Record):
    """Something counted, and what its figures have been."""

    id: Id = Field(description="The short name plans refer to it by.")
    title: Text = Field(description="What is measured.")
    type: MeasureType | None = Field(default=None, description="Judged against a target, or only watched.")
    definition: Rich | None = Field(default=None, description="What exactly is counted.")
    plain: Rich | None = Field(default=None, description="The same in young people's words.")
    unit: Unit = Field(description="What the figures are.")
    counts_people: YesNo | None = Field(
        default=None, description="Whether it counts people, so that small numbers may have to be hidden."
    )
    better: Better = Field(description="Which way is good.")
    outcomes: tuple[OutcomeId, ...] = Field(default=(), description="The outcomes it shows.")
    owner: RoleOrText | None = Field(default=None, description="The role or team that answers for the figures.")
    frequency: Frequency | None = Field(default=None, description="How often there is a new figure.")
    lag: Length | None = Field(default=None, description="How long after its period a figure appears.")
    source: Link | None = Field(default=None, description="Where the figures are published.")
    baseline: Baseline | None = Field(default=None, description="Where it began.")
    target: Target | None = Field(default=None, description="Where it should get to, and by when.")
    tolerance: Number = Field(default=0, description="How far short of target, in its own unit, is still amber.")
    readings: tuple[Reading, ...] = Field(default=(), description="The figures, oldest first.")


@record
class Measures(FileRecord):
    """A file of measures."""

    kind: Literal["measures"] = Field(description="What this file is.")
    measures: tuple[Measure, ...] = Field(description="The measures.")


def may_count_people(measure: Measure) -> bool:
    """Whether a figure of a measure may stand for a number of people: it counts them, or is a share of them.

    A count of which nobody has said whether it counts people may.
    """
    if measure.unit == "number":
        return measure.counts_people is True
    return measure.unit == "percent" or (measure.unit == "count" and measure.counts_people is not False)


def people_in(measure: Measure, value: ReadingValue, of: int | float | None) -> int | None:
    """How many people a figure of such a measure stands for; None if it does not say."""
    if isinstance(value, str):
        return None
    if measure.unit != "percent":
        return int(value) if value == int(value) else None
    return int(value * of / 100 + 0.5) if of is not None else None
