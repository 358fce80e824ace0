"""What a rule is: a name, a level, a manual page, and a finder of one of three shapes."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeAlias, TypeVar

from coparent.diagnostics import Diagnostic, Level


class Sees(Enum):
    """What a rule's finder is given."""

    NOTHING = "declared as a manual: documents/ and schema/ do the finding"
    TEXTS = "one file's text values and comments"
    RECORDS = "the workspace"
    CHANGES = "what changed since a base revision"


@dataclass(frozen=True, slots=True)
class Completeness:
    """The level of a rule that finds something missing: it follows the plan's status, up to `most`."""

    most: Level = Level.ERROR

    def level(self, status: str) -> Level | None:
        """The level in a plan of this status; None if such gaps are no longer looked for."""
        levels = {"draft": Level.NOTE, "consultation": Level.WARNING, "approved": Level.ERROR}
        level = levels.get(status)
        return max(level, self.most, key=lambda one: one.rank) if level is not None else None


RuleLevel: TypeAlias = Level | Completeness
Finder: TypeAlias = Callable[[Any], Iterator[Diagnostic]]
FinderType = TypeVar("FinderType", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that `coparent check` finds. `concludes_from_absence` keeps it silent while anything is broken."""

    name: str
    family: str
    level: RuleLevel
    manual: str
    sees: Sees
    finder: Finder | None = None
    concludes_from_absence: bool = False

    @property
    def summary(self) -> str:
        """The manual's first line."""
        return self.manual.split("\n", 1)[0]


@dataclass(slots=True)
class Family:
    """The rules of one subject, in the order they are documented. One module declares it and adds to it."""

    name: str
    rules: list[Rule] = field(default_factory=list)

    def manual(self, name: str, level: Level = Level.ERROR) -> Callable[[FinderType], FinderType]:
        """Declare a rule that reading or validating finds: the function is only its manual page."""
        return self._declare(name, level, Sees.NOTHING)

    def texts(self, name: str, level: RuleLevel) -> Callable[[FinderType], FinderType]:
        """Declare a rule over one file's texts and comments."""
        return self._declare(name, level, Sees.TEXTS)

    def records(
        self, name: str, level: RuleLevel, *, concludes_from_absence: bool = False
    ) -> Callable[[FinderType], FinderType]:
        """Declare a rule over the workspace."""
        return self._declare(name, level, Sees.RECORDS, concludes_from_absence=concludes_from_absence)

    def changes(self, name: str, level: RuleLevel) -> Callable[[FinderType], FinderType]:
        """Declare a rule over what changed since a base revision."""
        return self._declare(name, level, Sees.CHANGES)

    def _declare(
        self, name: str, level: RuleLevel, sees: Sees, *, concludes_from_absence: bool = False
    ) -> Callable[[FinderType], FinderType]:
        def declare(finder: FinderType) -> FinderType:
            self.rules.append(
                Rule(
                    name=name,
                    family=self.name,
                    level=level,
                    manual=inspect.getdoc(finder) or "",
                    sees=sees,
                    finder=None if sees is Sees.NOTHING else finder,
                    concludes_from_absence=concludes_from_absence,
                )
            )
            return finder

        return declare
