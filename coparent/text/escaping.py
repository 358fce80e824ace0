"""Text made safe for where it is printed: nothing from a plan may move the cursor, colour or hide."""

import re
from collections.abc import Callable
from unicodedata import category

from coparent.text.patterns import compile_later


class _StandIns(dict[int, str]):
    """What `str.translate` puts for each character, worked out when it is first met."""

    def __init__(self, stand_in: Callable[[int], str]) -> None:
        super().__init__()
        self._stand_in = stand_in

    def __missing__(self, code: int) -> str:
        self[code] = standing = self._stand_in(code)
        return standing


def _stand_in(code: int) -> str:
    character = chr(code)
    if character.isprintable() or category(character) == "Zs":
        return character
    if code < 0x20:
        return chr(0x2400 + code)
    return "\N{SYMBOL FOR DELETE}" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"


_STAND_INS = _StandIns(_stand_in)


def make_visible(text: str, *, only_ascii: bool = False) -> str:
    """Put one visible character, one cell wide, for each control, bidirectional or other unprintable one.

    With `only_ascii` every character a plain console cannot show becomes its backslash escape instead.
    """
    if text.isprintable() and not (only_ascii and not text.isascii()):
        return text
    if only_ascii:
        return "".join(c if " " <= c <= "~" else c.encode("unicode_escape").decode("ascii") for c in text)
    return text.translate(_STAND_INS)


# JSON lets these stand, but half a surrogate cannot be written and the others rearrange a terminal.
_UNSAFE_IN_JSON = compile_later("[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def escape_json(text: str) -> str:
    """JSON that has been written, safe to print: what would rearrange a terminal stands as its escape."""
    return _UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


_COMMAND_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_COMMAND_PROPERTY = {**_COMMAND_DATA, **str.maketrans({":": "%3A", ",": "%2C"})}


def escape_command_data(text: str) -> str:
    """What a GitHub workflow command says, however many lines, as part of its one line."""
    return text.translate(_COMMAND_DATA)


def escape_command_property(text: str) -> str:
    """The value of a property of a GitHub workflow command."""
    return text.translate(_COMMAND_PROPERTY)


_OPENS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def escape_formula(text: str) -> str:
    """Text for a cell of a spreadsheet: one that opens as a formula does gets an apostrophe before it."""
    return f"'{text}" if text.startswith(_OPENS_FORMULA) else text


_BREAK = "&#8203;"
_MARKDOWN = str.maketrans(
    {
        **{character: f"\\{character}" for character in "`*_[]~"},
        # A backslash before these would mean something else in a table, or to GitHub.
        **{character: f"&#{ord(character)};" for character in "\\|$"},
        **{"&": "&amp;", "<": "&lt;", ">": "&gt;"},
        **{character: f"{character}{_BREAK}" for character in "@#"},
    }
)
_ADDRESS = compile_later(r"(?<=:)(?=//)|(?<=www)(?=[.])|(?<=gh)(?=-\d)", re.IGNORECASE)
_START_OF_BLOCK = compile_later(r"^(\s*\d*)([-+=.)])")


def escape_markdown(text: str) -> str:
    """Text as one line of Markdown that reads as it is written, in a paragraph and in a cell of a table.

    It is no markup, no HTML and no formula, and calls nobody: GitHub makes links of @names, #numbers and addresses
    even where their characters are escaped, so a space of no width breaks them.
    """
    escaped = _ADDRESS.sub(_BREAK, make_visible(text).translate(_MARKDOWN))
    return _START_OF_BLOCK.sub(r"\1\\\2", escaped, count=1)


_LINE_BREAKS = frozenset(map(ord, "\n\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"))
# They rearrange the text around them, or are no characters at all; what joins letters and emoji is left alone.
_UNPRINTED = frozenset((0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x2070), 0xFEFF))
_ANNOTATING = range(0xFFF9, 0xFFFC)
_NOT_CHARACTERS = range(0xFDD0, 0xFDF0)


def encode_markdown(markdown: str, *, only_ascii: bool) -> str:
    """Markdown as a console can show it: where that is only ASCII, with references that read as the characters."""
    return markdown.encode("ascii", "xmlcharrefreplace").decode() if only_ascii else markdown


def _printed(code: int) -> str:
    character = chr(code)
    if code in _LINE_BREAKS:
        return "\n"
    if character == "\t":
        return " "
    is_none = code & 0xFFFE == 0xFFFE or code in _NOT_CHARACTERS or category(character) in ("Cc", "Cs")
    return "" if is_none or code in _UNPRINTED or code in _ANNOTATING else character


_PRINTED = _StandIns(_printed)
_AROUND_BREAKS = compile_later(r" *\n[ \n]*")


def make_printable(text: str) -> str:
    """What of a text a page can show: control and bidirectional characters gone, every line break a newline."""
    return text if text.isprintable() else text.replace("\r\n", "\n").translate(_PRINTED)


def join_lines(text: str) -> str:
    """What of a text a page can show, as one line: with a space for a line break."""
    return text if text.isprintable() else _AROUND_BREAKS.sub(" ", make_printable(text))


_PROSE = str.maketrans(
    {
        **{character: f"\\{character}" for character in "`*_[]~#"},
        **{character: f"&#{ord(character)};" for character in "\\|$@"},
        **{"&": "&amp;", "<": "&lt;", ">": "&gt;"},
    }
)
# What Markdown makes links of by itself: http://, mailto:, www. and names of computers.
_MAKES_LINK = compile_later(
    r"/(?<=//)|:(?<=mailto:)|:(?<=xmpp:)|\.(?<=www\.)|\.(?<=\w\.)(?=[^\W\d_]{2})", re.IGNORECASE
)
_OPENS_BLOCK = compile_later(r"^ ?(?:\d*(?=[.)](?:\s|$))|(?=[-=:]|\+(?:\s|$)))")
_SPACES_BEFORE = compile_later(r"^\s{2,}")


def escape_prose(text: str, *, opens_line: bool = True) -> str:
    """Text as one line of Markdown in a paper: it reads, and copies, exactly as it is written.

    As `escape_markdown`, it is no markup, HTML, formula or link wherever it stands; but no character is put into it,
    and one that a page cannot show is left out. Give `opens_line=False` for what stands after something else.
    """
    escaped = _MAKES_LINK.sub(lambda match: f"&#{ord(match[0])};", join_lines(text).translate(_PROSE))
    if opens_line:
        escaped = _OPENS_BLOCK.sub(r"\g<0>\\", _SPACES_BEFORE.sub(" ", escaped), count=1)
    # Before a link, it would make a picture of it.
    return f"{escaped[:-1]}\\!" if escaped.endswith("!") else escaped
