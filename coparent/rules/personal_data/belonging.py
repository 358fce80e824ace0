"""Where an address or a telephone number belongs: links, a paper's enquiries_to, the settings' contacts and help."""

import re

from coparent.documents.annotated_source import WrittenValue
from coparent.rules.personal_data.joined_text import Find, JoinedText
from coparent.text.patterns import compile_later

_LINE = compile_later(r"(?P<indent>[ \t]*)(?P<items>(?:-[ \t]+)*)(?:[\"']?(?P<field>[a-z_]+)[\"']?[ \t]*:)?")
_FIELDS = ("url", "path", "enquiries_to")
_TOP_FIELDS = ("contacts", "help")


def is_for_contacts(joined: JoinedText, find: Find) -> bool:
    """Whether a find stands where an address or a number belongs."""
    piece = joined.piece(find)
    if not isinstance(piece, WrittenValue):
        return False
    route = piece.spot.place.route
    if not route:
        return _is_below_field(joined, joined.pieces.index(piece))
    return route[-1] in _FIELDS or route[0] in _TOP_FIELDS


def _is_below_field(joined: JoinedText, index: int) -> bool:
    """The same for a line of a file that cannot be read: going by how far it and the lines above it are indented."""
    line = _read_line(joined, index)
    if line["field"] in (*_FIELDS, *_TOP_FIELDS):
        return True
    while index and line["indent"] + line["items"]:
        index -= 1
        above = _read_line(joined, index)
        is_field_of_list = line["items"] and not above["items"] and above["indent"] == line["indent"]
        if len(above["indent"]) < len(line["indent"]) or is_field_of_list:
            if above["field"] in (*_FIELDS[2:], *_TOP_FIELDS):
                return True
            line = above
    return False


def _read_line(joined: JoinedText, index: int) -> re.Match[str]:
    """How far a line is indented, and the field that it opens, if it does."""
    return next(_LINE.finditer(joined.pieces[index].text))  # It matches the emptiest line.
