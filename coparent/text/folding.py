"""Text as a pattern is to see it: letters, digits and marks of ASCII, and nothing that is not shown.

Full-width digits, mathematical letters, ligatures and the Kelvin sign look like those of ASCII, and a soft hyphen or a
zero-width space is not seen at all: what a person reads as a number must be found as one. The forms are Unicode's
compatibility equivalents (UAX #15, NFKC).
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence

from coparent.text.patterns import compile_later
from coparent.values import frozen

_UNSEEN = frozenset("\u115f\u1160\u3164\uffa0")
"""Letters of Hangul that only fill a place."""
_LIKE_ASCII = {"\N{LATIN SMALL LETTER DOTLESS I}": "i", "\N{NUMERO SIGN}": "No"}
"""Patterns without regard to case take the first for an i."""
_MAY_BE_SEVERAL = ("Ll", "No")
"""Of these, ligatures and figures in a circle become several characters; a trade mark or three dots do not."""


LONGEST_RUN = 8
_LONG_RUNS = (" " * 30, *(sign * (LONGEST_RUN + 1) for sign in "\t\r\n_-*.="))
_RUN = compile_later(rf"\s{{{LONGEST_RUN + 1},}}|(?P<sign>[^\w\s\0]|_)(?P=sign){{{LONGEST_RUN},}}")


class _Foldings(dict[int, str]):
    """What each character becomes, looked up when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    category = unicodedata.category(character)
    # A mark stands on the character before it, and only changes how that is shown.
    if category in ("Cf", "Mn", "Me") or character in _UNSEEN:
        return ""
    if category == "Nd":
        return str(unicodedata.digit(character))
    if character in _LIKE_ASCII:
        return _LIKE_ASCII[character]
    equivalent = unicodedata.normalize("NFKC", character)
    if equivalent.isascii() and (len(equivalent) == 1 or (category in _MAY_BE_SEVERAL and equivalent.isalnum())):
        return equivalent
    # Where the small letter is longer ("İ"), lower() would move everything behind it.
    return character if len(character.lower()) == 1 else unicodedata.normalize("NFKD", character)[0]


_FOLDINGS = _Foldings()


@frozen
class FoldedText:
    """A folded text, and where its characters stood before."""

    text: str
    turns: Sequence[int] = ()
    """The indices in `text` from which on characters stood further behind, or less far, than those before them."""
    shifts: Sequence[int] = ()
    """How far behind they stood, from each of these indices on."""
    before: "FoldedText | None" = None
    """The folded text that this one was made of, if it was folded further."""

    def start(self, index: int) -> int:
        """Where the character at `index` of the folded text stood."""
        turn = bisect_right(self.turns, index)
        place = index + self.shifts[turn - 1] if turn else index
        return self.before.start(place) if self.before is not None else place

    def end(self, index: int) -> int:
        """Where a stretch ended that ends at `index` of the folded text."""
        return self.start(index - 1) + 1 if index else 0


def fold(text: str) -> FoldedText:
    """Fold a text. What is ASCII already costs nothing."""
    if text.isascii():
        return FoldedText(text)
    changed = {character for character in set(text) if _FOLDINGS[ord(character)] != character}
    folded = text.translate(_FOLDINGS) if changed else text
    moving = "".join(sorted(character for character in changed if len(_FOLDINGS[ord(character)]) != 1))
    if not moving:
        return FoldedText(folded)
    turns: list[int] = []
    shifts: list[int] = []
    shift = 0
    for found in re.finditer(f"[{re.escape(moving)}]", text):
        length = len(_FOLDINGS[ord(found.group())])
        index = found.start() - shift
        # What follows a character that is taken out stood one further; the parts of a ligature all stood where it did.
        for turn, step in ((index, 1),) if not length else ((index + part, -1) for part in range(1, length)):
            shift += step
            turns.append(turn)
            shifts.append(shift)
    return FoldedText(folded, turns, shifts)


def shorten_runs(folded: FoldedText) -> FoldedText:
    """The same with no more than `LONGEST_RUN` spaces in a row, nor of any one sign: they say no more than a few do."""
    runs = [(found.start() + LONGEST_RUN, found.end()) for found in _RUN.finditer(folded.text)]
    if not runs:
        return folded
    parts, turns, shifts, position, shift = [], [], [], 0, 0
    for start, end in runs:
        parts.append(folded.text[position:start])
        turns.append(start - shift)
        shift += end - start
        shifts.append(shift)
        position = end
    return FoldedText("".join([*parts, folded.text[position:]]), turns, shifts, folded)


def fold_shortly(text: str) -> str:
    """The folded text alone, for a first quick look: long runs of the usual signs are shortened in it, too."""
    folded = fold(text)
    return shorten_runs(folded).text if any(run in folded.text for run in _LONG_RUNS) else folded.text
