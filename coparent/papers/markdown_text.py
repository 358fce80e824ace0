"""Markdown written from parsed tokens: only what was understood is markup again, and every text is escaped."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from coparent.text.escaping import escape_prose

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

Shape: TypeAlias = list[tuple[object, ...]]
"""What a reader of Markdown makes of a text, whatever characters it was written with."""

_EMPHASIS = ("*", "_", "")
"""How to mark emphasis: with what the neighbours allow, and not at all where neither would be read as it."""
_IN_DESTINATION = str.maketrans({"&": "&amp;", "$": "&#36;", "|": "%7C", "\\": "%5C", "<": "%3C", ">": "%3E"})


def emit(tokens: Sequence["Token"], words: str) -> str:
    """Markdown of its own paragraphs and lists. `words` stand for it if no way to write it reads as it should."""
    shape = _shape(tokens)
    written = ("\n".join(_blocks(iter(tokens), emphasis)[0]) for emphasis in _EMPHASIS)
    return _first_that_reads(written, shape, words)


def emit_line(children: Sequence["Token"], words: str) -> str:
    """Markdown for part of a line, of a paragraph or of a table's cell."""
    shape = [("paragraph_open", False, None), *_inline_shape(children), ("paragraph_close", False, None)]
    return _first_that_reads((_inline(children, emphasis) for emphasis in _EMPHASIS), shape, words)


def escape_destination(address: str) -> str:
    """Where a link leads, as it stands between the brackets of a link."""
    written = address.translate(_IN_DESTINATION)
    return f"<{written}>" if "(" in written or ")" in written else written


def _first_that_reads(written: Iterator[str], shape: Shape, words: str) -> str:
    without = _without_emphasis(shape)
    for text in written:
        read = _shape(_reader().parse(text))
        if read == shape or (read == without and shape != without):
            return text
    return escape_prose(words)


@cache
def _reader() -> "MarkdownIt":
    """One that takes for markup all that GitHub does, as the strictest judge of what was written."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _shape(tokens: Sequence["Token"]) -> Shape:
    shape: Shape = []
    for token in tokens:
        if token.type == "inline":
            shape += _inline_shape(token.children or ())
        else:
            shape.append((token.type, token.hidden, token.attrGet("start")))
    return shape


def _inline_shape(children: Sequence["Token"]) -> Shape:
    """The texts and marks of a line, with neighbouring texts as one."""
    shape: Shape = []
    for token in children:
        if token.type != "text":
            shape.append((token.type, token.attrGet("href")))
        elif shape and shape[-1][0] == "text":
            shape[-1] = ("text", f"{shape[-1][1]}{token.content}")
        elif token.content:
            shape.append(("text", token.content))
    return shape


def _without_emphasis(shape: Shape) -> Shape:
    kept: Shape = []
    for mark in shape:
        if str(mark[0]).startswith(("em_", "strong_")):
            continue
        if kept and mark[0] == kept[-1][0] == "text":
            kept[-1] = ("text", f"{kept[-1][1]}{mark[1]}")
        else:
            kept.append(mark)
    return kept


def _blocks(tokens: Iterator["Token"], emphasis: str) -> tuple[list[str], bool]:
    """The lines of what stands in one item, or at the top, and whether its paragraphs stand apart."""
    blocks: list[list[str]] = []
    is_apart, is_top, marker = False, True, ""
    for token in tokens:
        if token.nesting < 0:
            is_top = False
            break
        if token.type == "paragraph_open":
            is_apart = is_apart or not token.hidden
            blocks.append(_inline(next(tokens).children or (), emphasis).split("\n"))
            next(tokens)
            marker = ""
        else:
            marker = _marker(token, marker)
            blocks.append(_items(tokens, marker, token.attrGet("start"), emphasis))
    return _joined(blocks, is_apart or is_top), is_apart


def _joined(blocks: list[list[str]], is_apart: bool) -> list[str]:
    """The lines of all, with an empty line between two if they stand apart."""
    between = [""] if is_apart else []
    return [line for index, block in enumerate(blocks) for line in (*(between if index else ()), *block)]


def _marker(token: "Token", before: str) -> str:
    """What stands before the items of a list: something else than in a list just before, or both would be one."""
    usual, other = ("-", "+") if token.type == "bullet_list_open" else (".", ")")
    return other if before == usual else usual


def _items(tokens: Iterator["Token"], marker: str, start: object, emphasis: str) -> list[str]:
    """The lines of a list, up to its end."""
    items: list[list[str]] = []
    is_apart = False
    number = int(str(start)) if start is not None else 1
    for token in tokens:
        if token.nesting < 0:
            break
        lines, is_loose = _blocks(tokens, emphasis)
        is_apart = is_apart or is_loose
        before = f"{marker} " if marker in "-+" else f"{number + len(items)}{marker} "
        first, *rest = lines or [""]
        items.append([f"{before}{first}".rstrip(), *(f"{' ' * len(before)}{line}".rstrip() for line in rest)])
    return _joined(items, is_apart)


def _inline(children: Sequence["Token"], emphasis: str) -> str:
    """The Markdown of a paragraph."""
    strong = "**" if emphasis else ""
    written: list[str] = []
    opens_line, destination = True, ""
    for token in children:
        match token.type:
            case "text":
                piece = escape_prose(token.content, opens_line=opens_line)
            case "em_open" | "em_close":
                piece = emphasis
            case "strong_open" | "strong_close":
                piece = strong
            case "link_open":
                piece, destination = "[", escape_destination(str(token.attrGet("href")))
            case "link_close":
                piece = f"]({destination})"
            case _:
                piece = "\\\n"
        written.append(piece)
        opens_line = piece == "\\\n" or (opens_line and not piece)
    return "".join(written)
