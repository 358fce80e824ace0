"""What the names that YAML hangs on values stand for, so that it can be written out."""

from collections.abc import Iterator, Mapping

from coparent.advice import Writable, as_yaml
from coparent.documents.nodes import Node, ScalarNode, SequenceNode
from coparent.documents.retyping import LONGEST_RETYPED
from coparent.documents.scalars import WHERE, Data

_MOST_VALUES = 50
"""A value of more parts than this is not written out on one line."""


class Anchors:
    """The values of one text that have a name, each written on one line where it is short."""

    def __init__(self) -> None:
        self._data: dict[str, Data] = {}
        self._written: dict[str, str] = {}

    def add(self, name: str | None, data: Data) -> None:
        """Keep the value that a name hangs on, if one does."""
        if name is not None:
            self._data[name] = data
            self._written[name] = write_out(data)

    def __contains__(self, name: str) -> bool:
        return name in self._data

    def write_value(self, name: str) -> str:
        """The value of a name as it is typed on one line; empty where it is not known, or long."""
        return self._written.get(name, "")

    def fields(self, node: Node, data: Data) -> Mapping[str, Data]:
        """The fields that << copies, of which the first of a name counts: its value, or what that points to."""
        copied: dict[str, Data] = {}
        for source in self._sources(node, data):
            if isinstance(source, dict):
                for name, value in source.items():
                    copied.setdefault(name, value)
        copied.pop(WHERE, None)
        return copied

    def _sources(self, node: Node, data: Data) -> Iterator[Data]:
        if isinstance(node, SequenceNode) and isinstance(data, tuple):
            for item, item_data in zip(node.items, data, strict=True):
                yield from self._sources(item, item_data)
        elif isinstance(node, ScalarNode) and data is None:
            yield self._data.get(node.value.removeprefix("*"))
        else:
            yield data


def write_out(data: Data) -> str:
    """A value as it is typed on one line; empty where it is long, or holds what cannot be written out."""
    left = [_MOST_VALUES]
    try:
        written = as_yaml(_as_writable(data, left))
    except ValueError:
        return ""
    return written if len(written) <= LONGEST_RETYPED else ""


def _as_writable(data: Data, left: list[int]) -> Writable:
    left[0] -= 1
    if data is None or left[0] < 0:
        raise ValueError
    if isinstance(data, tuple):
        return [_as_writable(item, left) for item in data]
    if isinstance(data, dict):
        return {name: _as_writable(value, left) for name, value in data.items() if name != WHERE}
    return str(data)
