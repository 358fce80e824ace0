"""The careful walk over a text: where every value stands, and everything the plan format does not allow in YAML."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import takewhile

from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from coparent.diagnostics import MOST_FINDINGS, Diagnostic, Place
from coparent.documents.anchors import Anchors
from coparent.documents.events import DEEPEST, Lookahead, read_events, span
from coparent.documents.lines import Lines, Region
from coparent.documents.naming import LISTS_OF_RECORDS, name_record
from coparent.documents.nodes import MappingNode, Node, ScalarNode, SequenceNode
from coparent.documents.open_collections import OpenList, OpenMapping
from coparent.documents.refusals import (
    advise_fields,
    find_words_without_colon,
    is_decorated,
    refuse,
    refuse_decoration,
    refuse_name,
    report_duplicate,
    report_list_without_hyphens,
    report_missing_hyphen,
)
from coparent.documents.scalars import NOTHING, WHERE, Data, Quoted
from coparent.values import frozen


@frozen
class Composition:
    """A text's nodes and data. Where the text stops making sense (`is_whole` is false), nodes so far and no data.

    `more` is how many faults there are besides those in the diagnostics.
    """

    root: Node | None
    data: Data
    diagnostics: tuple[Diagnostic, ...]
    is_whole: bool
    more: int = 0


_REFUSED = Quoted()
"""Stands for a value that was refused: it leaves no data behind."""

ABANDONED = 200
"""How deep a text may be nested before nothing more of it is read: libyaml's time grows with the square of it."""

MOST_NAMES_JUDGED = 100
"""How many names of several words are looked at closely: a text with more of them means them."""

_BLANKS = " \t\r\n\x85\u2028\u2029"
"""What YAML takes for spaces and line breaks; any other is part of a text."""

_DECORATION = re.compile(r"[&!]\S*\s*")


class _AbandonedError(Exception):
    """What is left of the text is not worth reading."""


class _Composer:
    """Turns the events of one text into nodes and data, and collects what it refuses."""

    def __init__(self, path: str, text: str, deepest: int) -> None:
        self.top = Place(None, path)
        self.text = text
        self.deepest = deepest
        self.events = Lookahead(read_events(text))
        self.diagnostics: list[Diagnostic] = []
        self.more = 0
        self.open: list[OpenList | OpenMapping] = []
        self.anchors = Anchors()
        self.names_to_judge = MOST_NAMES_JUDGED
        self.root: Node | None = None
        self.data: Data = None

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text, for what is reported of them."""
        return Lines(self.text)

    def compose(self) -> Composition:
        is_whole = False
        try:
            self.read_all()
            is_whole = True
        except YAMLError as error:
            if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
                raise
            from coparent.documents.syntax.complaints import diagnose_complaint  # Only a broken file needs it.

            complaint = diagnose_complaint(self.top, self.text, error)
            if all(found.spot.region != complaint.spot.region for found in self.diagnostics):
                self.diagnostics.append(complaint)
        except _AbandonedError:
            pass
        while self.open:
            self.close(None)
        data = self.data if is_whole else None
        return Composition(self.root, data, tuple(self.named_diagnostics()), is_whole, self.more)

    def has_room(self) -> bool:
        """Whether one more fault is still worked out; if not, it is only counted."""
        if len(self.diagnostics) < MOST_FINDINGS:
            return True
        self.more += 1
        return False

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
                    help = f"split at line {self.lines.position(start)[0]} into a file of its own"
                    self.refuse((start, start + len("---")), message, help)
                    return

    def read_value(self, event: NodeEvent) -> None:
        """Take in a single value, or the opening of a list or record."""
        region = bare_region = self.region(event)
        if is_decorated(event):
            bare_region = self.without_decoration(region)
            if not any(collection.is_refused for collection in self.open) and self.has_room():
                self.diagnostics += refuse_decoration(self.text, self.place_of_next(), event, region, self.anchors)
        if isinstance(event, ScalarEvent):
            is_quoted = bool(event.style) or (event.tag is not None and event.value != "")
            node = ScalarNode(*bare_region, event.value, event.style or "")
            data = Quoted(event.value) if is_quoted else None if event.value in NOTHING else event.value
            self.anchors.add(event.anchor, data)
            self.add(node, data)
        elif not isinstance(event, CollectionStartEvent):
            self.add(ScalarNode(*region, f"*{event.anchor}", ""), _REFUSED)
        elif len(self.open) >= self.deepest:
            self.refuse(region, f"this is nested more than {self.deepest} deep", "write it with fewer levels")
            self.skip()
            self.add(ScalarNode(*region, "", ""), _REFUSED)
        elif isinstance(event, MappingStartEvent):
            place = self.place_of_next()
            self.open.append(OpenMapping(MappingNode(*bare_region), place, {WHERE: place}, anchor=event.anchor))
        else:
            self.open.append(OpenList(SequenceNode(*bare_region), self.place_of_next(), anchor=event.anchor))

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
        holder = self.open[-1] if self.open else None
        is_name = isinstance(holder, OpenMapping) and holder.name is None
        if isinstance(collection, OpenMapping) and self.text.startswith("{", collection.node.start) and not is_name:
            for found in find_words_without_colon(self.text, collection.place, collection.node):
                if self.has_room():
                    self.diagnostics.append(found)
        self.anchors.add(collection.anchor, collection.finished_data())
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
        if isinstance(collection, OpenList):
            collection.node.items.append(node)
            collection.data.append(kept)
        elif collection.name is None:
            self.add_name(collection, node)
        else:
            self.add_value(collection, collection.name, node, kept)

    def add_value(self, mapping: OpenMapping, name: ScalarNode, node: Node, data: Data) -> None:
        """Put a finished value behind its field's name; that of a field which stands there already is reported."""
        if mapping.repeats is not None:
            if self.has_room():
                self.diagnostics.append(report_duplicate(self.lines, mapping.place, (name, node), mapping.repeats))
        elif mapping.is_refused:
            self.refuse_merge(mapping, name, node, data)
        elif not mapping.skips_value:
            mapping.node.add(name, node)
            if data is not None:
                mapping.data.setdefault(name.value, data)
        mapping.name, mapping.skips_value, mapping.repeats = None, False, None

    def refuse_merge(self, mapping: OpenMapping, name: ScalarNode, node: Node, data: Data) -> None:
        """Refuse << and its value, and say what fields it copies."""
        if self.has_room():
            taken = {*mapping.node.first_by_name, *self.events.names_ahead(is_value=False)}
            copied = {field: value for field, value in self.anchors.fields(node, data).items() if field not in taken}
            help = advise_fields(self.text, mapping.node, (name.start, node.end), copied)
            self.refuse(name.region, "<< copies fields from elsewhere", help)

    def add_name(self, mapping: OpenMapping, node: Node) -> None:
        """Take in a field's name, and refuse one that is no text, is a merge key or stands there already."""
        if not isinstance(node, ScalarNode):
            if self.has_room():
                self.diagnostics.append(refuse_name(self.text, mapping.place, mapping.node, node))
            mapping.name, mapping.skips_value = ScalarNode(node.start, node.end, "", ""), True
            return
        mapping.name = node
        if node.value == "<<" and not node.style:
            mapping.skips_value = True
        elif not node.style and re.search("[ :]", node.value) and (misread := self.find_misread_name(mapping, node)):
            self.diagnostics.append(misread)
            mapping.skips_value = True
        elif (first := mapping.node.entry(node.value)) is None:
            return
        elif self.begins_item(mapping, node):
            mapping.name = None
            self.begin_item(mapping, node)
        else:
            mapping.repeats = first

    def find_misread_name(self, mapping: OpenMapping, name: ScalarNode) -> Diagnostic | None:
        """A text that YAML reads as a field's name: it ran over from the line above, or its colon has no space."""
        if self.text.startswith("{", mapping.node.start) or not self.names_to_judge:
            return None
        self.names_to_judge -= 1
        from coparent.documents.syntax.complaints import diagnose  # Hardly any file has such a name.
        from coparent.documents.syntax.fields import find_misread_name

        fault = find_misread_name(self.lines, name.start)
        return diagnose(mapping.place / name.value.partition(":")[0], fault) if fault is not None else None

    def begins_item(self, mapping: OpenMapping, name: ScalarNode) -> bool:
        """Whether a field that stands there already begins the next item of a list, and only lacks its hyphen.

        It is the field that the item above begins with (or its id, and another one), and more of that item's fields
        follow.
        """
        first = mapping.node.entries[0][0]
        if name.value not in (first.value, "id") or self.text[mapping.node.start : mapping.node.start + 1] == "{":
            return False
        if len(self.open) < 2 or not (isinstance(self.open[-2], OpenList) or mapping.place.key in LISTS_OF_RECORDS):
            return False
        next_value, above = self.events.peek(), mapping.data.get(name.value)
        if name.value == "id" and isinstance(next_value, ScalarEvent) and next_value.value == above:
            return False
        until_next = takewhile(lambda ahead: ahead != name.value, self.events.names_ahead())
        return any(ahead in mapping.node.first_by_name for ahead in until_next)

    def begin_item(self, mapping: OpenMapping, name: ScalarNode) -> None:
        """Go on as if the hyphen stood before the name, so that both items are judged; the hyphen is reported."""
        above, holder = mapping.node.entries[0][0], self.open[-2]
        if not isinstance(holder, OpenList):
            place = Place(mapping.place.parent, mapping.place.key)
            # Whatever is in the record has this very place above its own.
            mapping.place.parent, mapping.place.key = place, 0
            holder = OpenList(SequenceNode(*mapping.node.region), place, has_hyphens=False)
            self.open.insert(-1, holder)
            self.diagnostics.append(report_list_without_hyphens(self.lines, place, above, name))
        self.close(None)
        place = self.place_of_next()
        self.open.append(OpenMapping(MappingNode(*name.region), place, {WHERE: place}, name))
        if holder.has_hyphens and self.has_room():
            first_hyphen = holder.node.start
            self.diagnostics.append(report_missing_hyphen(self.lines, place, name, above, first_hyphen))

    def refuse(self, region: Region, message: str, help: str) -> None:
        if self.has_room():
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
