"""What the type of a field says of it besides how it is read: for messages, references, ids and editors."""

from pydantic import GetCoreSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema

from coparent.values import frozen


class Annotation:
    """Changes nothing in how a field is read, and tells pydantic so, which looks for constraints in it otherwise."""

    __slots__ = ()

    def __get_pydantic_core_schema__(self, source_type: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return handler(source_type)


class Editor(Annotation, WithJsonSchema):
    """What editors are told of a field."""


@frozen
class Refers(Annotation):
    """A field that holds ids of one kind of record. `besides` are words that are no ids."""

    kind: str
    besides: tuple[str, ...] = ()


@frozen
class Identifies(Annotation):
    """A field that holds its record's own id: unique among all records of the kind, or only within its file."""

    within_file: bool = False


@frozen
class OrRecord(Annotation):
    """A field that may also be written as a record, which validation then turns into the field's own type."""

    record: type


@frozen
class Noun(Annotation):
    """What a field holds, in the words of a message: "a date"."""

    words: str
