"""One file's keys, values and comments joined, so that a word beside a number can say what the number is."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from coparent.diagnostics import Part, Spot
from coparent.documents.annotated_source import AnnotatedSource, Comment, WrittenValue
from coparent.text.folding import FoldedText, fold, shorten_runs
from coparent.text.patterns import compile_later
from coparent.values import frozen

BREAK = "\0"
"""Stands between things that have nothing to do with each other."""
_ONLY_JOINED = compile_later(rf"(?:[\s,;&/()|{BREAK}]|and|or){{0,100}}+", re.IGNORECASE)
_CONTROLS = compile_later(r"[\x00-\x08\x0e-\x1f\x7f]")
_NOT_SHOWN = "\N{SOFT HYPHEN}"


def are_joined(text: str, start: int, end: int) -> bool:
    """Whether only what joins the items of one list stands in a stretch of a text."""
    return _ONLY_JOINED.fullmatch(text, start, end) is not None


@frozen
class Find:
    """A stretch of the joined text, and the words for what it is: "an NHS number"."""

    start: int
    end: int
    what: str


@frozen
class JoinedText:
    """The joined text, folded and as written, and where in the written each key, value and comment begins."""

    folded: FoldedText
    written: str
    starts: tuple[int, ...]
    pieces: tuple[WrittenValue | Comment, ...]

    @property
    def text(self) -> str:
        """The text as patterns are to see it, and in which finds have their places."""
        return self.folded.text

    def piece(self, find: Find) -> WrittenValue | Comment:
        """The key, value or comment in which a find begins."""
        return self.pieces[self.index(find)]

    def index(self, find: Find) -> int:
        """Which of the pieces a find begins in."""
        return bisect_right(self.starts, self.folded.start(find.start)) - 1

    def spot(self, find: Find) -> Spot:
        """Where a find is written; of one that runs over several pieces, the part in the first."""
        index = self.index(find)
        piece, first = self.pieces[index], self.starts[index]
        if piece.spot.part is Part.KEY:
            return piece.spot
        start, end = self.folded.start(find.start) - first, self.folded.end(find.end) - first
        return piece.spot.within(piece.text, start, min(end, len(piece.text)))

    def words(self, find: Find) -> str:
        """The characters that were found, as they are written."""
        return self.written[self.folded.start(find.start) : self.folded.end(find.end)]


def join_text(source: AnnotatedSource) -> JoinedText:
    """Join what stands in a file. A key belongs to its value, and a comment to the value that it stands behind."""
    pieces: list[WrittenValue | Comment] = [*source.keys, *source.values, *source.comments]
    pieces.sort(key=lambda piece: piece.start)
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for piece, joint in zip(pieces, _joints(pieces), strict=True):
        text = piece.text.replace("_", " ") if piece.spot.part is Part.KEY else piece.text
        # In a file that cannot be read, and between quotes, a text may hold what BREAK is.
        text = _CONTROLS.sub(_NOT_SHOWN, text)
        starts.append(length)
        parts += (text, joint)
        length += len(text) + len(joint)
    written = "".join(parts)
    return JoinedText(shorten_runs(fold(written)), written, tuple(starts), tuple(pieces))


def _joints(pieces: list[WrittenValue | Comment]) -> Iterator[str]:
    """What stands between each piece and the next."""
    for piece, after in pairwise(pieces):
        if piece.spot.part is Part.KEY:
            yield ": "
        elif isinstance(after, Comment):
            is_next_line = isinstance(piece, Comment) and after.line_start - piece.start - len(piece.text) <= 2
            yield BREAK if after.is_alone and not is_next_line else "\n" if is_next_line else "  "
        elif piece.spot.region and after.spot.region and not isinstance(piece, Comment):
            yield "\n"
        else:
            yield BREAK
    if pieces:
        yield BREAK
