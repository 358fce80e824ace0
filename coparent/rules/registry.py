"""What a rule is: a name, a level, a manual page and, where the rule finds its faults itself, a typed finder."""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from textwrap import dedent
from typing import Protocol, TypeAlias

from coparent.diagnostics import Diagnostic, Level
from coparent.documents.annotated_source import AnnotatedSource
from coparent.schema.settings import Settings
from coparent.text.patterns import compile_later
from coparent.values import frozen
from coparent.workspace import Workspace


@frozen
class LevelByStatus:
    """The level of a rule that finds something incomplete: it follows the plan's status, and is at most `most`."""

    most: Level = Level.ERROR

    def level(self, status: str) -> Level | None:
        """The level in a plan of this status; None if incomplete plans of this status are not reported."""
        levels = {"draft": Level.NOTE, "consultation": Level.WARNING, "approved": Level.ERROR}
        level = levels.get(status)
        return max(level, self.most, key=lambda level: level.rank) if level is not None else None


RuleLevel: TypeAlias = Level | LevelByStatus


class TextFinder(Protocol):
    """Finds faults in the text values and comments of one file."""

    def __call__(self, source: AnnotatedSource, settings: Settings, /) -> Iterator[Diagnostic]: ...


class TextPrefilter(Protocol):
    """Whether a text rule may find anything in a file, judged quickly by its whole text."""

    def __call__(self, text: str, /) -> bool: ...


class RecordFinder(Protocol):
    """Finds faults in the records of a workspace."""

    def __call__(self, workspace: Workspace, /) -> Iterator[Diagnostic]: ...


@frozen
class Page:
    """A rule's manual page: what it finds, why it matters, how to fix it, and an example before and after."""

    what: str
    why: str
    fix: str
    before: str
    after: str


_HEADING = compile_later(r"^(Why|Fix|Before|After):[ \n]", re.MULTILINE)


@frozen
class Rule:
    """One thing that `coparent check` finds. One that is just a `Rule` is found while reading and validating."""

    name: str
    family: str
    level: RuleLevel
    docstring: str

    @property
    def summary(self) -> str:
        """The manual's first line."""
        return self.docstring.split("\n", 1)[0]

    @property
    def manual(self) -> str:
        """The manual page as it is written in the code."""
        return inspect.cleandoc(self.docstring)

    @property
    def page(self) -> Page:
        """The manual's parts; one without its heading is empty."""
        what, *rest = _HEADING.split(self.manual)
        parts = {heading.lower(): text for heading, text in zip(rest[::2], rest[1::2], strict=True)}
        return Page(
            what=" ".join(what.split()),
            why=" ".join(parts.get("why", "").split()),
            fix=" ".join(parts.get("fix", "").split()),
            before=dedent(parts.get("before", "")).strip("\n"),
            after=dedent(parts.get("after", "")).strip("\n"),
        )


@frozen
class TextRule(Rule):
    """A rule over one file's text values and comments, run only on files that its prefilter lets through."""

    finder: TextFinder
    prefilter: TextPrefilter


@frozen
class RecordRule(Rule):
    """A rule over the workspace; one that `concludes_from_absence` must not run while any file is broken."""

    finder: RecordFinder
    concludes_from_absence: bool = False


@dataclass(slots=True)
class Family:
    """The rules of one subject, in the order they are documented; its decorators declare those that find faults."""

    name: str
    rules: list[Rule] = field(default_factory=list)

    def pages(self, pages: Mapping[str, str], level: RuleLevel = Level.ERROR) -> None:
        """Declare rules that reading, validating or checking itself finds, each by its name and manual page."""
        self.rules += [Rule(name, self.name, level, inspect.cleandoc(page)) for name, page in pages.items()]

    def texts(self, name: str, level: RuleLevel, *, prefilter: TextPrefilter) -> Callable[[TextFinder], TextFinder]:
        """Declare a rule over one file's texts and comments."""

        def declare(finder: TextFinder) -> TextFinder:
            self.rules.append(TextRule(name, self.name, level, finder.__doc__ or "", finder, prefilter))
            return finder

        return declare

    def records(
        self, name: str, level: RuleLevel, *, concludes_from_absence: bool = False
    ) -> Callable[[RecordFinder], RecordFinder]:
        """Declare a rule over the workspace."""

        def declare(finder: RecordFinder) -> RecordFinder:
            docstring = finder.__doc__ or ""
            self.rules.append(RecordRule(name, self.name, level, docstring, finder, concludes_from_absence))
            return finder

        return declare


def join(*parts: Family) -> Family:
    """One family of several modules' rules, in this order."""
    return Family(parts[0].name, [rule for part in parts for rule in part.rules])
