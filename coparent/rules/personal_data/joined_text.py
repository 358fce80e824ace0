"""One file's keys, values and comments joined, so that a word beside a number can say what the number is."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from coparent.diagnostics import Part, Spot
from coparent.documents.annotated_source import AnnotatedSource, Comment, WrittenValue
from coparent.text.patterns import compile_later
from coparent.values import frozen

BREAK = "\0"
"""Stands between things that have nothing to do with each other. No file can hold it."""
ONLY_JOINED = compile_later(rf"(?:[\s,;&/()]|{BREAK}|and|or)*", re.IGNORECASE)
"""What may stand between two items of one list."""


@frozen
class Find:
    """A stretch of the joined text, and the words for what it is: "an NHS number"."""

    start: int
    end: int
    what: str


@frozen
class JoinedText:
    """The joined text, and where in it each key, value and comment begins."""

    text: str
    starts: tuple[int, ...]
    pieces: tuple[WrittenValue | Comment, ...]

    def piece(self, find: Find) -> WrittenValue | Comment:
        """The key, value or comment in which a find begins."""
        return self.pieces[bisect_right(self.starts, find.start) - 1]

    def spot(self, find: Find) -> Spot:
        """Where a find is written; of one that runs over several pieces, the part in the first."""
        place = bisect_right(self.starts, find.start) - 1
        piece, start = self.pieces[place], find.start - self.starts[place]
        if piece.spot.part is Part.KEY:
            return piece.spot
        return piece.spot.within(piece.text, start, min(start + find.end - find.start, len(piece.text)))

    def words(self, find: Find) -> str:
        """The characters that were found."""
        return self.text[find.start : find.end]


def join_text(source: AnnotatedSource) -> JoinedText:
    """Join what stands in a file. A key belongs to its value, and a comment to the value that it stands behind."""
    pieces: list[WrittenValue | Comment] = [*source.keys, *source.values, *source.comments]
    pieces.sort(key=lambda piece: piece.start)
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for piece, joint in zip(pieces, _joints(pieces), strict=True):
        text = piece.text.replace("_", " ") if piece.spot.part is Part.KEY else piece.text
        starts.append(length)
        parts += (text, joint)
        length += len(text) + len(joint)
    return JoinedText("".join(parts), tuple(starts), tuple(pieces))


def _joints(pieces: list[WrittenValue | Comment]) -> Iterator[str]:
    """What stands between each piece and the next."""
    for piece, after in pairwise(pieces):
        if piece.spot.part is Part.KEY:
            yield ": "
        elif isinstance(after, Comment):
            is_next_line = isinstance(piece, Comment) and after.line_start - piece.start - len(piece.text) <= 2
            yield BREAK if after.is_alone and not is_next_line else " " if is_next_line else "  "
        elif piece.spot.region and after.spot.region and not isinstance(piece, Comment):
            yield " "
        else:
            yield BREAK
    if pieces:
        yield BREAK
