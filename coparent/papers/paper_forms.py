"""The forms that papers have, HTML and Markdown, and how a value is written in each: escaped, whatever it is."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from jinja2.exceptions import TemplateRuntimeError
from jinja2.runtime import Undefined
from markupsafe import Markup, escape

from coparent.papers.markdown_text import escape_destination
from coparent.papers.rich_text import (
    RichText,
    to_html,
    to_html_line,
    to_markdown,
    to_markdown_line,
    to_plain,
)
from coparent.text.addresses import is_address
from coparent.text.escaping import escape_prose, join_lines

LONGEST = 20_000_000
"""How many characters a paper may have."""


class UnprintableError(TemplateRuntimeError):
    """A template asked for something that would put nonsense into a paper. The message says it in words."""


class TooMuchError(TemplateRuntimeError):
    """A template asked for more than a paper can be. The message says it in words."""


def mark_escaped(text: str) -> Markup:
    """A text that has been written for its form, so that it is never escaped again."""
    return Markup(text)  # noqa: S704 - this is where that is promised, and the only place.


@dataclass(frozen=True, slots=True)
class Form:
    """How texts are written in one form of a paper.

    `text` escapes a plain text; `lines` and `line` write a rich one, whole and as part of a line; `paragraph` puts an
    escaped text into a paragraph of its own; `address` writes where a link leads.
    """

    text: Callable[[str], Markup]
    lines: Callable[[RichText], str]
    line: Callable[[RichText], str]
    paragraph: str
    address: Callable[[str], str]

    def show(self, value: object) -> Markup:
        """A value as it is printed. Raises UnprintableError for what is neither text nor a number."""
        if isinstance(value, str):
            return value if isinstance(value, Markup) else self.text(value)
        return mark_escaped(self.lines(value) if isinstance(value, RichText) else _to_text(value))

    def show_inline(self, value: object) -> Markup:
        """A value as it is printed within a line, whatever paragraphs and lists it has."""
        return mark_escaped(self.line(value)) if isinstance(value, RichText) else self.show(value)

    def show_block(self, value: object) -> Markup:
        """A value as it is printed on its own: paragraphs and lists."""
        shown = self.show(value)
        return shown if isinstance(value, (RichText, Markup)) else mark_escaped(self.paragraph.format(shown))

    def show_address(self, value: object) -> Markup:
        """Where a link leads: a page, a mailbox, a telephone or a place in this paper. Raises UnprintableError else."""
        address = _to_text(value)
        if not (is_address(address) or address.startswith(("#", "tel:"))):
            raise UnprintableError(f"a paper may not link to {address[:80]!r}")
        return mark_escaped(self.address(address))

    def join(self, values: Iterable[object]) -> str:
        """Values one after another: escaped, each in its way, if any of them is already; else still to be escaped."""
        pieces = list(values)
        if any(isinstance(piece, (Markup, RichText)) for piece in pieces):
            return mark_escaped(join_bounded(map(self.show, pieces)))
        return join_bounded(map(_to_text, pieces))


FORMS = {
    "html": Form(
        text=lambda text: escape(join_lines(text)),
        lines=to_html,
        line=to_html_line,
        paragraph="<p>{}</p>",
        address=lambda address: str(escape(address)),
    ),
    "md": Form(
        text=lambda text: mark_escaped(escape_prose(text)),
        lines=to_markdown,
        line=to_markdown_line,
        paragraph="{}",
        address=escape_destination,
    ),
}
"""The forms a template can have, by the ending of its name before .j2."""


def plain(value: object) -> str:
    """The words alone, still to be escaped."""
    return to_plain(value) if isinstance(value, RichText) else _to_text(value)


def join_bounded(pieces: Iterable[str]) -> str:
    """Texts as one. Raises TooMuchError before it is longer than a paper may be."""
    joined: list[str] = []
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > LONGEST:
            raise TooMuchError(f"this makes a text of more than {LONGEST // 1_000_000} million characters")
        joined.append(piece)
    return "".join(joined)


def _to_text(value: object) -> str:
    """A text or a number as text. Raises UnprintableError for anything else."""
    if isinstance(value, str):
        return value
    if isinstance(value, Undefined):
        return str(value)  # This raises, and says which name is not there.
    if isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value):
        return str(value)
    raise UnprintableError(_refusal(value))


def _refusal(value: object) -> str:
    match value:
        case None:
            return "there is nothing to print here: it is none"
        case bool():
            return "this is a yes or a no, which no paper prints: use it in an  if"
        case tuple() | list() | dict():
            return "these are several values: print them one by one, in a  for"
        case _:
            kind = type(value).__name__
            article = "an" if kind[:1] in "AEIOUaeiou" else "a"
            return f"this cannot be printed, only what is in it: it is {article} {kind}"
