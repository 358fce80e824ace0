"""Which of several titles has most in common with another: the likeliest to be meant where one must be chosen."""

from collections.abc import Iterable
from typing import TypeVar

from coparent.text.patterns import compile_later

Item = TypeVar("Item")

_WORD = compile_later(r"[^\W\d_]{4,}")


def likeliest_first(title: str, items: Iterable[tuple[str, Item]]) -> list[Item]:
    """The items, each given with its title, in the order of how many words theirs share with this one.

    >>> likeliest_first("Children see a dentist", [("Open two homes", 1), ("Find every child a dentist", 2)])
    [2, 1]
    """
    words = _stems(title)
    return [item for _, item in sorted(items, key=lambda pair: -len(words & _stems(pair[0])))]


def _stems(title: str) -> set[str]:
    return {word[:5] for word in _WORD.findall(title.casefold())}
