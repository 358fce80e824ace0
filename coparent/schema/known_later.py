"""Ids and days in what is to be typed that are known only once every file has been read."""

import re
from collections.abc import Sequence
from typing import Protocol

from coparent.schema.faults import with_article

MOST_IDS = 8
"""How many ids are listed to choose from."""
PAST_DAY = "past-day"
"""Stands, in place of a kind of record, for the day of something that has happened."""

_OPEN = re.compile("\0([a-z-]+)\0")
_LINE = re.compile("(add a line|write)  ([a-z_]+: )(\\[?)\0([a-z-]+)\0(\\]?)")


class Finds(Protocol):
    """What could be written for a kind of record, or for a day, the likeliest first."""

    def __call__(self, kind: str, /) -> Sequence[str]: ...


def to_fill_in(kind: str) -> str:
    """Stands for an id of a kind of record, or for a day, until these are known: no YAML text can hold a NUL."""
    return f"\0{kind}\0"


def is_open(help: str) -> bool:
    """Whether something is still to be filled in."""
    return "\0" in help


def fill_in(help: str, find: Finds) -> str:
    """The same advice with ids that exist: of a whole line, one for each id there is to choose from."""
    line = _LINE.fullmatch(help)
    if line is None:
        return _OPEN.sub(lambda found: (*find(found[1]), f"{found[1]}-id")[0], help)
    verb, field, opening, kind, closing = line.groups()
    ids = find(kind)
    if not ids:
        return f"{verb}  {field.strip()}  with the id of {with_article(kind)}"
    return f"{verb}  {'  or  '.join(f'{field}{opening}{identity}{closing}' for identity in ids)}"
