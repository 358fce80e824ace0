"""The kinds of file, each by the word that its `kind` field has. Whatever deals with files goes by this list."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from coparent.schema.record import FileRecord

Kinds: TypeAlias = Mapping[str, "type[FileRecord]"]
FileKind = Literal["strategy", "plan", "updates", "measures", "paper", "settings"]


class _Kinds(Mapping[str, "type[FileRecord]"]):
    """The class of each kind, imported when it is asked for: the command line needs only the words."""

    def __init__(self, classes: Mapping[str, str]) -> None:
        self._classes = classes

    def __getitem__(self, kind: str) -> "type[FileRecord]":
        module, _, name = self._classes[kind].rpartition(".")
        record: type[FileRecord] = getattr(import_module(module), name)
        return record

    def __iter__(self) -> Iterator[str]:
        return iter(self._classes)

    def __len__(self) -> int:
        return len(self._classes)


KINDS: Kinds = _Kinds(
    {
        "strategy": "coparent.schema.strategy.Strategy",
        "plan": "coparent.schema.plan.Plan",
        "updates": "coparent.schema.updates.Updates",
        "measures": "coparent.schema.measures.Measures",
        "paper": "coparent.schema.paper.Paper",
        "settings": "coparent.schema.settings.Settings",
    }
)

OTHER_WORDS = {
    "plan": ("action plan", "delivery plan"),
    "updates": ("return", "update"),
    "measures": ("indicators", "measure"),
    "paper": ("report",),
    "settings": ("setting",),
}
"""What people write when they mean a kind."""
