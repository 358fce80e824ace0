"""A file's texts as written: every key and value with its place, and every comment. What text rules see."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field

from coparent.diagnostics import Part, Place, Spot
from coparent.documents.lines import Lines, Region, end_of_line
from coparent.documents.naming import name_record
from coparent.documents.nodes import ScalarNode, walk_scalars
from coparent.documents.reading import find_unreadable
from coparent.documents.scalars import Data
from coparent.text.patterns import compile_later
from coparent.values import frozen

_HASH = compile_later(r"(?<!\S)#")
_ENDING = compile_later(r"\.[A-Za-z0-9]{1,5}\Z")
_HYPHEN = compile_later(r"(?<=[A-Za-z])-|-(?=[A-Za-z])")
_LONE_LETTER = compile_later(r"(?<= )[a-z](?= |\Z)")
_LEFT_OVER = compile_later(r"[^\W_][^\r\n]*")


@frozen
class WrittenValue:
    """One value or key, as text, where it stands, and the index of its first character in the file."""

    text: str
    spot: Spot
    start: int


@frozen
class Comment:
    """One comment, as it stands after its #; `is_alone` when nothing else stands on its line."""

    text: str
    spot: Spot
    start: int
    line_start: int
    is_alone: bool


@frozen
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
    is_of_name: bool = False
    """Whether it is the name of a file that stands here, and not its text."""

    def name(self, spot: Spot) -> str:
        """The record that a spot is in, as a sentence begins with it."""
        return name_record(self.data, spot.place.route)


def annotate_source(path: str, text: str) -> AnnotatedSource:
    """Find every value and comment of a text. Where YAML makes no sense of it, every line counts as a value."""
    from coparent.documents.composing import compose  # Most runs meet no file that needs it.

    top = Place(None, path)
    # No parser may be given a text that cannot be read at all.
    composition = None if find_unreadable(path, text) else compose(path, text)
    if composition is None or not composition.is_whole:
        return AnnotatedSource(path, tuple(_annotate_lines(text, top)), ())
    scalars = list(walk_scalars(composition.root, top))
    nodes = sorted((node for _, _, node in scalars), key=lambda node: node.start)
    comments = tuple(_find_comments(text, top, nodes))
    values = [
        WrittenValue(node.value, Spot(place), node.start)
        for place, part, node in scalars
        if part is Part.VALUE and node.start < node.end
    ]
    if composition.diagnostics:
        taken = [node.region for node in nodes]
        taken += [(comment.start, comment.start + len(comment.text)) for comment in comments]
        values += _find_left_over(text, top, taken)
    values.sort(key=lambda value: value.start)
    keys = tuple(
        WrittenValue(node.value, Spot(place, part), node.start) for place, part, node in scalars if part is Part.KEY
    )
    return AnnotatedSource(path, tuple(values), comments, keys, composition.data)


def name_as_text(path: str) -> str:
    """The names of a file and of its folders, a line each, as a sentence would have them: "child-a" is child A."""
    # Bytes that are no letters stand in a name as what cannot be written.
    path = path.encode(errors="replace").decode()
    lines = (_ENDING.sub("", path) if "." in path else path).replace("_", " ").split("/")
    return "\n".join(line if "@" in line else _write_out(line) for line in lines)


def _write_out(name: str) -> str:
    return _LONE_LETTER.sub(lambda letter: letter.group().upper(), _HYPHEN.sub(" ", name))


def annotate_name(path: str) -> AnnotatedSource:
    """The names of a file and of its folders, as a text that stands where the file begins."""
    spot = Spot(Place(None, path), Part.KEY, region=(0, 0))
    return AnnotatedSource(path, (), (), (WrittenValue(name_as_text(path), spot, 0),), is_of_name=True)


def _annotate_lines(text: str, top: Place) -> Iterator[WrittenValue]:
    lines = Lines(text)
    for number in range(1, len(lines) + 1):
        if lines[number].strip():
            start = lines.start(number)
            yield WrittenValue(lines[number], Spot(top, region=(start, lines.end(number))), start)


def _find_comments(text: str, top: Place, nodes: Sequence[ScalarNode]) -> Iterator[Comment]:
    """Every # that begins a comment: at a line's start or after a space, and outside every key and value."""
    starts = [node.start for node in nodes]
    position = 0
    while found := _HASH.search(text, position):
        start = found.start()
        end = end_of_line(text, start, len(text))
        before = bisect_right(starts, start) - 1
        if before >= 0 and start < nodes[before].end and not _is_on_header(text, nodes[before], start):
            position = nodes[before].end
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


def _find_left_over(text: str, top: Place, taken: Iterable[Region]) -> Iterator[WrittenValue]:
    """What stands outside all the regions that were taken, line by line."""
    start = 0
    for next_start, end in (*sorted(taken), (len(text), len(text))):
        for found in _LEFT_OVER.finditer(text, start, max(start, next_start)):
            yield WrittenValue(found.group(), Spot(top, region=found.span()), found.start())
        start = max(start, end)
