"""Fields that hold text, ids of records, roles, or names that their writer chooses."""

from typing import Annotated

from pydantic import BeforeValidator, Field, GetPydanticSchema, ValidationInfo
from pydantic_core import core_schema

from coparent.diagnostics import Place, TextPlace
from coparent.documents.scalars import WHERE, Data
from coparent.schema.fields.surroundings import Surroundings, refuse
from coparent.schema.record import Record, record
from coparent.schema.shapes import Editor, Holds, Identifies, Noun, Refers

# StringConstraints would say the same, and takes longer to be turned into a schema.
_TEXT = GetPydanticSchema(lambda *_: core_schema.str_schema(strip_whitespace=True, min_length=1))
_TEXT_IN_EDITOR = Editor({"type": ["string", "number", "boolean"]})
_ID = GetPydanticSchema(lambda *_: core_schema.str_schema(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$"))
_ID_IN_EDITOR = Editor({"type": ["string", "number"], "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})

Text = Annotated[str, _TEXT, _TEXT_IN_EDITOR]

Id = Annotated[str, _ID, Identifies(), _ID_IN_EDITOR]
IdWithinFile = Annotated[str, _ID, Identifies(within_file=True), _ID_IN_EDITOR]

OrganisationId = Annotated[str, _TEXT, Refers("organisation"), _TEXT_IN_EDITOR]
BoardId = Annotated[str, _TEXT, Refers("board"), _TEXT_IN_EDITOR]
PriorityId = Annotated[str, _TEXT, Refers("priority"), _TEXT_IN_EDITOR]
OutcomeId = Annotated[str, _TEXT, Refers("outcome"), _TEXT_IN_EDITOR]
PromiseId = Annotated[str, _TEXT, Refers("promise"), _TEXT_IN_EDITOR]
RecommendationId = Annotated[str, _TEXT, Refers("recommendation"), _TEXT_IN_EDITOR]
MeasureId = Annotated[str, _TEXT, Refers("measure"), _TEXT_IN_EDITOR]
ActionId = Annotated[str, _TEXT, Refers("action"), _TEXT_IN_EDITOR]
PlanId = Annotated[str, _TEXT, Refers("plan"), _TEXT_IN_EDITOR]
PaperId = Annotated[str, _TEXT, Refers("paper"), _TEXT_IN_EDITOR]
BriefOrganisation = Annotated[str, _TEXT, Refers("organisation", besides=("each",)), _TEXT_IN_EDITOR]


def _read_rich(value: Data) -> Data:
    """Rich text: a list of texts is read as bullets."""
    if not isinstance(value, tuple):
        return value
    bullets = []
    for index, item in enumerate(value):
        if not isinstance(item, str) or not item.strip():
            rule = "empty-text" if item is None or isinstance(item, str) else "wrong-type"
            raise refuse(rule, "each line of the list must be text", "write text after the dash", keys=(index,))
        bullets.append(f"- {' '.join(item.split())}")
    return "\n".join(bullets)


Rich = Annotated[
    str,
    _TEXT,  # Before the validator, or pydantic measures the text before it strips it.
    BeforeValidator(_read_rich),
    Noun("text, or a list of texts"),
    Editor({"type": ["string", "number", "boolean", "array"], "items": {"type": ["string", "number", "boolean"]}}),
]


def _without_place(value: Data) -> Data:
    """The fields of a mapping whose names are the writer's own, so that its place is not taken for one of them."""
    return {key: item for key, item in value.items() if key != WHERE} if isinstance(value, dict) else value


OwnFields = BeforeValidator(_without_place)
"""For a mapping whose names are the writer's own."""


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
    Holds.ROLE,
]
RolesOrTexts = Annotated[tuple[RoleOrText, ...], BeforeValidator(_read_roles)]
