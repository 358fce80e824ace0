"""Comments that silence a finding where it stands, and what is wrong with such comments."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coparent.advice import TAKE_LINE_OUT, either, take_out, write, write_line
from coparent.diagnostics import Diagnostic, Spot
from coparent.documents.lines import Lines
from coparent.text.patterns import compile_later
from coparent.text.sentences import listing
from coparent.text.suggestions import nearest
from coparent.values import frozen

if TYPE_CHECKING:
    from coparent.checking.locating import SourceMap
    from coparent.documents.annotated_source import AnnotatedSource, Comment

NEVER_IGNORED = ("personal-data",)
"""What no comment, selection or baseline can hide."""

_IGNORE = compile_later(r"\s*coparent:\s*(ignore)\b\s*(?:\[([^\]\r\n]*)\])?\s*(.*)", re.IGNORECASE)
_NAME = compile_later(r"[^\s,]+")


@frozen
class Ignore:
    """One rule named in a comment: where its name stands, and the line whose findings it silences.

    Of a comment that names no rule, `rule` is empty. `names` is what stands in the brackets, `comment` all of it.
    """

    rule: str
    spot: Spot
    line: int
    reason: str
    names: str
    comment: str
    is_alone: bool


@dataclass(slots=True)
class Ignores:
    """Every ignore of the plans by path and line, the files that hold any, and those that silenced a finding."""

    by_line: dict[tuple[str, int], list[Ignore]] = field(default_factory=dict)
    paths: set[str] = field(default_factory=set)
    used: set[Ignore] = field(default_factory=set)
    left: dict[tuple[str, int], list[str]] = field(default_factory=dict)
    """The rules whose findings stand by an ignore that does not silence them."""

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
        for ignore in nearby if not matching else ():
            self.left.setdefault((diagnostic.path, ignore.line), []).append(diagnostic.rule)
        return bool(matching)

    def find_faults(self, known: Collection[str], active: Collection[str]) -> Iterator[Diagnostic]:
        """What is wrong with the ignores themselves: one of a rule that is not active may be of use another time."""
        for (path, line), ignores in self.by_line.items():
            for ignore in ignores:
                if ignore.rule not in known:
                    yield self._report_unknown(ignore, known, self.left.get((path, line), []))
                elif ignore.rule in active:
                    yield from self._find_faults_of(ignore)

    def _find_faults_of(self, ignore: Ignore) -> Iterator[Diagnostic]:
        rule, spot = ignore.rule, ignore.spot
        if rule in NEVER_IGNORED:
            message, help = f"{rule} cannot be ignored", _take_out(ignore)
            yield spot.says(message, rule="unused-ignore", label="has no effect", help=help)
        elif ignore not in self.used:
            message, help = f"nothing here breaks {rule} any more", _take_out(ignore)
            yield spot.says(message, rule="unused-ignore", label="silences nothing", help=help)
        elif not ignore.reason:
            message = f"{rule} is ignored here, and nobody says why"
            help = f"write  # coparent: ignore[{ignore.names}] why it is right here"
            yield spot.says(message, rule="ignore-without-reason", label="no reason given", help=help)

    def _report_unknown(self, ignore: Ignore, known: Collection[str], left: Collection[str]) -> Diagnostic:
        """The finding for a rule that there is not, or that is not named: with those that are broken there."""
        near = nearest(ignore.rule, known)
        if near and near[0] in left and ignore.rule != "all":
            return unknown_rule(ignore.rule, ignore.spot, known)
        reason = ignore.reason or "why it is right here"
        broken = [rule for rule in dict.fromkeys(left) if rule not in NEVER_IGNORED]
        lines = [f"write  # coparent: ignore[{rule}] {reason}" for rule in broken] or [_take_out(ignore)]
        return ignore.spot.says(
            f'there is no rule "{ignore.rule}"' if ignore.rule else "this comment ignores no rule, since it names none",
            rule="unknown-rule",
            label=f"{listing(broken)} would be found here" if broken else "it silences nothing here",
            help=either(*lines),
        )


def unknown_rule(name: str, spot: Spot, known: Iterable[str], value: str = "") -> Diagnostic:
    """The finding for a rule's name that there is not; in the settings it has a value."""
    near = nearest(name, known)
    label, help = "no rule has this name", TAKE_LINE_OUT
    if near:
        label = f"did you mean {near[0]}?"
        help = write_line(near[0], value) if value else write(near[0])
    return spot.says(f'there is no rule "{name}"', rule="unknown-rule", label=label, help=help)


def _take_out(ignore: Ignore) -> str:
    """What goes of a comment: one name of several, or all of it."""
    if "," in ignore.names:
        first = ignore.names.strip().startswith(ignore.rule)
        return take_out(f"{ignore.rule}," if first else f", {ignore.rule}")
    return TAKE_LINE_OUT if ignore.is_alone else take_out(f"#{ignore.comment.rstrip()}")


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
    names = [*_NAME.finditer(match[2])] if match[2] is not None else []
    places = [(match.start(2) + name.start(), name.group()) for name in names] or [(match.start(1), "")]
    for start, rule in places:
        spot = comment.spot.within(comment.text, start, start + len(rule or match[1]))
        yield Ignore(rule, spot, line, match[3].strip(), match[2] or "", comment.text, comment.is_alone)
