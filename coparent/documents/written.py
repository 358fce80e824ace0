"""A file's texts as written: every value with its place, and every comment. What text rules see."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from coparent.diagnostics import Place, Spot
from coparent.documents.composing import compose
from coparent.documents.nodes import MappingNode, Node, Region, ScalarNode, SequenceNode

_HASH = re.compile(r"(?:(?<=[\s])|^)#[^\r\n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class WrittenValue:
    """One value, as text, and where it stands."""

    text: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment, without its #; `is_alone` when nothing else stands on its line."""

    text: str
    spot: Spot
    line_start: int
    is_alone: bool


@dataclass(frozen=True, slots=True)
class Written:
    """The values and comments of one file, in the order they stand."""

    path: str
    values: tuple[WrittenValue, ...]
    comments: tuple[Comment, ...]


def read_written(path: str, text: str) -> Written:
    """Find every value and comment of a text. Where YAML stops making sense, those before that."""
    root = compose(path, text).root
    top = Place(None, path)
    scalars = sorted(_scalars(root, top), key=lambda pair: pair[0].start)
    values = tuple(WrittenValue(node.value, Spot(place)) for node, place in scalars if node.start < node.end)
    return Written(path, values, tuple(_comments(text, top, [node.region for node, _ in scalars])))


def _scalars(node: Node | None, place: Place) -> Iterator[tuple[ScalarNode, Place]]:
    if isinstance(node, ScalarNode):
        yield node, place
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.items):
            yield from _scalars(item, place / index)
    elif isinstance(node, MappingNode):
        for key, value in node.entries:
            yield from _scalars(value, place / key.value)


def _comments(text: str, top: Place, taken: list[Region]) -> Iterator[Comment]:
    """Every # that begins a comment: at a line's start or after a space, and outside every value."""
    starts = [start for start, _ in taken]
    for found in _HASH.finditer(text):
        before = bisect_right(starts, found.start()) - 1
        if before >= 0 and found.start() < taken[before][1]:
            continue
        line_start = max(text.rfind("\n", 0, found.start()), text.rfind("\r", 0, found.start())) + 1
        yield Comment(
            text=found.group()[1:].strip(),
            spot=Spot(top, region=found.span()),
            line_start=line_start,
            is_alone=not text[line_start : found.start()].strip(),
        )
