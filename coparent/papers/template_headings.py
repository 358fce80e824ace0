"""Whether a paper shows the headings of its sections as its contents and its other form have them: name and number."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

from coparent.papers.facts import Heading
from coparent.text.escaping import join_lines

_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class ShownHeading:
    """A heading as a reader of the paper sees it. `anchor` is where links lead; Markdown makes it of the words."""

    words: str
    anchor: str


@dataclass
class _HeadingReader(HTMLParser):
    """Collects the headings of a page."""

    found: list[ShownHeading] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._anchor: str | None = None
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _TAGS:
            self._anchor, self._words = dict(attrs).get("id") or "", []

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in _TAGS and self._anchor is not None:
            self.found.append(ShownHeading(_tidy(" ".join(self._words)), self._anchor))
            self._anchor = None


def read_headings(paper: str, form: str) -> Sequence[ShownHeading]:
    """The headings of a paper that was rendered, in their order."""
    if form == "html":
        reader = _HeadingReader()
        reader.feed(paper)
        reader.close()
        return reader.found
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").parse(paper)
    lines = (after for token, after in pairwise(tokens) if token.type == "heading_open")
    return [ShownHeading(_tidy("".join(child.content for child in line.children or ())), "") for line in lines]


def describe_fault(heading: Heading, shown: Sequence[ShownHeading], form: str) -> str:
    """What is wrong with how a section's heading is shown, in words that follow its name; "" if nothing is."""
    expected = _tidy(f"{heading.number} {heading.title}")
    there = [found for found in shown if found.anchor == heading.anchor] if form == "html" else shown
    if any(_tidy(found.words) == expected for found in there):
        return ""
    similar = [found for found in there or shown if found.words.endswith(_tidy(heading.title))]
    if similar and similar[0].words == expected:
        return f'has a heading without its id "{heading.anchor}", to which the contents link'
    if similar and similar[0].words == _tidy(heading.title):
        return f"has a heading without its number, {heading.number}"
    if similar:
        return f'has the heading "{similar[0].words}" in place of "{expected}"'
    renamed = there if form == "html" else [found for found in shown if found.words.split()[:1] == [heading.number]]
    if renamed:
        return f'has the heading "{renamed[0].words}", and the contents name it "{expected}"'
    return f'is shown without its heading, "{expected}"'


def line_to_write(name: str, *, has_blocks: bool, form: str) -> str:
    """What a template writes for the heading of a section: our macro, where it has that, else all of it.

    Officers' own sections have no name: they are printed in the loop through all sections.
    """
    heading = f"paper.{name}.heading" if name else "section"
    if has_blocks:
        return f"{{{{ blocks.head({heading}) }}}}"
    words = f"{{{{ {heading}.number }}}} {{{{ {heading}.title }}}}"
    return f'<h2 id="{{{{ {heading}.anchor }}}}">{words}</h2>' if form == "html" else f"## {words}"


def _tidy(words: str) -> str:
    return " ".join(join_lines(words).split())
