"""Comments that silence a finding where it stands, and what is wrong with such comments."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from coparent.advice import TAKE_LINE_OUT, take_out
from coparent.diagnostics import MOST_FINDINGS, Diagnostic, Spot
from coparent.documents.lines import Lines
from coparent.documents.retyping import name_lines
from coparent.text.patterns import compile_later
from coparent.text.suggestions import nearest
from coparent.values import frozen

if TYPE_CHECKING:
    from coparent.checking.locating import SourceMap
    from coparent.documents.annotated_source import AnnotatedSource, Comment

NEVER_IGNORED = ("personal-data", "rule-failed")
"""What no comment, selection or baseline can hide."""

_IGNORE = compile_later(r"(?<!\s)\s*+coparent:\s*+ignore\b\s*+(?:\[([^\]\r\n]*+)\])?\s*+(.*)", re.IGNORECASE)
_NAME = compile_later(r"[^\s,]+")
_MOST_NAMES = 200
"""How many names of one comment are read: there are not so many rules."""
_NO_REASON = "why this is right here"


@frozen
class Ignore:
    """One rule named in a comment: where its name stands, and the line whose findings it silences.

    `rule` is empty where the comment names none. `comment` is the comment as written, `rules` all that it names, and
    `parted` the line that it would be about if no empty lines stood in between.
    """

    rule: str
    spot: Spot
    line: int
    reason: str
    comment: str
    rules: tuple[str, ...] = ()
    parted: int = 0


@dataclass(slots=True)
class Ignores:
    """Every ignore of the plans by path, line and rule, the files that hold any, and those that silenced a finding.

    `found` are the rules that found something on a line that an ignore is, or may be, about.
    """

    by_line: dict[tuple[str, int, str], list[Ignore]] = field(default_factory=dict)
    paths: set[str] = field(default_factory=set)
    used: set[tuple[str, int, str]] = field(default_factory=set)
    found: dict[tuple[str, int], dict[str, None]] = field(default_factory=dict)

    def add_file(self, source: "AnnotatedSource", text: str) -> None:
        """Add the ignores that one file's comments hold."""
        runs = _Runs(Lines(text))
        for comment in source.comments:
            for ignore in _read(comment, runs):
                self.by_line.setdefault((source.path, ignore.line, ignore.rule), []).append(ignore)
                self.paths.add(source.path)

    def silence(self, diagnostic: Diagnostic, source: "SourceMap") -> bool:
        """Whether a comment silences a located finding; the comment then counts as used."""
        if diagnostic.rule in NEVER_IGNORED or diagnostic.path not in self.paths:
            return False
        lines = source.lines_for_ignores(diagnostic)
        for line in lines:
            self.found.setdefault((diagnostic.path, line), {})[diagnostic.rule] = None
        matching = {(diagnostic.path, line, diagnostic.rule) for line in lines} & self.by_line.keys()
        self.used |= matching
        return bool(matching)

    def allow(self, diagnostic: Diagnostic, sources: Mapping[str, "SourceMap"]) -> bool:
        """Whether a comment says why what a diagnostic found may be shown."""
        if diagnostic.rule in NEVER_IGNORED or diagnostic.path not in self.paths:
            return False
        source = sources[diagnostic.path]
        located = replace(diagnostic, location=source.location(diagnostic.spot))
        keys = ((diagnostic.path, line, diagnostic.rule) for line in source.lines_for_ignores(located))
        return any(ignore.reason for key in keys for ignore in self.by_line.get(key, ()))

    def find_faults(self, known: Collection[str], active: Collection[str]) -> Iterator[Diagnostic]:
        """What is wrong with the ignores themselves: one of a rule that is not active may be of use another time."""
        counts: Counter[str] = Counter()
        for key, ignore in ((key, ignore) for key, ignores in self.by_line.items() for ignore in ignores):
            counts[key[0]] += 1
            if counts[key[0]] > MOST_FINDINGS:  # No person wrote so many, and none reads them.
                continue
            found, is_used = self._found(ignore, ignore.line), key in self.used
            if not ignore.rule:
                yield _no_rule(ignore, found or self._found(ignore, ignore.parted))
            elif ignore.rule not in known:
                yield unknown_rule(ignore.rule, ignore.spot, known, found, take_out(ignore.comment))
            elif ignore.rule in active and (not is_used or not ignore.reason):
                is_parted = not is_used and ignore.rule in self._found(ignore, ignore.parted)
                yield _parted(ignore) if is_parted else _of_no_use(ignore, is_used=is_used)

    def _found(self, ignore: Ignore, line: int) -> list[str]:
        """The rules that found something on a line of an ignore's file."""
        return list(self.found.get((ignore.spot.place.path, line), ()))


def _no_rule(ignore: Ignore, found: Sequence[str]) -> Diagnostic:
    help = take_out(ignore.comment)
    if found:
        help = _write(found, ignore.reason or _NO_REASON)
    message = "this comment names no rule, so it silences nothing"
    return ignore.spot.says(message, rule="unused-ignore", label="no rule is named", help=help)


def _parted(ignore: Ignore) -> Diagnostic:
    empty = name_lines(ignore.line, ignore.parted - 1)
    message = f"an empty line parts this comment from line {ignore.parted}, which it is about"
    return ignore.spot.says(message, rule="unused-ignore", label="silences nothing", help=f"take out {empty}")


def _of_no_use(ignore: Ignore, *, is_used: bool) -> Diagnostic:
    """An ignore that silences nothing, or that does not say why."""
    rule, spot = ignore.rule, ignore.spot
    if is_used:
        message = f"{rule} is ignored here, and nobody says why"
        help = _write(ignore.rules, _NO_REASON)
        return spot.says(message, rule="ignore-without-reason", label="no reason given", help=help)
    others = [other for other in ignore.rules if other != rule]
    help = _write(others, ignore.reason) if others else take_out(ignore.comment)
    if rule in NEVER_IGNORED:
        return spot.says(f"{rule} cannot be ignored", rule="unused-ignore", label="has no effect", help=help)
    message = f"nothing here breaks {rule} any more"
    return spot.says(message, rule="unused-ignore", label="silences nothing", help=help)


def _write(rules: Iterable[str], reason: str) -> str:
    return f"write  # coparent: ignore[{', '.join(rules)}] {reason}".rstrip()


def unknown_level(name: str, level: str, spot: Spot, known: Iterable[str]) -> Diagnostic:
    """The finding for a rule's name in the settings that there is not."""
    diagnostic = unknown_rule(name, spot, known, (), TAKE_LINE_OUT)
    return diagnostic if diagnostic.help == TAKE_LINE_OUT else replace(diagnostic, help=f"{diagnostic.help}: {level}")


@lru_cache  # One slip is copied from line to line.
def _nearest(name: str, known: tuple[str, ...]) -> list[str]:
    return nearest(name, known)


def unknown_rule(name: str, spot: Spot, known: Iterable[str], found: Sequence[str], otherwise: str) -> Diagnostic:
    """The finding for a rule's name that there is not; `found` are those that found something there."""
    near = _nearest(name, tuple(known))
    if name == "all":
        label = "each rule is ignored by its own name"
    else:
        label = f"did you mean {near[0]}?" if near else "no rule has this name"
    meant = ", ".join(found) if name == "all" or not near else near[0]
    help = f"write  {meant}" if meant else otherwise
    return spot.says(f'there is no rule "{name}"', rule="unknown-rule", label=label, help=help)


def may_ignore(text: str) -> bool:
    """Whether a text may hold an ignore."""
    return "gnore" in text and _IGNORE.search(text) is not None


class _Runs:
    """The lines of one file that its comments are about, looked for from the top: each line is passed over once."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self._end = self._below = 0

    def below_comments(self, line: int) -> int:
        """The line below a comment at a line, and below those that follow it at once."""
        if line < self._end:
            return self._end
        line += 1
        while line < len(self.lines) and self._is_comment(line):
            line += 1
        self._end = line
        return line

    def below_empty(self, line: int) -> int:
        """The first line below the empty ones that begin at a line, and comments among them; 0 where none does."""
        if line < self._below:
            return self._below
        below = line
        while below < len(self.lines) and (not self.lines[below].strip() or (below > line and self._is_comment(below))):
            below += 1
        self._below = below
        return below if below > line else 0

    def _is_comment(self, line: int) -> bool:
        return self.lines[line].lstrip().startswith("#")


def _read(comment: "Comment", runs: _Runs) -> Iterator[Ignore]:
    match = _IGNORE.match(comment.text)
    if match is None:
        return
    line = runs.lines.position(comment.line_start)[0]
    parted = 0
    if comment.is_alone:
        line = runs.below_comments(line)
        parted = runs.below_empty(line)
    names = list(islice(_NAME.finditer(match[1] or ""), _MOST_NAMES))
    ignore = Ignore(
        rule="",
        spot=comment.spot.within(comment.text, len(comment.text) - len(comment.text.lstrip()), len(comment.text)),
        line=line,
        reason=match[2].strip(),
        comment=f"#{comment.text.rstrip()}",
        rules=tuple(name.group() for name in names),
        parted=parted,
    )
    for name in names:
        start = match.start(1) + name.start()
        spot = comment.spot.within(comment.text, start, start + len(name.group()))
        yield replace(ignore, rule=name.group(), spot=spot)
    if not names:
        yield ignore
