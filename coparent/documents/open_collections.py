"""Lists and records while they are read: their nodes and data so far, and what comes next in them."""

from dataclasses import dataclass, field

from coparent.diagnostics import Key, Place
from coparent.documents.nodes import MappingNode, Node, ScalarNode, SequenceNode
from coparent.documents.scalars import Data

_NO_NAME = ScalarNode(0, 0, "", "")


@dataclass(slots=True)
class OpenList:
    """A list that is being read."""

    node: SequenceNode
    place: Place
    data: list[Data] = field(default_factory=list)
    anchor: str | None = None
    is_refused: bool = False
    has_hyphens: bool = True

    @property
    def next_key(self) -> Key:
        """The index of the item that comes next."""
        return len(self.node.items)

    def finished_data(self) -> Data:
        return tuple(self.data)


@dataclass(slots=True)
class OpenMapping:
    """A record that is being read: `name` is that of the field whose value comes next."""

    node: MappingNode
    place: Place
    data: dict[str, Data]
    name: ScalarNode | None = None
    anchor: str | None = None
    skips_value: bool = False
    repeats: tuple[ScalarNode, Node] | None = None
    """The field of the same name that stands above the one whose value comes next."""

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
