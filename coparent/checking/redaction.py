"""Secrets: words that no output may hold, and the dots that take their place."""

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from coparent.text.folding import fold
from coparent.text.patterns import compile_later
from coparent.values import frozen

DOT = "\N{BULLET}"
"""Stands for a character that is hidden."""

_WORD = compile_later(r"[^\W_]+")
_FEWEST_LETTERS = 4
_ESCAPE = compile_later(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[a-zA-Z_])")
"""In quotes YAML writes a space or a dash as an escape, too."""
_CUT = compile_later(r"…|\.\.\.")
_SHORT = 8
"""Secrets of fewer letters must stand alone, or every number that holds theirs would be masked too."""
_LONGEST_CUT = 200
_BEGINNING = 4
"""How many letters of a secret are compared before the rest."""


class Secrets:
    """Words that nobody may be shown, found however they are spaced, and where a title is cut short in one.

    The time that this takes grows with the length of the text, whatever stands between the letters of a secret.
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._letters = frozenset(letters for word in words if (letters := "".join(_letters_of(word).letters)))
        self._lengths: dict[str, set[int]] = defaultdict(set)
        for letters in self._letters:
            self._lengths[letters[:_BEGINNING]].add(len(letters))

    def __bool__(self) -> bool:
        return bool(self._letters)

    def __repr__(self) -> str:
        return f"Secrets({len(self._letters)})"

    def redact(self, text: str) -> str:
        """The text with a dot for every character of a secret: as long as before, line for line."""
        if not self._letters or not text:
            return text
        ways = [_letters_of(text)]
        if "\\" in text and _ESCAPE.search(text):
            ways.append(_letters_of(_ESCAPE.sub(lambda escape: "\\" * len(escape.group()), text)))
        stretches = [stretch for letters in ways for stretch in (*self._find(letters), *self._find_cut(text, letters))]
        return _mask_stretches(text, stretches)

    def redact_parts(self, text: str) -> str:
        """The same for a text that may quote a part of a secret: the year of a date, the name in an address."""
        if not self:
            return text
        return _WORD.sub(
            lambda word: mask(word.group()) if self._may_be_part(word.group()) else word.group(), self.redact(text)
        )

    def _may_be_part(self, word: str) -> bool:
        is_long_enough = len(word) >= _FEWEST_LETTERS or not word.isalpha()
        return is_long_enough and "".join(_letters_of(word).letters) in self._all_letters

    @cached_property
    def _all_letters(self) -> str:
        return "\0".join(sorted(self._letters))

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """Every beginning of a secret that is not the whole of it."""
        return frozenset(
            letters[:length] for letters in self._letters for length in range(1, min(len(letters), _LONGEST_CUT))
        )

    def _find(self, found: "_Letters") -> Iterator[tuple[int, int]]:
        """Where secrets stand, as stretches of the text that the letters are of."""
        letters = found.letters
        for index, beginning in self._find_beginnings(found):
            for length in self._lengths[beginning]:
                last = index + length
                if last > len(letters) or letters[index:last] not in self._letters:
                    continue
                if length >= _SHORT or found.stand_alone(index, last):
                    yield found.places[index], found.places[last - 1] + 1

    def _find_beginnings(self, found: "_Letters") -> Iterator[tuple[int, str]]:
        """Where the first letters of a secret stand."""
        for length in {len(beginning) for beginning in self._lengths}:
            for index in range(len(found.letters) - length + 1):
                beginning = found.letters[index : index + length]
                if beginning in self._lengths:
                    yield index, beginning

    def _find_cut(self, text: str, found: "_Letters") -> Iterator[tuple[int, int]]:
        """Where a secret begins that was cut short, and where it was cut."""
        cuts = [cut.start() for cut in _CUT.finditer(text)]
        starts = sorted(index for index, _ in self._find_beginnings(found)) if cuts else []
        known: dict[str, int] = {}
        for cut in cuts:
            last = found.count_before(cut)
            written = found.letters[max(0, last - _LONGEST_CUT) : last]
            if written not in known:
                long = (
                    last - start
                    for start in starts[bisect_left(starts, last - len(written)) : bisect_left(starts, last)]
                )
                lengths = (*long, *range(min(_BEGINNING, len(written)), 0, -1))
                known[written] = next((length for length in lengths if written[-length:] in self._beginnings), 0)
            length = known[written]
            if length and (length >= _SHORT or found.begins_a_word(last - length)):
                yield found.places[last - length], cut


@frozen
class _Letters:
    """The letters and digits of a text in small letters, without all that stands between them."""

    letters: str
    places: "array[int]"
    """Where in the text each of them stands."""

    def begins_a_word(self, index: int) -> bool:
        """Whether no letter stands right before this one."""
        return index == 0 or self.places[index - 1] < self.places[index] - 1

    def stand_alone(self, start: int, end: int) -> bool:
        """Whether no letter stands right before or behind these."""
        return self.begins_a_word(start) and (end == len(self.letters) or self.begins_a_word(end))

    def count_before(self, place: int) -> int:
        """How many letters stand before a place of the text."""
        return bisect_left(self.places, place)


def _letters_of(text: str) -> _Letters:
    folded = fold(text)
    words, places = [], array("L")
    for word in _WORD.finditer(folded.text):
        words.append(word.group().lower())
        places.extend(range(*word.span()) if not folded.turns else map(folded.start, range(*word.span())))
    return _Letters("".join(words), places)


def mask(text: str) -> str:
    """The text with a dot for every character but spaces and line endings."""
    return re.sub(r"\S", DOT, text)


def _mask_stretches(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    parts, end = [], 0
    for start, stop in sorted(stretches):
        if stop > end:
            parts += [text[end : max(start, end)], mask(text[max(start, end) : stop])]
            end = stop
    return "".join([*parts, text[end:]])
