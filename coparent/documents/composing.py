"""The careful walk over a text: where every value stands, and everything the plan format does not allow in YAML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from coparent.diagnostics import Diagnostic, Fix, Key, Place, Related, Spot
from coparent.documents.events import DEEPEST, read_events
from coparent.documents.naming import name_record
from coparent.documents.nodes import MappingNode, Node, Region, ScalarNode, SequenceNode
from coparent.documents.refusals import (
    find_words_without_colon,
    give_twice,
    is_decorated,
    refuse,
    refuse_decoration,
)
from coparent.documents.scalars import WHERE, Data, Quoted


@dataclass(frozen=True, slots=True)
class Composition:
    """A text's nodes and data. Where the text stops making sense (`is_whole` is false), nodes so far and no data."""

    root: Node | None
    data: Data
    diagnostics: tuple[Diagnostic, ...]
    is_whole: bool


@dataclass(slots=True)
class _Level:
    """One list or record that is being read."""

    node: SequenceNode | MappingNode
    data: list[Data] | dict[str, Data]
    place: Place
    key: ScalarNode | None = None
    skips_value: bool = False

    @property
    def is_merge(self) -> bool:
        """Whether the value of << comes next, or is being read: it is refused as a whole."""
        return self.skips_value and self.key is not None and self.key.value == "<<"


_REFUSED = Quoted()
"""Stands for a value that was refused: it leaves no data behind."""


ABANDONED = 200
"""How deep a text may be nested before nothing more of it is read: libyaml's time grows with the square of it."""

_BLANKS = " \t\r\n\x85\u2028\u2029"
"""What YAML takes for spaces and line breaks; any other is part of a text."""


_DECORATION = re.compile(r"[&!]\S*\s*")


class _AbandonedError(Exception):
    """What is left of the text is not worth reading."""


class _Composer:
    def __init__(self, path: str, text: str, deepest: int) -> None:
        self.top = Place(None, path)
        self.text = text
        self.deepest = deepest
        self.next_event = read_events(text)
        self.diagnostics: list[Diagnostic] = []
        self.levels: list[_Level] = []
        self.root: Node | None = None
        self.data: Data = None

    def compose(self) -> Composition:
        is_whole = False
        try:
            self.walk()
            is_whole = True
        except YAMLError as error:
            self.diagnostics.append(self.misspelt(error))
        except _AbandonedError:
            pass
        while self.levels:
            self.close(None)
        return Composition(self.root, self.data if is_whole else None, tuple(self.named()), is_whole)

    def named(self) -> Iterator[Diagnostic]:
        """The diagnostics, with the record named in those that are about its fields: only now is its title known."""
        for one in self.diagnostics:
            if one.rule == "duplicate-field":
                yield replace(one, message=f"{name_record(self.data, one.spot.place.route[:-1])} {one.message}")
            else:
                yield one

    def walk(self) -> None:
        documents = 0
        while not isinstance(event := self.next_event(), StreamEndEvent):
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    start, _ = _marks(event)
                    message = "this file holds several documents: --- starts another"
                    self.refuse((start, start + len("---")), message, "put what follows in a file of its own")
                    return
            elif isinstance(event, NodeEvent):
                self.read(event)
            elif isinstance(event, CollectionEndEvent):
                start, end = _marks(event)
                self.close(end if self.text[start:end] in ("]", "}") else None)

    def read(self, event: NodeEvent) -> None:
        """Take in one value, or the opening of a list or record."""
        place = self.place_of_next()
        if is_decorated(event) and not any(level.is_merge for level in self.levels):
            self.diagnostics += refuse_decoration(self.text, place, event, self.region(event))
        if isinstance(event, ScalarEvent):
            node = ScalarNode(*self.bare_region(event), event.value, event.style or "")
            is_text = bool(event.style) or (event.tag is not None and event.value != "")
            self.place(node, Quoted(event.value) if is_text else event.value or None)
        elif isinstance(event, AliasEvent):
            self.place(ScalarNode(*self.region(event), f"*{event.anchor}", ""), _REFUSED)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            if len(self.levels) >= self.deepest:
                self.refuse(
                    self.region(event), f"this is nested more than {self.deepest} deep", "write it with fewer levels"
                )
                self.skip()
                self.place(ScalarNode(*self.region(event), "", ""), _REFUSED)
            elif isinstance(event, MappingStartEvent):
                self.levels.append(_Level(MappingNode(*self.bare_region(event)), {WHERE: place}, place))
            else:
                self.levels.append(_Level(SequenceNode(*self.bare_region(event)), [], place))

    def skip(self) -> None:
        """Pass over the list or record that has just opened. Raises _AbandonedError where there is no bottom to it."""
        depth = 1
        while depth:
            if depth > ABANDONED:
                raise _AbandonedError
            event = self.next_event()
            depth += isinstance(event, MappingStartEvent | SequenceStartEvent)
            depth -= isinstance(event, CollectionEndEvent)

    def close(self, bracket: int | None) -> None:
        """Finish a list or record: it ends past its bracket, or with its last value."""
        level = self.levels.pop()
        level.node.end = bracket or level.node.end_of_last()
        if self.text.startswith("{", level.node.start):
            assert isinstance(level.node, MappingNode)  # noqa: S101 - only fields stand in braces.
            self.diagnostics += find_words_without_colon(self.text, level.place, level.node)
        data = tuple(level.data) if isinstance(level.data, list) else level.data
        self.place(level.node, data)

    def place_of_next(self) -> Place:
        """Where the value that comes next is written."""
        if not self.levels:
            return self.top
        level = self.levels[-1]
        key: Key = len(level.node.items) if isinstance(level.node, SequenceNode) else (level.key or _NO_KEY).value
        return level.place / key

    def place(self, node: Node, data: Data) -> None:
        """Put a finished value where it belongs."""
        if not self.levels:
            self.root, self.data = node, None if data is _REFUSED else data
            return
        level = self.levels[-1]
        if isinstance(level.node, SequenceNode) and isinstance(level.data, list):
            level.node.items.append(node)
            level.data.append(None if data is _REFUSED else data)
        elif level.key is None:
            self.take_key(level, node)
        else:
            if not level.skips_value and isinstance(level.node, MappingNode) and isinstance(level.data, dict):
                level.node.entries.append((level.key, node))
                if data is not None and data is not _REFUSED:
                    level.data.setdefault(level.key.value, data)
            level.key, level.skips_value = None, False

    def take_key(self, level: _Level, node: Node) -> None:
        """Take in a field's name, and refuse one that is no text, is a merge key or stands there already."""
        if not isinstance(node, ScalarNode):
            self.refuse(node.region, "a field's name must be text", "write  name: value")
            level.key, level.skips_value = ScalarNode(node.start, node.end, "", ""), True
            return
        level.key = node
        assert isinstance(level.node, MappingNode)  # noqa: S101 - only a mapping has keys; mypy cannot know.
        if node.value == "<<" and not node.style:
            self.refuse(node.region, "<< copies fields from elsewhere", "write the fields out here")
            level.skips_value = True
        elif (first := level.node.entry(node.value)) is not None:
            self.diagnostics.append(give_twice(self.text, level.place, node, first[0]))
            level.skips_value = True

    def refuse(self, region: Region, message: str, help: str) -> None:
        self.diagnostics.append(refuse(self.text, self.place_of_next(), region, message, help))

    def region(self, event: Event) -> Region:
        """The characters of an event; a block of text ends with its last character, not before the next value."""
        start, end = _marks(event)
        if isinstance(event, ScalarEvent):
            return start, start + len(self.text[start:end].rstrip(_BLANKS))
        return start, end

    def bare_region(self, event: Any) -> Region:
        """The characters of a value without the name or tag that hangs on it."""
        start, end = self.region(event)
        while (event.anchor or event.tag) and (word := _DECORATION.match(self.text, start, end)):
            start = word.end()
        return start, end

    def misspelt(self, error: YAMLError) -> Diagnostic:
        if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
            raise error
        from coparent.documents.syntax import translate  # Only a broken file needs it.

        fault = translate(self.text, error)
        opened = (Related(Spot(self.top, region=fault.opened), fault.opened_label),) if fault.opened else ()
        fix = Fix(Spot(self.top, region=fault.fix[0]), fault.fix[1]) if fault.fix else None
        return Spot(self.top, region=fault.region).says(
            fault.message, rule="yaml-syntax", label=fault.label, help=fault.help, related=opened, fix=fix
        )


_NO_KEY = ScalarNode(0, 0, "", "")


def _marks(event: Event) -> Region:
    """The characters an event takes up, as the parser says."""
    marks: Any = event
    return marks.start_mark.index, marks.end_mark.index


def compose(path: str, text: str, deepest: int = DEEPEST) -> Composition:
    """Walk a text with care. Raises nothing: what the format refuses is in the diagnostics."""
    return _Composer(path, text, deepest).compose()
