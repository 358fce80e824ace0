"""What a template may print, and how it stands in HTML and in Markdown: escaped, whatever it is."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from jinja2.exceptions import TemplateRuntimeError
from jinja2.runtime import Undefined
from markupsafe import Markup, escape

from coparent.papers.markdown_text import escape_destination
from coparent.papers.rich_text import (
    RichText,
    is_address,
    to_html,
    to_html_line,
    to_markdown,
    to_markdown_line,
    to_plain,
)
from coparent.text.escaping import escape_prose, join_lines

LONGEST = 50_000_000
"""How many characters a paper may have."""


class UnprintableError(TemplateRuntimeError):
    """A template asked for something that would put nonsense into a paper. The message says it in words."""


class TooMuchError(TemplateRuntimeError):
    """A template asked for more than a paper can be. The message says it in words."""


def escaped(text: str) -> Markup:
    """A text that has been written for its form, so that it is never escaped again."""
    return Markup(text)  # noqa: S704 - this is where that is promised, and the only place.


@dataclass(frozen=True, slots=True)
class Form:
    """A form that papers have, and how texts are written in it.

    `text` escapes a plain text; `lines` and `line` write a rich one, whole and as part of a line; `paragraph` puts an
    escaped text into a paragraph of its own; `address` writes where a link leads.
    """

    name: str
    text: Callable[[str], Markup]
    lines: Callable[[RichText], str]
    line: Callable[[RichText], str]
    paragraph: str
    address: Callable[[str], str]

    def show(self, value: Any) -> Markup:
        """A value as it is printed. Raises UnprintableError for what is neither text nor a number."""
        if isinstance(value, str):
            return value if isinstance(value, Markup) else self.text(value)
        return escaped(self.lines(value) if isinstance(value, RichText) else _words(value))

    def show_inline(self, value: Any) -> Markup:
        """A value as it is printed within a line, whatever paragraphs and lists it has."""
        return escaped(self.line(value)) if isinstance(value, RichText) else self.show(value)

    def show_block(self, value: Any) -> Markup:
        """A value as it is printed on its own: paragraphs and lists."""
        shown = self.show(value)
        return shown if isinstance(value, (RichText, Markup)) else escaped(self.paragraph.format(shown))

    def show_address(self, value: Any) -> Markup:
        """Where a link leads: a page, a mailbox, a telephone or a place in this paper. Raises UnprintableError else."""
        address = _words(value)
        if not (is_address(address) or address.startswith(("#", "tel:"))):
            raise UnprintableError(f"a paper may not link to {address[:80]!r}")
        return escaped(self.address(address))

    def join(self, values: Iterable[Any]) -> str:
        """Values one after another: still to be escaped if each of them is plain, else escaped, each in its way."""
        pieces = list(values)
        if any(isinstance(piece, (Markup, RichText)) for piece in pieces):
            return escaped(bounded(map(self.show, pieces)))
        return bounded(map(_words, pieces))


def plain(value: Any) -> str:
    """The words alone, still to be escaped."""
    return to_plain(value) if isinstance(value, RichText) else _words(value)


def bounded(pieces: Iterable[str]) -> str:
    """Texts as one. Raises TooMuchError before it is longer than a paper may be."""
    kept: list[str] = []
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > LONGEST:
            raise TooMuchError(f"this makes a text of more than {LONGEST // 1_000_000} million characters")
        kept.append(piece)
    return "".join(kept)


def _words(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value):
        return str(value)
    if isinstance(value, Undefined):
        return str(value)
    raise UnprintableError(_refusal(value))


def _refusal(value: Any) -> str:
    if value is None:
        return "there is nothing to print here: it is none"
    if isinstance(value, bool):
        return "this is a yes or a no, which no paper prints: use it in an  if"
    if isinstance(value, (tuple, list, dict)):
        return "these are several values: print them one by one, in a  for"
    return f"this cannot be printed, only what is in it: it is {_article(type(value).__name__)}"


def _article(noun: str) -> str:
    return f"{'an' if noun[:1] in 'AEIOUaeiou' else 'a'} {noun}"


def _html_address(address: str) -> str:
    return str(escape(address))


FORMS = {
    "html": Form(
        "html",
        lambda text: escape(join_lines(text)),
        to_html,
        to_html_line,
        "<p>{}</p>",
        _html_address,
    ),
    "md": Form("md", lambda text: escaped(escape_prose(text)), to_markdown, to_markdown_line, "{}", escape_destination),
}
"""The forms a template can have, by the ending of its name before .j2."""
