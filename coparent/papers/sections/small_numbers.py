"""Numbers so small that they may point to a child: which are held back from an audience, and what is shown instead."""

from coparent.papers.sections.context import PaperContext
from coparent.progress import MeasureProgress, Standing, may_be_printed
from coparent.progress.wording import figure_in_words
from coparent.schema.measures import Baseline, Measure, Reading
from coparent.text.sentences import upper_first
from coparent.workspace.audience import Audience

NO_FIGURE = "No figure yet"
"""Shown for a measure without a figure."""


def is_small(context: PaperContext, measure: Measure, reading: Reading | Baseline) -> bool:
    """Whether a figure stands for so few people that this audience must not see it."""
    return context.audience is not Audience.INTERNAL and not may_be_printed(context.workspace, measure, reading)


def is_latest_small(context: PaperContext, progress: MeasureProgress) -> bool:
    """Whether the latest figure of a measure is held back."""
    return progress.latest is not None and is_small(context, progress.measure, progress.latest)


def is_change_shown(context: PaperContext, progress: MeasureProgress) -> bool:
    """Whether a paper may say which way a measure went: not where one of its last two figures is held back."""
    return not any(is_small(context, progress.measure, reading) for reading in progress.figures[-2:])


def standing_shown(context: PaperContext, progress: MeasureProgress) -> Standing | None:
    """How a measure stands against its target; its course is not said where the figure it began at is held back."""
    if is_latest_small(context, progress):
        return None
    has_course = progress.status in (Standing.ON_COURSE, Standing.OFF_COURSE)
    if has_course and progress.start is not None and is_small(context, progress.measure, progress.start):
        return Standing.SHORT
    return progress.status


def figure_shown(context: PaperContext, measure: Measure, reading: Reading | None) -> str:
    """A figure in words, or what is shown instead of one that is missing or held back."""
    if reading is None:
        return NO_FIGURE
    if is_small(context, measure, reading):
        few = f"{context.workspace.settings.small_number} or fewer"
        return "Too few to show" if measure.unit == "percent" else few
    words = figure_in_words(reading.value, measure.unit)
    return upper_first(words) if isinstance(reading.value, str) else words


def value_shown(context: PaperContext, measure: Measure, reading: Reading) -> float | None:
    """A figure as a number; None where it is missing or held back."""
    if isinstance(reading.value, str) or is_small(context, measure, reading):
        return None
    return float(reading.value)
