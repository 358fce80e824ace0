"""Geometry of charts from dates and values, as plain numbers: macros only print them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coparent.timescales import add_months, two_years


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar, in per cent of its length. `is_labelled` where there is room for the number."""

    code: str
    number: int
    x: float
    width: float
    middle: float
    is_labelled: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of parts that lie end to end."""

    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """A line of figures, in units of its own box. `lines` are runs without a gap, as SVG writes points.

    `target` is the height of the target's line, None if there is none or it may not be shown.
    """

    width: float
    height: float
    lines: tuple[str, ...]
    dots: tuple[tuple[float, float], ...]
    last: tuple[float, float]
    target: float | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A milestone on a timeline, in per cent of its width. `state`: met, missed or coming."""

    x: float
    state: str
    words: str


@dataclass(frozen=True, slots=True)
class Span:
    """An action on a timeline, in per cent of its width, drawn solid from `x` to where it was first due.

    `end` is its due date now. `is_moved` where that lies later: the rest is then drawn as a tail.
    """

    x: float
    solid: float
    end: float
    is_moved: bool
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A band of a timeline: a financial year, in per cent of its width. `words` are as long as it has room for."""

    x: float
    width: float
    words: str


@dataclass(frozen=True, slots=True)
class Scale:
    """What a timeline is drawn on: its years, and where the day of the paper lies (None if outside)."""

    years: tuple[Year, ...]
    as_at: float | None


_LEAST_LABELLED, _LEAST_DRAWN = 5.0, 0.5
"""How wide a part of a bar is that has room for its number, and an action at the least, in per cent."""
_ROOM_FOR_ALL, _ROOM_FOR_SHORT = 17.0, 13.0
"""How wide a year is drawn that has room for "2026/27", and for "26/27"."""
_TREND_WIDTH, _TREND_HEIGHT, _MARGIN = 168.0, 52.0, 6.0


def bar_of(parts: Sequence[tuple[str, int]]) -> Bar:
    """A bar of parts, each a code and its number, in the order given; parts of none are left out."""
    total = sum(number for _, number in parts)
    segments: list[Segment] = []
    begun = 0
    for code, number in parts:
        if number:
            x, end = begun / total * 100, (begun + number) / total * 100
            is_labelled = end - x >= _LEAST_LABELLED
            segments.append(Segment(code, number, _round(x), _round(end - x), _round((x + end) / 2), is_labelled))
            begun += number
    return Bar(tuple(segments))


def trend_of(figures: Sequence[float | None], target: float | None = None) -> Trend | None:
    """A line through figures at even steps; None is a gap. Nothing for fewer than two figures."""
    known = [figure for figure in figures if figure is not None]
    if len(known) < 2:
        return None
    heights = [*known, target] if target is not None else known
    lowest, span = min(heights), max(heights) - min(heights)
    step = (_TREND_WIDTH - 2 * _MARGIN) / (len(figures) - 1)

    def height(figure: float) -> float:
        share = (figure - lowest) / span if span else 0.5
        return _round(_TREND_HEIGHT - _MARGIN - share * (_TREND_HEIGHT - 2 * _MARGIN))

    runs: list[list[tuple[float, float]]] = [[]]
    for place, figure in enumerate(figures):
        if figure is None:
            runs.append([])
        else:
            runs[-1].append((_round(_MARGIN + place * step), height(figure)))
    dots = tuple(dot for run in runs for dot in run)
    return Trend(
        width=_TREND_WIDTH,
        height=_TREND_HEIGHT,
        lines=tuple(" ".join(f"{x},{y}" for x, y in run) for run in runs if len(run) > 1),
        dots=dots,
        last=dots[-1],
        target=height(target) if target is not None else None,
    )


@dataclass(frozen=True, slots=True)
class Axis:
    """The days that a timeline is drawn from and to, both whole months."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where a day begins, in per cent; a day outside is at the edge."""
        days = (self.last - self.first).days + 1
        return _round(min(max((day - self.first).days / days, 0), 1) * 100)

    def after(self, day: date) -> float:
        """Where a day ends."""
        return self.at(day) if day >= date.max else self.at(day + timedelta(days=1))


def axis_over(days: Iterable[date], as_at: date) -> Axis:
    """An axis over all of these days and the day of the paper, in whole months."""
    known = [*days, as_at]
    first, last = min(known), max(known)
    return Axis(first.replace(day=1), add_months(last.replace(day=1), 1) - timedelta(days=1))


def scale_of(axis: Axis, as_at: date, year_starts: int) -> Scale:
    """The financial years that an axis crosses, and where the day lies."""
    years: list[Year] = []
    begun = axis.first
    while begun <= axis.last:
        first = begun.year if begun.month >= year_starts else begun.year - 1
        following = date(first + 1, year_starts, 1)
        end = min(following - timedelta(days=1), axis.last)
        words = str(first) if year_starts == 1 else two_years(first)
        x = axis.at(begun)
        width = _round(axis.after(end) - x)
        room = words if width > _ROOM_FOR_ALL else words[2:] if width > _ROOM_FOR_SHORT else ""
        years.append(Year(x, width, room))
        begun = following
    return Scale(tuple(years), axis.at(as_at) if axis.first <= as_at <= axis.last else None)


def span_of(axis: Axis, start: date, end: date, moved_from: date | None, marks: Sequence[Mark]) -> Span:
    """An action from its first day to its last, with its milestones."""
    x, last = axis.at(start), axis.after(end)
    first = axis.after(moved_from) if moved_from is not None else last
    is_moved = x < first < last
    return Span(
        x=x,
        solid=max(_round((first if is_moved else last) - x), _LEAST_DRAWN),
        end=last,
        is_moved=is_moved,
        marks=tuple(marks),
    )


def _round(number: float) -> float:
    return round(number, 2)
