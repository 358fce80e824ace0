"""A text's lines, which turn the index of a character into line and column."""

import re
from array import array
from bisect import bisect_right
from typing import TypeAlias

Region: TypeAlias = tuple[int, int]
"""The index of a stretch's first character and of the one just past its last."""

_ENDINGS = re.compile(r"\r\n|\n|\r")


def end_of_line(text: str, start: int, end: int) -> int:
    """The index just past what stands between two indices on the first one's line."""
    ending = _ENDINGS.search(text, start, end)
    return ending.start() if ending else end


class Lines:
    """The lines of one text. Only CR LF, LF and CR end a line, as in an editor (YAML knows more)."""

    __slots__ = ("_ends", "_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        # Plain numbers: an object for each of a million lines would take a gigabyte.
        self._starts, self._ends = array("l", [0]), array("l")
        for ending in _ENDINGS.finditer(text):
            self._ends.append(ending.start())
            self._starts.append(ending.end())
        self._ends.append(len(text))

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, line: int) -> str:
        """The text of a line, counted from 1, without its ending."""
        return self.text[self._starts[line - 1] : self._ends[line - 1]]

    def position(self, index: int) -> tuple[int, int]:
        """Line and column, both from 1, of the character at `index`."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def start(self, line: int) -> int:
        """The index of a line's first character."""
        return self._starts[line - 1]

    def end(self, line: int) -> int:
        """The index just past a line's last character, its ending left out."""
        return self._ends[line - 1]
