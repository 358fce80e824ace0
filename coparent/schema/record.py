"""What every record is: frozen, slim, strict about its fields, and aware of where it is written."""

from typing import Annotated, Any, TypeVar, dataclass_transform

from pydantic import ConfigDict, Field, SkipValidation, WithJsonSchema
from pydantic.dataclasses import dataclass

from coparent.diagnostics import Key, Part, Place, Spot

Class = TypeVar("Class")

NOWHERE = Place(None, "")
"""The place of a record that its writer put as a single text, such as a role."""

_CONFIG = ConfigDict(extra="forbid", defer_build=True, arbitrary_types_allowed=True)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(Field,))
def record(cls: type[Class]) -> type[Class]:
    """Make a class a record. A pydantic dataclass with slots takes an eighth of a model's memory."""
    decorate: Any = dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
    made: type[Class] = decorate(cls)
    return made


@record
class Record:
    """A mapping of a plan file whose fields are known."""

    where: Annotated[Place, SkipValidation, WithJsonSchema({})] = Field(alias="\0where", repr=False)

    def at(self, *keys: Key) -> Spot:
        """The value of a field (of an item of it, with an index): what a diagnostic points at."""
        place = self.where
        for key in keys:
            place = place / key
        return Spot(place)

    def at_key(self, *keys: Key) -> Spot:
        """The name of a field, as written."""
        return Spot(self.at(*keys).place, Part.KEY)
