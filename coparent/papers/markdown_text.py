"""Markdown written from parsed tokens: only what was understood is markup again, and every text is escaped."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from coparent.text.escaping import escape_prose

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

Shape: TypeAlias = list[tuple[object, ...]]
"""The texts and marks that a reader of Markdown sees, whatever characters they were written with."""

_DASHES = {"": "---", "left": ":---", "center": ":---:", "right": "---:"}
_EMPHASIS = ("*", "_", "")
"""The ways to mark emphasis, in the order they are tried; the last leaves it out."""
_IN_DESTINATION = str.maketrans({"&": "&amp;", "$": "&#36;", "|": "%7C", "\\": "%5C", "<": "%3C", ">": "%3E"})


def write_markdown(tokens: Sequence["Token"], words: str) -> str:
    """Markdown of paragraphs, lists and tables; the plain `words` if no way to write it is read as it was meant."""
    shape = _shape(tokens)
    written = ("\n".join(_blocks(iter(tokens), emphasis)[0]) for emphasis in _EMPHASIS)
    return _first_read_as(shape, written, words)


def write_markdown_line(children: Sequence["Token"], words: str) -> str:
    """Markdown for part of a line of a paragraph or of a table's cell."""
    shape = [("paragraph_open", False, None), *_inline_shape(children), ("paragraph_close", False, None)]
    return _first_read_as(shape, (_inline(children, emphasis) for emphasis in _EMPHASIS), words)


def escape_destination(address: str) -> str:
    """An address as Markdown writes it between the brackets of a link."""
    written = address.translate(_IN_DESTINATION)
    return f"<{written}>" if "(" in written or ")" in written else written


def _first_read_as(shape: Shape, candidates: Iterator[str], words: str) -> str:
    """The first text that reads back as this shape, or as the shape without its emphasis; else the plain words."""
    without = _without_emphasis(shape)
    for text in candidates:
        read = _shape(_reader().parse(text))
        if read == shape or (read == without and shape != without):
            return text
    return escape_prose(words)


@cache
def _reader() -> "MarkdownIt":
    """A parser of all the markup that GitHub knows, to read back what was written."""
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
    return _with_texts_joined(
        ("text", token.content) if token.type == "text" else (token.type, token.attrGet("href")) for token in children
    )


def _without_emphasis(shape: Shape) -> Shape:
    return _with_texts_joined(mark for mark in shape if not str(mark[0]).startswith(("em_", "strong_")))


def _with_texts_joined(marks: Iterable[tuple[object, ...]]) -> Shape:
    """The texts and marks of a line, with neighbouring texts as one and none empty."""
    joined: Shape = []
    for mark in marks:
        if mark[0] != "text":
            joined.append(mark)
        elif joined and joined[-1][0] == "text":
            joined[-1] = ("text", f"{joined[-1][1]}{mark[1]}")
        elif mark[1]:
            joined.append(mark)
    return joined


def _blocks(tokens: Iterator["Token"], emphasis: str) -> tuple[list[str], bool]:
    """The lines of an item, or of a whole text, and whether empty lines part its paragraphs."""
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
        elif token.type == "table_open":
            blocks.append(_table(tokens, emphasis))
            marker = ""
        else:
            marker = _marker(token, marker)
            blocks.append(_items(tokens, marker, token.attrGet("start"), emphasis))
    return _joined(blocks, is_apart or is_top), is_apart


def _joined(blocks: list[list[str]], is_apart: bool) -> list[str]:
    """The lines of all blocks, with an empty line between two if they stand apart."""
    between = [""] if is_apart else []
    return [line for index, block in enumerate(blocks) for line in (*(between if index else ()), *block)]


def _marker(token: "Token", before: str) -> str:
    """The marker of a list's items: another than in a list just before, or both would be read as one list."""
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


def _table(tokens: Iterator["Token"], emphasis: str) -> list[str]:
    """The lines of a table, up to its end."""
    lines: list[str] = []
    dashes: list[str] = []
    for token in tokens:
        match token.type:
            case "table_close":
                break
            case "tr_open":
                lines.append("|")
            case "th_open":
                dashes.append(_DASHES[token.meta["alignment"]])
            case "inline":
                cell = _inline(token.children or (), emphasis)
                lines[-1] += f" {cell} |" if cell else " |"
            case "thead_close":
                lines.append(f"|{'|'.join(dashes)}|")
            case _:
                pass
    return lines


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
