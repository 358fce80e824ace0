"""The kinds of file, each by the word that its `kind` field has. Whatever deals with files goes by this list."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from coparent.schema.record import FileRecord

Kinds: TypeAlias = Mapping[str, "type[FileRecord]"]
FileKind = Literal["strategy", "plan", "updates", "measures", "paper", "settings"]
"""The word for a kind is the name of its module, too, and with a capital that of its class."""
OTHER_WORDS = {
    "plan": "action plan, delivery plan",
    "updates": "return, update",
    "measures": "indicators, measure",
    "paper": "report",
    "settings": "setting",
}
"""What people write when they mean a kind."""
KINDS: Kinds


def __getattr__(name: str) -> Kinds:
    """KINDS, the class of each kind, is made when it is first asked for: the command line needs only the words."""
    if name != "KINDS":
        raise AttributeError(name)
    made: Kinds = {kind: getattr(import_module(f"coparent.schema.{kind}"), kind.title()) for kind in get_args(FileKind)}
    globals()[name] = made
    return made
