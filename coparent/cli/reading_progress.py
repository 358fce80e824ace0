"""A line on the terminal that says how far a long run has come."""

import sys
import time
from collections.abc import Iterator, Mapping
from types import TracebackType

from coparent.cli.output import draw
from coparent.documents.reading import Unreadable

PATIENCE = 0.5
"""Seconds before anything is shown."""
_PAUSE = 0.1


class ReadingProgress(Mapping[str, str | Unreadable]):
    """Texts that show on stderr how many of them have been read, when that takes long and a terminal shows it.

    The line goes away at the end of the `with` block.
    """

    def __init__(self, texts: Mapping[str, str | Unreadable]) -> None:
        self._texts = texts
        self._total = len(texts)
        self._next_time = time.monotonic() + PATIENCE if sys.stderr.isatty() else float("inf")
        self._read = 0
        self._is_shown = False

    def __enter__(self) -> "ReadingProgress":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._is_shown:
            draw("\r\x1b[K")

    def __getitem__(self, path: str) -> str | Unreadable:
        self._read += 1
        # Files are validated once more where the settings turn up late.
        if self._read <= self._total and time.monotonic() >= self._next_time:
            draw(f"\rreading plans: {self._read} of {self._total}")
            self._next_time = time.monotonic() + _PAUSE
            self._is_shown = True
        return self._texts[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return self._total
