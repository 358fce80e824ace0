"""Fields that hold text, ids of records, or names that their writer chooses."""

from typing import Annotated

from pydantic import BeforeValidator, GetPydanticSchema
from pydantic_core import core_schema

from coparent.documents.scalars import WHERE, Data
from coparent.schema.fields.annotations import Editor, Identifies, Noun, Refers
from coparent.schema.fields.surroundings import refuse

# StringConstraints would say the same, and takes twice as long to be turned into a schema.
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
