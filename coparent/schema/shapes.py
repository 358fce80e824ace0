"""What a record's fields are, read off its class: for messages, for references, for editors."""

import types
from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass, replace
from functools import cache
from typing import Annotated, Any, Union, cast, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from coparent.diagnostics import Route
from coparent.schema.choices import Choices
from coparent.schema.fields import Noun, OrRecord, Refers


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One field: its name as written, what it holds, and whether it must be there."""

    name: str
    attribute: str
    is_needed: bool
    description: str
    is_list: bool = False
    noun: str = "text"
    choices: Choices | None = None
    refers: Refers | None = None
    record: type | None = None
    entries: "FieldShape | None" = None

    @property
    def holds_ids(self) -> bool:
        """Whether something could look absent while this field cannot be read."""
        return self.refers is not None or self.record is not None


@cache
def shapes(record: type) -> Mapping[str, FieldShape]:
    """The fields of a record class by the names their writers use, in the documented order."""
    hints = get_type_hints(record, include_extras=True)
    infos: Mapping[str, FieldInfo] = record.__pydantic_fields__  # type: ignore[attr-defined]
    return {
        info.alias or name: FieldShape(
            name=info.alias or name,
            attribute=name,
            is_needed=info.is_required(),
            description=info.description or "",
            **_unwrap(hints[name]),
        )
        for name, info in infos.items()
        if name != "where"
    }


def _unwrap(hint: Any) -> dict[str, Any]:
    """Take Annotated, optional and list wrappings off a type, keeping what they say."""
    parts: dict[str, Any] = {}
    waiting = [hint]
    while waiting:
        hint = waiting.pop()
        origin = get_origin(hint)
        if origin is Annotated:
            inner, *notes = get_args(hint)
            _note(parts, notes)
            waiting.append(inner)
        elif origin is tuple:
            item = get_args(hint)
            if len(item) == 2 and item[1] is Ellipsis:
                parts["is_list"] = True
                waiting.append(item[0])
        elif origin is dict:
            parts["entries"] = FieldShape("", "", is_needed=False, description="", **_unwrap(get_args(hint)[1]))
        elif origin in (Union, types.UnionType):
            waiting.extend(arg for arg in get_args(hint) if arg is not type(None))
        elif isinstance(hint, type) and is_dataclass(hint) and "where" in getattr(hint, "__dataclass_fields__", {}):
            parts.setdefault("record", hint)
    return parts


def _note(parts: dict[str, Any], notes: list[Any]) -> None:
    for note in notes:
        if isinstance(note, Noun):
            parts.setdefault("noun", note.words)
        elif isinstance(note, Choices):
            parts.setdefault("choices", note)
        elif isinstance(note, Refers):
            parts.setdefault("refers", note)
        elif isinstance(note, OrRecord):
            parts.setdefault("record", note.record)


@dataclass(frozen=True, slots=True)
class Found:
    """What a route leads to: the record class it is in, and the field there (none for a record itself)."""

    record: type
    field: FieldShape | None
    parents: tuple[type, ...] = ()


def follow(root: type, route: Route) -> Found:
    """Walk a route through record classes as far as they know the way."""
    current, parents = root, cast("tuple[type, ...]", ())
    field: FieldShape | None = None
    for key in route:
        if isinstance(key, int):
            if field is not None and field.record is not None and field.is_list:
                parents, current, field = (*parents, current), field.record, None
            continue
        if field is not None and field.record is not None:
            parents, current, field = (*parents, current), field.record, None
        own = field.entries if field is not None else None
        known = replace(own, name=key) if own is not None else shapes(current).get(key)
        if known is None:
            return Found(current, field, parents)
        field = known
    return Found(current, field, parents)
