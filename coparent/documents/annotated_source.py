"""A file's texts as written: every key and value with its place, and every comment. What text rules see."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from coparent.diagnostics import Part, Place, Spot
from coparent.documents.composing import compose
from coparent.documents.lines import Lines, end_of_line
from coparent.documents.naming import name_record
from coparent.documents.nodes import MappingNode, Node, Region, ScalarNode, SequenceNode
from coparent.documents.reading import find_unreadable
from coparent.documents.scalars import Data
from coparent.text.patterns import compile_later

_HASH = compile_later(r"(?<!\S)#")
_LEFT_OVER = compile_later(r"[^\W_][^\r\n]*")


@dataclass(frozen=True, slots=True)
class WrittenValue:
    """One value or key, as text, where it stands, and the index of its first character in the file."""

    text: str
    spot: Spot
    start: int


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment, as it stands after its #; `is_alone` when nothing else stands on its line."""

    text: str
    spot: Spot
    start: int
    line_start: int
    is_alone: bool


@dataclass(frozen=True, slots=True)
class AnnotatedSource:
    """The keys, values and comments of one file, each in the order they stand.

    Among the values is, by its region, everything that no field can hold: the second of a field given twice, a
    name that YAML hangs on a value.
    """

    path: str
    values: tuple[WrittenValue, ...]
    comments: tuple[Comment, ...]
    keys: tuple[WrittenValue, ...] = ()
    data: Data = field(default=None, repr=False)

    def name(self, spot: Spot) -> str:
        """The record that a spot is in, as a sentence begins with it."""
        return name_record(self.data, spot.place.route)


def annotate_source(path: str, text: str) -> AnnotatedSource:
    """Find every value and comment of a text. Where YAML makes no sense of it, every line counts as a value."""
    top = Place(None, path)
    # No parser may be given a text that cannot be read at all.
    composition = None if find_unreadable(path, text) else compose(path, text)
    if composition is None or not composition.is_whole:
        return AnnotatedSource(path, tuple(_lines(text, top)), ())
    root = composition.root
    keys: list[tuple[ScalarNode, Place]] = []
    scalars = sorted(_scalars(root, top, keys), key=lambda pair: pair[0].start)
    values = [WrittenValue(node.value, Spot(place), node.start) for node, place in scalars if node.start < node.end]
    comments = tuple(_comments(text, top, [node for node, _ in (*keys, *scalars)]))
    if composition.diagnostics:
        taken = [node.region for node, _ in (*scalars, *keys)]
        taken += [(comment.start, comment.start + len(comment.text)) for comment in comments]
        values = sorted([*values, *_left_over(text, top, taken)], key=lambda value: value.start)
    named = tuple(WrittenValue(node.value, Spot(place, Part.KEY), node.start) for node, place in keys)
    return AnnotatedSource(path, tuple(values), comments, named, composition.data)


def _lines(text: str, top: Place) -> Iterator[WrittenValue]:
    lines = Lines(text)
    for number in range(1, len(lines) + 1):
        if lines[number].strip():
            start = lines.start(number)
            yield WrittenValue(lines[number], Spot(top, region=(start, lines.end(number))), start)


def _scalars(
    node: Node | None, place: Place, keys: list[tuple[ScalarNode, Place]]
) -> Iterator[tuple[ScalarNode, Place]]:
    if isinstance(node, ScalarNode):
        yield node, place
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.items):
            yield from _scalars(item, place / index, keys)
    elif isinstance(node, MappingNode):
        for key, value in node.entries:
            inner = place / key.value
            keys.append((key, inner))
            yield from _scalars(value, inner, keys)


def _comments(text: str, top: Place, taken: list[ScalarNode]) -> Iterator[Comment]:
    """Every # that begins a comment: at a line's start or after a space, and outside every key and value."""
    taken.sort(key=lambda node: node.start)
    starts = [node.start for node in taken]
    position = 0
    while found := _HASH.search(text, position):
        start = found.start()
        end = end_of_line(text, start, len(text))
        before = bisect_right(starts, start) - 1
        if before >= 0 and start < taken[before].end and not _is_on_header(text, taken[before], start):
            position = taken[before].end
            continue
        line_start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        yield Comment(
            text=text[start + 1 : end],
            spot=Spot(top, region=(start + 1, end)),
            start=start + 1,
            line_start=line_start,
            is_alone=not text[line_start:start].strip(),
        )
        position = end


def _is_on_header(text: str, node: ScalarNode, index: int) -> bool:
    """Whether an index is on the line of the | or > that a text hangs on: its words begin on the next."""
    return node.style in ("|", ">") and index < end_of_line(text, node.start, node.end)


def _left_over(text: str, top: Place, taken: Iterable[Region]) -> Iterator[WrittenValue]:
    """What stands outside all that was taken, line by line."""
    start = 0
    for next_start, end in (*sorted(taken), (len(text), len(text))):
        for found in _LEFT_OVER.finditer(text, start, max(start, next_start)):
            yield WrittenValue(found.group(), Spot(top, region=found.span()), found.start())
        start = max(start, end)
