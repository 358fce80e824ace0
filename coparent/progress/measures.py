"""How far each measure has come as at a day: its figures, which way they go, and whether they meet the target."""

from collections.abc import Iterable
from dataclasses import field
from datetime import date
from enum import Enum
from functools import cached_property

from coparent.progress.dates import one_and_a_half
from coparent.schema.measures import Measure, Reading
from coparent.values import frozen_by_identity
from coparent.workspace import Workspace

_MONTHS_BETWEEN = {"monthly": 1, "quarterly": 3, "termly": 4, "six-monthly": 6, "yearly": 12}


class Direction(Enum):
    """Which way a measure has gone since the reading before, by what is good for it."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "the same"
    CHANGED = "changed"
    UNKNOWN = "unknown"


@frozen_by_identity
class MeasureProgress:
    """Where one measure stands on the day; compared by identity. `readings` are those whose period has ended."""

    workspace: Workspace = field(repr=False)
    measure: Measure
    readings: tuple[Reading, ...]

    @cached_property
    def figures(self) -> tuple[Reading, ...]:
        """The readings with a figure, one for each period, oldest first."""
        return tuple(reading for reading in _final_readings(self.readings) if not isinstance(reading.value, str))

    @property
    def latest(self) -> Reading | None:
        """The last reading with a figure."""
        return self.figures[-1] if self.figures else None

    @property
    def has_no_figure(self) -> bool:
        """Whether there is no figure yet: one that could not be read is a figure."""
        return self.latest is None and self.workspace.is_whole(self.measure, "readings")

    @cached_property
    def direction(self) -> Direction:
        """Which way the last figure went from the one before."""
        if len(self.figures) < 2 or not self.workspace.is_whole(self.measure, "readings"):
            return Direction.UNKNOWN
        before, now = float(self.figures[-2].value), float(self.figures[-1].value)
        if now == before:
            return Direction.SAME
        if self.measure.better == "neither":
            return Direction.CHANGED
        return Direction.BETTER if (now > before) == (self.measure.better == "higher") else Direction.WORSE

    @cached_property
    def status(self) -> str | None:
        """Whether the last figure meets its own target, else the measure's; None where nothing is judged.

        met, amber (short of it by no more than the tolerance) or missed.
        """
        measure, reading = self.measure, self.latest
        if reading is None or measure.better == "neither" or measure.type == "context" or not self._is_judged:
            return None
        target = reading.target if reading.target is not None else measure.target.value if measure.target else None
        if target is None:
            return None
        figure = float(reading.value)
        # Rounded, because 64.3 less 64 is a hair more or less than 0.3 to a computer.
        short_by = round(target - figure if measure.better == "higher" else figure - target, 9)
        if short_by <= 0:
            return "met"
        return "amber" if short_by <= measure.tolerance else "missed"

    @property
    def _is_judged(self) -> bool:
        """Whether all that its status hangs on could be read."""
        is_whole, readings = self.workspace.is_whole, self.readings
        return is_whole(self.measure, "type", "target", "tolerance", "readings") and all(
            is_whole(reading, "target", "provisional") for reading in readings
        )

    @cached_property
    def stale_since(self) -> date | None:
        """The day by which a new reading should have come; None if none is due."""
        measure = self.measure
        periods = [reading.period for reading in self.readings]
        if not periods and measure.baseline is not None:
            periods = [measure.baseline.period]
        last = max((period.end for period in periods if period.end is not None), default=None)
        is_known = self.workspace.is_whole(measure, "frequency", "lag", "baseline", "readings")
        if measure.frequency is None or last is None or not is_known:
            return None
        due_by = one_and_a_half(_MONTHS_BETWEEN[measure.frequency]).after(last)
        due_by = measure.lag.after(due_by) if measure.lag is not None else due_by
        return due_by if due_by < self.workspace.as_at else None


def _final_readings(readings: Iterable[Reading]) -> Iterable[Reading]:
    """One reading of each period: where a final figure follows a provisional one, that is no change."""
    by_period: dict[tuple[date, date] | None, Reading] = {}
    for reading in readings:
        before = by_period.get(reading.period.days)
        if before is None or before.provisional or not reading.provisional:
            by_period[reading.period.days] = reading
    return by_period.values()


def is_performance(measure: Measure) -> bool:
    """Whether a measure is judged against a target: as its type says, else if it has one."""
    return measure.type == "performance" or (measure.type is None and measure.target is not None)
