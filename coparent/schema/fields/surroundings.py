"""What reading a field needs besides its text, and how a field refuses what it cannot read."""

from dataclasses import field
from datetime import date
from typing import Protocol

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from coparent.timescales import Calendar, NotATimescale
from coparent.values import frozen

MOST_REFUSED_DATES = 500
"""For how many dates of a run that cannot be read the nearest forms are looked for, which takes some milliseconds."""


class FindFile(Protocol):
    """Finds the file that a path leads to, seen from the folder that holds plans/.

    It gives the path itself where it leads to a file, else that of the file most like it; empty where none is.
    """

    def __call__(self, path: str, /) -> str: ...


def anything_exists(path: str) -> str:
    """Take every path to be there."""
    return path


@frozen
class Surroundings:
    """The council's calendar, which files are there, and for what day all is judged.

    What a field is read as does not hang on that day: only the dates that are offered do.
    """

    calendar: Calendar = field(default_factory=Calendar)
    find_file: FindFile = anything_exists
    as_at: date | None = None
    refused_dates: list[str] = field(default_factory=list, compare=False, repr=False)
    """Those met so far in this run: what belongs in their place is looked for in the first of them only."""

    @property
    def has_patience(self) -> bool:
        """Whether the nearest forms are still looked for where a date cannot be read."""
        return len(self.refused_dates) < MOST_REFUSED_DATES


_USUAL = Surroundings()


def surroundings_of(info: ValidationInfo[Surroundings | None]) -> Surroundings:
    """What the validation that is going on was given; the usual where it was given nothing."""
    return info.context or _USUAL


def refuse(
    rule: str,
    label: str,
    help: str = "",
    *,
    refusal: NotATimescale | None = None,
    keys: tuple[str | int, ...] = (),
) -> PydanticCustomError:
    """The fault of one value, named by its rule: what the caret says, and what to type.

    `refusal` is what is wrong with a date; `keys` lead further, to the part of the value that is at fault.
    """
    return PydanticCustomError(rule, "{label}", {"label": label, "help": help, "refusal": refusal, "keys": keys})
