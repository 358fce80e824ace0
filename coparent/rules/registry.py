"""What a rule is: a name, a level, a manual page, and a finder of one of three shapes."""

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from textwrap import dedent
from typing import Any, TypeAlias, TypeVar

from coparent.diagnostics import Diagnostic, Level
from coparent.text.patterns import compile_later


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
Finder: TypeAlias = Callable[..., Iterator[Diagnostic]]
FinderType = TypeVar("FinderType", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Page:
    """A rule's manual page: what it finds, why it matters, how to mend it, an example before and after."""

    what: str
    why: str
    fix: str
    before: str
    after: str


_SECTION = compile_later(r"^(Why|Fix|Before|After):[ \n]", re.MULTILINE)


def read_page(manual: str) -> Page:
    """Take a manual apart by its headings; a part that is not there is empty."""
    what, *rest = _SECTION.split(manual)
    parts = {heading.lower(): text for heading, text in zip(rest[::2], rest[1::2], strict=True)}
    return Page(
        what=" ".join(what.split()),
        why=" ".join(parts.get("why", "").split()),
        fix=" ".join(parts.get("fix", "").split()),
        before=dedent(parts.get("before", "")).strip("\n"),
        after=dedent(parts.get("after", "")).strip("\n"),
    )


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that `coparent check` finds.

    `concludes_from_absence` keeps it silent while anything is broken. `may_find` looks at a file's whole text, quickly,
    and says whether the finder of a text rule is worth its time there.
    """

    name: str
    family: str
    level: RuleLevel
    manual: str
    sees: Sees
    finder: Finder | None = None
    concludes_from_absence: bool = False
    may_find: Callable[[str], bool] | None = None

    @property
    def summary(self) -> str:
        """The manual's first line."""
        return self.manual.split("\n", 1)[0]

    @property
    def page(self) -> Page:
        """The manual's parts."""
        return read_page(self.manual)

    def find(self, *subject: object) -> Iterator[Diagnostic]:
        """Run the finder, and put the rule's name on what it finds."""
        if self.finder is not None:
            for diagnostic in self.finder(*subject):
                yield replace(diagnostic, rule=self.name)


@dataclass(slots=True)
class Family:
    """The rules of one subject, in the order they are documented. One module declares it and adds to it."""

    name: str
    rules: list[Rule] = field(default_factory=list)

    def manual(self, name: str, level: Level = Level.ERROR) -> Callable[[FinderType], FinderType]:
        """Declare a rule that reading or validating finds: the function is only its manual page."""
        return self._declare(name, level, Sees.NOTHING)

    def texts(
        self, name: str, level: RuleLevel, *, may_find: Callable[[str], bool]
    ) -> Callable[[FinderType], FinderType]:
        """Declare a rule over one file's texts and comments; its finder takes them and the settings."""
        return self._declare(name, level, Sees.TEXTS, may_find=may_find)

    def records(
        self, name: str, level: RuleLevel, *, concludes_from_absence: bool = False
    ) -> Callable[[FinderType], FinderType]:
        """Declare a rule over the workspace."""
        return self._declare(name, level, Sees.RECORDS, concludes_from_absence=concludes_from_absence)

    def changes(self, name: str, level: RuleLevel) -> Callable[[FinderType], FinderType]:
        """Declare a rule over what changed since a base revision."""
        return self._declare(name, level, Sees.CHANGES)

    def _declare(
        self,
        name: str,
        level: RuleLevel,
        sees: Sees,
        *,
        concludes_from_absence: bool = False,
        may_find: Callable[[str], bool] | None = None,
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
                    may_find=may_find,
                )
            )
            return finder

        return declare
