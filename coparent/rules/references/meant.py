"""Which of the ids that there are was most likely meant by one that there is not."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from coparent.schema.naming import kind_in_words
from coparent.schema.record import Record
from coparent.text.suggestions import nearest

MOST_OFFERED = 1_000
"""How many ids are looked through for the nearest to offer."""

MOST_COMPARED = 200_000
"""How often words are compared letter by letter in one run; beyond that, only what is written alike is found."""

_AFTER_AN_ID = ".,:;()"


class Meant(NamedTuple):
    """The id that was most likely meant, empty if none; `is_sure` where only the way of writing differs."""

    id: str = ""
    is_sure: bool = False


class KnownIds:
    """The ids of one kind of record, in the maps by which the one that was meant is found."""

    def __init__(self, kind: str, known: Mapping[str, tuple[Record, ...]]) -> None:
        self.kind = kind
        self.known = known
        self.to_compare = MOST_COMPARED

    @cached_property
    def _by_spelling(self) -> Mapping[str, list[str]]:
        found = defaultdict[str, list[str]](list)
        for identity in self.known:
            found[_spelling(identity)].append(identity)
        return found

    @cached_property
    def _by_numbers(self) -> Mapping[tuple[str, ...], list[str]]:
        found = defaultdict[tuple[str, ...], list[str]](list)
        for identity in self.known:
            found[_numbers(identity)].append(identity)
        return found

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """The ids by the titles, names, short names and numbers of their records."""
        found: dict[str, str] = {}
        for identity, records in self.known.items():
            for record in records:
                for field in ("short_name", "ref", "title", "name"):
                    if name := getattr(record, field, None):
                        found.setdefault(name, identity)
        return found

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for name, identity in self._names.items():
            found.setdefault(_spelling(name), identity)
        return found

    def find_meant(self, written: str) -> Meant:
        """The id that was most likely meant by one that nothing has."""
        alike = self._by_spelling.get(_spelling(written), ())
        if len(alike) == 1:
            return Meant(alike[0], is_sure=True)
        first = written.partition(" ")[0].strip(_AFTER_AN_ID)
        if by_words := self._find_by_title(written) or (first if first in self.known else ""):
            return Meant(by_words)
        same_numbers = self._by_numbers.get(_numbers(written), [])
        if _spelling(re.sub(r"\d+", "", written)) == _spelling(kind_in_words(self.kind)) and len(same_numbers) == 1:
            return Meant(same_numbers[0])
        self.to_compare -= len(same_numbers)
        return Meant(next(iter(nearest(written, same_numbers)), "") if self.to_compare > 0 else "")

    def _find_by_title(self, words: str) -> str:
        """The id of the record whose title, name, short name or number was written in place of its id."""
        from coparent.text.slips import is_slip  # Most runs meet no such id.

        if same := self._by_name.get(_spelling(words), ""):
            return same
        self.to_compare -= len(self._names)
        if self.to_compare <= 0:
            return ""
        return next((identity for name, identity in self._names.items() if is_slip(words, name)), "")


def _spelling(words: str) -> str:
    from coparent.text.slips import plain  # Most runs meet no such id.

    return plain(words).replace(" ", "")


def _numbers(identity: str) -> tuple[str, ...]:
    return tuple(digits.lstrip("0") for digits in re.findall(r"\d+", identity))
