"""Every template as a paper: over a small workspace in which everything occurs, and over the plans we ship."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from coparent.documents.snapshot import Snapshot
from coparent.documents.tree import PlanTree
from coparent.papers import SECTIONS, PaperView, Source, find_paper, views_of
from coparent.papers.rendering import render
from coparent.papers.template_outlines import outline
from coparent.papers.templates import all_templates
from coparent.schema.paper import Paper
from coparent.schema.record import with_changes
from coparent.workspace import Workspace, assemble
from tests.conftest import ROOT

TEMPLATES = tuple(template.name for template in all_templates(None))
FORMS = ("html", "md")
EXAMPLE = Path(__file__).parent / "example" / "plans"
"""Plans made up for these tests."""
SHIPPED = ROOT / "plans"


@dataclass(frozen=True)
class Set:
    """Plans to make papers of: the paper that each template is tried with, and for whom a brief is."""

    plans: Path
    as_at: date
    paper: str
    organisation: str


SETS = {
    "example": Set(EXAMPLE, date(2026, 9, 30), "panel", "north"),
    "shipped": Set(SHIPPED, date(2026, 11, 30), "panel-progress", "chelmsford"),
}
ON_SHIPPED = ("committee-paper", "highlight")
"""What is looked at over the shipped plans too: a browser takes a minute for all of them."""
NAMES = (*(f"example-{template}" for template in TEMPLATES), *(f"shipped-{template}" for template in ON_SHIPPED))


@cache
def workspace_of(name: str) -> Workspace:
    """The plans of a set, read once."""
    plans = SETS[name]
    tree = PlanTree(plans.plans)
    return assemble(Snapshot(tree), plans.as_at, tree.find)


def paper_for(name: str, template: str) -> Paper:
    """The set's own paper laid out by a template; its officers' sections only where they have their place."""
    paper = find_paper(workspace_of(name), SETS[name].paper)
    if template == paper.template:
        return paper
    return with_changes(paper, template=template, sections=(), recommendations=())


@cache
def view(name: str, template: str, form: str = "html") -> PaperView:
    """The facts of a template's paper over a set of plans."""
    paper = paper_for(name, template)
    organisation = SETS[name].organisation if template == "partner-brief" else None
    sections = outline(template, form, None, tuple(SECTIONS))
    ((_, paper_view),) = views_of(Source(workspace_of(name)), paper, sections, organisation)
    return paper_view


@cache
def rendered(template: str, form: str, name: str = "example") -> str:
    """A template's paper over a set of plans, as text."""
    return render(view(name, template, form), template, form, None)


def rendered_pages() -> dict[str, str]:
    """The HTML of every page to look at, by its name."""
    split = (name.split("-", 1) for name in NAMES)
    return {f"{plans}-{template}": rendered(template, "html", plans) for plans, template in split}
