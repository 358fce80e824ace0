"""Measures that have a new figure since the last report."""

from collections.abc import Iterator
from datetime import date

from coparent.papers.sections.changes_since.event import Event
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.small_numbers import figure_shown, is_change_shown, is_small, standing_shown
from coparent.progress import Direction, MeasureProgress
from coparent.progress.wording import standing_in_words
from coparent.schema.measures import Measure, Reading
from coparent.text.sentences import lower_first, upper_first
from coparent.timescales import in_words

_DIRECTIONS = {Direction.WORSE: "Worse.", Direction.BETTER: "Better.", Direction.SAME: "The same."}
_FIRST = (Direction.WORSE, Direction.BETTER)
_STANDINGS = {"met": "The target is met.", "amber": "It is close to target.", "missed": "The target is missed."}


def reading_events(context: PaperContext, since: date) -> list[Event]:
    """The newest figure of each measure that has one from after a day; first those that got worse, then the better.

    In a brief, only the measures that its organisation's actions name.
    """
    named = {name for action in context.actions for name in action.action.measures} if context.organisation else None
    ranked: list[tuple[int, Event]] = []
    for progress in context.progress.measures:
        new = [reading for reading in progress.readings if since < _appeared(reading) <= context.as_at]
        if new and (named is None or progress.measure.id in named):
            direction = _direction(context, progress, new[-1])
            words = " ".join(_in_words(context, progress, new[-1], direction))
            rank = _FIRST.index(direction) if direction in _FIRST else len(_FIRST)
            ranked.append((rank, Event("measure", progress.measure.title, words, _appeared(new[-1]))))
    return [event for _, event in sorted(ranked, key=lambda pair: pair[0])]


def _appeared(reading: Reading) -> date:
    """The day a figure was published; where nobody says, the end of its period."""
    return reading.published or reading.period.end or date.min


def _direction(context: PaperContext, progress: MeasureProgress, reading: Reading) -> Direction | None:
    """Which way a measure went with this figure; None where that is held back, or there is nothing to compare."""
    if reading is not progress.latest or len(progress.figures) < 2 or not is_change_shown(context, progress):
        return None
    return progress.direction


def _in_words(
    context: PaperContext, progress: MeasureProgress, reading: Reading, direction: Direction | None
) -> Iterator[str]:
    measure = progress.measure
    yield f"{_figure(context, measure, reading)}."
    if reading is not progress.latest or is_small(context, measure, reading):
        return
    if len(progress.figures) > 1:
        yield f"It was {lower_first(_figure(context, measure, progress.figures[-2]))}."
    else:
        yield "There is no earlier figure."
    if direction in _DIRECTIONS:
        yield _DIRECTIONS[direction]
    if (standing := standing_shown(context, progress)) is not None:
        yield _STANDINGS.get(standing) or f"{upper_first(standing_in_words(progress, standing))}."


def _figure(context: PaperContext, measure: Measure, reading: Reading) -> str:
    provisional = " (provisional)" if reading.provisional else ""
    joint = "on" if reading.period.start == reading.period.end else "for"
    return f"{figure_shown(context, measure, reading)} {joint} {in_words(reading.period)}{provisional}"
