"""Officers' own sections, each in the place its paper gives it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coparent.errors import CoparentError
from coparent.papers.facts import Heading
from coparent.papers.rich_text import RichText
from coparent.papers.sections.numbering import Numbers
from coparent.schema.paper import Paper, Section
from coparent.text.suggestions import nearest


@dataclass(frozen=True, slots=True)
class Placed:
    """An officers' section whose place has been found."""

    section: Section

    def tell(self, numbers: Numbers) -> Heading:
        """Its head, with its text as numbered paragraphs: one for each that its writer left a line empty after."""
        heading = numbers.section("", self.section.title)
        texts = [part.strip() for part in self.section.text.split("\n\n")]
        paragraphs = tuple(numbers.paragraph(RichText(text)) for text in texts if text)
        return replace(heading, paragraphs=paragraphs)


def place_sections(paper: Paper, outline: Sequence[str]) -> Iterator[str | Placed]:
    """The sections of a template by name, with officers' own among them; last, where no place is given.

    Raises CoparentError for a place beside a section that the template does not have.
    """
    wanted: dict[tuple[str, str], list[Placed]] = {}
    for section in paper.sections:
        where, _, name = (section.place or "last").partition(" ")
        if name and name.strip() not in outline:
            raise _unknown_place(paper, section, name.strip(), outline)
        wanted.setdefault((where, name.strip()), []).append(Placed(section))
    yield from wanted.get(("first", ""), ())
    for name in outline:
        yield from wanted.get(("before", name), ())
        yield name
        yield from wanted.get(("after", name), ())
    yield from wanted.get(("last", ""), ())


def _unknown_place(paper: Paper, section: Section, name: str, outline: Sequence[str]) -> CoparentError:
    near = nearest(name, outline)
    return CoparentError(
        f'the section "{section.title}" of paper {paper.id} is to stand {section.place}, '
        f"and the template {paper.template} has no section {name}",
        f"did you mean  {near[0]}?" if near else f"its sections are: {', '.join(outline)}",
    )
