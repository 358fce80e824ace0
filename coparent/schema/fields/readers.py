"""How a field gives what was written to a function that reads it, in place of pydantic's own reading."""

from typing import Protocol

from pydantic import GetPydanticSchema, ValidationInfo
from pydantic_core import core_schema

from coparent.documents.scalars import Data
from coparent.schema.fields.surroundings import Surroundings


class Reader(Protocol):
    """Turns what was written into a field's value. Raises PydanticCustomError."""

    def __call__(self, value: Data, /) -> object: ...


class ReaderInContext(Protocol):
    """A reader that needs to know the surroundings of the file."""

    def __call__(self, value: Data, info: ValidationInfo[Surroundings | None], /) -> object: ...


def read_by(read: Reader) -> GetPydanticSchema:
    """Have a field read by a function. (PlainValidator does so too, and first builds what it then throws away.)"""
    return GetPydanticSchema(lambda *_: core_schema.no_info_plain_validator_function(read))


def read_in_context(read: ReaderInContext) -> GetPydanticSchema:
    """Have a field read by a function that is given the surroundings of the file."""
    return GetPydanticSchema(lambda *_: core_schema.with_info_plain_validator_function(read))
