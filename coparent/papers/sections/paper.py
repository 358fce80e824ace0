"""A paper whole: its front, and its sections in the order of the template's outline."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from coparent.papers.facts import HeadedView, Heading
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.front import open_paper
from coparent.papers.sections.glossary import terms_used
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.officers import build_officers_section, place_sections
from coparent.papers.sections.registry import SECTIONS, UNNUMBERED, PaperView, with_sections
from coparent.papers.sections.texts import texts_in, with_texts
from coparent.schema.paper import Section
from coparent.schema.settings import Settings


def build_paper(context: PaperContext, outline: Sequence[str], redact: Callable[[str], str] = str) -> PaperView:
    """Build the view of a paper whose template shows these sections, with officers' own among them.

    `redact` takes personal data out of a text. Raises CoparentError for an officers' section that is to stand beside
    one the template does not have.
    """
    numbers = Numbers(are_shown=UNNUMBERED.isdisjoint(outline))
    headings: list[Heading] = []
    sections: dict[str, HeadedView] = {}
    for placed in place_sections(context.paper, outline):
        if isinstance(placed, Section):
            headings.append(build_officers_section(placed, numbers))
        elif (section := SECTIONS[placed](context, numbers)) is not None:
            sections[placed] = section
            headings.append(section.heading)
    view = _explain_terms(with_sections(open_paper(context, outline), headings, sections), context.workspace.settings)
    return view if redact is str else with_texts(view, redact)


def _explain_terms(view: PaperView, settings: Settings) -> PaperView:
    """The paper with its own short forms explained in its glossary or key, where it has one."""
    if not settings.glossary or (view.glossary is None and view.key is None):
        return view
    terms = terms_used(settings, texts_in(view))
    return replace(
        view,
        glossary=replace(view.glossary, terms=terms) if view.glossary is not None else None,
        key=replace(view.key, terms=terms) if view.key is not None else None,
    )
