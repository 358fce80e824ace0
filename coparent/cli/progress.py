"""A line on the terminal that says how far a long run has come."""

import sys
import time
from collections.abc import Iterator, Mapping

from coparent.documents.reading import Unreadable

PATIENCE = 0.5
"""Seconds before anything is said."""
_PAUSE = 0.1


class Watched(Mapping[str, str | Unreadable]):
    """Texts that say on stderr how many of them have been read, when that takes long and a terminal shows it."""

    def __init__(self, texts: Mapping[str, str | Unreadable]) -> None:
        self._texts = texts
        self._is_seen = sys.stderr.isatty()
        self._next = time.monotonic() + PATIENCE
        self._read = 0
        self._said = False

    def __getitem__(self, path: str) -> str | Unreadable:
        self._read += 1
        if self._is_seen and self._read <= len(self._texts) and time.monotonic() >= self._next:
            sys.stderr.write(f"\rreading plans: {self._read} of {len(self._texts)}")
            sys.stderr.flush()
            self._next = time.monotonic() + _PAUSE
            self._said = True
        return self._texts[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def finish(self) -> None:
        """Take the line away again."""
        if self._said:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
