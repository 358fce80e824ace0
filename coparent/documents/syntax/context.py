"""What stands around a fault in a text: its lines, their shapes, and what the parser understood before it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property

from yaml.error import Mark, YAMLError
from yaml.events import CollectionEndEvent, CollectionStartEvent, Event, ScalarEvent

from coparent.documents.events import read_events, span
from coparent.documents.line_shapes import LineShape, shape_line
from coparent.documents.lines import Lines, Region
from coparent.documents.retyping import advise_line
from coparent.values import frozen

_COMMON_FIELDS = frozenset((
    "kind", "id", "title", "status", "organisation", "partners", "period", "actions", "outcomes", "priorities", "lead",
    "start", "due", "review", "why", "success", "milestones", "updates", "summary", "plain", "measures", "unit",
    "readings", "value", "on", "stage", "rating", "role", "name", "url",
))  # fmt: skip


@frozen
class ParsedPart:
    """What the parser understood before the fault: the last quoted text, lines inside texts, and open brackets."""

    quoted: Region | None = None
    text_lines: frozenset[int] = frozenset()
    open_brackets: tuple[int, ...] = ()


class SyntaxContext:
    """A refused text: `index` is where the parser gave up, `construct_start` where what it was reading began."""

    def __init__(self, text: str, error: YAMLError, lines: Lines | None = None) -> None:
        self.text = text
        self.lines = lines or Lines(text)
        problem_mark, construct_mark = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
        self.index = self._clamp(problem_mark, getattr(error, "position", 0))
        self.construct_start = self._clamp(construct_mark, self.index)
        words = (getattr(error, "context", None), getattr(error, "problem", None))
        self.complaint = " ".join(word for word in words if word)

    def _clamp(self, mark: Mark | None, otherwise: int) -> int:
        return max(0, min(mark.index if mark else otherwise, len(self.text)))

    @property
    def character(self) -> str:
        """The character the parser gave up at; empty at the end of the text."""
        return self.text[self.index : self.index + 1]

    @property
    def mark(self) -> Region:
        """The one character the parser gave up at."""
        return self.index, self.index + 1

    @cached_property
    def here(self) -> LineShape:
        """The line the parser gave up at."""
        return self.line_at(self.index)

    @property
    def is_first_on_line(self) -> bool:
        """Whether only spaces stand before the fault on its line."""
        return not self.text[self.here.start : self.index].strip()

    @property
    def wants_colon(self) -> bool:
        """Whether the parser took what stands at `construct_start` for a field's name, and met no colon."""
        return "could not find expected ':'" in self.complaint

    def line_at(self, index: int) -> LineShape:
        """The line that holds a character."""
        return self.line(self.lines.position(index)[0])

    def line(self, number: int) -> LineShape:
        """The line with a number, counted from 1."""
        return shape_line(number, self.lines.start(number), self.lines[number])

    def above(self, number: int) -> LineShape | None:
        """The nearest line above that is neither empty nor a comment."""
        for candidate in range(number - 1, 0, -1):
            if _holds_content(self.lines[candidate]):
                return self.line(candidate)
        return None

    def below(self, number: int) -> LineShape | None:
        """The nearest line below that is neither empty nor a comment."""
        for candidate in range(number + 1, len(self.lines) + 1):
            if _holds_content(self.lines[candidate]):
                return self.line(candidate)
        return None

    def names_field(self, word: str) -> bool:
        """Whether a word is the name of a field: a common one, or one this very file uses."""
        return word in _COMMON_FIELDS or word in self._field_names

    @cached_property
    def _field_names(self) -> frozenset[str]:
        return frozenset(re.findall(r"^[ -]*([a-z][a-z0-9_]*):(?= |$)", self.text, re.MULTILINE))

    def columns_of(self, key: str, without: int) -> set[int]:
        """The columns at which the file's other lines name a field."""
        columns = set()
        for match in re.finditer(rf"^([ -]*){re.escape(key)}:(?= |$)", self.text, re.MULTILINE):
            if self.lines.position(match.start())[0] != without:
                columns.add(len(match.group(1)))
        return columns

    @cached_property
    def parsed(self) -> ParsedPart:
        """What the parser understood before the fault; read a second time, as only a broken file needs it."""
        quoted: Region | None = None
        text_lines: set[int] = set()
        brackets: list[int] = []
        for event in self._understood():
            start, end = span(event)
            if isinstance(event, ScalarEvent):
                first = self.lines.position(start)[0]
                text_lines.update(range(first + 1, self.lines.position(max(start, end - 1))[0] + 1))
                quoted = (start, end) if event.style in ("'", '"') else quoted
            elif isinstance(event, CollectionStartEvent):
                # An anchor may stand before the bracket, and [a: b] opens fields with no bracket of their own.
                is_bracket = event.flow_style and self.text[start:end][-1:] in ("[", "{")
                brackets.append(end - 1 if is_bracket else -1)
            elif isinstance(event, CollectionEndEvent):
                brackets.pop()
        return ParsedPart(quoted, frozenset(text_lines), tuple(index for index in brackets if index >= 0))

    def _understood(self) -> Iterator[Event]:
        """The events that the parser had given before the fault."""
        with suppress(YAMLError):
            for event in read_events(self.text):
                if span(event)[1] > max(self.index, self.construct_start):
                    return
                yield event

    def advise_without(self, region: Region) -> str:
        """What to type in place of the line of a region: the line without it."""
        line = self.line_at(region[0])
        left = f"{self.text[line.start : region[0]].rstrip()}{self.text[region[1] : line.start + len(line.text)]}"
        return advise_line(left, "delete it") if left.strip() else "take this line out"

    def fit_to_line(self, region: Region) -> Region:
        """A region cut to its first line, or the last visible character before it where it holds none."""
        start, end = region
        if not self.text.strip():
            return 0, min(1, len(self.text.rstrip("\r\n")))
        if not self.text[start:end].strip(" \r\n"):
            visible_end = len(self.text[:start].rstrip()) or len(self.text) - len(self.text.lstrip()) + 1
            start, end = visible_end - 1, visible_end
        line_end = self.lines.end(self.lines.position(start)[0])
        return start, max(min(end, line_end), start + 1)


def _holds_content(line: str) -> bool:
    stripped = line.strip(" \t")
    return bool(stripped) and not stripped.startswith("#")
