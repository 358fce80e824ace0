"""How far each measure has come as at a day: its figures, which way they go, and whether they meet the target."""

from collections.abc import Iterable
from dataclasses import field
from datetime import date
from enum import Enum, StrEnum
from functools import cached_property

from coparent.progress.dates import one_and_a_half
from coparent.schema.measures import Baseline, Measure, Reading, may_count_people, people_in
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


class Standing(StrEnum):
    """How the last figure of a measure stands against its target.

    It is missed only once its day has passed and a figure for that day is known, or if the figure has a target of its
    own. Before that, a figure short of the target is on course or off it: the straight line from the baseline, or from
    the first figure, to the target on its day says which. Where no such line can be drawn it is just short.
    """

    MET = "met"
    CLOSE = "amber"
    MISSED = "missed"
    ON_COURSE = "on-course"
    OFF_COURSE = "off-course"
    SHORT = "short"


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

    @cached_property
    def direction(self) -> Direction:
        """Which way the last figure went from the one before."""
        if len(self.figures) < 2:
            return Direction.UNKNOWN
        before, now = float(self.figures[-2].value), float(self.figures[-1].value)
        if now == before:
            return Direction.SAME
        if self.measure.better == "neither":
            return Direction.CHANGED
        return Direction.BETTER if (now > before) == (self.measure.better == "higher") else Direction.WORSE

    @property
    def target_due(self) -> date | None:
        """The day by which the measure's target is to be met; None where there is no target, or no such day."""
        target, strategy = self.measure.target, self.workspace.strategy
        return target.by.within(strategy.period if strategy is not None else None).end if target is not None else None

    @property
    def judged_by(self) -> int | float | None:
        """The target that the last figure is held against: its own, else the measure's."""
        measure, reading = self.measure, self.latest
        if reading is None or measure.better == "neither" or measure.type == "context":
            return None
        if reading.target is not None:
            return reading.target
        return measure.target.value if measure.target is not None else None

    @cached_property
    def status(self) -> Standing | None:
        """How the last figure stands against its own target, else the measure's; None where nothing is judged."""
        reading, target = self.latest, self.judged_by
        if reading is None or target is None:
            return None
        short_by = self._short_of(target, float(reading.value))
        if short_by <= 0:
            return Standing.MET
        if short_by <= self.measure.tolerance:
            return Standing.CLOSE
        return Standing.MISSED if reading.target is not None or self._is_for_target_day(reading) else self._course

    def _short_of(self, aim: float, figure: float) -> float:
        """By how much a figure falls short of what it should be; 0 or less where it does not."""
        # Rounded, because 64.3 less 64 is a hair more or less than 0.3 to a computer.
        return round(aim - figure if self.measure.better == "higher" else figure - aim, 9)

    def _is_for_target_day(self, reading: Reading) -> bool:
        """Whether the day of the target has passed, and the figure is for that day or a later one."""
        due, end = self.target_due, reading.period.end
        return due is not None and due < self.workspace.as_at and end is not None and end >= due

    @property
    def _course(self) -> Standing:
        """Whether the last figure, short of a target still to come, is where a straight line would have it by now."""
        target, due, latest, start = self.measure.target, self.target_due, self.latest, self.start
        if target is None or due is None or latest is None or start is None:
            return Standing.SHORT
        day, now = start.period.end, latest.period.end
        if day is None or now is None or not day < now < due:
            return Standing.SHORT
        began, figure = float(start.value), float(latest.value)
        expected = began + (target.value - began) * (now - day).days / (due - day).days
        return Standing.ON_COURSE if self._short_of(expected, figure) <= 0 else Standing.OFF_COURSE

    @property
    def start(self) -> Baseline | Reading | None:
        """Where the way to the target begins: the baseline if it has a figure, else the first figure."""
        baseline = self.measure.baseline
        if baseline is not None and not isinstance(baseline.value, str):
            return baseline
        return self.figures[0] if self.figures else None

    @cached_property
    def stale_since(self) -> date | None:
        """The day by which a new reading should have come; None if none is due."""
        measure = self.measure
        periods = [reading.period for reading in self.readings]
        if not periods and measure.baseline is not None:
            periods = [measure.baseline.period]
        last = max((period.end for period in periods if period.end is not None), default=None)
        if measure.frequency is None or last is None:
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


def may_be_printed(workspace: Workspace, measure: Measure, figure: Reading | Baseline) -> bool:
    """Whether anyone may see a figure: not if it stands, or may stand, for so few people that they may be known."""
    if not may_count_people(measure):
        return True
    people = people_in(measure, figure.value, figure.of if isinstance(figure, Reading) else None)
    return people is None or not 1 <= people <= workspace.settings.small_number


def is_performance(measure: Measure) -> bool:
    """Whether a measure is judged against a target: as its type says, else if it has one."""
    return measure.type == "performance" or (measure.type is None and measure.target is not None)
