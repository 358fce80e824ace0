"""`kind: updates`: one partner's return for a quarter, in a file of its own."""

from typing import Literal

from pydantic import Field

from coparent.schema.fields.dates import PastDay
from coparent.schema.fields.texts import ActionId, Id, MeasureId, OrganisationId, RoleOrText
from coparent.schema.measures import Reading
from coparent.schema.plan import Progress
from coparent.schema.record import FileRecord, record


@record
class ReturnedUpdate(Progress):
    """An update that says which action it is about."""

    action: ActionId = Field(description="The action it is about.")
    on: PastDay | None = Field(default=None, description="The day the position was true: the file's if left out.")


@record
class ReturnedReading(Reading):
    """A reading that says which measure it is of."""

    measure: MeasureId = Field(description="The measure it is of.")


@record
class Updates(FileRecord):
    """One return: many updates and readings, with one day and one reporter for all that do not say otherwise."""

    kind: Literal["updates"] = Field(description="What this file is.")
    id: Id | None = Field(description="A short name: of its own among returns.")
    on: PastDay | None = Field(description="The day the positions were true, such as the quarter's end.")
    by: RoleOrText | None = Field(default=None, description="The role or team that reports.")
    organisation: OrganisationId | None = Field(default=None, description="Who makes this return.")
    updates: tuple[ReturnedUpdate, ...] = Field(default=(), description="One for each action reported on.")
    readings: tuple[ReturnedReading, ...] = Field(default=(), description="New readings of measures.")
