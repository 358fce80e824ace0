"""Every key and value of a text with the characters it takes up: what a Place is looked up in."""

import re
from dataclasses import dataclass, field
from typing import TypeAlias

from coparent.diagnostics import Key, Part, Route, Words
from coparent.documents.lines import end_of_line
from coparent.documents.naming import singular

Region: TypeAlias = tuple[int, int]
"""The index of the first character and of the one just past the last."""


@dataclass(eq=False, slots=True)
class Node:
    """A written value. `start` and `end` are trimmed: a block's end never runs on into what follows it."""

    start: int
    end: int

    @property
    def region(self) -> Region:
        """The characters it takes up."""
        return self.start, self.end


@dataclass(eq=False, slots=True)
class ScalarNode(Node):
    """A single written value."""

    value: str
    style: str


@dataclass(eq=False, slots=True)
class SequenceNode(Node):
    """A list."""

    items: list[Node] = field(default_factory=list)

    def end_of_last(self) -> int:
        """The end of its last item."""
        return self.items[-1].end if self.items else self.start


@dataclass(eq=False, slots=True)
class MappingNode(Node):
    """Fields and their values, in the order written; a field given twice is here twice."""

    entries: list[tuple[ScalarNode, Node]] = field(default_factory=list)
    _first: dict[Key, int] = field(default_factory=dict, repr=False)
    _seen: int = field(default=0, repr=False)

    def entry(self, key: Key) -> tuple[ScalarNode, Node] | None:
        """The first field of that name."""
        for place in range(self._seen, len(self.entries)):
            self._first.setdefault(self.entries[place][0].value, place)
        self._seen = len(self.entries)
        first = self._first.get(key)
        return self.entries[first] if first is not None else None

    def end_of_last(self) -> int:
        """The end of its last field."""
        return max(self.entries[-1][0].end, self.entries[-1][1].end) if self.entries else self.start


def find(root: Node | None, route: Route, part: Part, text: str) -> Region:
    """Find the characters a caret should go under for a route.

    A missing field is shown at the `id` of its record; a value over several lines, or a whole list or record, at its
    key; a record in a list at its `id` (else its first field). Keys that the text does not have are stepped over:
    validation adds some of its own to its routes.
    """
    if root is None:
        return 0, 0
    node: Node = root
    key_node: ScalarNode | None = None
    for key in route:
        if isinstance(node, MappingNode):
            entry = node.entry(key)
            if entry is None:
                return _missing(node, key_node, text)
            key_node, node = entry
        elif isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.items):
            key_node, node = None, node.items[key]
    if key_node is not None:
        return _first_line(key_node, text) if part is Part.KEY or _is_long(node, text) else node.region
    return _missing(node, None, text) if isinstance(node, MappingNode) else _item(node, text)


def _item(node: Node, text: str) -> Region:
    if node.start == node.end and text.endswith("-", 0, node.start):
        return node.start - 1, node.end  # Nothing stands behind the dash: the dash itself.
    return _first_line(node, text)


def _is_long(node: Node, text: str) -> bool:
    """Whether a field's value is better shown by its key: empty, over several lines, or a group of fields."""
    is_one_line = end_of_line(text, node.start, node.end) == node.end
    return node.start == node.end or isinstance(node, MappingNode) or not is_one_line


def _missing(record: MappingNode, key_node: ScalarNode | None, text: str) -> Region:
    identity = record.entry("id")
    if identity is not None and identity[1].start < identity[1].end:
        return _first_line(identity[1], text)
    if key_node is not None:
        return _first_line(key_node, text)
    return _first_line(record.entries[0][0] if record.entries else record, text)


def _first_line(node: Node, text: str) -> Region:
    return node.start, end_of_line(text, node.start, node.end)


def find_record(root: Node | None, route: Route) -> tuple[str, str, str]:
    """The kind and id of the nearest record with an id round a route, and the rest of the route without indices."""
    kind, identity, rest = _identity(root, "")
    if not identity:
        kind = ""
    node, field_name = root, ""
    for key in route:
        if isinstance(node, MappingNode):
            entry = node.entry(key)
            node, field_name = (entry[1] if entry else None), str(key)
            rest = f"{rest}.{key}" if rest else str(key)
        elif isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.items):
            node = node.items[key]
            inner_kind, inner_identity, _ = _identity(node, field_name)
            if inner_identity:
                kind, identity, rest = inner_kind, inner_identity, ""
        elif node is None and isinstance(key, str):
            rest = f"{rest}.{key}" if rest else key
    return kind, identity, rest


def _identity(node: Node | None, field_name: str) -> tuple[str, str, str]:
    if not isinstance(node, MappingNode):
        return "", "", ""
    identity, kind = node.entry("id"), node.entry("kind")
    if identity is None or not isinstance(identity[1], ScalarNode):
        return "", "", ""
    if field_name:
        return singular(field_name), identity[1].value, ""
    return (kind[1].value if kind and isinstance(kind[1], ScalarNode) else ""), identity[1].value, ""


def find_value(root: Node | None, route: Route) -> Region | None:
    """All the characters of the value that a route leads to."""
    node = _follow(root, route)
    return node.region if node is not None else None


def _follow(root: Node | None, route: Route) -> Node | None:
    node = root
    for key in route:
        if isinstance(node, MappingNode):
            entry = node.entry(key)
            node = entry[1] if entry is not None else None
        elif isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.items):
            node = node.items[key]
    return node


def find_words(root: Node | None, route: Route, words: Words, text: str) -> Region | None:
    """Find some of a value's words where they are written; None if the value is written so that they cannot be seen.

    A long text may be broken between any two words, so any space stands for any other; words over several lines are
    shown on their first.
    """
    node = _follow(root, route)
    parts = words.text.split()
    if not isinstance(node, ScalarNode | SequenceNode) or not parts:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, parts)))
    for count, found in enumerate(pattern.finditer(text, node.start, node.end)):
        if count == words.before:
            return found.start(), end_of_line(text, found.start(), found.end())
    return None
