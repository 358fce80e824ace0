"""Officers' own sections, each in the place its paper gives it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from coparent.errors import CoparentError
from coparent.papers.facts import Heading
from coparent.papers.rich_text import RichText
from coparent.papers.sections.numbering import Numbers
from coparent.schema.paper import Paper, Section
from coparent.text.suggestions import nearest

_ENDS = ("glossary", "key", "appendices")
"""The sections that a paper ends with."""


def build_officers_section(section: Section, numbers: Numbers) -> Heading:
    """An officers' section as a heading with numbered paragraphs, which empty lines of its text separate."""
    heading = numbers.section("", section.title)
    texts = (RichText(part.strip()) for part in section.text.split("\n\n") if part.strip())
    return replace(heading, paragraphs=numbers.paragraphs(*texts))


def place_sections(paper: Paper, outline: Sequence[str]) -> Iterator[str | Section]:
    """The sections of a template by name, with officers' own in their places: before what ends a paper, by default.

    Raises CoparentError for a place beside a section that the template does not have.
    """
    placed: dict[tuple[str, str], list[Section]] = defaultdict(list)
    for section in paper.sections:
        where, _, name = (section.place or _usual_place(outline)).partition(" ")
        if name and name.strip() not in outline:
            raise _unknown_place(paper, section, name.strip(), outline)
        placed[where, name.strip()].append(section)
    yield from placed["first", ""]
    for name in outline:
        yield from placed["before", name]
        yield name
        yield from placed["after", name]
    yield from placed["last", ""]


def _usual_place(outline: Sequence[str]) -> str:
    """Where a section stands that gives no place: before the key and the appendices, which close a paper."""
    ends = next((name for name in outline if name in _ENDS), None)
    return f"before {ends}" if ends is not None else "last"


def _unknown_place(paper: Paper, section: Section, name: str, outline: Sequence[str]) -> CoparentError:
    near = nearest(name, outline)
    return CoparentError(
        f'the section "{section.title}" of paper {paper.id} is to stand {section.place}, '
        f"and the template {paper.template} has no section {name}",
        f"did you mean  {near[0]}?" if near else f"its sections are: {', '.join(outline)}",
    )
