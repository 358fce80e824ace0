"""The list of measures: the latest figure of each, where it should be, how England does, and which way it goes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from coparent.progress import Direction, MeasureProgress, Standing, is_performance
from coparent.progress.wording import (
    ENGLAND,
    england,
    figure_in_words,
    short_figure_in_words,
    standing_in_words,
    unit_in_words,
)
from coparent.schema.fields import Role
from coparent.schema.measures import Reading
from coparent.tables.filters import Filters, pick_measures
from coparent.tables.listing import TableListing
from coparent.tables.style import GREEN, RED, TableStyle
from coparent.tables.table import Cell, Column, Row, Table
from coparent.tables.wording import COLOURS, counts_in_words, day_value, deadline_in_words, short_day, timescale_value
from coparent.text.json_text import JsonObject
from coparent.text.sentences import count
from coparent.text.terminal_style import DIM
from coparent.workspace import Workspace

MOST_DRAWN = 12
"""How many of the last figures a sparkline shows."""
_BLOCKS, _SIGNS = "▁▂▃▄▅▆▇█", "_.-=#"
_COLOURS = {Direction.BETTER: GREEN, Direction.WORSE: RED}
_SHORT = (Standing.CLOSE, Standing.MISSED, Standing.OFF_COURSE, Standing.SHORT)
_WIDE, _NARROW = 110, 76


@dataclass(frozen=True)
class MeasureList(TableListing):
    """The measures in the order of their files."""

    key = "measures"
    nothing = "No measure is so."
    fields = (
        "id", "title", "type", "unit", "better", "outcomes", "owner", "latest.period.written", "latest.period.start",
        "latest.period.end", "latest.value", "latest.of", "latest.provisional", "target.value",
        "target.by.written", "target.by.end", "england", "direction", "status", "stale_since",
    )  # fmt: skip
    filters = ("lead", "organisation", "plan", "outcome", "priority", "overdue")

    records: Sequence[MeasureProgress]

    @classmethod
    def build(cls, workspace: Workspace, filters: Filters) -> Self:
        return cls(workspace.as_at, pick_measures(workspace, filters))

    @staticmethod
    def roles(workspace: Workspace) -> Iterator[Role | None]:
        return (measure.owner for measure in workspace.measures)

    @property
    def items(self) -> Sequence[JsonObject]:
        return [measure_value(measure) for measure in self.records]

    def count_in_words(self) -> str:
        counts = {
            "better than before": sum(measure.direction is Direction.BETTER for measure in self.records),
            "worse": sum(measure.direction is Direction.WORSE for measure in self.records),
            "on target": sum(measure.status is Standing.MET for measure in self.records),
            "on course for it": sum(measure.status is Standing.ON_COURSE for measure in self.records),
            "short of target": sum(measure.status in _SHORT for measure in self.records),
            "without a figure": sum(measure.has_no_figure for measure in self.records),
            "waiting for a reading": sum(measure.stale_since is not None for measure in self.records),
        }
        counted = counts_in_words(counts)
        return f"{count(len(self.records), 'measure')}{': ' if counted else ''}{counted}."

    def table(self, style: TableStyle) -> Table:
        """A row for each where there is room; else its period, direction and target stand under its title."""
        name, latest, drawn = Column("Measure", wraps=True), Column("Latest", right=True), Column("Trend")
        england_column = Column(ENGLAND, right=True)
        if style.columns >= _WIDE:
            period, target = Column("Period", wraps=True), Column("Target", wraps=True)
            columns = [Column("ID"), name, latest, period, target, england_column, Column("Since before"), drawn]
            return Table(columns, [_row(measure, style) for measure in self.records])
        has_england = style.columns >= _NARROW
        columns = [Column("ID"), name, latest, *([england_column] if has_england else []), drawn]
        rows = [row for measure in self.records for row in _two_rows(measure, style, has_england=has_england)]
        return Table(columns, rows)


def measure_value(progress: MeasureProgress) -> JsonObject:
    """A measure as other programs read it."""
    measure, target = progress.measure, progress.measure.target
    return {
        "id": measure.id,
        "title": measure.title,
        "type": _type_of(progress),
        "unit": measure.unit,
        "better": measure.better,
        "outcomes": list(measure.outcomes),
        "owner": measure.owner.role if measure.owner is not None else None,
        "latest": reading_value(progress.latest) if progress.latest is not None else None,
        "target": {"value": target.value, "by": timescale_value(target.by)} if target is not None else None,
        "england": england(progress.latest),
        "direction": progress.direction.value,
        "status": progress.status,
        "stale_since": day_value(progress.stale_since),
        "readings": [reading_value(reading) for reading in progress.readings],
    }


def _type_of(progress: MeasureProgress) -> str | None:
    measure = progress.measure
    if measure.type is None and not progress.workspace.is_whole(measure, "type", "target"):
        return None
    return "performance" if is_performance(measure) else "context"


def reading_value(reading: Reading) -> JsonObject:
    """A reading as other programs read it."""
    return {
        "period": timescale_value(reading.period),
        "value": reading.value,
        "of": reading.of,
        "target": reading.target,
        "comparators": dict(reading.comparators),
        "provisional": reading.provisional,
    }


def figure(value: str | int | float | None, unit: str, style: TableStyle, *, is_short: bool = False) -> str:
    """A figure with its unit; in as little room as it takes, without a unit that is a word."""
    words = short_figure_in_words(value, unit) if is_short else figure_in_words(value, unit)
    return words.replace("£", "GBP ") if style.ascii else words


def sparkline(figures: Sequence[float], style: TableStyle) -> str:
    """The last figures as a row of bars, from the lowest of them to the highest; nothing where there is one or none."""
    drawn = figures[-MOST_DRAWN:]
    if len(drawn) < 2:
        return ""
    bars = _SIGNS if style.ascii else _BLOCKS
    lowest = min(drawn) / 2
    span = max(drawn) / 2 - lowest  # Of halves: the whole may be more than a number can be.
    if not span:
        return bars[len(bars) // 2] * len(drawn)
    return "".join(bars[round((value / 2 - lowest) / span * (len(bars) - 1))] for value in drawn)


def direction_in_words(progress: MeasureProgress) -> str:
    """Which way a measure went since the figure before: "better than before", "the same"."""
    return f"{_direction(progress)} than before" if progress.direction in _COLOURS else _direction(progress)


def _direction(progress: MeasureProgress) -> str:
    return progress.direction.value if progress.direction is not Direction.UNKNOWN else ""


def trend(progress: MeasureProgress, style: TableStyle) -> str:
    """The sparkline of a measure's figures."""
    return sparkline([float(reading.value) for reading in progress.figures], style)


def target_in_words(progress: MeasureProgress, style: TableStyle) -> str:
    """The figure to reach, and by when; "" where there is no target."""
    target = progress.measure.target
    if target is None:
        return ""
    return f"{figure(target.value, progress.measure.unit, style)} by {deadline_in_words(target.by)}"


def judged_in_words(progress: MeasureProgress, style: TableStyle) -> str:
    """The figure to reach and by when, and how the last figure stands against what it is judged by."""
    target, standing = target_in_words(progress, style), standing_in_words(progress, progress.status, is_dated=False)
    if standing and progress.latest is not None and progress.latest.target is not None:
        own = f"{figure(progress.latest.target, progress.measure.unit, style)} for {progress.latest.period.written}"
        target = ", ".join(filter(None, (target, own)))
    return f"{target}: {standing}" if standing else target


def _row(progress: MeasureProgress, style: TableStyle) -> Row:
    return (
        progress.measure.id,
        progress.measure.title,
        _latest_cell(progress, style),
        _period(progress),
        judged_in_words(progress, style) or "none",
        figure(england(progress.latest), progress.measure.unit, style, is_short=True),
        Cell(_direction(progress), _COLOURS.get(progress.direction, "")),
        trend(progress, style),
    )


def _two_rows(progress: MeasureProgress, style: TableStyle, *, has_england: bool) -> Iterator[Row]:
    """The figures, and under the title what they are of and which way they went."""
    beside = figure(england(progress.latest), progress.measure.unit, style, is_short=True)
    unit = unit_in_words(progress.measure.unit) if progress.latest is not None else ""
    words = [
        f"{_period(progress)}{f', {unit}' if unit else ''}",
        direction_in_words(progress),
        f"{ENGLAND} {beside}" if beside and not has_england else "",
        f"target {judged}" if (judged := judged_in_words(progress, style)) else "no target",
    ]
    title, trend_drawn = progress.measure.title, trend(progress, style)
    latest = _latest_cell(progress, style, is_short=True)
    yield progress.measure.id, title, latest, *((beside,) if has_england else ()), trend_drawn
    yield "", Cell("; ".join(filter(None, words)), DIM), "", *(("",) if has_england else ()), ""


def _latest_cell(progress: MeasureProgress, style: TableStyle, *, is_short: bool = False) -> Cell:
    if progress.latest is None:
        return Cell("none" if progress.has_no_figure else "not known", DIM)
    words = figure(progress.latest.value, progress.measure.unit, style, is_short=is_short)
    return Cell(words, COLOURS.get(progress.status or "", ""))


def _period(progress: MeasureProgress) -> str:
    """What the latest figure is of, and whether the next should have come."""
    stale_since, latest = progress.stale_since, progress.latest
    if latest is None:
        nothing = "no reading yet" if progress.has_no_figure else ""
        return f"a reading was due by {short_day(stale_since)}" if stale_since is not None else nothing
    return f"{latest.period.written}{', provisional' if latest.provisional else ''}"
