"""Officers' own sections, each in the place its paper gives it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from coparent.errors import CoparentError
from coparent.papers.facts import Heading
from coparent.papers.rich_text import RichText
from coparent.papers.sections.numbering import Numbers
from coparent.schema.paper import Paper, Section
from coparent.text.patterns import compile_later
from coparent.text.rich_tables import read_table
from coparent.text.suggestions import nearest

_CLOSING = ("glossary", "key", "appendices")
_EMPTY_LINES = compile_later(r"\n(?:[ \t]*\n)+")


def build_officers_section(section: Section, numbers: Numbers) -> Heading:
    """An officers' section as a heading with numbered paragraphs, which empty lines of its text separate."""
    heading = numbers.section("", section.title)
    return replace(heading, paragraphs=numbers.paragraphs(*map(RichText, _paragraphs(section.text))))


def _paragraphs(text: str) -> Iterator[str]:
    """The parts of a text, each with the tables that follow it and with what is indented below its lists."""
    waiting: list[str] = []
    for part in filter(str.strip, _EMPTY_LINES.split(text)):
        if waiting and not part.startswith((" ", "\t")) and read_table(part.split("\n")) is None:
            yield "\n\n".join(waiting).strip()
            waiting = []
        waiting.append(part)
    if waiting:
        yield "\n\n".join(waiting).strip()


def place_sections(paper: Paper, outline: Sequence[str]) -> Iterator[str | Section]:
    """The sections of a template by name, with officers' own in their places; last, where none is given.

    Last is before what closes a paper, as long as it does stand at its end: what words mean, and what is attached.
    Raises CoparentError for a place beside a section that the template does not have.
    """
    placed: dict[tuple[str, str], list[Section]] = defaultdict(list)
    for section in paper.sections:
        where, _, name = (section.place or "last").partition(" ")
        if name and name.strip() not in outline:
            raise _unknown_place(paper, section, name.strip(), outline)
        placed[where, name.strip()].append(section)
    yield from placed["first", ""]
    body = _without_closing(outline)
    for number, name in enumerate(outline):
        if number == body:
            yield from placed["last", ""]
        yield from placed["before", name]
        yield name
        yield from placed["after", name]
    if body == len(outline):
        yield from placed["last", ""]


def _without_closing(outline: Sequence[str]) -> int:
    """How many sections of a template stand before those that close it."""
    number = len(outline)
    while number and outline[number - 1] in _CLOSING:
        number -= 1
    return number


def _unknown_place(paper: Paper, section: Section, name: str, outline: Sequence[str]) -> CoparentError:
    near = nearest(name, outline)
    return CoparentError(
        f'the section "{section.title}" of paper {paper.id} is to stand {section.place}, '
        f"and the template {paper.template} has no section {name}",
        f"did you mean  {near[0]}?" if near else f"its sections are: {', '.join(outline)}",
    )
