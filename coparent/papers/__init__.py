"""Committee papers: the facts of the plans, told once as plain values and laid out by templates."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coparent.papers.context_json import write_context
from coparent.papers.paper_selection import Source, find_paper, organisations_for, paper_from_plans, with_audience
from coparent.papers.sections.context import build_context
from coparent.papers.sections.paper import tell
from coparent.papers.sections.registry import SECTIONS
from coparent.papers.views import PaperView
from coparent.schema.paper import Paper

__all__ = [
    "SECTIONS",
    "PaperView",
    "Source",
    "find_paper",
    "paper_from_plans",
    "view_of",
    "views_of",
    "with_audience",
    "write_context",
]


def view_of(source: Source, paper: Paper, outline: Sequence[str], organisation: str = "") -> PaperView:
    """The facts of one paper, for a template that shows these sections in this order.

    Raises CoparentError for an officers' section that is to stand beside one the template does not have.
    """
    return tell(build_context(source.workspace, paper, organisation, source.draft), outline, source.redact)


def views_of(
    source: Source, paper: Paper, outline: Sequence[str], organisation: str | None = None
) -> Iterator[tuple[str, PaperView]]:
    """A paper's facts for each organisation that it is made for, by its id; "" where it is for nobody in particular.

    `organisation` takes the place of the paper's own. Raises CoparentError for one that is not in the strategy.
    """
    context = build_context(source.workspace, paper, draft=source.draft)
    for identity in organisations_for(context.workspace, paper, organisation):
        yield identity, tell(replace(context, organisation=identity), outline, source.redact)
