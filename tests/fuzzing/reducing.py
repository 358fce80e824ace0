"""A failing attempt made small: without the commands, files, lines and letters that the failure does not need."""

import time
from collections.abc import Callable, Iterator

from tests.fuzzing.attempts import Attempt
from tests.fuzzing.trials import Failure, make

_SECONDS = 30


def reduce(attempt: Attempt, failure: Failure) -> Attempt:
    """The smallest attempt found in half a minute that breaks the same thing."""
    ends = time.monotonic() + _SECONDS

    def fails(smaller: Attempt) -> bool:
        if time.monotonic() > ends:
            return False
        found = make(smaller)
        return found is not None and found.broken == failure.broken

    small = Attempt(attempt.files, [failure.command])
    small = small if fails(small) else attempt
    for name in [*small.files]:
        without = Attempt({other: text for other, text in small.files.items() if other != name}, small.commands)
        small = without if fails(without) else small
    for separator in (b"\n", b""):
        for name in small.files:
            small = _reduce_file(small, name, separator, fails)
    return small


def _reduce_file(attempt: Attempt, name: str, separator: bytes, fails: Callable[[Attempt], bool]) -> Attempt:
    """The attempt with a file cut down by lines, or by letters where the separator is empty."""
    content = attempt.files[name]
    parts = content.split(separator) if separator else [content[place : place + 1] for place in range(len(content))]
    size = max(1, len(parts) // 2)
    while size:
        for start in _starts(len(parts), size):
            kept = parts[:start] + parts[start + size :]
            smaller = Attempt({**attempt.files, name: separator.join(kept)}, attempt.commands)
            if len(kept) < len(parts) and fails(smaller):
                attempt, parts = smaller, kept
        size //= 2
    return attempt


def _starts(length: int, size: int) -> Iterator[int]:
    """From the end to the beginning, so that what was cut moves nothing that is still to be tried."""
    yield from range((length - 1) // size * size, -1, -size) if length else ()
