"""What the parser hands on for one written value: text that remembers whether it stood in quotes."""

from typing import Any, TypeAlias

from coparent.diagnostics import Place

Data: TypeAlias = Any
"""Plain data as written: dicts, tuples, text (`Plain` where it was not quoted) and None where nothing was written."""

WHERE = "\0where"
"""The key under which every mapping carries its own Place. No file can hold it: YAML text has no NUL."""


class Plain(str):
    """Text written without quotes, which a field may therefore read as a number, a date or yes and no."""

    __slots__ = ()


def place_of(mapping: dict[str, Data]) -> Place:
    """Where a mapping of a document is written."""
    place: Place = mapping[WHERE]
    return place
