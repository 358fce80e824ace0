"""What every annotation of a field's type is."""

from pydantic import GetCoreSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema


class Annotation:
    """Changes nothing in how a field is read, and tells pydantic so, which looks for constraints in it otherwise."""

    __slots__ = ()

    def __get_pydantic_core_schema__(self, source_type: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return handler(source_type)


class Editor(Annotation, WithJsonSchema):
    """What editors are told of a field."""
