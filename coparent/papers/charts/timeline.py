"""Where the years of a timeline and the bars and milestones of its actions lie, in per cent of its width."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coparent.timescales import add_months, two_years

_LEAST_DRAWN = 0.5
"""How wide an action is drawn at the least, in per cent."""
_ROOM_FOR_ALL, _ROOM_FOR_SHORT = 17.0, 13.0
"""How wide a year is drawn that has room for "2026/27", and for "26/27"."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A milestone on a timeline, in per cent of its width. `state`: met, missed or coming."""

    x: float
    state: str
    words: str


@dataclass(frozen=True, slots=True)
class Span:
    """An action on a timeline, in per cent of its width, drawn solid from `x` to where it was first due.

    `end` is its due date now. `is_moved` where that lies later: the rest is then drawn as a tail. `is_open` where
    nobody gave a start: it is then marked as open on the left.
    """

    x: float
    solid: float
    end: float
    is_moved: bool
    marks: tuple[Mark, ...]
    is_open: bool = False


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
