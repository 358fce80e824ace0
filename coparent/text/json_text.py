"""Values written as JSON that is safe to print anywhere."""

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from coparent.text.escaping import escape_json

Json: TypeAlias = str | int | float | bool | Sequence["Json"] | Mapping[str, "Json"] | None
"""What JSON can hold."""
JsonObject: TypeAlias = dict[str, Json]


def encode_json(value: Json, *, indent: int | None = 2, only_ascii: bool = False) -> str:
    """A value as JSON, on one line where `indent` is None."""
    return escape_json(json.dumps(value, indent=indent, ensure_ascii=only_ascii))
