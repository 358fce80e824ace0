"""Where an address or a telephone number belongs: links, a paper's enquiries_to, the settings' contacts and help."""

from collections.abc import Collection
from dataclasses import replace

from coparent.documents.annotated_source import WrittenValue
from coparent.rules.personal_data.joined_text import Find, JoinedText
from coparent.text.patterns import compile_later
from coparent.values import frozen

_LINE = compile_later(r"(?P<indent>[ \t]*+)(?P<items>(?:-[ \t]++)*+)(?:[\"']?(?P<field>[a-z_]++)[\"']?[ \t]*+:)?")
_FIELD_BEFORE = compile_later(r"(?<![^\W_])(?:url|path|enquiries_to)[\"']?\s{0,8}:\s{0,8}[\"']?(?:mailto:|tel:)?\Z")
_FIELD_REACH = 50
_FIELDS = ("url", "path", "enquiries_to")
_TOP_FIELDS = ("contacts", "help")


def is_for_contacts(joined: JoinedText, find: Find, lines_for_contacts: Collection[int]) -> bool:
    """Whether a find stands where an address or a number belongs; the last are what `find_lines` gave."""
    piece = joined.piece(find)
    if not isinstance(piece, WrittenValue):
        return False
    route = piece.spot.place.route
    if not route:
        before = joined.text[max(0, find.start - _FIELD_REACH) : find.start]
        return joined.index(find) in lines_for_contacts or _FIELD_BEFORE.search(before) is not None
    return route[-1] in _FIELDS or route[0] in _TOP_FIELDS


def find_lines(joined: JoinedText) -> set[int]:
    """Which lines of a file that cannot be read are for contacts: by how far they and those above are indented."""
    found: set[int] = set()
    above: list[_Line] = []
    for index, piece in enumerate(joined.pieces):
        line = _read_line(piece.text)
        while above and not line.is_below(above[-1]):
            above.pop()
        is_for_them = bool(above) and above[-1].is_for_contacts
        if is_for_them or line.field in (*_FIELDS, *_TOP_FIELDS):
            found.add(index)
        above.append(replace(line, is_for_contacts=is_for_them or line.field in (*_FIELDS[2:], *_TOP_FIELDS)))
    return found


@frozen
class _Line:
    """How far a line is indented, and the field that it opens, if it does."""

    indent: int
    is_item: bool
    field: str
    is_for_contacts: bool = False
    """Whether the lines below it are."""

    def is_below(self, other: "_Line") -> bool:
        """Whether a line further up holds this one."""
        return other.indent < self.indent or (other.indent == self.indent and self.is_item and not other.is_item)


def _read_line(text: str) -> _Line:
    line = next(_LINE.finditer(text))  # It matches the emptiest line.
    return _Line(len(line["indent"]), bool(line["items"]), line["field"] or "")
