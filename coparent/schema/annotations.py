"""What every annotation of a field's type is."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # The help of a verb names choices, which are annotations, and needs no pydantic.
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class Annotation:
    """Changes nothing in how a field is read, and tells pydantic so, which looks for constraints in it otherwise."""

    __slots__ = ()

    def __get_pydantic_core_schema__(self, source_type: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        return handler(source_type)
