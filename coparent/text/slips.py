"""Whether two texts are the same words: but for the way they are written, or but for a slip of the pen."""

import re
import unicodedata

from coparent.text.other_words import OTHER_WORDS

MOST_SLIPS = 2
_LEAST, _LONG = 4, 9
"""How many letters a word must have before one of them counts as a slip and not as another word, and before two do."""

_AROUND = " \t\n\"'`\u201c\u201d\u2018\u2019\u201e«»()[]{}.,;:!*"
_DOUBLED = re.compile(r"(.)\1")
_ENDINGS = frozenset(
    ("", "d", "r", "ed", "er", "or", "ers", "ing", "ings", "ly", "al", "able", "es", "ion", "ions", "ive", "y")
)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_BETWEEN_WORDS = re.compile(r"[\s_\-\u2010-\u2014]+")


def plain(text: str) -> str:
    """A text as its words alone: in small letters, without quotes round it or a full stop, each space a single one.

    >>> plain("“In-Progress.”")
    'in progress'
    """
    folded = unicodedata.normalize("NFKC", text).casefold().strip(_AROUND)
    return " ".join(_BETWEEN_WORDS.split(_THOUSANDS.sub("", folded)))


def is_written_alike(written: str, meant: str) -> bool:
    """Whether two texts differ only in capitals, spaces, hyphens, quotes and a last full stop."""
    return plain(written).replace(" ", "") == plain(meant).replace(" ", "")


def is_slip(written: str, meant: str) -> bool:
    """Whether a text is another with a slip of one or two letters, word for word. A word of its own is no slip.

    >>> is_slip("in progres", "in-progress"), is_slip("incomplete", "complete"), is_slip("passed", "paused")
    (True, False, False)
    """
    words, others = plain(written).split(), plain(meant).split()
    if len(words) != len(others):
        return False
    return sum(map(_count_slips, words, others)) <= MOST_SLIPS


def _count_slips(word: str, meant: str) -> int:
    """How many letters of a word have slipped; more than are allowed where it is another word."""
    if word == meant:
        return 0
    is_another = word in OTHER_WORDS or _has_another_ending(word, meant) or not (word + meant).isalpha()
    begins_alike = word[:1] == meant[:1] or (word[1::-1] == meant[:2] and word[2:] == meant[2:])
    if is_another or not begins_alike:
        return MOST_SLIPS + 1
    if min(len(word), len(meant)) < _LEAST:
        is_doubled = len(word) != len(meant) and _undoubled(word) == _undoubled(meant)
        return 1 if is_doubled else MOST_SLIPS + 1
    slips = _distance(word, meant)
    return slips if slips <= (1 if max(len(word), len(meant)) < _LONG else MOST_SLIPS) else MOST_SLIPS + 1


def _undoubled(word: str) -> str:
    return _DOUBLED.sub(r"\1", word)


def _has_another_ending(word: str, meant: str) -> bool:
    """Whether one is another form of the other: reviewed and review, reporter and report."""
    shared = next((place for place, (one, other) in enumerate(zip(word, meant, strict=False)) if one != other), None)
    shared = min(len(word), len(meant)) if shared is None else shared
    shorter, longer = sorted((word[shared:], meant[shared:]), key=len)
    is_letter_left_out = shorter != "" and longer[1:] == shorter
    return {shorter, longer} <= _ENDINGS and not is_letter_left_out


def _distance(word: str, other: str) -> int:
    """How many letters must be added, left out, changed or swapped with the next to turn one word into another."""
    before_last, last = list[int](), list(range(len(other) + 1))
    for row, letter in enumerate(word, start=1):
        current = [row]
        for column, other_letter in enumerate(other, start=1):
            least = min(last[column] + 1, current[-1] + 1, last[column - 1] + (letter != other_letter))
            is_swapped = row > 1 and column > 1 and letter == other[column - 2] and word[row - 2] == other_letter
            current.append(min(least, before_last[column - 2] + 1) if is_swapped else least)
        before_last, last = last, current
    return last[-1]
