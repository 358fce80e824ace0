"""Where a route leads in a text: the characters that a caret goes under, and the record that holds them."""

import re
from typing import NamedTuple

from coparent.diagnostics import Key, Part, Route, Words
from coparent.documents.lines import Region, end_of_line
from coparent.documents.nodes import MappingNode, Node, ScalarNode, SequenceNode, follow
from coparent.documents.scalars import NOTHING


def find_region(root: Node | None, route: Route, part: Part, text: str) -> Region:
    """Find the characters a caret should go under for a route.

    A missing field is shown at the `id` of its record; a value over several lines, or a whole list or record, at its
    key; a record in a list at its `id` (else its first field).
    """
    if root is None:
        return 0, 0
    node: Node = root
    name: ScalarNode | None = None
    for _, next_name, next_node in follow(root, route):
        if next_node is None:
            assert isinstance(node, MappingNode)  # noqa: S101 - only a mapping can lack a field.
            return _region_of_record(node, name, text)
        name, node = next_name, next_node
    if name is not None:
        return _first_line(name, text) if part is Part.KEY or _is_long(node, text) else node.region
    return _region_of_record(node, None, text) if isinstance(node, MappingNode) else _region_of_item(node, text)


def _region_of_item(node: Node, text: str) -> Region:
    if node.start == node.end and text.endswith("-", 0, node.start):
        return node.start - 1, node.end  # Nothing stands behind the dash: the dash itself.
    return _first_line(node, text)


def _is_long(node: Node, text: str) -> bool:
    """Whether a field's value is better shown by its key: empty, over several lines, or a group of fields."""
    is_one_line = end_of_line(text, node.start, node.end) == node.end
    return node.start == node.end or isinstance(node, MappingNode) or not is_one_line


def _region_of_record(record: MappingNode, name: ScalarNode | None, text: str) -> Region:
    """What stands for a whole record: its id, else the name of the field that holds it, else its first field."""
    identity = record.entry("id")
    if identity is not None and identity[1].start < identity[1].end:
        return _first_line(identity[1], text)
    if name is not None:
        return _first_line(name, text)
    return _first_line(record.entries[0][0] if record.entries else record, text)


def _first_line(node: Node, text: str) -> Region:
    return node.start, end_of_line(text, node.start, node.end)


def find_value(root: Node | None, route: Route) -> Region | None:
    """All the characters of the value that a route leads to."""
    node = _last_node(root, route)
    return node.region if node is not None else None


def is_nothing(root: Node | None, route: Route) -> bool:
    """Whether a field stands there with nothing after it, or with what YAML takes for nothing."""
    node = _last_node(root, route)
    return isinstance(node, ScalarNode) and not node.style and node.value in NOTHING


def find_words(root: Node | None, route: Route, words: Words, text: str) -> Region | None:
    """Find some of a value's words where they are written; None if the value is written so that they cannot be seen.

    A long text may be broken between any two words, so any space stands for any other; words over several lines are
    shown on their first.
    """
    node = _last_node(root, route)
    parts = words.text.split()
    if not isinstance(node, ScalarNode | SequenceNode) or not parts:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, parts)))
    for count, found in enumerate(pattern.finditer(text, node.start, node.end)):
        if count == words.before:
            return found.start(), end_of_line(text, found.start(), found.end())
    return None


def _last_node(root: Node | None, route: Route) -> Node | None:
    nodes = [root, *(node for _, _, node in follow(root, route))]
    return nodes[-1]


class EnclosingRecord(NamedTuple):
    """The nearest record with an id round a route; `field` is the rest of the route without indices.

    Its id and its own route are empty where there is none, and the route that of the file where the file has the id.
    """

    id: str
    route: Route
    field: str


def find_record(root: Node | None, route: Route) -> EnclosingRecord:
    """Find the nearest record with an id round a route."""
    identity, record_route = text_of_field(root, "id"), tuple[Key, ...]()
    taken: list[Key] = []
    rest: list[str] = []
    for key, name, node in follow(root, route):
        taken.append(key)
        if name is not None or (node is None and isinstance(key, str)):
            rest.append(str(key))
        elif inner_identity := text_of_field(node, "id"):
            identity, record_route, rest = inner_identity, tuple(taken), []
    return EnclosingRecord(identity, record_route, ".".join(rest))


def text_of_field(node: Node | None, name: str) -> str:
    """The text of a field as it is written; empty where there is none."""
    entry = node.entry(name) if isinstance(node, MappingNode) else None
    return entry[1].value if entry is not None and isinstance(entry[1], ScalarNode) else ""
