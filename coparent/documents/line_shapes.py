"""Lines as people see them: a field, a list item, or text."""

import re

from coparent.documents.lines import Region
from coparent.values import frozen

FIELD_NAME = re.compile(r"[a-z][a-z0-9_]*")
_ONE_WORD = re.compile(r"[A-Za-z_][\w-]*")
_LINE = re.compile(
    r"""(?P<indent>\ *)
    (?P<hyphens>(?:-(?:\ +|$))*)
    (?:(?P<key>"[^"]*"|'[^']*'|\w[^\[\]{}:]*?)\ ?:(?:[ \t]+|$))?""",
    re.VERBOSE,
)


@frozen
class LineShape:
    """One line as a field, a list item or text. Columns count from 0; `start` is its index in the text.

    `body` is the column behind the hyphens, `value` the column behind the field's name and colon.
    """

    number: int
    start: int
    text: str
    indent: int
    hyphens: tuple[int, ...]
    body: int
    key: str
    value: int

    @property
    def is_structural(self) -> bool:
        """Whether the line names a field or starts a list item."""
        return bool(self.hyphens) or _ONE_WORD.fullmatch(self.key.strip("\"'")) is not None

    @property
    def looks_like_field(self) -> bool:
        """Whether the line begins as a person would begin a field."""
        return FIELD_NAME.fullmatch(self.key) is not None

    @property
    def content(self) -> str:
        """The line behind its spaces and hyphens."""
        return self.text[self.body :].rstrip()

    @property
    def written_value(self) -> str:
        """What is written behind the field's name (or the hyphens), its comment left out."""
        return without_comment(self.text[self.value :])

    def mark(self, column: int) -> Region:
        """The one character at a column."""
        return self.start + column, self.start + column + 1

    def region(self, start: int, end: int) -> Region:
        """The characters between two columns; none where a line ends before the first, such as a bare hyphen's."""
        return self.start + start, self.start + max(start, end)


def shape_line(number: int, start: int, text: str) -> LineShape:
    """Take a line apart."""
    match = _LINE.match(text)
    assert match is not None  # noqa: S101 - every part of the pattern may be empty.
    indent, hyphens_end = match.end("indent"), match.end("hyphens")
    hyphens = tuple(column for column in range(indent, hyphens_end) if text[column] == "-")
    key = (match.group("key") or "").strip()
    return LineShape(number, start, text, indent, hyphens, hyphens_end, key, match.end())


def without_comment(value: str) -> str:
    """A value without the comment behind it; inside quotes # starts none."""
    quoted = re.match(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=\s|$)""", value)
    comment = re.compile(r"\s#").search(value, quoted.end() if quoted else 0)
    return value[: comment.start() if comment else None].rstrip()
