"""Fields that hold a role or a team, written as a text or with its organisation."""

from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationInfo

from coparent.diagnostics import Place, TextPlace
from coparent.documents.scalars import WHERE, Data
from coparent.schema.fields.annotations import Noun
from coparent.schema.fields.surroundings import Surroundings
from coparent.schema.fields.texts import OrganisationId, Text
from coparent.schema.record import Record, record


@record
class Role(Record):
    """A role or a team, never a person's name."""

    role: Text = Field(description='The role or team: "Head of fostering". Never a person\'s name.')
    organisation: OrganisationId | None = Field(default=None, description="Whose role it is: the plan's if left out.")


def _field_place(info: ValidationInfo[Surroundings | None]) -> Place:
    """Where the field that is being read stands: below the place of its record, which is read before it."""
    holder = info.data["where"]
    assert isinstance(holder, Place)  # noqa: S101 - every record has one.
    return holder / str(info.field_name)


def _read_role(value: Data, info: ValidationInfo[Surroundings | None]) -> Data:
    if not isinstance(value, str):
        return value
    place = _field_place(info)
    return {"role": value, WHERE: TextPlace(place.parent, place.key)}


def _read_roles(value: Data, info: ValidationInfo[Surroundings | None]) -> Data:
    if not isinstance(value, tuple):
        return value
    place = _field_place(info)
    return tuple(
        {"role": item, WHERE: TextPlace(place, index)} if isinstance(item, str) else item
        for index, item in enumerate(value)
    )


RoleOrText = Annotated[
    Role,
    BeforeValidator(_read_role, json_schema_input_type=str | Role),
    Noun("a role, or role and organisation", "Head of fostering"),
]
RolesOrTexts = Annotated[tuple[RoleOrText, ...], BeforeValidator(_read_roles)]
