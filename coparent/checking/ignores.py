"""Comments that silence a finding where it stands, and what is wrong with such comments."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from coparent.diagnostics import Diagnostic, Spot
from coparent.documents.lines import Lines
from coparent.text.patterns import compile_later
from coparent.text.suggestions import nearest
from coparent.values import frozen

if TYPE_CHECKING:
    from coparent.checking.locating import SourceMap
    from coparent.documents.annotated_source import AnnotatedSource, Comment

NEVER_IGNORED = ("personal-data",)
"""What no comment, selection or baseline can hide."""

_IGNORE = compile_later(r"\s*coparent:\s*ignore\s*\[([^\]\r\n]*)\]\s*(.*)", re.IGNORECASE)
_NAME = compile_later(r"[^\s,]+")


@frozen
class Ignore:
    """One rule named in a comment: where its name stands, and the line whose findings it silences."""

    rule: str
    spot: Spot
    line: int
    reason: str


@dataclass(slots=True)
class Ignores:
    """Every ignore of the plans by path and line, the files that hold any, and those that silenced a finding."""

    by_line: dict[tuple[str, int], list[Ignore]] = field(default_factory=dict)
    paths: set[str] = field(default_factory=set)
    used: set[Ignore] = field(default_factory=set)

    def add_file(self, source: "AnnotatedSource", text: str) -> None:
        """Add the ignores that one file's comments hold."""
        lines = Lines(text)
        for comment in source.comments:
            for ignore in _read(comment, lines):
                self.by_line.setdefault((source.path, ignore.line), []).append(ignore)
                self.paths.add(source.path)

    def silence(self, diagnostic: Diagnostic, source: "SourceMap") -> bool:
        """Whether a comment silences a located finding; the comment then counts as used."""
        if diagnostic.rule in NEVER_IGNORED or diagnostic.path not in self.paths:
            return False
        lines = source.lines_for_ignores(diagnostic)
        nearby = [ignore for line in lines for ignore in self.by_line.get((diagnostic.path, line), ())]
        matching = [ignore for ignore in nearby if ignore.rule == diagnostic.rule]
        self.used.update(matching)
        return bool(matching)

    def find_faults(self, known: Collection[str], active: Collection[str]) -> Iterator[Diagnostic]:
        """What is wrong with the ignores themselves: one of a rule that is not active may be of use another time."""
        for ignore in chain.from_iterable(self.by_line.values()):
            rule, spot = ignore.rule, ignore.spot
            if rule not in known:
                yield unknown_rule(rule, spot, known)
            elif rule not in active:
                continue
            elif rule in NEVER_IGNORED:
                message, help = f"{rule} cannot be ignored", "take the data out"
                yield spot.says(message, rule="unused-ignore", label="has no effect", help=help)
            elif ignore not in self.used:
                message, help = f"nothing here breaks {rule} any more", "take this comment out"
                yield spot.says(message, rule="unused-ignore", label="silences nothing", help=help)
            elif not ignore.reason:
                message = f"{rule} is ignored here, and nobody says why"
                help = f"write  # coparent: ignore[{rule}] and the reason after it"
                yield spot.says(message, rule="ignore-without-reason", label="no reason given", help=help)


def unknown_rule(name: str, spot: Spot, known: Iterable[str]) -> Diagnostic:
    """The finding for a rule's name that there is not."""
    near = nearest(name, known)
    if name == "all":
        label, help = "each rule is ignored by its own name", "name the rule that you mean"
    elif near:
        label, help = f"did you mean {near[0]}?", f"write  {near[0]}"
    else:
        label, help = "no rule has this name", "coparent explain  lists the rules"
    return spot.says(f'there is no rule "{name}"', rule="unknown-rule", label=label, help=help)


def may_ignore(text: str) -> bool:
    """Whether a text may hold an ignore."""
    return "gnore" in text and _IGNORE.search(text) is not None


def _read(comment: "Comment", lines: Lines) -> Iterator[Ignore]:
    match = _IGNORE.match(comment.text)
    if match is None:
        return
    line = lines.position(comment.line_start)[0]
    if comment.is_alone:
        line += 1
        while line < len(lines) and lines[line].lstrip().startswith("#"):
            line += 1
    for name in _NAME.finditer(match[1]):
        start = match.start(1) + name.start()
        spot = comment.spot.within(comment.text, start, start + len(name.group()))
        yield Ignore(name.group(), spot, line, match[2].strip())
