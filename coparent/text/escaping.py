"""Text made safe for where it is printed: nothing from a plan may move the cursor, colour or hide."""

import re
from unicodedata import category

from coparent.text.patterns import compile_later


class _Visible(dict[int, str]):
    """For `str.translate`: a visible character for each, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if not character.isprintable() and category(character) != "Zs":
            control = "\N{SYMBOL FOR DELETE}" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"
            character = chr(0x2400 + code) if code < 0x20 else control
        self[code] = character
        return character


_VISIBLE = _Visible()


def make_visible(text: str, *, only_ascii: bool = False) -> str:
    """Replace each control, bidirectional or other unprintable character by a visible one, one cell wide.

    With `only_ascii` every character that a plain console cannot show becomes its backslash escape instead.
    """
    if text.isprintable() and (text.isascii() or not only_ascii):
        return text
    if only_ascii:
        return "".join(c if " " <= c <= "~" else c.encode("unicode_escape").decode("ascii") for c in text)
    return text.translate(_VISIBLE)


# JSON lets these stand, but half a surrogate cannot be written and the others rearrange a terminal.
_UNSAFE_IN_JSON = compile_later("[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def escape_json(text: str) -> str:
    """Escape, in JSON already written, what could rearrange a terminal."""
    return _UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


_COMMAND_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_COMMAND_PROPERTY = {**_COMMAND_DATA, **str.maketrans({":": "%3A", ",": "%2C"})}


def escape_command_data(text: str) -> str:
    """Escape the message of a GitHub workflow command, which must stand on one line."""
    return text.translate(_COMMAND_DATA)


def escape_command_property(text: str) -> str:
    """Escape the value of a property of a GitHub workflow command."""
    return text.translate(_COMMAND_PROPERTY)


# Spreadsheets read the wide and the small signs of East Asian writing as these.
_OPENS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", *"\uff1d\uff0b\uff0d\uff20", *"\ufe66\ufe62\ufe63\ufe6b")


def escape_formula(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(_OPENS_FORMULA) else text


_MARKUP = {character: f"\\{character}" for character in "`*_[]~"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# A backslash before these would mean something else in a table, or to GitHub.
_MARKUP |= {character: f"&#{ord(character)};" for character in "\\|$"}

_BREAK = "&#8203;"
_MARKDOWN = str.maketrans(_MARKUP | {character: f"{character}{_BREAK}" for character in "@#"})
_ADDRESS = compile_later(r"(?<=:)(?=//)|(?<=www)(?=[.])|(?<=gh)(?=-\d)", re.IGNORECASE)
_START_OF_BLOCK = compile_later(r"^(\s*\d*)([-+=.)])")


def escape_markdown(text: str) -> str:
    """Text as one line of Markdown that reads as it is written, in a paragraph and in a cell of a table.

    It is no markup, HTML or formula, and notifies nobody: GitHub makes links of @names, #numbers and addresses even
    where their characters are escaped, so a space of no width breaks them.
    """
    escaped = _ADDRESS.sub(_BREAK, make_visible(text).translate(_MARKDOWN))
    return _START_OF_BLOCK.sub(r"\1\\\2", escaped, count=1)


def encode_markdown(markdown: str, *, only_ascii: bool) -> str:
    """Markdown as a console can show it: where that is only ASCII, with references that read as the characters."""
    return markdown.encode("ascii", "xmlcharrefreplace").decode() if only_ascii else markdown


_LINE_BREAKS = frozenset(map(ord, "\n\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"))
# They rearrange the text around them, or are no characters at all; what joins letters and emoji is left alone.
_SWITCHES_DIRECTION = {0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_LEFT_OUT = {*_SWITCHES_DIRECTION, *range(0x206A, 0x2070), *range(0xFDD0, 0xFDF0), 0xFEFF, *range(0xFFF9, 0xFFFC)}


class _Printable(dict[int, str]):
    """For `str.translate`: what a page can show of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if code in _LINE_BREAKS:
            character = "\n"
        elif character == "\t":
            character = " "
        elif code in _LEFT_OUT or code & 0xFFFE == 0xFFFE or category(character) in ("Cc", "Cs"):
            character = ""
        self[code] = character
        return character


_PRINTABLE = _Printable()
_AROUND_BREAKS = compile_later(r"(?<! ) *+\n[ \n]*+")


def make_printable(text: str) -> str:
    """What a page can show of a text: control and bidirectional characters gone, every line break a newline."""
    return text if text.isprintable() else text.replace("\r\n", "\n").translate(_PRINTABLE)


def join_lines(text: str) -> str:
    """What a page can show of a text, as one line: each line break, with the spaces round it, is one space."""
    return text if text.isprintable() else _AROUND_BREAKS.sub(" ", make_printable(text))


_PROSE = str.maketrans(_MARKUP | {"#": "\\#", "@": "&#64;"})
# What Markdown makes links of by itself: http://, mailto:, www. and names of computers.
_MAKES_LINK = compile_later(
    r"/(?<=//)|:(?<=mailto:)|:(?<=xmpp:)|\.(?<=www\.)|\.(?<=\w\.)(?=[^\W\d_]{2})", re.IGNORECASE
)
_OPENS_BLOCK = compile_later(r"^ ?(?:\d*(?=[.)](?:\s|$))|(?=[-=:]|\+(?:\s|$)))")
_SPACES_BEFORE = compile_later(r"^\s{2,}")


def escape_prose(text: str, *, opens_line: bool = True) -> str:
    """Text as one line of Markdown in a paper: it reads, and copies, exactly as it is written.

    Like `escape_markdown`, but a link is prevented without putting in a character that would be copied too, and what a
    page cannot show is left out. Give `opens_line=False` for text that other text stands before.
    """
    escaped = _MAKES_LINK.sub(lambda match: f"&#{ord(match[0])};", join_lines(text).translate(_PROSE))
    if opens_line:
        escaped = _OPENS_BLOCK.sub(r"\g<0>\\", _SPACES_BEFORE.sub(" ", escaped), count=1)
    # Before a link, it would make a picture of it.
    return f"{escaped[:-1]}\\!" if escaped.endswith("!") else escaped
