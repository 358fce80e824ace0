"""The source lines a diagnostic points at, with carets under what is wrong."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from coparent.diagnostics import Diagnostic, Location
from coparent.documents.lines import Lines
from coparent.reporters.style import COLOURS, FRAME, ReportStyle, location_of
from coparent.text.cells import head, measure, tail, wrap

# Lines nearer than this stand under each other without a break: a plan item is seldom longer.
NEAR = 20
TAB = " " * 4
_LABEL_ROOM = 24
_CONTEXT = 10


@dataclass(frozen=True, slots=True)
class _Mark:
    location: Location
    label: str
    sign: str
    colour: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """As much of a line as there is room for; `start` and `length` are the cells of it that are marked."""

    text: str
    start: int
    length: int


def margin(diagnostic: Diagnostic) -> int:
    """The width of the column of line numbers."""
    lines = [location_of(diagnostic).line, *(location_of(related).line for related in diagnostic.related)]
    return max(2, len(str(max(lines))))


def draw_places(diagnostic: Diagnostic, sources: Mapping[str, Lines], style: ReportStyle) -> list[str]:
    """The lines of every place that a diagnostic points at, file by file, its own file first."""
    gutter = margin(diagnostic)
    marks = _marks(diagnostic, style)
    own = marks[0].location.path
    paths = list(dict.fromkeys(mark.location.path for mark in marks))
    rows: list[str] = []
    for path in paths:
        there = [mark for mark in marks if mark.location.path == path]
        arrow = style.paint("-->" if path == own else ":::", FRAME)
        rows += [f"{' ' * gutter}{arrow} {style.place(there[0].location)}", bar(gutter, style)]
        rows += _draw_file(there, sources.get(path), gutter, style)
        if path != paths[-1]:
            rows.append(bar(gutter, style))
    return rows


def bar(gutter: int, style: ReportStyle, text: str = "") -> str:
    """A row of the frame without a line number."""
    return f"{' ' * (gutter + 1)}{style.paint('|', FRAME)} {text}".rstrip()


def beside(gutter: int, style: ReportStyle, name: str, text: str) -> list[str]:
    """A note below the lines: `= fix: text`, wrapped."""
    label = f"{name}: " if name else ""
    hanging = gutter + 3 + len(label)
    first, *rest = wrap(style.visible(text), style.columns, hanging=hanging)
    return [f"{' ' * (gutter + 1)}{style.paint('=', FRAME)} {label}{first}", *rest]


def _marks(diagnostic: Diagnostic, style: ReportStyle) -> list[_Mark]:
    own = _Mark(location_of(diagnostic), style.visible(diagnostic.label), "^", COLOURS[diagnostic.level])
    others = [_Mark(location_of(other), style.visible(other.message), "-", FRAME) for other in diagnostic.related]
    return [own, *others]


def _draw_file(marks: Sequence[_Mark], lines: Lines | None, gutter: int, style: ReportStyle) -> Iterator[str]:
    last = len(lines) if lines is not None else 0
    if lines is not None:
        yield from _draw_lines([mark for mark in marks if mark.location.line <= last], lines, gutter, style)
    for mark in marks:
        if mark.location.line > last and mark.label:
            yield from beside(gutter, style, "", mark.label)


def _draw_lines(marks: Sequence[_Mark], lines: Lines, gutter: int, style: ReportStyle) -> Iterator[str]:
    ordered = sorted(marks, key=lambda mark: (mark.location.line, mark.location.column))
    last = None
    for number, there in groupby(ordered, key=lambda mark: mark.location.line):
        if last is not None and number - last > NEAR:
            yield "..."
        last = number
        yield from _draw_line(list(there), lines[number], gutter, style)


def _draw_line(marks: Sequence[_Mark], line: str, gutter: int, style: ReportStyle) -> Iterator[str]:
    room = style.columns - gutter - 3
    number = style.paint(str(marks[0].location.line).ljust(gutter), FRAME)
    written = None
    for mark in marks:
        excerpt = cut(line, mark.location, room, style)
        # A line too long to show whole is given again for each mark, cut to suit.
        if excerpt.text != written:
            yield f"{number} {style.paint('|', FRAME)} {excerpt.text}".rstrip()
            written = excerpt.text
        for row in _underline(excerpt, mark, room, style):
            yield bar(gutter, style, row)


def _underline(excerpt: Excerpt, mark: _Mark, room: int, style: ReportStyle) -> Iterator[str]:
    run = " " * excerpt.start + style.paint(mark.sign * excerpt.length, mark.colour)
    if excerpt.start + excerpt.length + 1 + measure(mark.label) <= room:
        yield f"{run} {style.paint(mark.label, mark.colour)}"
        return
    yield run
    indent = max(0, min(excerpt.start, room - _LABEL_ROOM))
    for row in wrap(mark.label, room - indent):
        yield " " * indent + style.paint(row, mark.colour)


def cut(line: str, location: Location, room: int, style: ReportStyle) -> Excerpt:
    """Shorten a line round the part a location names, so that it fits.

    Where the part runs on over several lines, all the rest of this one is marked.
    """
    start = min(location.column - 1, len(line))
    last = len(line) if location.end_line > location.line else location.end_column - 1
    end = min(max(last, start), len(line))
    # Whatever stands further off than this cannot be shown, and a line may be megabytes long.
    reach = 4 * room
    before = _expand(line[max(0, start - reach) : start], style)
    marked = _expand(line[start : min(end, start + reach)], style)
    after = _expand(line[end : end + reach], style)
    length = max(1, measure(marked))
    if measure(before) + length + measure(after) <= room:
        return Excerpt(before + marked + after, measure(before), length)
    return _shorten(before, marked, after, room, "..." if style.ascii else "…")


def _shorten(before: str, marked: str, after: str, room: int, dots: str) -> Excerpt:
    spare = room - 2 * len(dots)
    inner = head(marked, spare - _CONTEXT)
    if inner != marked:
        after = ""
    length = max(1, measure(inner))
    spare -= length
    left = tail(before, spare - min(measure(after), spare // 2))
    right = head(after, spare - measure(left))
    opening = "" if left == before else dots
    closing = "" if (inner, right) == (marked, after) else dots
    return Excerpt(f"{opening}{left}{inner}{right}{closing}", len(opening) + measure(left), length)


def _expand(text: str, style: ReportStyle) -> str:
    return style.visible(text.replace("\t", TAB))
