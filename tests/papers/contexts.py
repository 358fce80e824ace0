"""Material for tests to tell sections from, and what a section says as plain text."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TypeVar

from coparent.documents.reading import Unreadable
from coparent.papers.facts import Paragraph
from coparent.papers.rich_text import RichText
from coparent.papers.sections.context import PaperContext, build_context
from coparent.papers.sections.numbering import Numbers
from coparent.workspace import Workspace, assemble
from tests.workspaces import AS_AT, lay_over

View = TypeVar("View")


def read(texts: Mapping[str, str | Unreadable], paper: str = "", as_at: date = AS_AT) -> Workspace:
    """A workspace of these files and a paper as at the day, with whatever more fields a test gives it."""
    written = f"kind: paper\nid: told\ntitle: A paper\ntemplate: committee-paper\nas_at: {as_at}\n{paper}"
    workspace = assemble({**texts, "plans/papers/told.yaml": written}, as_at)
    assert not workspace.diagnostics, [str(one) for one in workspace.diagnostics]
    return workspace


def context_of(
    texts: Mapping[str, str | Unreadable], paper: str = "", organisation: str = "", as_at: date = AS_AT
) -> PaperContext:
    """What a paper over these files is told from."""
    workspace = read(texts, paper, as_at)
    (told,) = (one for one in workspace.papers if one.id == "told")
    return build_context(workspace, told, organisation)


def laid(paper: str = "", organisation: str = "", as_at: date = AS_AT, **overlays: str) -> PaperContext:
    """The same, laid over the smallest workspace that is sound."""
    return context_of(lay_over(overlays), paper, organisation, as_at)


def told(teller: Callable[[PaperContext, Numbers], View | None], context: PaperContext) -> View:
    """A section, which must be there."""
    view = teller(context, Numbers(are_shown=True))
    assert view is not None
    return view


def said(paragraphs: Iterable[Paragraph]) -> str:
    """Paragraphs, one after another."""
    return " ".join(texts_of(tuple(one.text for one in paragraphs)))


def texts_of(value: object) -> Iterator[str]:
    """Every text of a view."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, RichText):
        yield value.source
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_of(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))
