"""What a person reads about a fault of a plan: its level, where it is, and the diagnostic itself."""

from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from enum import IntEnum, StrEnum
from typing import TypeAlias

from coparent.values import frozen

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


MOST_FINDINGS = 1_000
"""How many findings of one file are worked out and shown; beyond that they are only counted."""

LONGEST_SENTENCE = 64_000
"""How many bytes of a message, a label or advice are shown."""

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


class TextPlace(Place):
    """The place of a record that its writer put as a single text, such as a role: all its fields are written there."""

    __slots__ = ()

    def __truediv__(self, key: Key) -> Place:
        return self


NOWHERE = Place(None, "")
"""The place of a record that nobody wrote."""


class Part(IntEnum):
    """Which part of a field a caret goes under."""

    VALUE = 0
    KEY = 1


@frozen
class Words:
    """Some words of a value; `before` is how often the same words stand in the value before them."""

    text: str
    before: int = 0


@frozen
class Spot:
    """What a diagnostic points at, before anyone has looked up the line.

    `region` (its first character in the file's text, and the one after its last) is set only while the text is being
    read, when there are no places yet; `words` narrows a value to some of its words.
    """

    place: Place
    part: Part = Part.VALUE
    region: tuple[int, int] | None = None
    words: "Words | None" = None

    def within(self, text: str, start: int, end: int) -> "Spot":
        """The characters from `start` to `end` of the value, whose text is `text`."""
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
        """Make the diagnostic that points here. A rule leaves `rule` empty: it is filled in when the rule is run."""
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


@frozen
class Related:
    """Another place a person should look at, and why."""

    spot: Spot
    message: str
    location: Location | None = None


@frozen
class Fix:
    """An edit that a program may make to mend a diagnostic: what stands at `spot` becomes `text`.

    It changes the form of what is written and never its meaning; and no id or kind, which other files may name.
    """

    spot: Spot
    text: str


@frozen
class RecordName:
    """Which record a diagnostic is about."""

    kind: str
    id: str


@frozen
class Diagnostic:
    """One thing wrong with a plan.

    `message` is one plain sentence, `label` the words beside the caret, `help` what to type, `fix` the edit a program
    can make; `subject` is the id that a diagnostic about a reference is about. `secret` are words that no output may
    hold, whichever diagnostic quotes them. `level`, `location`, `record` and `field` are filled in when the report is
    made; until then only `spot` says where.
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
        return self.fix is not None

    @property
    def path(self) -> str:
        """The file it is about, as the workspace names it."""
        return self.spot.place.path

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that it stands in or points at, its own first."""
        return self.path, *(related.spot.place.path for related in self.related)

    def at_level(self, level: Level) -> "Diagnostic":
        """The same at another level."""
        return replace(self, level=level)

    def with_secret(self, words: str) -> "Diagnostic":
        """The same, holding words that no output may show."""
        return replace(self, secret=words)
