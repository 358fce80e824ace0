"""The list of measures: the latest figure of each, where it should be, how England does, and which way it goes."""

from collections.abc import Iterable, Sequence
from typing import Any

from coparent.progress import Direction, MeasureProgress
from coparent.progress.wording import england, figure_in_words, short_figure_in_words, unit_in_words
from coparent.schema.measures import Reading
from coparent.tables.filters import Filters, pick_measures
from coparent.tables.layout import DIM, GREEN, RED, Cell, Column, Content, Look
from coparent.tables.listing import Listing, Table, from_table, from_wide_table
from coparent.tables.wording import COLOURS, day_value, deadline_in_words, short_day, timescale_value
from coparent.text.sentences import count, listing
from coparent.workspace import Workspace

FILTERS = ("lead", "organisation", "plan", "outcome", "priority", "overdue")
FIELDS = (
    "id", "title", "type", "unit", "better", "outcomes", "owner", "latest.period.written", "latest.period.start",
    "latest.period.end", "latest.value", "latest.of", "latest.provisional", "target.value",
    "target.by.written", "target.by.end", "england", "direction", "status", "stale_since",
)  # fmt: skip
COMPARATOR = "England"
MOST_DRAWN = 12
"""How many of the last figures a sparkline shows."""
_BLOCKS, _SIGNS = "▁▂▃▄▅▆▇█", "_.-=#"
_WORDS = {
    Direction.BETTER: "better",
    Direction.WORSE: "worse",
    Direction.SAME: "the same",
    Direction.CHANGED: "changed",
    Direction.UNKNOWN: "",
}
_COLOURS = {Direction.BETTER: GREEN, Direction.WORSE: RED}
_WIDE, _NARROW = 110, 76


def list_measures(workspace: Workspace, filters: Filters) -> Listing:
    """The measures that the filters keep, in the order of their files."""
    picked = pick_measures(workspace, filters)

    def table(look: Look) -> Table:
        return _table(picked, look)

    return Listing(
        as_at=workspace.as_at,
        key="measures",
        title="Measures",
        summary=_summarise(picked),
        items=tuple(measure_value(one) for one in picked),
        fields=FIELDS,
        text=from_table(table),
        markdown=from_wide_table(table),
    )


def measure_value(progress: MeasureProgress) -> dict[str, Any]:
    """A measure as other programs read it."""
    measure, target = progress.measure, progress.measure.target
    return {
        "id": measure.id,
        "title": measure.title,
        "type": measure.type or ("performance" if target is not None else "context"),
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


def reading_value(reading: Reading) -> dict[str, Any]:
    """A reading as other programs read it."""
    return {
        "period": timescale_value(reading.period),
        "value": reading.value,
        "of": reading.of,
        "target": reading.target,
        "comparators": dict(reading.comparators),
        "provisional": reading.provisional,
    }


def figure(value: str | int | float | None, unit: str, look: Look) -> str:
    """A figure with its unit."""
    return _in_signs(figure_in_words(value, unit), look)


def short_figure(value: str | int | float | None, unit: str, look: Look) -> str:
    """A figure in as little room as it takes, without a unit that is a word."""
    return _in_signs(short_figure_in_words(value, unit), look)


def _in_signs(words: str, look: Look) -> str:
    return words.replace("£", "GBP ") if look.ascii else words


def sparkline(figures: Sequence[float], look: Look) -> str:
    """The last figures as a row of bars, from the lowest of them to the highest; nothing where there is one or none."""
    drawn = figures[-MOST_DRAWN:]
    if len(drawn) < 2:
        return ""
    bars = _SIGNS if look.ascii else _BLOCKS
    lowest, span = min(drawn), max(drawn) - min(drawn)
    if not span:
        return bars[len(bars) // 2] * len(drawn)
    return "".join(bars[round((value - lowest) / span * (len(bars) - 1))] for value in drawn)


def direction_in_words(progress: MeasureProgress) -> str:
    """Which way a measure went since the figure before."""
    return _WORDS[progress.direction]


def trend(progress: MeasureProgress, look: Look) -> str:
    """The sparkline of a measure's figures."""
    return sparkline([float(reading.value) for reading in progress.figures], look)


def target_in_words(progress: MeasureProgress, look: Look) -> str:
    """The figure to reach, and by when; nothing where there is no target."""
    target = progress.measure.target
    if target is None:
        return ""
    return f"{figure(target.value, progress.measure.unit, look)} by {deadline_in_words(target.by)}"


def _summarise(picked: Sequence[MeasureProgress]) -> str:
    if not picked:
        return "No measure is so."
    parts = [
        (sum(one.direction is Direction.BETTER for one in picked), "better than before"),
        (sum(one.direction is Direction.WORSE for one in picked), "worse"),
        (sum(one.status == "met" for one in picked), "on target"),
        (sum(one.status in ("amber", "missed") for one in picked), "short of target"),
        (sum(one.latest is None for one in picked), "without a figure"),
        (sum(one.stale_since is not None for one in picked), "waiting for a reading"),
    ]
    said = listing([f"{number} {words}" for number, words in parts if number])
    return f"{count(len(picked), 'measure')}{': ' if said else ''}{said}."


def _table(picked: Iterable[MeasureProgress], look: Look) -> Table:
    name, latest, drawn = Column("Measure", wraps=True), Column("Latest", right=True), Column("Trend")
    other = Column(COMPARATOR, right=True)
    if look.columns >= _WIDE:
        columns = (
            Column("ID"), name, latest, Column("Period", wraps=True), Column("Target", wraps=True), other,
            Column("Since before"), drawn,
        )  # fmt: skip
        return Table(columns, tuple(_row(one, look) for one in picked))
    has_other = look.columns >= _NARROW
    rows = [row for one in picked for row in _two_rows(one, look, has_other=has_other)]
    return Table((Column("ID"), name, latest, *((other,) if has_other else ()), drawn), tuple(rows))


def _row(one: MeasureProgress, look: Look) -> tuple[Content, ...]:
    unit = one.measure.unit
    return (
        one.measure.id,
        one.measure.title,
        _latest_cell(one, look),
        _period(one),
        target_in_words(one, look) or "none",
        short_figure(england(one.latest), unit, look),
        Cell(direction_in_words(one), _COLOURS.get(one.direction, "")),
        trend(one, look),
    )


def _two_rows(one: MeasureProgress, look: Look, *, has_other: bool) -> Iterable[tuple[Content, ...]]:
    """The figures, and under the title what they are of and which way they went."""
    other = short_figure(england(one.latest), one.measure.unit, look)
    unit = unit_in_words(one.measure.unit) if one.latest is not None else ""
    direction = direction_in_words(one)
    target = target_in_words(one, look)
    words = [
        f"{_period(one)}{f', {unit}' if unit else ''}",
        f"{direction} than before" if direction in ("better", "worse") else direction,
        f"England {other}" if other and not has_other else "",
        f"target {target}{f', {one.status}' if one.status else ''}" if target else "no target",
    ]
    others = (other,) if has_other else ()
    empty = ("",) if has_other else ()
    yield one.measure.id, one.measure.title, _latest_cell(one, look, is_short=True), *others, trend(one, look)
    yield "", Cell("; ".join(filter(None, words)), DIM), "", *empty, ""


def _latest_cell(one: MeasureProgress, look: Look, *, is_short: bool = False) -> Cell:
    if one.latest is None:
        return Cell("none", DIM)
    write = short_figure if is_short else figure
    return Cell(write(one.latest.value, one.measure.unit, look), COLOURS.get(one.status or "", ""))


def _period(one: MeasureProgress) -> str:
    """What the latest figure is of, and whether the next should have come."""
    if one.latest is None:
        return f"a reading was due by {short_day(one.stale_since)}" if one.stale_since is not None else "no reading yet"
    return f"{one.latest.period.written}{', provisional' if one.latest.provisional else ''}"
