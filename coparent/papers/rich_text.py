"""Rich text, as a plan holds it, written as HTML, as Markdown or as the words alone.

Bold, emphasis, links, lists and plain tables count; whatever else looks like markup is text. A paper never holds the
source itself: it is written anew from what was parsed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape
from typing import TYPE_CHECKING

from coparent.papers.markdown_text import write_markdown, write_markdown_line
from coparent.papers.table_tokens import CELLS, table_pieces
from coparent.text.addresses import is_address
from coparent.text.escaping import escape_prose, make_printable
from coparent.text.patterns import compile_later
from coparent.text.rich_tables import may_hold_table

if TYPE_CHECKING:  # The parser and nh3 are imported where a text has markup: most papers start without them.
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SCHEMES = ("https", "http", "mailto")
"""What a link may begin with."""

_NOT_MARKUP = (
    *("image", "html_block", "html_inline", "heading", "lheading", "hr", "code", "fence", "reference"),
    *("blockquote", "backticks", "entity", "autolink"),
)
_SIGNS = compile_later(r"[*_\\]")
_ITEM = compile_later(r" *(?:[-+]|\d+[.)])(?: |\n|\Z)")
_ITEM_BELOW = compile_later(r"\n *(?:[-+]|\d+[.)])(?: |\n|\Z)")
_EMPTY_LINES = compile_later(r"\n(?: *\n)+")
_ENDS_SENTENCE = (".", ":", ";", "!", "?")
_PARTS = ";."
"""The marks that part what stands in one line, where it does not end in a mark of its own."""
_TAGS_IN_LINE = {"strong", "em", "a"}
_TAGS = {*_TAGS_IN_LINE, "p", "br", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"}
_LONE_ITEM = ("list_item_open", "paragraph_open", "inline", "paragraph_close", "list_item_close")
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "th": {"scope", "class"}, "td": {"class"}}


@dataclass(frozen=True, slots=True)
class RichText:
    """Text as a plan holds it, in which bold, emphasis, links, lists and plain tables count."""

    source: str


def to_html(rich: RichText) -> str:
    """Paragraphs, lists and tables, as HTML that needs no further escaping."""
    if _has_markup(rich):
        return _render(_parse(rich.source), _TAGS)
    return "\n".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in _paragraphs(rich))


def to_html_line(rich: RichText) -> str:
    """HTML for part of a line: paragraphs follow one another; semicolons part a list's items and a table's rows."""
    if _has_markup(rich):
        from markdown_it.token import Token

        return _render([Token("inline", "", 0, children=[*_line(rich.source)])], _TAGS_IN_LINE)
    return escape(" ".join(_paragraphs(rich)), quote=False)


def to_markdown(rich: RichText) -> str:
    """Paragraphs, lists and tables, as Markdown: several lines, which must begin where a line begins."""
    if _has_markup(rich):
        return write_markdown(_parse(rich.source), to_plain(rich))
    return "\n\n".join(map(escape_prose, _paragraphs(rich)))


def to_markdown_line(rich: RichText) -> str:
    """Markdown in one line, for a paragraph or a table's cell."""
    if _has_markup(rich):
        return write_markdown_line(_line(rich.source), to_plain(rich))
    return escape_prose(" ".join(_paragraphs(rich)))


def to_plain(rich: RichText) -> str:
    """The words alone, in one line. They are not escaped."""
    if _has_markup(rich):
        return "".join(token.content for token in _line(rich.source))
    return " ".join(_paragraphs(rich))


def _has_markup(rich: RichText) -> bool:
    """Whether there are words for the parser, which takes fifty times as long as escaping, to find markup in."""
    return _may_have_markup(make_printable(rich.source)) and any(token.content.strip() for token in _line(rich.source))


def _may_have_markup(text: str) -> bool:
    is_marked = "](" in text or "  \n" in text or _SIGNS.search(text) is not None or _ITEM.match(text) is not None
    return is_marked or ("\n" in text and (_ITEM_BELOW.search(text) is not None or may_hold_table(text)))


def _paragraphs(rich: RichText) -> list[str]:
    """The paragraphs of a text without markup, each as one line."""
    written = (_join(paragraph) for paragraph in _EMPTY_LINES.split(make_printable(rich.source)))
    return [paragraph for paragraph in written if paragraph]


def _join(paragraph: str) -> str:
    return " ".join(line.strip(" ") for line in paragraph.strip().split("\n"))


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    from coparent.papers.table_tokens import add_tables

    parser = MarkdownIt("commonmark", {"html": False}).disable(_NOT_MARKUP)
    add_tables(parser)
    return parser


def _render(tokens: Sequence["Token"], tags: set[str]) -> str:
    """The HTML of what was parsed, cleaned of whatever a fault of the parser could have let in."""
    import nh3

    parser = _parser()
    html = parser.renderer.render(tokens, parser.options, {}).strip()
    return nh3.clean(html, tags=tags, attributes=_ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=None)


@lru_cache(maxsize=4096)
def _parse(source: str) -> Sequence["Token"]:
    tokens = _parser().parse(make_printable(source))
    for token in tokens:
        if token.children:
            token.children = [*_without_dead_links(_join_lines(token.children))]
    return _without_empty(tokens)


def _without_empty(tokens: Iterable["Token"]) -> Sequence["Token"]:
    """What was parsed, without the empty lists and items that a few hyphens make."""
    filled: list[Token] = []
    for token in tokens:
        if filled and filled[-1].type in CELLS:  # An empty cell keeps its place.
            filled.append(token)
        elif token.type == "inline" and not any(child.content.strip() for child in token.children or ()):
            continue
        elif token.nesting < 0 and filled[-1].nesting > 0:
            filled.pop()
        else:
            filled.append(token)
    _close_up(filled)
    return filled


def _close_up(tokens: Sequence["Token"]) -> None:
    """Hide the paragraph of a list of one item: only an empty item, gone by now, had set it apart."""
    for place, token in enumerate(tokens):
        within = tokens[place + 1 : place + 7]
        is_lone = tuple(inner.type for inner in within[:5]) == _LONE_ITEM and within[5].type.endswith("_list_close")
        if is_lone and token.type.endswith("_list_open"):
            within[1].hidden = within[3].hidden = True


def _join_lines(children: list["Token"]) -> list["Token"]:
    for token in children:
        if token.type == "softbreak":
            token.type, token.content = "text", " "
    return children


def _without_dead_links(children: list["Token"]) -> Iterator["Token"]:
    """What a line holds, without the links that have no words or lead where none may lead; their words stay."""
    link: list[Token] = []
    for token in children:
        if token.type == "link_open":
            link = [token]
        elif token.type == "link_close":
            scheme, colon, rest = str(link[0].attrGet("href")).partition(":")
            address, words = f"{scheme.lower()}{colon}{rest}", "".join(part.content for part in link)
            is_alive = is_address(address) and bool(words.strip())
            link[0].attrs = {"href": address}
            yield from (*link, token) if is_alive else link[1:]
            link = []
        elif link:
            link.append(token)
        else:
            yield token


@lru_cache(maxsize=4096)
def _line(source: str) -> Sequence["Token"]:
    """The texts and marks of a source, as one line."""
    from markdown_it.token import Token

    line: list[Token] = []
    for before, children in _pieces(_parse(source)):
        ends = "".join(token.content for token in line[-3:]).rstrip()
        has_mark = before[:1] in _PARTS and ends.endswith(_ENDS_SENTENCE)
        join = before[1:] if has_mark else before
        line.append(Token("text", "", 0, content=join if line else join.lstrip(f" {_PARTS}")))
        line += [Token("text", "", 0, content=" ") if token.type == "hardbreak" else token for token in children]
    return line


def _pieces(tokens: Sequence["Token"]) -> Iterator[tuple[str, Sequence["Token"]]]:
    """Each paragraph, after the text that parts it from the one before: a semicolon before an item of a list."""
    numbers: list[int | None] = []
    before, is_first = " ", True
    left = iter(tokens)
    for token in left:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            numbers.append(int(token.attrGet("start") or 1) if token.type[0] == "o" else None)
            is_first = True
        elif token.type == "list_item_open":
            mark = f"{numbers[-1]}. " if numbers[-1] is not None else ""
            before = f"{' ' if is_first else '; '}{mark}"
            is_first = False
        elif token.type == "list_item_close" and numbers[-1] is not None:
            numbers[-1] += 1
        elif token.type.endswith("_list_close"):
            numbers.pop()
        elif token.type == "table_open":
            yield from table_pieces(left, before)
            before = ". "
        elif token.type == "inline":
            yield before, token.children or []
            before = " "
