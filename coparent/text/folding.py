"""Text as a pattern is to see it: letters, digits and marks of ASCII, and nothing that is not shown.

Full-width digits, mathematical letters and the Kelvin sign look like those of ASCII, and a soft hyphen or a zero-width
space is not seen at all: what a person reads as a number must be found as one. The forms are Unicode's compatibility
equivalents (UAX #15, NFKC), as far as one character stands for one; format characters are those of category Cf.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence

from coparent.values import frozen


class _Foldings(dict[int, int | str | None]):
    """What each character becomes, looked up when it is first met; None takes it out."""

    def __missing__(self, code: int) -> int | str | None:
        self[code] = folded = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str | None:
    if character.isascii():
        return character
    category = unicodedata.category(character)
    if category == "Cf":
        return None
    if category == "Nd":
        return str(unicodedata.digit(character))
    equivalent = unicodedata.normalize("NFKC", character)
    if len(equivalent) == 1 and equivalent.isascii():
        return equivalent
    # Where the small letter is longer ("İ"), lower() would move everything behind it.
    return character if len(character.lower()) == 1 else unicodedata.normalize("NFKD", character)[0]


_FOLDINGS = _Foldings()


@frozen
class FoldedText:
    """A folded text, and where its characters stood before."""

    text: str
    removed: Sequence[int] = ()
    """For each character that was taken out, the index in `text` of the one after it."""

    def start(self, index: int) -> int:
        """Where the character at `index` of the folded text stood."""
        return index + bisect_right(self.removed, index)

    def end(self, index: int) -> int:
        """Where a stretch ended that ends at `index` of the folded text."""
        return self.start(index - 1) + 1 if index else 0


def fold(text: str) -> FoldedText:
    """Fold a text. What is ASCII already costs nothing."""
    if text.isascii():
        return FoldedText(text)
    folded = text.translate(_FOLDINGS)
    if len(folded) == len(text):
        return FoldedText(folded)
    removed = [index for index, character in enumerate(text) if _FOLDINGS[ord(character)] is None]
    return FoldedText(folded, tuple(index - before for before, index in enumerate(removed)))
