"""Every key and value of a text with the characters it takes up: what a Place is looked up in."""

from dataclasses import dataclass, field
from typing import TypeAlias

from coparent.diagnostics import Key, Part, Route
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


@dataclass(eq=False, slots=True)
class MappingNode(Node):
    """Fields and their values, in the order written; a field given twice is here twice."""

    entries: list[tuple[ScalarNode, Node]] = field(default_factory=list)

    def entry(self, key: Key) -> tuple[ScalarNode, Node] | None:
        """The first field of that name."""
        return next((entry for entry in self.entries if entry[0].value == key), None)


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
                return _missing(node, key_node)
            key_node, node = entry
        elif isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.items):
            key_node, node = None, node.items[key]
    if key_node is not None:
        return key_node.region if part is Part.KEY or _is_long(node, text) else node.region
    return _missing(node, None) if isinstance(node, MappingNode) else _first_line(node, text)


def _is_long(node: Node, text: str) -> bool:
    """Whether a field's value is better shown by its key: empty, over several lines, or a group of fields."""
    return node.start == node.end or isinstance(node, MappingNode) or "\n" in text[node.start : node.end]


def _missing(record: MappingNode, key_node: ScalarNode | None) -> Region:
    identity = record.entry("id")
    if identity is not None and identity[1].start < identity[1].end:
        return identity[1].region
    if key_node is not None:
        return key_node.region
    return record.entries[0][0].region if record.entries else record.region


def _first_line(node: Node, text: str) -> Region:
    end = text.find("\n", node.start, node.end)
    return node.start, node.end if end < 0 else end


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
