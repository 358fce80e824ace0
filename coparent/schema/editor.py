"""The plan format as JSON Schema for editors: the same models, with the help that hovers and completions show."""

import json

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from coparent.schema.kinds import KINDS
from coparent.schema.record import Record
from coparent.schema.shapes import FieldShape, shapes

DIALECT = "http://json-schema.org/draft-07/schema#"
"""What older editors understand; nothing here needs more."""


class _ForEditors(GenerateJsonSchema):
    """pydantic's generator, without the noise that editors print: no titles of fields, no `anyOf` with null."""

    def field_title_should_be_set(self, schema: object) -> bool:
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema | core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    default_schema = nullable_schema

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:
        made = super().dataclass_schema(schema)
        record = schema["cls"]
        if not issubclass(record, Record):
            return made
        known = shapes(record)
        made["properties"] = {name: _describe(made["properties"][name], shape) for name, shape in known.items()}
        made["required"] = [name for name, shape in known.items() if shape.is_needed]
        return {key: value for key, value in made.items() if key != "title" and value != []}


def _describe(field: JsonSchemaValue, shape: FieldShape) -> JsonSchemaValue:
    """The help for a field, with the meaning of each of its fixed values, which editors show as they are chosen.

    A field that may be left out may also stand there with nothing after it.
    """
    types = field.get("type")
    if not shape.is_needed and types is not None and "enum" not in field:
        field["type"] = [*([types] if isinstance(types, str) else types), "null"]
    if shape.choices is None:
        return field
    meanings = shape.choices.meanings
    target = field["items"] if shape.is_list else field
    if "enum" in target:
        target["enumDescriptions"] = [meanings[value] for value in target["enum"]]
    listed = "\n".join(f"- `{value}`: {meaning}" for value, meaning in meanings.items())
    field["markdownDescription"] = f"{field.get('description', '')}\n\n{listed}"
    return field


def build_schema(kind: str | None = None) -> JsonSchemaValue:
    """The schema of one kind of file; of every kind, told apart by `kind`, if none is named."""
    if kind is not None:
        made = TypeAdapter(KINDS[kind]).json_schema(schema_generator=_ForEditors)
        return {"$schema": DIALECT, "title": f"kind: {kind}", **made}
    _, made = TypeAdapter.json_schemas(
        [(kind, "validation", TypeAdapter(record)) for kind, record in KINDS.items()], schema_generator=_ForEditors
    )
    return {
        "$schema": DIALECT,
        "title": "A file of delivery plans",
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"enum": list(KINDS), "description": "What this file is."}},
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
                "then": {"$ref": f"#/$defs/{record.__name__}"},
            }
            for name, record in KINDS.items()
        ],
        "$defs": made["$defs"],
    }


def write_schema(kind: str | None = None) -> str:
    """The schema as JSON text: the same bytes on any machine."""
    return json.dumps(build_schema(kind), indent=2, ensure_ascii=False) + "\n"


def file_names() -> dict[str, str | None]:
    """The files that hold the schemas, and the kind that each is of."""
    return {"coparent.schema.json": None, **{f"{kind}.schema.json": kind for kind in KINDS}}
