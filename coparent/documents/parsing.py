"""Text to Document: one walk over the parser's events for a sound file, a careful second one for any other."""

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)

from coparent.diagnostics import Diagnostic, Place
from coparent.documents import events
from coparent.documents.events import DEEPEST, read_events, span
from coparent.documents.folded_lists import find_folded_items, may_be_folded
from coparent.documents.misreadings import find_misreadings, may_be_cut
from coparent.documents.reading import find_unreadable, may_be_unreadable
from coparent.documents.scalars import NOTHING, WHERE, Data, Quoted
from coparent.values import frozen


@frozen
class Document:
    """One file's data as written, and what is wrong with the writing. `data` is None where it cannot be read."""

    path: str
    data: Data
    diagnostics: tuple[Diagnostic, ...] = ()
    is_readable: bool = True


SHALLOW = 6
"""Names nested less deep than this are those of fields; deeper down stand the names of councils compared with."""


class _NeedsCareError(Exception):
    """The fast walk met something that only the careful one can judge."""


def parse(path: str, text: str) -> Document:
    """Read a file's text into plain data, with every Reading rule that its text breaks."""
    if events.HAS_LIBYAML and not (may_be_unreadable(text) or may_be_cut(text)):
        try:
            return Document(path, _read_plainly(path, text))
        except (_NeedsCareError, YAMLError, UnicodeError):
            pass
    unreadable = find_unreadable(path, text)
    if unreadable:
        return Document(path, None, unreadable, is_readable=False)
    from coparent.documents.composing import compose  # Most runs meet no such file.

    composition = compose(path, text)
    if not composition.is_whole:
        return Document(path, None, composition.diagnostics, is_readable=False)
    misreadings = find_misreadings(path, text, composition.root)
    return Document(path, composition.data, (*composition.diagnostics, *misreadings))


def _read_plainly(path: str, text: str) -> Data:  # noqa: C901, PLR0912 - one loop, once a file: calls would cost a third more
    """Turn events into data with no positions. Raises _NeedsCareError at the first thing out of the ordinary."""
    place = Place(None, path)
    # The collection being read: a mapping, with the key whose value comes next, or a list.
    mapping: dict[str, Data] | None = None
    key: str | None = None
    items: list[Data] = []
    outer_collections: list[tuple[dict[str, Data] | None, str | None, list[Data], Place]] = []
    has_document = False
    has_items = may_be_folded(text)
    for event in read_events(text):
        value: Data
        if isinstance(event, ScalarEvent):
            written = event.value
            if event.anchor or event.tag:
                raise _NeedsCareError
            if mapping is not None and key is None:
                if written in mapping or written == "<<":
                    raise _NeedsCareError
                if (" " in written or ":" in written) and len(outer_collections) < SHALLOW:
                    raise _NeedsCareError
                key = written
                continue
            style = event.style
            if (
                (has_items or " - " in written)
                and style != "|"
                and find_folded_items(written, text[slice(*span(event))].rstrip(), style or "")
            ):
                raise _NeedsCareError
            value = Quoted(written) if style else None if len(written) < 5 and written in NOTHING else written
        elif isinstance(event, CollectionStartEvent):
            is_key = mapping is not None and key is None
            if is_key or event.anchor or event.tag or len(outer_collections) >= DEEPEST:
                raise _NeedsCareError
            inner_place = Place(place, len(items) if key is None else key) if outer_collections else place
            outer_collections.append((mapping, key, items, place))
            place = inner_place
            mapping, key, items = ({} if isinstance(event, MappingStartEvent) else None), None, []
            continue
        elif isinstance(event, CollectionEndEvent):
            value = tuple(items) if mapping is None else mapping
            if mapping is not None:
                if None in mapping.values():
                    _leave_out_empty(mapping, event)
                mapping[WHERE] = place
            mapping, key, items, place = outer_collections.pop()
        elif isinstance(event, AliasEvent) or (isinstance(event, DocumentStartEvent) and has_document):
            raise _NeedsCareError
        else:
            has_document = has_document or isinstance(event, DocumentStartEvent)
            continue
        if key is None or mapping is None:
            items.append(value)
        else:
            mapping[key] = value
            key = None
    return items[0] if items else None


def _leave_out_empty(mapping: dict[str, Data], end: Event) -> None:
    """Take the fields with nothing behind them out of a mapping that has just ended."""
    first, past_last = span(end)
    if first < past_last:  # A } may close text that a comma cut in two.
        raise _NeedsCareError
    for key in [key for key, value in mapping.items() if value is None]:
        del mapping[key]
