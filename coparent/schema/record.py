"""What every record is: frozen, slim, strict about its fields, and aware of where it is written."""

from dataclasses import FrozenInstanceError, fields
from typing import Annotated, ClassVar, TypeVar, cast, dataclass_transform

from pydantic import ConfigDict, Field, GetPydanticSchema
from pydantic.dataclasses import dataclass
from pydantic.fields import FieldInfo
from pydantic_core import SchemaValidator, core_schema

from coparent.diagnostics import NOWHERE, Key, Part, Place, Spot

Class = TypeVar("Class")
RecordType = TypeVar("RecordType", bound="Record")

_CONFIG = ConfigDict(extra="forbid", defer_build=True, arbitrary_types_allowed=True)
_TAKEN_AS_IT_IS = GetPydanticSchema(lambda *_: core_schema.any_schema())


@dataclass_transform(eq_default=False, frozen_default=True, kw_only_default=True, field_specifiers=(Field,))
def record(cls: type[Class]) -> type[Class]:
    """Make a class a record. A pydantic dataclass with slots takes an eighth of a model's memory.

    It is frozen by Record itself: what dataclass would write for each class takes a third of the program's start.
    """
    return cast("type[Class]", dataclass(cls, slots=True, kw_only=True, repr=False, eq=False, config=_CONFIG))


@record
class Record:
    """A mapping of a plan file whose fields are known. Two are equal only if they are the same one."""

    __pydantic_fields__: ClassVar[dict[str, FieldInfo]]
    __pydantic_validator__: ClassVar[SchemaValidator]

    where: Annotated[Place, _TAKEN_AS_IT_IS] = Field(alias="\0where", repr=False)

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __getstate__(self) -> dict[str, object]:
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def __setstate__(self, state: dict[str, object]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} at {self.where!r}>"

    def at(self, *keys: Key) -> Spot:
        """The value of a field (of an item of it, with an index): what a diagnostic points at."""
        place = self.where
        for key in keys:
            place = place / key
        return Spot(place)

    def at_key(self, *keys: Key) -> Spot:
        """The name of a field, as written."""
        return Spot(self.at(*keys).place, Part.KEY)


class FileRecord(Record):
    """A whole file. What is the same for every file of a kind is a ClassVar, which the kind's class may set."""

    __slots__ = ()

    second_file_rule: ClassVar[str] = ""
    """The name of the rule that every file of the kind but the first breaks; empty: a workspace may have several."""
    has_fixed_wording: ClassVar[bool] = False
    """Whether its words are not for the authors of plans to change: the rules about wording then leave it alone."""


def with_defaults(record_class: type[RecordType], **given: object) -> RecordType:
    """A record that nobody wrote: every field as if left out but those given, its place nowhere.

    Nothing is validated, so that a workspace without such a record need not build a validator for it.
    """
    made = object.__new__(record_class)
    for name, info in record_class.__pydantic_fields__.items():
        object.__setattr__(made, name, None if info.is_required() else info.get_default(call_default_factory=True))
    made.__setstate__({"where": NOWHERE, **given})
    return made


def with_changes(record: RecordType, **changed: object) -> RecordType:
    """The same record with some fields changed. Nothing is validated again: what is left was read as it stands."""
    made = object.__new__(type(record))
    made.__setstate__({**record.__getstate__(), **changed})
    return made
