"""What reading a field needs besides its text, and how a field refuses what it cannot read."""

from dataclasses import field
from datetime import date
from typing import Protocol

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from coparent.timescales import Calendar
from coparent.values import frozen


class FileExists(Protocol):
    """Answers whether a path, seen from the folder that holds plans/, leads to a file."""

    def __call__(self, path: str, /) -> bool: ...


def anything_exists(path: str) -> bool:
    """Take every path to be there."""
    return True


@frozen
class Surroundings:
    """The council's calendar, which files are there, and for what day all is judged.

    What a field is read as does not hang on that day: only the dates that are offered do.
    """

    calendar: Calendar = field(default_factory=Calendar)
    exists: FileExists = anything_exists
    as_at: date | None = None


_USUAL = Surroundings()


def surroundings_of(info: ValidationInfo[Surroundings | None]) -> Surroundings:
    """What the validation that is going on was given; the usual where it was given nothing."""
    return info.context or _USUAL


def refuse(
    rule: str, label: str, help: str = "", *, offers: tuple[str, ...] = (), keys: tuple[str | int, ...] = ()
) -> PydanticCustomError:
    """The fault of one value, named by its rule: what the caret says, and what to type.

    `offers` are what the field could read instead; `keys` lead further, to the part of the value that is at fault.
    """
    return PydanticCustomError(rule, "{label}", {"label": label, "help": help, "offers": offers, "keys": keys})
