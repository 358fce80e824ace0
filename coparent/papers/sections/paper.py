"""A paper's facts, section by section in the order of its template's outline."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import attrgetter
from typing import Any, TypeAlias, TypeVar

from coparent.papers.facts import Heading
from coparent.papers.rich_text import RichText
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.front import frame_of
from coparent.papers.sections.glance import build_glance
from coparent.papers.sections.glossary import terms_used
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.officers import Placed, place_sections
from coparent.papers.sections.registry import SECTIONS
from coparent.papers.views import Glossary, PaperView, Term

View = TypeVar("View")
Section: TypeAlias = Any
"""A view of a section: one of those that PaperView has a field for."""

UNNUMBERED = frozenset({"told", "doing", "upcoming", "help"})
"""Sections whose readers are no committee: nobody will quote a paragraph of theirs by its number."""


def tell(context: PaperContext, outline: Sequence[str], hide: Callable[[str], str] = str) -> PaperView:
    """The facts of a paper whose template shows these sections in this order, officers' own among them.

    `hide` puts dots for personal data, which no paper may hold. Raises CoparentError for an officers' section that is
    to stand beside one the template does not have.
    """
    numbers = Numbers(are_shown=UNNUMBERED.isdisjoint(outline))
    headings: list[Heading] = []
    told: dict[str, Section] = {}
    for placed in place_sections(context.paper, outline):
        if isinstance(placed, Placed):
            headings.append(placed.tell(numbers))
        elif (section := SECTIONS[placed](context, numbers)) is not None:
            told[placed] = section
            headings.append(section.heading)
    view = PaperView(glance=build_glance(context), sections=tuple(headings), **frame_of(context), **told)
    if context.workspace.settings.glossary and any(isinstance(one, Glossary) for one in told.values()):
        view = _explain(view, terms_used(context.workspace.settings, texts_in(view)))
    return view if hide is str else _with_texts(view, hide)


def _explain(view: PaperView, terms: tuple[Term, ...]) -> PaperView:
    """A view whose key or glossary explains these short forms."""
    glossary = replace(view.glossary, terms=terms) if view.glossary is not None else None
    return replace(view, glossary=glossary, key=replace(view.key, terms=terms) if view.key is not None else None)


def texts_in(value: object) -> list[str]:
    """Every text that a view holds, in no order; those of an object that stands in several places once."""
    texts: list[str] = []
    left: list[Any] = [value]
    seen: set[int] = set()
    while left:
        one = left.pop()
        kind: Any = type(one)
        if kind is str:
            texts.append(one)
        elif kind is tuple:
            left += one
        elif (fields_of := _fields_of(kind)) is not None and id(one) not in seen:
            seen.add(id(one))
            left += fields_of(one)
    return texts


@cache
def _fields_of(kind: type) -> Callable[[Any], tuple[Any, ...]] | None:
    """What reads every field of a class of facts at once; None for any other class."""
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
    if not names:
        return None
    return attrgetter(*names) if len(names) > 1 else lambda one: (getattr(one, names[0]),)


def _with_texts(value: View, change: Callable[[str], str]) -> View:
    """A view with every text changed; one in which nothing changes is handed back as it is."""
    changed: Any = value
    if isinstance(value, str):
        changed = change(value)
    elif isinstance(value, RichText):
        source = change(value.source)
        changed = value if source == value.source else RichText(source)
    elif isinstance(value, tuple):
        items = tuple(_with_texts(item, change) for item in value)
        changed = value if all(new is old for new, old in zip(items, value, strict=True)) else items
    elif is_dataclass(value) and not isinstance(value, type):
        parts: Mapping[str, Any] = {field.name: getattr(value, field.name) for field in fields(value)}
        new = {name: _with_texts(part, change) for name, part in parts.items()}
        changed = replace(value, **new) if any(new[name] is not parts[name] for name in parts) else value
    return changed  # type: ignore[no-any-return]
