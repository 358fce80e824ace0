"""Text to Document: one walk over the parser's events for a sound file, a careful second one for any other."""

from dataclasses import dataclass
from typing import Any, cast

from yaml.error import YAMLError
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from coparent.diagnostics import Diagnostic, Place
from coparent.documents.events import DEEPEST, read_events
from coparent.documents.misreadings import find_folded_items, find_misreadings, may_be_cut
from coparent.documents.reading import find_unreadable
from coparent.documents.scalars import WHERE, Data, Plain


@dataclass(frozen=True, slots=True)
class Document:
    """One file's data as written, and what is wrong with the writing. `data` is None where it cannot be read."""

    path: str
    data: Data
    diagnostics: tuple[Diagnostic, ...] = ()
    is_readable: bool = True


class _NeedsCareError(Exception):
    """The fast walk met something that only the careful one can judge."""


def parse(path: str, text: str) -> Document:
    """Read a file's text into plain data, with every Reading rule that its text breaks."""
    unreadable = find_unreadable(path, text)
    if unreadable:
        return Document(path, None, unreadable, is_readable=False)
    if not may_be_cut(text):
        try:
            return Document(path, _read_plainly(path, text))
        except (_NeedsCareError, YAMLError):
            pass
    from coparent.documents.composing import compose  # Most runs meet no such file.

    composition = compose(path, text)
    if not composition.is_whole:
        return Document(path, None, composition.diagnostics, is_readable=False)
    misreadings = find_misreadings(path, text, composition.root)
    return Document(path, composition.data, (*composition.diagnostics, *misreadings))


def _read_plainly(path: str, text: str) -> Data:  # noqa: C901, PLR0912 - one loop, once a file: calls would cost a third more
    """Turn events into data with no positions. Raises _NeedsCareError at the first thing out of the ordinary."""
    next_event = read_events(text)
    place = Place(None, path)
    values: list[Data] = []  # Of the collection being read: items, or keys and values in turn.
    in_mapping = False
    open_collections: list[tuple[list[Data], Place, bool]] = []
    documents = 0
    while True:
        event: Any = next_event()
        kind = type(event)
        if kind is ScalarEvent:
            if event.anchor or event.tag:
                raise _NeedsCareError
            value, style = event.value, event.style
            is_key = in_mapping and not len(values) & 1
            values.append(value if style or is_key else Plain(value) if value else None)
            may_be_list = " - " in value and not is_key and (not style or style == ">")
            if may_be_list and find_folded_items(value, text[event.start_mark.index : event.end_mark.index]):
                raise _NeedsCareError
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            is_key = in_mapping and not len(values) & 1
            if is_key or event.anchor or event.tag or len(open_collections) >= DEEPEST:
                raise _NeedsCareError
            open_collections.append((values, place, in_mapping))
            if len(open_collections) > 1:
                key = values[-1] if in_mapping else len(values)
                place = Place(place, key if isinstance(key, int) else str(key))
            values, in_mapping = [], kind is MappingStartEvent
        elif kind is MappingEndEvent:
            mapping = dict(zip(cast("list[str]", values[::2]), values[1::2], strict=True))
            if len(mapping) * 2 != len(values) or "<<" in mapping:
                raise _NeedsCareError
            if None in values:
                if event.start_mark.index < event.end_mark.index:  # A } may close text that a comma cut in two.
                    raise _NeedsCareError
                mapping = {key: value for key, value in mapping.items() if value is not None}
            mapping[WHERE] = place
            values, place, in_mapping = open_collections.pop()
            values.append(mapping)
        elif kind is SequenceEndEvent:
            sequence = tuple(values)
            values, place, in_mapping = open_collections.pop()
            values.append(sequence)
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise _NeedsCareError
        elif kind is StreamEndEvent:
            return values[0] if values else None
        elif kind.__name__ == "AliasEvent":
            raise _NeedsCareError
