"""The facts of a paper over a small workspace, as `coparent render --context` writes them, and its text."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import SimpleNamespace
from typing import TypeAlias

from coparent.papers import PaperView, Source, find_paper, views_of, write_context
from coparent.papers.rendering import render
from coparent.workspace import Workspace, assemble
from tests.workspaces import AS_AT, lay_over

Facts: TypeAlias = SimpleNamespace
"""A mapping of the JSON, its fields read as attributes."""


@dataclass(frozen=True)
class SmallPaper:
    """A paper over these files, with whatever more fields it has, made for an organisation or, if "", for nobody."""

    texts: Mapping[str, str] = field(hash=False)
    fields: str = ""
    organisation: str = ""
    as_at: date = AS_AT
    is_sound: bool = True

    def facts(self, *sections: str) -> Facts:
        """The facts of a template that shows these sections."""
        facts: Facts = json.loads(_context_json(self, sections), object_hook=lambda fields: Facts(**fields)).paper
        return facts

    def section(self, name: str) -> Facts:
        """The facts of one section, which must be there."""
        section: Facts | None = getattr(self.facts(name), name)
        assert section is not None
        return section

    def leaves_out(self, name: str) -> bool:
        """Whether a section is not there, and takes no number from the one that follows it."""
        facts = self.facts(name, "glossary")
        numbers = [(heading.name, heading.number) for heading in facts.sections]
        return getattr(facts, name) is None and numbers == [("glossary", "1")]

    def render(self, template: str, name: str, form: str = "md") -> str:
        """The text of the paper with one section alone, as a shipped template lays it out."""
        return render(self.view(name), template, form)

    def view(self, *sections: str) -> PaperView:
        """What a template that shows these sections is given."""
        workspace = workspace_of(self.texts, self.fields, self.as_at, is_sound=self.is_sound)
        paper = find_paper(workspace, "small-paper")
        ((_, view),) = views_of(Source(workspace), paper, sections, self.organisation or None)
        return view


def small_paper(fields: str = "", organisation: str = "", as_at: date = AS_AT, **overlays: str) -> SmallPaper:
    """A paper over the smallest workspace that is sound, with YAML laid over the file of each kind."""
    return SmallPaper(lay_over(overlays), fields, organisation, as_at)


def workspace_of(
    texts: Mapping[str, str], fields: str = "", as_at: date = AS_AT, *, is_sound: bool = True
) -> Workspace:
    """A workspace of these files and of a paper with these fields."""
    paper = f"kind: paper\nid: small-paper\ntitle: A paper\ntemplate: committee-paper\nas_at: {as_at}\n{fields}"
    workspace = assemble({**texts, "plans/papers/small-paper.yaml": paper}, as_at)
    assert not (is_sound and workspace.diagnostics), [str(diagnostic) for diagnostic in workspace.diagnostics]
    return workspace


def prose(facts: Facts) -> str:
    """The paragraphs of a section, one after another."""
    return " ".join(paragraph.text for paragraph in facts.paragraphs)


def all_text(value: object) -> str:
    """Every text within facts, one after another."""
    return " ".join(text for text in values_in(value) if isinstance(text, str))


def values_in(value: object) -> Iterator[object]:
    """Every text, number and truth within facts."""
    if isinstance(value, Facts):
        yield from values_in([*vars(value).values()])
    elif isinstance(value, list):
        for item in value:
            yield from values_in(item)
    else:
        yield value


@lru_cache(maxsize=64)
def _context_json(paper: SmallPaper, sections: tuple[str, ...]) -> str:
    return write_context(paper.view(*sections))
