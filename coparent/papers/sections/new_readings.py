"""Figures of measures that are new since the last report."""

from collections.abc import Sequence
from datetime import date

from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.moves import Event
from coparent.papers.sections.small_numbers import figure_shown, is_small
from coparent.papers.sections.status import day
from coparent.papers.views.progress import Change
from coparent.progress import Direction, MeasureProgress
from coparent.schema.measures import Measure, Reading
from coparent.timescales import in_words

_DIRECTIONS = {Direction.BETTER: "Better.", Direction.WORSE: "Worse.", Direction.SAME: "The same."}
_ORDER = {Direction.WORSE: 0, Direction.BETTER: 1}
_STANDINGS = {"met": "The target is met.", "amber": "It is close to target.", "missed": "The target is missed."}


def readings_since(context: PaperContext, since: date) -> Sequence[Event]:
    """The newest figure of each measure that got one after a day, those that got worse first, then the better.

    A brief has those of its own actions' measures.
    """
    named = {name for one in context.actions for name in one.action.measures} if context.organisation else None
    found: list[tuple[int, Event]] = []
    for one in context.progress.measures:
        fresh = [reading for reading in one.readings if since < appeared(reading) <= context.as_at]
        if fresh and (named is None or one.measure.id in named):
            direction = _direction(context, one, fresh[-1])
            words = _in_words(context, one, fresh[-1], direction)
            event = Event("measure", Change(None, one.measure.title, words, day(appeared(fresh[-1])), None, None))
            found.append((_ORDER.get(direction, len(_ORDER)) if direction is not None else len(_ORDER), event))
    return [event for _, event in sorted(found, key=lambda pair: pair[0])]


def appeared(reading: Reading) -> date:
    """The day a figure was published; where nobody says, the end of its period."""
    return reading.published or reading.period.end or date.min


def _direction(context: PaperContext, progress: MeasureProgress, reading: Reading) -> Direction | None:
    """Which way a measure went with its latest figure; None where that would help to tell one that is held back."""
    if reading is not progress.latest or len(progress.figures) < 2:
        return None
    is_told = not any(is_small(context, progress.measure, one) for one in progress.figures[-2:])
    return progress.direction if is_told else None


def _in_words(context: PaperContext, progress: MeasureProgress, reading: Reading, direction: Direction | None) -> str:
    measure = progress.measure
    said = [f"{_figure(context, measure, reading)}."]
    if reading is progress.latest and not is_small(context, measure, reading):
        if len(progress.figures) > 1:
            said.append(f"It was {_in_line(_figure(context, measure, progress.figures[-2]))}.")
        else:
            said.append("There is no earlier figure.")
        said.append(_DIRECTIONS.get(direction, "") if direction is not None else "")
        said.append(_STANDINGS.get(progress.status or "", ""))
    return " ".join(filter(None, said))


def _figure(context: PaperContext, measure: Measure, reading: Reading) -> str:
    provisional = " (provisional)" if reading.provisional else ""
    joint = "on" if reading.period.start == reading.period.end else "for"
    return f"{figure_shown(context, measure, reading)} {joint} {in_words(reading.period)}{provisional}"


def _in_line(words: str) -> str:
    return words[:1].lower() + words[1:]
