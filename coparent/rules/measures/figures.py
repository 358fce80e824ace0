"""Figures that cannot be true."""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from coparent.diagnostics import Diagnostic, Level, Spot
from coparent.progress import MeasureProgress, progress_of
from coparent.rules.registry import Family
from coparent.schema.naming import named
from coparent.timescales import Timescale, in_words
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
