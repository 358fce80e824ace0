"""Committee papers: the facts of the plans, built once as plain values and laid out by templates."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coparent.papers.context_json import write_context
from coparent.papers.paper_selection import Source, find_paper, organisations_for, paper_from_plans, with_audience
from coparent.papers.sections.context import build_context
from coparent.papers.sections.paper import build_paper
from coparent.papers.sections.registry import SECTIONS, PaperView
from coparent.schema.paper import Paper

__all__ = [
    "SECTIONS",
    "PaperView",
    "Source",
    "find_paper",
    "paper_from_plans",
    "views_of",
    "with_audience",
    "write_context",
]


def views_of(
    source: Source, paper: Paper, outline: Sequence[str], organisation: str | None = None
) -> Iterator[tuple[str, PaperView]]:
    """A paper's facts for each organisation that it is made for, by its id; "" where it is for nobody in particular.

    `outline` names the sections that the template shows. `organisation` takes the place of the paper's own.
    Raises CoparentError for one that is not in the strategy, and for an officers' section that is to stand beside
    one the template does not have.
    """
    context = build_context(source.workspace, paper, draft=source.draft)
    for identity in organisations_for(context.workspace, paper, organisation):
        yield identity, build_paper(replace(context, organisation=identity), outline, source.redact)
