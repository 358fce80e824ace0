"""The careful walk over a text: where every value stands, and everything the plan format does not allow in YAML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from coparent.diagnostics import Diagnostic, Key, Place
from coparent.documents.events import DEEPEST, read_events, span
from coparent.documents.lines import Region
from coparent.documents.naming import name_record
from coparent.documents.nodes import MappingNode, Node, ScalarNode, SequenceNode
from coparent.documents.refusals import (
    find_words_without_colon,
    is_decorated,
    refuse,
    refuse_decoration,
    report_duplicate,
)
from coparent.documents.scalars import NOTHING, WHERE, Data, Quoted
from coparent.values import frozen


@frozen
class Composition:
    """A text's nodes and data. Where the text stops making sense (`is_whole` is false), nodes so far and no data."""

    root: Node | None
    data: Data
    diagnostics: tuple[Diagnostic, ...]
    is_whole: bool


_REFUSED = Quoted()
"""Stands for a value that was refused: it leaves no data behind."""

ABANDONED = 200
"""How deep a text may be nested before nothing more of it is read: libyaml's time grows with the square of it."""

_BLANKS = " \t\r\n\x85\u2028\u2029"
"""What YAML takes for spaces and line breaks; any other is part of a text."""

_DECORATION = re.compile(r"[&!]\S*\s*")
_NO_NAME = ScalarNode(0, 0, "", "")


class _AbandonedError(Exception):
    """What is left of the text is not worth reading."""


@dataclass(slots=True)
class _OpenList:
    """A list that is being read."""

    node: SequenceNode
    place: Place
    data: list[Data] = field(default_factory=list)
    is_refused: bool = False

    @property
    def next_key(self) -> Key:
        """The index of the item that comes next."""
        return len(self.node.items)

    def finished_data(self) -> Data:
        return tuple(self.data)


@dataclass(slots=True)
class _OpenMapping:
    """A record that is being read: `name` is that of the field whose value comes next."""

    node: MappingNode
    place: Place
    data: dict[str, Data]
    name: ScalarNode | None = None
    skips_value: bool = False

    @property
    def next_key(self) -> Key:
        """The name of the field whose value comes next."""
        return (self.name or _NO_NAME).value

    @property
    def is_refused(self) -> bool:
        """Whether the value of << comes next, or is being read: it is refused as a whole."""
        return self.skips_value and self.name is not None and self.name.value == "<<"

    def finished_data(self) -> Data:
        return self.data


class _Composer:
    """Turns the events of one text into nodes and data, and collects what it refuses."""

    def __init__(self, path: str, text: str, deepest: int) -> None:
        self.top = Place(None, path)
        self.text = text
        self.deepest = deepest
        self.events = read_events(text)
        self.diagnostics: list[Diagnostic] = []
        self.open: list[_OpenList | _OpenMapping] = []
        self.root: Node | None = None
        self.data: Data = None

    def compose(self) -> Composition:
        is_whole = False
        try:
            self.read_all()
            is_whole = True
        except YAMLError as error:
            if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
                raise
            from coparent.documents.syntax.complaints import diagnose_complaint  # Only a broken file needs it.

            self.diagnostics.append(diagnose_complaint(self.top, self.text, error))
        except _AbandonedError:
            pass
        while self.open:
            self.close(None)
        return Composition(self.root, self.data if is_whole else None, tuple(self.named_diagnostics()), is_whole)

    def named_diagnostics(self) -> Iterator[Diagnostic]:
        """The diagnostics, with the record named in those that are about its fields: only now is its title known."""
        for diagnostic in self.diagnostics:
            if diagnostic.rule == "duplicate-field":
                name = name_record(self.data, diagnostic.spot.place.route[:-1])
                yield replace(diagnostic, message=f"{name} {diagnostic.message}")
            else:
                yield diagnostic

    def read_all(self) -> None:
        documents = 0
        for event in self.events:
            if isinstance(event, NodeEvent):
                self.read_value(event)
            elif isinstance(event, CollectionEndEvent):
                start, end = span(event)
                self.close(end if self.text[start:end] in ("]", "}") else None)
            elif isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    start, _ = span(event)
                    message = "this file holds several documents: --- starts another"
                    self.refuse((start, start + len("---")), message, "put what follows in a file of its own")
                    return

    def read_value(self, event: NodeEvent) -> None:
        """Take in a single value, or the opening of a list or record."""
        region = bare_region = self.region(event)
        if is_decorated(event):
            bare_region = self.without_decoration(region)
            if not any(collection.is_refused for collection in self.open):
                self.diagnostics += refuse_decoration(self.text, self.place_of_next(), event, region)
        if isinstance(event, ScalarEvent):
            is_quoted = bool(event.style) or (event.tag is not None and event.value != "")
            node = ScalarNode(*bare_region, event.value, event.style or "")
            self.add(node, Quoted(event.value) if is_quoted else None if event.value in NOTHING else event.value)
        elif not isinstance(event, CollectionStartEvent):
            self.add(ScalarNode(*region, f"*{event.anchor}", ""), _REFUSED)
        elif len(self.open) >= self.deepest:
            self.refuse(region, f"this is nested more than {self.deepest} deep", "write it with fewer levels")
            self.skip()
            self.add(ScalarNode(*region, "", ""), _REFUSED)
        elif isinstance(event, MappingStartEvent):
            place = self.place_of_next()
            self.open.append(_OpenMapping(MappingNode(*bare_region), place, {WHERE: place}))
        else:
            self.open.append(_OpenList(SequenceNode(*bare_region), self.place_of_next()))

    def skip(self) -> None:
        """Pass over the list or record that has just opened. Raises _AbandonedError where there is no bottom to it."""
        depth = 1
        while depth:
            if depth > ABANDONED:
                raise _AbandonedError
            event = next(self.events)
            depth += isinstance(event, CollectionStartEvent)
            depth -= isinstance(event, CollectionEndEvent)

    def close(self, bracket: int | None) -> None:
        """Finish a list or record: it ends past its bracket, or with its last value."""
        collection = self.open.pop()
        collection.node.end = bracket or collection.node.end_of_last()
        if isinstance(collection, _OpenMapping) and self.text.startswith("{", collection.node.start):
            self.diagnostics += find_words_without_colon(self.text, collection.place, collection.node)
        self.add(collection.node, collection.finished_data())

    def place_of_next(self) -> Place:
        """Where the value that comes next is written."""
        return self.open[-1].place / self.open[-1].next_key if self.open else self.top

    def add(self, node: Node, data: Data) -> None:
        """Put a finished value where it belongs."""
        kept = None if data is _REFUSED else data
        if not self.open:
            self.root, self.data = node, kept
            return
        collection = self.open[-1]
        if isinstance(collection, _OpenList):
            collection.node.items.append(node)
            collection.data.append(kept)
        elif collection.name is None:
            self.add_name(collection, node)
        else:
            if not collection.skips_value:
                collection.node.add(collection.name, node)
                if kept is not None:
                    collection.data.setdefault(collection.name.value, kept)
            collection.name, collection.skips_value = None, False

    def add_name(self, mapping: _OpenMapping, node: Node) -> None:
        """Take in a field's name, and refuse one that is no text, is a merge key or stands there already."""
        if not isinstance(node, ScalarNode):
            self.refuse(node.region, "a field's name must be text", "write  name: value")
            mapping.name, mapping.skips_value = ScalarNode(node.start, node.end, "", ""), True
            return
        mapping.name = node
        if node.value == "<<" and not node.style:
            self.refuse(node.region, "<< copies fields from elsewhere", "write the fields out here")
            mapping.skips_value = True
        elif (first := mapping.node.entry(node.value)) is not None:
            self.diagnostics.append(report_duplicate(self.text, mapping.place, node, first[0]))
            mapping.skips_value = True

    def refuse(self, region: Region, message: str, help: str) -> None:
        self.diagnostics.append(refuse(self.text, self.place_of_next(), region, message, help))

    def region(self, event: NodeEvent) -> Region:
        """The characters of an event; a block of text ends with its last character, not before the next value."""
        start, end = span(event)
        if isinstance(event, ScalarEvent) and event.style in ("|", ">"):
            return start, start + len(self.text[start:end].rstrip(_BLANKS))
        return start, end

    def without_decoration(self, region: Region) -> Region:
        """The characters of a value without the names and tags that stand before it."""
        start, end = region
        while decoration := _DECORATION.match(self.text, start, end):
            start = decoration.end()
        return start, end


def compose(path: str, text: str, deepest: int = DEEPEST) -> Composition:
    """Walk a text with care. Raises nothing: what the format refuses is in the diagnostics."""
    return _Composer(path, text, deepest).compose()
