"""What a person is told about a plan: levels, places, locations and the diagnostic itself."""

from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from enum import IntEnum, StrEnum
from typing import TypeAlias

Key: TypeAlias = str | int
Route: TypeAlias = tuple[Key, ...]


class Level(StrEnum):
    """How serious a diagnostic is, in the words of SARIF and GitHub."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the most serious."""
        return _RANKS[self]


_RANKS = {Level.ERROR: 0, Level.WARNING: 1, Level.NOTE: 2}


class Place:
    """Where in the plans a value is written: a file, and the keys that lead to it.

    Every mapping the parser reads gets one, so places share their beginnings: a place is its parent and one key more.
    """

    __slots__ = ("key", "parent")

    def __init__(self, parent: "Place | None", key: Key) -> None:
        self.parent = parent
        self.key = key

    @property
    def path(self) -> str:
        """The file, as the workspace names it."""
        place = self
        while place.parent is not None:
            place = place.parent
        return str(place.key)

    @property
    def route(self) -> Route:
        """The keys from the top of the file to the value."""
        keys: list[Key] = []
        place = self
        while place.parent is not None:
            keys.append(place.key)
            place = place.parent
        return tuple(reversed(keys))

    def __truediv__(self, key: Key) -> "Place":
        return Place(self, key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Place) and (self.path, self.route) == (other.path, other.route)

    def __hash__(self) -> int:
        return hash((self.path, self.route))

    def __repr__(self) -> str:
        return f"{self.path}:{'.'.join(map(str, self.route))}"


class Part(IntEnum):
    """Which part of a field a caret goes under."""

    VALUE = 0
    KEY = 1


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a value, and how often they stand in it before."""

    text: str
    before: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """What a diagnostic points at, before anyone has looked up the line.

    `region` (first and past-the-last character of the text) is set only by the reader, which meets faults before
    there are any places; `words` narrows a value to some of its own.
    """

    place: Place
    part: Part = Part.VALUE
    region: tuple[int, int] | None = None
    words: "Words | None" = None

    def within(self, text: str, start: int, end: int) -> "Spot":
        """Some of the value's characters: those from `start` to `end` of `text`, which is the value."""
        if self.region is not None:
            return replace(self, region=(self.region[0] + start, self.region[0] + end))
        words = text[start:end]
        return replace(self, words=Words(words, text.count(words, 0, start)))

    def says(  # noqa: PLR0913 - a diagnostic has as many parts.
        self,
        message: str,
        *,
        label: str = "",
        help: str = "",
        rule: str = "",
        related: tuple["Related", ...] = (),
        fix: "Fix | None" = None,
        subject: str = "",
    ) -> "Diagnostic":
        """Make the diagnostic that points here. A rule leaves `rule` empty: the runner fills it in."""
        return Diagnostic(
            rule=rule, message=message, spot=self, label=label, help=help, related=related, fix=fix, subject=subject
        )


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A stretch of one file. Lines and columns count from 1, columns in characters; `end_column` is past the end."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Related:
    """Another place a person should look at, and why."""

    spot: Spot
    message: str
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Fix:
    """A change of the text that mends a finding: what stands at `spot` becomes `text`.

    One that is not safe (an id, a kind: others may hang on it) is shown to a person and never made for him.
    """

    spot: Spot
    text: str
    is_safe: bool = True


@dataclass(frozen=True, slots=True)
class RecordName:
    """Which record a diagnostic is about."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing wrong with a plan, said once.

    `message` is one plain sentence, `label` what the caret says, `fix` something to type, `change` the same as a
    change of the text where a program can make it; `subject` is the id that a finding about a reference is about.
    `secret` are words that no output may hold, in whatever finding they are quoted; the report has none left.
    `location`, `record`, `field` and the level are filled in when the report is made; until then only `spot` says
    where.
    """

    rule: str
    message: str
    spot: Spot
    label: str = ""
    help: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    subject: str = ""
    level: Level = Level.ERROR
    location: Location | None = None
    record: RecordName | None = None
    field: str = ""
    secret: str = dataclass_field(default="", repr=False)

    @property
    def is_fixable(self) -> bool:
        """Whether `coparent check --fix` may mend it."""
        return self.fix is not None and self.fix.is_safe

    @property
    def path(self) -> str:
        """The file the finding stands in, as the workspace names it."""
        return self.spot.place.path

    def at_level(self, level: Level) -> "Diagnostic":
        """The same, taken more or less seriously."""
        return replace(self, level=level)

    def hiding(self, words: str) -> "Diagnostic":
        """The same, about words that no output may hold."""
        return replace(self, secret=words)
