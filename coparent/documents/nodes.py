"""Every key and value of a text with the characters it takes up, and the walks over them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from coparent.diagnostics import Key, Part, Place, Route
from coparent.documents.lines import Region


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
    """A single written value; `style` is the quote, | or > it was written with, or empty."""

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
    first_by_name: dict[Key, tuple[ScalarNode, Node]] = field(default_factory=dict, repr=False)

    def add(self, key: ScalarNode, value: Node) -> None:
        """Take in the field that is written next."""
        entry = key, value
        self.entries.append(entry)
        self.first_by_name.setdefault(key.value, entry)

    def entry(self, name: Key) -> tuple[ScalarNode, Node] | None:
        """The first field of that name."""
        return self.first_by_name.get(name)

    def end_of_last(self) -> int:
        """The end of its last field."""
        return max(self.entries[-1][0].end, self.entries[-1][1].end) if self.entries else self.start


def walk_scalars(node: Node | None, place: Place) -> Iterator[tuple[Place, Part, ScalarNode]]:
    """Every key and single value at or below a node, in the order written."""
    if isinstance(node, ScalarNode):
        yield place, Part.VALUE, node
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.items):
            yield from walk_scalars(item, place / index)
    elif isinstance(node, MappingNode):
        for key, value in node.entries:
            inner_place = place / key.value
            yield inner_place, Part.KEY, key
            yield from walk_scalars(value, inner_place)


def follow(root: Node | None, route: Route) -> Iterator[tuple[Key, ScalarNode | None, Node | None]]:
    """Each key of a route with what it leads to: in a mapping the field's name and value, in a list the item.

    Both are None from the first field on that the text does not have. Other keys that lead nowhere are stepped over:
    validation adds some of its own to its routes.
    """
    node = root
    for key in route:
        name: ScalarNode | None = None
        if isinstance(node, MappingNode):
            name, node = node.entry(key) or (None, None)
        elif isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.items):
            node = node.items[key]
        elif node is not None:
            continue
        yield key, name, node
