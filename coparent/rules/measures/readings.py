"""Readings that are out of order or out of date, stand twice for one period, or differ from the baseline."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from coparent import advice
from coparent.diagnostics import Diagnostic, Level, Related
from coparent.progress import progress_of
from coparent.rules.registry import Family
from coparent.schema.measures import Measure, Reading
from coparent.schema.naming import named
from coparent.timescales import day_in_words, in_words
from coparent.timescales.calendars import Days
from coparent.workspace import Workspace

FAMILY = Family("measures")


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
    first: dict[tuple[Measure, Days | None], Reading] = {}
    for measure, readings in _lists_of_readings(workspace):
        for reading in readings:
            earlier = first.setdefault((measure, reading.period.days), reading)
            # A final figure in a file of its own settles a provisional one.
            is_settled = earlier.provisional != reading.provisional and earlier.where.path != reading.where.path
            if earlier is not reading and not is_settled:
                yield reading.at("period").says(
                    f"{named(measure)} has a second figure for {in_words(reading.period)}",
                    label="this period again",
                    help="keep the one that is right and take the other out, or correct the period of this one",
                    related=(Related(earlier.at("period"), "the first is here"),),
                )


@FAMILY.records("baseline-disagrees", Level.WARNING)
def baseline_disagrees(workspace: Workspace) -> Iterator[Diagnostic]:
    """A baseline that is not the figure that the readings give for its period.

    Why: the way to the target is measured from it, and a reader who finds both figures trusts neither.
    Fix: write the right one of the two in both places.

    Before:
        baseline: {period: 2024/25, value: 64}
        readings:
          - {period: 2024/25, value: 66}
    After:
        baseline: {period: 2024/25, value: 66}
        readings:
          - {period: 2024/25, value: 66}
    """
    for progress in progress_of(workspace).measures:
        baseline = progress.measure.baseline
        if baseline is None or isinstance(baseline.value, str):
            continue
        for reading in progress.figures:
            if reading.period.days == baseline.period.days and reading.value != baseline.value:
                yield baseline.at("value").says(
                    f"{named(progress.measure)} has a baseline of {baseline.value} for {in_words(baseline.period)}, "
                    f"and a reading of {reading.value} for the same time",
                    label=f"the reading says {reading.value}",
                    help=advice.write(reading.value),
                    related=(Related(reading.at("value"), "the reading is here"),),
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
