"""The texts of a view, however deep in its facts: collected, or changed."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TypeVar, cast

from coparent.papers.rich_text import RichText

View = TypeVar("View")


def texts_in(view: object) -> set[str]:
    """Every text of a view; of a rich text, its source."""
    texts: set[str] = set()
    pending, seen = [view], set[int]()  # Many sections show the same action: it is looked into once.
    while pending:
        part = pending.pop()
        if isinstance(part, str):
            texts.add(part)
        elif isinstance(part, tuple):
            pending += part
        elif id(part) not in seen:
            seen.add(id(part))
            pending += [getattr(part, name) for name in field_names(part)]
    return texts


def field_names(part: object) -> tuple[str, ...]:
    """The names of the fields of facts; none for a value of any other kind."""
    kind: type = type(part)
    return _field_names(kind)


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def with_texts(view: View, change: Callable[[str], str]) -> View:
    """The view with every text changed. A part in which nothing changes is handed back as it is."""
    return cast(View, _changed(view, change))


def _changed(part: object, change: Callable[[str], str]) -> object:
    if isinstance(part, str):
        return change(part)
    if isinstance(part, RichText):
        source = change(part.source)
        return part if source == part.source else RichText(source)
    if isinstance(part, tuple):
        items = tuple(_changed(item, change) for item in part)
        return part if all(new is old for new, old in zip(items, part, strict=True)) else items
    if is_dataclass(part) and not isinstance(part, type):
        old = {name: getattr(part, name) for name in field_names(part)}
        new = {name: _changed(value, change) for name, value in old.items()}
        return replace(part, **new) if any(new[name] is not old[name] for name in old) else part
    return part
