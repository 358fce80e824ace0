"""What makes a regular expression slow on the text of a stranger: repeats that can share one stretch in many ways."""

# mypy: ignore-errors
# The parse trees of patterns have no types.

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from re import _constants as ops
from re import _parser as sre_parse

import coparent
from coparent.text import patterns

Chars = frozenset[str]
_SAMPLE = frozenset(
    [*map(chr, range(0x180)), *"\u2007\u2010\u2011\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2028\ufffd中"]
)
_MANY = 100
"""From how many repeats on the cost is felt."""


def find_patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern that a module of the package holds, by where it stands."""
    found: dict[int, tuple[str, re.Pattern[str]]] = {}
    for module in pkgutil.walk_packages(coparent.__path__, "coparent."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for place, pattern in _patterns_in(f"{module.name}.{name}", value):
                found.setdefault(id(pattern), (place, pattern))
    return dict(found.values())


def _patterns_in(place: str, value: object) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, patterns._Later):
        yield place, re.compile(value.pattern, value.flags)
    elif isinstance(value, re.Pattern):
        yield place, value
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from _patterns_in(f"{place}[{index}]", item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _patterns_in(f"{place}[{key!r}]", item)
    elif isinstance(compiled := getattr(value, "compiled", None), re.Pattern):
        yield place, compiled


class _Part:
    """What a part of a pattern may begin with, the repeats at its two ends, and whether it may be empty."""

    def __init__(self, first: Chars = frozenset(), *, is_empty: bool = False) -> None:
        self.first = first
        self.is_empty = is_empty
        self.heads: tuple[Chars, ...] = ()
        self.tails: tuple[Chars, ...] = ()
        self.every: Chars = first


class Analysis:
    """The faults of one pattern: repeats side by side, or one in another, of characters that both may take."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.faults: list[str] = []
        self._read(list(sre_parse.parse(pattern.pattern, pattern.flags & ~re.DEBUG)), pattern.flags)

    def _read(self, parts: Sequence[tuple[object, object]], flags: int) -> _Part:
        read = [self._read_one(op, value, flags) for op, value in parts]
        whole = _Part(is_empty=all(part.is_empty for part in read))
        whole.every = frozenset().union(*(part.every for part in read))
        for index, part in enumerate(read):
            if all(before.is_empty for before in read[:index]):
                whole.first |= part.first
                whole.heads += part.heads
            if all(after.is_empty for after in read[index + 1 :]):
                whole.tails += part.tails
            for other_index in range(index + 1, len(read)):
                self._compare("side by side", part.tails, read[other_index].heads)
                if not read[other_index].is_empty:
                    break
        return whole

    def _compare(self, what: str, tails: Iterable[Chars], heads: Iterable[Chars]) -> None:
        for tail in tails:
            for head in heads:
                if tail & head:
                    self.faults.append(f"{what}: {sorted(tail & head)[:5]}")

    def _read_one(self, op: object, value: object, flags: int) -> _Part:  # noqa: C901 - each kind of part in turn.
        if op in (ops.LITERAL, ops.NOT_LITERAL, ops.IN, ops.ANY):
            return _Part(_chars(op, value, flags))
        if op is ops.BRANCH:
            branches = [self._read(list(branch), flags) for branch in value[1]]
            whole = _Part(frozenset().union(*(b.first for b in branches)), is_empty=any(b.is_empty for b in branches))
            whole.every = frozenset().union(*(b.every for b in branches))
            whole.heads = tuple(head for b in branches for head in b.heads)
            whole.tails = tuple(tail for b in branches for tail in b.tails)
            return whole
        if op is ops.SUBPATTERN:
            _, added, removed, body = value
            return self._read(list(body), (flags | added) & ~removed)
        if op is ops.ATOMIC_GROUP:
            part = self._read(list(value), flags)
            part.tails = ()
            return part
        if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
            return self._read_repeat(op, value, flags)
        if op in (ops.ASSERT, ops.ASSERT_NOT):
            self._read(list(value[1]), flags)
            return _Part(is_empty=True)
        if op is ops.GROUPREF_EXISTS:
            for body in value[1:]:
                if body is not None:
                    self._read(list(body), flags)
            return _Part(is_empty=True)
        return _Part(is_empty=True)

    def _read_repeat(self, op: object, value: tuple[int, int, object], flags: int) -> _Part:
        least, most, body = value
        part = self._read(list(body), flags)
        if most > _MANY:
            if op is not ops.POSSESSIVE_REPEAT:
                self._compare("one in another", part.tails, [part.first])
            whole = _Part(part.first, is_empty=least == 0 or part.is_empty)
            whole.every = part.every
            whole.heads = (part.first, *part.heads) if part.every == part.first else (part.first,)
            whole.tails = () if op is ops.POSSESSIVE_REPEAT else (part.every,)
            return whole
        if most > 1:
            self._compare("side by side", part.tails, part.heads)
        part.is_empty = part.is_empty or least == 0
        if op is ops.POSSESSIVE_REPEAT:
            part.tails = ()
        return part


def _chars(op: object, value: object, flags: int) -> Chars:
    if op is ops.ANY:
        return _SAMPLE
    if op is ops.LITERAL:
        return _fold(frozenset(chr(value)), flags)
    if op is ops.NOT_LITERAL:
        return _SAMPLE - {chr(value)}
    items = list(value)
    negated = items[0][0] is ops.NEGATE
    chars: set[str] = set()
    for kind, item in items[negated:]:
        if kind is ops.LITERAL:
            chars.add(chr(item))
        elif kind is ops.RANGE:
            chars.update(c for c in _SAMPLE if item[0] <= ord(c) <= item[1])
        else:
            chars.update(_category(item))
    folded = _fold(frozenset(chars), flags)
    return _SAMPLE - folded if negated else folded


def _fold(chars: Chars, flags: int) -> Chars:
    return chars | {c.swapcase() for c in chars if len(c.swapcase()) == 1} if flags & re.IGNORECASE else chars


@cache
def _category(category: object) -> Chars:
    signs = {
        ops.CATEGORY_DIGIT: r"\d", ops.CATEGORY_NOT_DIGIT: r"\D", ops.CATEGORY_SPACE: r"\s",
        ops.CATEGORY_NOT_SPACE: r"\S", ops.CATEGORY_WORD: r"\w", ops.CATEGORY_NOT_WORD: r"\W",
    }  # fmt: skip
    return frozenset(c for c in _SAMPLE if re.match(signs[category], c))
