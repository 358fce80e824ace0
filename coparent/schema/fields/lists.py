"""Lists that a file must have. They are empty where nothing of them could be kept."""

from collections.abc import Callable
from typing import Annotated, TypeVar

from annotated_types import MinLen
from pydantic import WrapValidator

from coparent.documents.scalars import Data

Item = TypeVar("Item")


def _keep_nothing(value: Data, read: Callable[[Data], object]) -> object:
    """Read a list that was written; None is what validation puts in the place of one that could not be read."""
    return () if value is None else read(value)


Listed = Annotated[tuple[Item, ...], WrapValidator(_keep_nothing)]
OneOrMore = Annotated[tuple[Item, ...], MinLen(1), WrapValidator(_keep_nothing)]
