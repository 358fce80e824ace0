"""`kind: plan`: what will be done, by whom, by when, and for which goal."""

from typing import Literal

from pydantic import Field

from coparent.schema.choices import Basis, Funding, Rating, RiskStatus, Stage, Status, Visibility
from coparent.schema.fields.dates import PastDay, Period, When
from coparent.schema.fields.numbers import OneToFive, Percent, Pounds
from coparent.schema.fields.texts import (
    ActionId,
    BoardId,
    Id,
    IdWithinFile,
    MeasureId,
    OrganisationId,
    OutcomeId,
    PriorityId,
    PromiseId,
    RecommendationId,
    Rich,
    RoleOrText,
    RolesOrTexts,
    Text,
)
from coparent.schema.record import FileRecord, Record, record
from coparent.schema.shared import Consultation, Link


@record
class Approval(Record):
    """Which board approved a plan, and when."""

    by: BoardId = Field(description="The board.")
    on: PastDay = Field(description="The day it approved.")


@record
class Move(Record):
    """One change of a due date."""

    to: When = Field(description="The new date.")
    on: PastDay = Field(description="The day it was moved.")
    reason: Text = Field(description="Why it was moved.")
    approved_by: BoardId | None = Field(default=None, description="The board that agreed to it.")


@record
class Dropped(Record):
    """Why a milestone will not be reached."""

    on: PastDay = Field(description="The day it was dropped.")
    reason: Text = Field(description="Why.")


@record
class Milestone(Record):
    """A step on the way that can be seen to be taken."""

    id: IdWithinFile | None = Field(default=None, description="A short name, of its own within the plan.")
    title: Text = Field(description="What will have happened.")
    due: When = Field(description="The date first agreed. If it moves, add to rescheduled.")
    rescheduled: tuple[Move, ...] = Field(default=(), description="Every move of the date, oldest first.")
    organisation: OrganisationId | None = Field(
        default=None, description="Who takes the step, where it is not the lead."
    )
    done: PastDay | None = Field(default=None, description="The day it was reached.")
    dropped: Dropped | None = Field(default=None, description="That it was given up, and why.")


@record
class Resources(Record):
    """What the action costs, and who pays."""

    status: Funding = Field(description="Whether the money is there.")
    amount: Pounds | None = Field(default=None, description="How much, in pounds.")
    period: Period | None = Field(default=None, description="The time the amount covers.")
    funding: Text | None = Field(default=None, description="Where the money comes from.")
    note: Rich | None = Field(default=None, description="Anything else about the money.")


@record
class Progress(Record):
    """What an update says, wherever it is written."""

    stage: Stage = Field(description="How far the action has come.")
    rating: Rating | None = Field(default=None, description="Confidence in work that is in progress.")
    summary: Rich = Field(description="The position in a sentence or two.")
    reason: Rich | None = Field(default=None, description="Why it is late or at risk.")
    next: Rich | None = Field(default=None, description="What happens next.")
    impact: Rich | None = Field(default=None, description="What it means for children.")
    ask: Rich | None = Field(default=None, description="What the board is asked to do.")
    ask_of: BoardId | None = Field(default=None, description="Which board is asked.")
    forecast: When | None = Field(default=None, description="When it is now expected to be done.")
    percent: Percent | None = Field(default=None, description="How much of it is done, from 0 to 100.")
    evidence: tuple[Link, ...] = Field(default=(), description="What shows it.")
    by: RoleOrText | None = Field(default=None, description="The role or team that reports.")
    plain: Rich | None = Field(default=None, description="The same in young people's words.")


@record
class Update(Progress):
    """The position of an action on one day."""

    on: PastDay = Field(description="The day the position was true, such as the quarter's end.")


@record
class Action(Record):
    """One thing that will be done."""

    id: Id = Field(description="The short name it is referred to by: of its own in all the plans.")
    title: Text = Field(description="What will be done, starting with a verb.")
    ref: Text | None = Field(default=None, description='Its number as printed: "3.10".')
    group: Text | None = Field(default=None, description="The heading it stands under in the plan.")
    why: Rich | None = Field(default=None, description="Why it is done.")
    outcomes: tuple[OutcomeId, ...] = Field(default=(), description="The outcomes it serves.")
    priorities: tuple[PriorityId, ...] = Field(
        default=(), description="The priorities it serves: those of its outcomes if left out."
    )
    promises: tuple[PromiseId, ...] = Field(default=(), description="The promises of the Pledge it keeps.")
    recommendations: tuple[RecommendationId, ...] = Field(default=(), description="The recommendations it answers.")
    lead: RoleOrText | None = Field(default=None, description="The one role or team that answers for it.")
    joint_leads: RolesOrTexts = Field(default=(), description="Others who lead it together.")
    partners: tuple[OrganisationId, ...] = Field(default=(), description="The organisations that take part.")
    start: When | None = Field(default=None, description="When work begins.")
    due: When | None = Field(default=None, description="The date first agreed. If it moves, add to rescheduled.")
    rescheduled: tuple[Move, ...] = Field(default=(), description="Every move of the date, oldest first.")
    review: When | None = Field(default=None, description="When an ongoing or recurring action is looked at again.")
    difference: Rich | None = Field(default=None, description="What will be different for children.")
    success: Rich | None = Field(default=None, description="How we will know.")
    measures: tuple[MeasureId, ...] = Field(default=(), description="The measures that will show it.")
    milestones: tuple[Milestone, ...] = Field(default=(), description="The steps on the way.")
    resources: Resources | None = Field(default=None, description="What it costs, and who pays.")
    depends_on: tuple[ActionId, ...] = Field(default=(), description="Actions that must come first.")
    becomes: tuple[ActionId, ...] = Field(
        default=(), description="Where the work of a superseded or carried-forward action goes on."
    )
    who_for: Text | None = Field(default=None, description="Who may have this: age, place.")
    basis: Basis | None = Field(default=None, description="How far it is real: the plan's if left out.")
    visibility: Visibility | None = Field(default=None, description="Who may read it in a paper: everyone if left out.")
    plain: Rich | None = Field(default=None, description="The same in young people's words.")
    sources: tuple[Link, ...] = Field(default=(), description="Where it comes from.")
    updates: tuple[Update, ...] = Field(default=(), description="Its updates, oldest first; only added to.")


@record
class Risk(Record):
    """What could go wrong."""

    id: IdWithinFile = Field(description="A short name, of its own within the plan.")
    title: Text = Field(description="What could happen.")
    cause: Text | None = Field(default=None, description="What would bring it about.")
    effect: Text | None = Field(default=None, description="What it would do to children or the plan.")
    likelihood: OneToFive = Field(description="How likely, from 1 to 5.")
    impact: OneToFive = Field(description="How bad, from 1 to 5.")
    response: Text | None = Field(default=None, description="What is done about it as a whole.")
    mitigations: tuple[Text, ...] = Field(default=(), description="What makes it less likely or less bad.")
    owner: RoleOrText | None = Field(default=None, description="The role or team that watches it.")
    actions: tuple[ActionId, ...] = Field(default=(), description="The actions it threatens.")
    status: RiskStatus = Field(description="Whether it may still happen.")


@record
class Plan(FileRecord):
    """One partner's delivery plan."""

    kind: Literal["plan"] = Field(description="What this file is.")
    id: Id | None = Field(description="A short name: of its own among plans.")
    title: Text | None = Field(description="What the plan is called.")
    organisation: OrganisationId | None = Field(description="Who leads the plan.")
    partners: tuple[OrganisationId, ...] = Field(default=(), description="Partners besides those its actions name.")
    status: Status | None = Field(description="How complete it must be.")
    approval: Approval | None = Field(default=None, description="Which board approved it, and when.")
    basis: Basis | None = Field(default=None, description="How far the plan is real.")
    period: Period | None = Field(default=None, description="The time it covers: the strategy's if left out.")
    sponsor: RoleOrText | None = Field(default=None, description="The role that backs it at the top.")
    accountable_member: RoleOrText | None = Field(
        default=None, description="The councillor's role that answers for it."
    )
    reports_to: tuple[BoardId, ...] = Field(default=(), description="The boards that receive its reports.")
    summary: Rich | None = Field(default=None, description="The plan in a few sentences.")
    equality: Rich | None = Field(default=None, description="What it means for equality.")
    plain: Rich | None = Field(default=None, description="The plan in young people's words.")
    consulted: tuple[Consultation, ...] = Field(default=(), description="Who was asked, what they said, what changed.")
    actions: tuple[Action, ...] = Field(default=(), description="What will be done.")
    risks: tuple[Risk, ...] = Field(default=(), description="What could go wrong.")
    sources: tuple[Link, ...] = Field(default=(), description="Where it comes from.")
