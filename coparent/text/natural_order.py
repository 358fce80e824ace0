"""The order in which people count: 2 before 10, in whatever stands around the numbers."""

from typing import TypeAlias

from coparent.text.patterns import compile_later

NaturalKey: TypeAlias = tuple[tuple[str | tuple[int, str], ...], str]

_NUMBER = compile_later("([0-9]+)")


def natural_order(text: str) -> NaturalKey:
    """A key to sort ids, printed numbers and names of files by: homes-2 before homes-10, 3.9 before 3.10."""
    # Words and numbers take turns, so that like is compared with like; a number by its length first, however long.
    pieces = _NUMBER.split(text.casefold())
    counted = (_count(piece) if place % 2 else piece for place, piece in enumerate(pieces))
    return tuple(counted), text


def _count(digits: str) -> tuple[int, str]:
    number = digits.lstrip("0")
    return len(number), number
