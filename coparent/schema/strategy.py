"""`kind: strategy`: the promises that every plan serves, and who may keep them."""

from typing import ClassVar, Literal

from pydantic import Field

from coparent.schema.choices import OrganisationType
from coparent.schema.fields.dates import Period, When
from coparent.schema.fields.lists import OneOrMore
from coparent.schema.fields.texts import Id, OrganisationId, PriorityId, Rich, Text
from coparent.schema.record import FileRecord, Record, record
from coparent.schema.shared import Consultation, Goal, Link, Needs, OutcomeGoal


@record
class Priority(Goal):
    """One of the strategy's priorities."""

    description: Rich | None = Field(default=None, description="What it covers.")
    plain: Rich | None = Field(default=None, description="The same in young people's words.")


@record
class Outcome(Goal):
    """What will be different. One with no priority cuts across all of them."""

    description: Rich | None = Field(default=None, description="What it means.")
    plain: Rich | None = Field(default=None, description="The same in young people's words.")
    priorities: tuple[PriorityId, ...] = Field(
        default=(), description="The priorities it belongs to; none if it cuts across all."
    )
    needs: Needs | None = Field(default=None, description="What must serve it before it counts as covered.")


@record
class Promise(OutcomeGoal):
    """One promise of the Pledge."""

    plain: Rich | None = Field(default=None, description="The same in young people's words.")


@record
class Principle(OutcomeGoal):
    """One of the seven corporate parenting principles (Children and Social Work Act 2017, section 1)."""


@record
class Recommendation(OutcomeGoal):
    """What an inspector, scrutiny or young people asked for."""

    by: Text = Field(description="Who asked.")
    on: When = Field(description="When they asked.")
    source: Link | None = Field(default=None, description="Where it is written down.")


@record
class Organisation(Record):
    """Anyone who may lead or join an action."""

    id: Id = Field(description="The short name plans refer to it by.")
    name: Text = Field(description="Its full name.")
    type: OrganisationType = Field(description="What sort of body it is.")
    short_name: Text | None = Field(default=None, description="The short name that papers may use.")
    members: tuple[OrganisationId, ...] = Field(default=(), description="Of a group: the organisations in it.")


@record
class Board(Record):
    """A body that approves plans or receives papers."""

    id: Id = Field(description="The short name plans refer to it by.")
    name: Text = Field(description="Its full name.")


@record
class Strategy(FileRecord):
    """What the plans are for: the one strategy of the workspace."""

    second_file_rule: ClassVar[str] = "second-strategy"
    has_fixed_wording: ClassVar[bool] = True

    kind: Literal["strategy"] = Field(description="What this file is.")
    id: Id | None = Field(description="A short name.")
    title: Text | None = Field(description="Its title as published.")
    organisation: OrganisationId | None = Field(description="Who owns the strategy.")
    period: Period | None = Field(description="The time it covers.")
    mission: Rich | None = Field(default=None, description="Its mission as published.")
    approach: Rich | None = Field(default=None, description="How it goes about things.")
    priorities: OneOrMore[Priority] = Field(description="Its priorities, in the printed order.")
    outcomes: OneOrMore[Outcome] = Field(description="Its outcomes, in the printed order.")
    promises: tuple[Promise, ...] = Field(default=(), description="The promises of the Pledge.")
    principles: tuple[Principle, ...] = Field(default=(), description="The seven corporate parenting principles.")
    recommendations: tuple[Recommendation, ...] = Field(
        default=(), description="What inspectors, scrutiny and young people asked for."
    )
    organisations: OneOrMore[Organisation] = Field(description="Everyone who may lead or join an action.")
    boards: tuple[Board, ...] = Field(default=(), description="Bodies that approve plans or receive papers.")
    consulted: tuple[Consultation, ...] = Field(default=(), description="Who was asked, what they said, what changed.")
    sources: tuple[Link, ...] = Field(default=(), description="Where this wording was published.")
