"""What the parser hands on for one written value: text that remembers whether it stood in quotes."""

from collections.abc import Iterable
from typing import TypeAlias

from coparent.diagnostics import Key, Place

NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
"""What may be written without quotes where there is nothing to say."""


class Quoted(str):
    """Text written in quotes or as a block, which no field may therefore read as a number or as yes and no."""

    __slots__ = ()


WHERE = "\0where"
"""The key under which every mapping carries its own Place. No file can hold it: YAML text has no NUL."""

Data: TypeAlias = str | Place | tuple["Data", ...] | dict[str, "Data"] | None
"""Plain data as written: text (`Quoted` where it was), lists as tuples, mappings, None for nothing.

The only Place in it is that of a mapping, under WHERE.
"""


def step(data: Data, key: Key) -> Data:
    """One key further into plain data; None where it does not lead on."""
    if isinstance(data, dict) and isinstance(key, str):
        return data.get(key)
    if isinstance(data, tuple) and isinstance(key, int) and key < len(data):
        return data[key]
    return None


def value_at(data: Data, route: Iterable[Key]) -> Data:
    """The value that a route leads to; None where it leads nowhere."""
    for key in route:
        data = step(data, key)
    return data
