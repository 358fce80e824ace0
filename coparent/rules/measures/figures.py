"""Figures that cannot be true, are out of order or out of date, or stand for so few that a child may be known."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from coparent.diagnostics import Diagnostic, Level, Related, Spot
from coparent.progress import MeasureProgress, progress_of
from coparent.rules.registry import Family
from coparent.schema.measures import Measure, Reading, may_count_people, people_in
from coparent.schema.naming import named
from coparent.timescales import Timescale, day_in_words, in_words
from coparent.timescales.calendars import Days
from coparent.workspace import Workspace

FAMILY = Family("measures")


@FAMILY.records("impossible-value", Level.ERROR)
def impossible_value(workspace: Workspace) -> Iterator[Diagnostic]:
    """A figure that cannot be: a percentage outside 0 to 100, half a child, more children than there are.

    Why: one such figure in a paper, and members doubt all the others.
    Fix: check it against its source; a change in percent has a unit of its own, percent-change.

    Before:
        unit: percent
        readings:
          - {period: 2025/26, value: 840}
    After:
        unit: percent
        readings:
          - {period: 2025/26, value: 84.0}
    """
    for progress in progress_of(workspace).measures:
        unit = progress.measure.unit
        for figure in _figures(progress) if unit in ("percent", "count") else ():
            reason, help = _why_impossible(unit, figure)
            if reason:
                yield figure.spot.says(
                    f"{named(progress.measure)} has {figure.value} {figure.purpose}, and {reason}",
                    label=reason,
                    help=help,
                )


class _Meaning(Enum):
    """What a figure says of a measure."""

    BASELINE = "as its baseline"
    TARGET = "as its target"
    READING = "for {}"
    READING_TARGET = "as the target for {}"
    COMPARATOR = "beside it for {}"


class _Figure(NamedTuple):
    """One figure of a measure: where it is written, what it says, and for which period or out of how many."""

    value: int | float
    spot: Spot
    meaning: _Meaning
    period: Timescale | None = None
    of: int | float | None = None

    @property
    def purpose(self) -> str:
        """What the figure is for, as a sentence goes on after it."""
        return self.meaning.value.format(in_words(self.period)) if self.period is not None else self.meaning.value


def _figures(progress: MeasureProgress) -> Iterator[_Figure]:
    """Every figure that is known of a measure."""
    baseline, target = progress.measure.baseline, progress.measure.target
    if baseline is not None and not isinstance(baseline.value, str):
        yield _Figure(baseline.value, baseline.at("value"), _Meaning.BASELINE)
    if target is not None:
        yield _Figure(target.value, target.at("value"), _Meaning.TARGET)
    for reading in progress.readings:
        if not isinstance(reading.value, str):
            yield _Figure(reading.value, reading.at("value"), _Meaning.READING, reading.period, reading.of)
        if reading.target is not None:
            yield _Figure(reading.target, reading.at("target"), _Meaning.READING_TARGET, reading.period)
        for name, value in reading.comparators.items():
            yield _Figure(value, reading.at("comparators", name), _Meaning.COMPARATOR, reading.period)


def _why_impossible(unit: str, figure: _Figure) -> tuple[str, str]:
    """Why a percentage or a count cannot be, and what to do about it; empty if it can."""
    if unit == "percent" and not 0 <= figure.value <= 100:
        advice = "check it against its source, or write  unit: percent-change  if it is a change"
        return "a percentage is from 0 to 100", advice
    if unit == "count" and figure.value < 0:
        return "a count is never less than 0", "check it against its source"
    # An average of neighbours is often given beside a count.
    if unit == "count" and figure.value != int(figure.value) and figure.meaning is not _Meaning.COMPARATOR:
        return "a count is a whole number", "write a whole number, or  unit: number  if it is an average"
    if unit == "count" and figure.of is not None and figure.value > figure.of:
        return f"that is more than the {figure.of} it is out of", "check both against their source"
    return "", ""


@FAMILY.records("readings-out-of-order", Level.ERROR)
def readings_out_of_order(workspace: Workspace) -> Iterator[Diagnostic]:
    """A figure that stands below one for a later period.

    Why: the last line is taken for the figure now, by people and by spreadsheets.
    Fix: move it up to where its period belongs, or correct the period.

    Before:
        readings:
          - {period: 2025/26, value: 84}
          - {period: 2024/25, value: 80}
    After:
        readings:
          - {period: 2024/25, value: 80}
          - {period: 2025/26, value: 84}
    """
    for measure, readings in _lists_of_readings(workspace):
        for above, reading in pairwise(readings):
            days, days_above = reading.period.days, above.period.days
            # Both begins and ends earlier: a quarter may stand on either side of its year.
            if days and days_above and days[0] < days_above[0] and days[1] < days_above[1]:
                yield reading.at("period").says(
                    f"{named(measure)} has its figure for {in_words(reading.period)} below that for "
                    f"{in_words(above.period)}",
                    label="earlier than the one above",
                    help="move it up to where its period belongs, or correct the period",
                    related=(Related(above.at("period"), "this one is later"),),
                )


def _lists_of_readings(workspace: Workspace) -> Iterator[tuple[Measure, list[Reading]]]:
    """The readings of one measure in one file whose period has ended by the day, in the order of the file."""
    lists: list[tuple[Measure, Iterable[Reading]]] = [(measure, measure.readings) for measure in workspace.measures]
    by_measure = progress_of(workspace).by_measure
    for file in workspace.returns:
        returned: dict[str, list[Reading]] = defaultdict(list)
        for reading in file.readings:
            returned[reading.measure].append(reading)
        lists += [(by_measure[name].measure, readings) for name, readings in returned.items() if name in by_measure]
    for measure, readings in lists:
        yield measure, [reading for reading in readings if reading.period.end and reading.period.end <= workspace.as_at]


@FAMILY.records("repeated-period", Level.ERROR)
def repeated_period(workspace: Workspace) -> Iterator[Diagnostic]:
    """Two figures of one measure for the same period.

    Why: two papers could print two different figures, and both would be right.
    Fix: keep one. A final figure in a return may follow the provisional one it settles.

    Before:
        readings:
          - {period: 2025/26, value: 84}
          - {period: year ending March 2026, value: 85}
    After:
        readings:
          - {period: 2025/26, value: 85}
    """
    for progress in progress_of(workspace).measures:
        first: dict[Days | None, Reading] = {}
        for reading in progress.readings:
            earlier = first.setdefault(reading.period.days, reading)
            # A final figure in a file of its own settles a provisional one.
            is_settled = earlier.provisional != reading.provisional and earlier.where.path != reading.where.path
            if earlier is not reading and not is_settled:
                yield reading.at("period").says(
                    f"{named(progress.measure)} has a second figure for {in_words(reading.period)}",
                    label="this period again",
                    help="keep one of the two, or correct the period of this one",
                    related=(Related(earlier.at("period"), "the first is here"),),
                )


@FAMILY.records("stale-measure", Level.WARNING, concludes_from_absence=True)
def stale_measure(workspace: Workspace) -> Iterator[Diagnostic]:
    """A measure whose next figure is long overdue, by its own frequency and lag.

    Why: an old figure printed as the latest hides whatever has happened to children since.
    Fix: add the reading (not-available, if the source has none), or correct  frequency  or  lag.

    Before:
        frequency: quarterly
        readings:
          - {period: Q4 2025/26, value: 84}
    After:
        frequency: quarterly
        readings:
          - {period: Q4 2025/26, value: 84}
          - {period: Q1 2026/27, value: 86}
    """
    for progress in progress_of(workspace).measures:
        if progress.stale_since is None:
            continue
        ends = [reading.period.end for reading in progress.readings if reading.period.end is not None]
        until = f"has no figure for after {day_in_words(max(ends))}" if ends else "has no figure after its baseline"
        yield progress.measure.at("readings").says(
            f"{named(progress.measure)} {until}, and the next was due by {day_in_words(progress.stale_since)}",
            label="the next figure is missing",
            help="add a reading, with  value: not-available  if the source has none",
        )


@FAMILY.records("small-number", Level.ERROR)
def small_number(workspace: Workspace) -> Iterator[Diagnostic]:
    """A figure that stands for so few people that somebody may know who they are.

    Why: anyone may read these files and papers; "2 children in custody" in one town can be two known children.
    Fix: write  suppressed  in place of the figure. Taking it out here does not take it out of git's history.

    Before:
        counts_people: true
        readings:
          - {period: 2025/26, value: 3}
    After:
        counts_people: true
        readings:
          - {period: 2025/26, value: suppressed}
    """
    most = workspace.settings.small_number
    if not workspace.is_whole(workspace.settings, "small_number"):
        return
    for progress in progress_of(workspace).measures:
        measure = progress.measure
        for figure in _figures(progress) if may_count_people(measure) else ():
            if figure.meaning not in (_Meaning.BASELINE, _Meaning.READING):
                continue
            people = people_in(measure, figure.value, figure.of)
            if people is not None and 1 <= people <= most:
                yield figure.spot.says(
                    f"{named(measure)} has a figure {figure.purpose} that stands for no more than {most} people",
                    label="so few that somebody may know who they are",
                    help="write  suppressed",
                )
