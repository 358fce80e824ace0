"""Comments that silence a finding where it stands, and what is wrong with such comments."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coparent.diagnostics import Diagnostic, Spot
from coparent.documents.lines import Lines
from coparent.text.patterns import compile_later
from coparent.text.suggestions import nearest

if TYPE_CHECKING:
    from coparent.documents.annotated_source import AnnotatedSource, Comment

NEVER_IGNORED = ("personal-data",)
"""What no comment, selection or baseline can hide."""

_IGNORE = compile_later(r"\s*coparent:\s*ignore\s*\[([^\]\r\n]*)\]\s*(.*)", re.IGNORECASE)
_NAME = compile_later(r"[^\s,]+")


@dataclass(frozen=True, slots=True)
class Ignored:
    """One rule named in a comment: where its name stands, and the line it is about."""

    rule: str
    spot: Spot
    line: int
    reason: str


@dataclass(slots=True)
class Ignores:
    """Every ignore of the plans, by the line it is about; and which of them were of use."""

    by_line: dict[tuple[str, int], list[Ignored]] = field(default_factory=dict)
    used: set[Ignored] = field(default_factory=set)

    def read(self, written: "AnnotatedSource", text: str) -> None:
        """Add the ignores that one file's comments hold."""
        lines = Lines(text) if written.comments else None
        for comment in written.comments:
            for ignored in _read(comment, lines) if lines is not None else ():
                self.by_line.setdefault((written.path, ignored.line), []).append(ignored)

    @property
    def paths(self) -> frozenset[str]:
        """The files that hold an ignore."""
        return frozenset(path for path, _ in self.by_line)

    def silence(self, diagnostic: Diagnostic, lines: Collection[int]) -> bool:
        """Whether a comment silences a finding that may be ignored on any of these lines."""
        if diagnostic.rule in NEVER_IGNORED:
            return False
        matching = [
            one
            for line in lines
            for one in self.by_line.get((diagnostic.path, line), ())
            if one.rule == diagnostic.rule
        ]
        self.used.update(matching)
        return bool(matching)

    def judge(self, known: Collection[str], ran: Collection[str]) -> Iterator[Diagnostic]:
        """What is wrong with the ignores themselves. A rule that did not run this time may still be of use."""
        for ignored in (one for ignores in self.by_line.values() for one in ignores):
            if ignored.rule not in known:
                yield unknown_rule(ignored.rule, ignored.spot, known)
            elif ignored not in self.used and ignored.rule in ran:
                yield _unused(ignored)
            elif not ignored.reason and ignored.rule in ran:
                yield ignored.spot.says(
                    f"{ignored.rule} is ignored here, and nobody says why",
                    rule="ignore-without-reason",
                    label="no reason given",
                    help=f"write  # coparent: ignore[{ignored.rule}] and the reason after it",
                )


def _unused(ignored: Ignored) -> Diagnostic:
    if ignored.rule in NEVER_IGNORED:
        return ignored.spot.says(
            f"{ignored.rule} cannot be ignored", rule="unused-ignore", label="has no effect", help="take the data out"
        )
    return ignored.spot.says(
        f"nothing here breaks {ignored.rule} any more",
        rule="unused-ignore",
        label="silences nothing",
        help="take this comment out",
    )


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


def _read(comment: "Comment", lines: Lines) -> Iterator[Ignored]:
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
        yield Ignored(name.group(), spot, line, match[2].strip())
