"""A paper's facts, section by section in the order of its template's outline."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeAlias, TypeVar

from coparent.papers.facts import Heading
from coparent.papers.rich import RichText
from coparent.papers.telling.front import frame_of
from coparent.papers.telling.glance import tell_glance
from coparent.papers.telling.glossary import terms_used
from coparent.papers.telling.material import Material
from coparent.papers.telling.numbering import Numbers
from coparent.papers.telling.officers import Placed, place_sections
from coparent.papers.telling.sections import SECTIONS
from coparent.papers.views import Glossary, PaperView

View = TypeVar("View")
Section: TypeAlias = Any
"""A view of a section: one of those that PaperView has a field for."""

UNNUMBERED = ("young-people",)
"""Templates whose readers are no committee: nobody will quote a paragraph of theirs by its number."""


def tell(material: Material, outline: Sequence[str], hide: Callable[[str], str] = str) -> PaperView:
    """The facts of a paper whose template shows these sections in this order, officers' own among them.

    `hide` puts dots for personal data, which no paper may hold. Raises CoparentError for an officers' section that is
    to stand beside one the template does not have.
    """
    numbers = Numbers(are_shown=material.paper.template not in UNNUMBERED)
    headings: list[Heading] = []
    told: dict[str, Section] = {}
    for placed in place_sections(material.paper, outline):
        if isinstance(placed, Placed):
            headings.append(placed.tell(numbers))
        elif (section := SECTIONS[placed](material, numbers)) is not None:
            told[placed] = section
            headings.append(section.heading)
    view = PaperView(glance=tell_glance(material), sections=tuple(headings), **frame_of(material), **told)
    if isinstance(view.glossary, Glossary):
        terms = terms_used(material.workspace.settings, texts_in(view))
        view = replace(view, glossary=replace(view.glossary, terms=terms))
    return _with_texts(view, hide)


def texts_in(value: object) -> Iterator[str]:
    """Every text that a view holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, RichText):
        yield value.source
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_in(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))


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
