"""Measures told whole. Where a number is so small that it may point to a child, nothing that would tell it is told."""

from collections.abc import Iterator

from coparent.papers.charts import trend_of
from coparent.papers.facts import Comparator, MeasureLine
from coparent.papers.sections.action_rows import outcome_labels, rich
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.status import link_of
from coparent.progress import Direction, MeasureProgress
from coparent.progress.wording import england, figure_in_words
from coparent.schema.measures import Measure, Reading, may_count_people, people_in
from coparent.timescales import day_in_words, in_words
from coparent.workspace.audience import Audience

NO_FIGURE, NO_EARLIER = "No figure yet", "No earlier figure"
"""What stands in place of a figure, and of which way it went, where there is nothing to say it by."""
_BETTER = {"higher": "higher is better", "lower": "lower is better", "neither": "neither way is better"}
_DIRECTIONS = {
    Direction.BETTER: ("better", "Better"),
    Direction.WORSE: ("worse", "Worse"),
    Direction.SAME: ("same", "The same"),
    Direction.CHANGED: ("changed", "Changed"),
    Direction.UNKNOWN: ("unknown", NO_EARLIER),
}
_STANDINGS = {"met": "Target met", "amber": "Close to target", "missed": "Target missed"}
_HIDDEN = ("unknown", "Not shown")
MOST_DRAWN = 12
"""How many of the last readings a trend shows."""


def measure_line(context: PaperContext, progress: MeasureProgress) -> MeasureLine:
    """A measure whole, as the paper's audience may see it."""
    measure, latest = progress.measure, progress.latest
    labels = outcome_labels(context)
    is_hidden = latest is not None and is_small(context, measure, latest)
    is_told = not is_hidden and not _is_small_before(context, progress)
    direction, direction_words = _DIRECTIONS[progress.direction] if is_told else _HIDDEN
    standing = "" if is_hidden else progress.status or ""
    shown = [_shown(context, measure, reading) for reading in progress.readings[-MOST_DRAWN:]]
    return MeasureLine(
        id=measure.id,
        title=measure.title,
        unit=measure.unit,
        better=_BETTER[measure.better],
        outcomes=tuple(labels[one] for one in measure.outcomes if one in labels),
        definition=rich(measure.definition),
        plain=rich(measure.plain),
        figure=figure_shown(context, measure, latest),
        period=_period(latest),
        note=rich(latest.note) if latest is not None and not is_hidden else "",
        target=_target(measure),
        england=_elsewhere(measure, england(latest)),
        comparators=tuple(_comparators(measure, latest)),
        direction=direction,
        direction_words=direction_words,
        standing=standing,
        standing_words=_STANDINGS.get(standing, "Not judged" if measure.target is None else "No figure to judge"),
        series="; ".join(_in_series(context, measure, reading) for reading in progress.readings[-MOST_DRAWN:]),
        trend=trend_of(shown, float(measure.target.value) if measure.target is not None else None),
        overdue=_overdue(progress),
        owner=measure.owner.role if measure.owner is not None else "",
        source=link_of(measure.source),
        is_hidden=is_hidden,
    )


def is_small(context: PaperContext, measure: Measure, reading: Reading) -> bool:
    """Whether a figure stands for so few people that this audience must not see it."""
    if context.audience is Audience.INTERNAL or not may_count_people(measure):
        return False
    people = people_in(measure, reading.value, reading.of)
    return people is not None and 1 <= people <= context.workspace.settings.small_number


def figure_shown(context: PaperContext, measure: Measure, reading: Reading | None) -> str:
    """A figure in words, or why there is none to show."""
    if reading is None:
        return NO_FIGURE
    if is_small(context, measure, reading):
        return held_back(context, measure)
    words = figure_in_words(reading.value, measure.unit)
    return words[:1].upper() + words[1:] if isinstance(reading.value, str) else words


def held_back(context: PaperContext, measure: Measure) -> str:
    """What stands in place of a figure that is too small to print."""
    if measure.unit == "percent":
        return "Too few to show"
    return f"{context.workspace.settings.small_number} or fewer"


def _is_small_before(context: PaperContext, progress: MeasureProgress) -> bool:
    """Whether the figure before the latest is too small: which way the measure went would then help to tell it."""
    return len(progress.figures) > 1 and is_small(context, progress.measure, progress.figures[-2])


def _shown(context: PaperContext, measure: Measure, reading: Reading) -> float | None:
    if isinstance(reading.value, str) or is_small(context, measure, reading):
        return None
    return float(reading.value)


def _in_series(context: PaperContext, measure: Measure, reading: Reading) -> str:
    words = figure_shown(context, measure, reading)
    return f"{words[:1].lower() + words[1:]} ({reading.period.written})"


def _period(reading: Reading | None) -> str:
    if reading is None:
        return ""
    return f"{in_words(reading.period)}{', provisional' if reading.provisional else ''}"


def _target(measure: Measure) -> str:
    target = measure.target
    return f"{figure_in_words(target.value, measure.unit)} by {in_words(target.by)}" if target is not None else ""


def _elsewhere(measure: Measure, value: int | float | None) -> str:
    return figure_in_words(value, measure.unit)


def _comparators(measure: Measure, reading: Reading | None) -> Iterator[Comparator]:
    for name, value in reading.comparators.items() if reading is not None else ():
        yield Comparator(name, figure_in_words(value, measure.unit))


def _overdue(progress: MeasureProgress) -> str:
    return f"A new figure was due by {day_in_words(progress.stale_since)}" if progress.stale_since is not None else ""
