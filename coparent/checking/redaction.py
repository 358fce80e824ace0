"""Secrets: words that no output may hold, and the dots that take their place."""

import re
from collections.abc import Iterable
from typing import TypeAlias

from coparent.text.patterns import compile_later

DOT = "\N{BULLET}"
"""Stands for a character that is hidden."""

_LETTER = compile_later(r"[^\W_]")
_WORD = compile_later(r"[^\W_]+")
_FEWEST_LETTERS = 4
# In quotes YAML writes a space or a dash as an escape, too.
_BETWEEN = r"(?:\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[a-zA-Z_])|[\W_])*"
_CUT = compile_later(r"…|\.\.\.")
_SHORT = 8
"""Secrets of fewer letters must stand alone, or every number that holds theirs would be masked too."""
_LONGEST_CUT = 200

_Tree: TypeAlias = dict[str, "_Tree"]
"""The letters that secrets begin with, and below each those that may follow; "" is where a secret ends."""


class Secrets:
    """Words that nobody may be shown, found however they are spaced, and where a title is cut short in one."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._letters = frozenset(letters for word in words if (letters := _letters_of(word)))
        self._pattern = _compile(self._letters)

    def __bool__(self) -> bool:
        return bool(self._letters)

    def __repr__(self) -> str:
        return f"Secrets({len(self._letters)})"

    def redact(self, text: str) -> str:
        """The text with a dot for every character of a secret: as long as before, line for line."""
        if self._pattern is None or not text:
            return text
        redacted = self._pattern.sub(lambda found: mask(found.group()), text)
        for cut in _CUT.finditer(redacted):
            start = self._start_of_cut(redacted, cut.start())
            redacted = redacted[:start] + mask(redacted[start : cut.start()]) + redacted[cut.start() :]
        return redacted

    def redact_parts(self, text: str) -> str:
        """The same for a text that may quote a part of a secret: the year of a date, the name in an address."""
        if not self:
            return text
        return _WORD.sub(
            lambda word: mask(word.group()) if self._may_be_part(word.group()) else word.group(), self.redact(text)
        )

    def _may_be_part(self, word: str) -> bool:
        is_long_enough = len(word) >= _FEWEST_LETTERS or not word.isalpha()
        return is_long_enough and any(word.lower() in letters for letters in self._letters)

    def _start_of_cut(self, text: str, end: int) -> int:
        """Where a secret begins that was cut short at `end`; `end` itself if none was."""
        letters = list(_LETTER.finditer(text, max(0, end - _LONGEST_CUT), end))
        written = "".join(letter.group() for letter in letters).lower()
        longest = max((_longest_beginning(secret, written) for secret in self._letters), default=0)
        if not longest:
            return end
        start = letters[-longest].start()
        stands_alone = start == 0 or not _LETTER.match(text, start - 1)
        return start if stands_alone or longest >= _SHORT else end


def _letters_of(words: str) -> str:
    return "".join(_LETTER.findall(words)).lower()


def mask(text: str) -> str:
    """The text with a dot for every character but spaces and line endings."""
    return re.sub(r"\S", DOT, text)


def _longest_beginning(secret: str, written: str) -> int:
    """How many of the last characters written are the first of a secret."""
    lengths = range(min(len(secret) - 1, len(written)), 0, -1)
    return next((length for length in lengths if written.endswith(secret[:length])), 0)


def _compile(letters: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern for all secrets, as a tree, so that many take hardly longer than one."""
    words = list(letters)
    long = _pattern(_tree(word for word in words if len(word) >= _SHORT))
    short = _pattern(_tree(word for word in words if len(word) < _SHORT))
    patterns = [long, rf"(?<![^\W_]){short}(?![^\W_])" if short else ""]
    return re.compile("|".join(filter(None, patterns))) if words else None


def _tree(words: Iterable[str]) -> _Tree:
    root: _Tree = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return root


def _pattern(tree: _Tree) -> str:
    branches = []
    for letter, below in tree.items():
        if letter:
            either = re.escape(letter) if letter.upper() == letter else f"[{letter}{letter.upper()[0]}]"
            rest = _pattern(below)
            if rest and "" in below:
                branches.append(f"{either}(?:{_BETWEEN}{rest})?")
            else:
                branches.append(f"{either}{_BETWEEN}{rest}" if rest else either)
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})" if branches else ""
