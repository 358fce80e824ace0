"""Measures whole, as the audience of a paper may see them, for a line of a table each."""

from coparent.papers.charts.trends import trend_of
from coparent.papers.facts import Comparator, MeasureLine
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.goals import named_goals
from coparent.papers.sections.mentions import link_of, rich
from coparent.papers.sections.small_numbers import (
    figure_shown,
    is_change_shown,
    is_latest_small,
    standing_shown,
    value_shown,
)
from coparent.progress import Direction, MeasureProgress, Standing
from coparent.progress.wording import england, figure_in_words, standing_in_words
from coparent.text.sentences import lower_first, upper_first
from coparent.timescales import day_in_words, in_words

NO_EARLIER = "No earlier figure"
"""Shown instead of which way a measure went, where it has only one figure."""
MOST_DRAWN = 12
"""How many of the last readings a trend shows."""
_BETTER = {"higher": "higher is better", "lower": "lower is better", "neither": "neither way is better"}
_DIRECTIONS = {
    Direction.BETTER: ("better", "Better"),
    Direction.WORSE: ("worse", "Worse"),
    Direction.SAME: ("same", "The same"),
    Direction.CHANGED: ("changed", "Changed"),
    Direction.UNKNOWN: ("unknown", NO_EARLIER),
}
_HIDDEN = ("unknown", "Not shown")
_STANDINGS = {"met": "Target met", "missed": "Target missed"}


def measure_lines(context: PaperContext) -> tuple[MeasureLine, ...]:
    """Every measure whole, in the order of the plans. Where a figure is held back, so is what would give it away."""
    return context.remember(_build_lines)


def _build_lines(context: PaperContext) -> tuple[MeasureLine, ...]:
    return tuple(_build_line(context, progress) for progress in context.progress.measures)


def _build_line(context: PaperContext, progress: MeasureProgress) -> MeasureLine:
    measure, latest, target = progress.measure, progress.latest, progress.measure.target
    recent = progress.readings[-MOST_DRAWN:]
    is_hidden = is_latest_small(context, progress)
    direction, direction_words = _DIRECTIONS[progress.direction] if is_change_shown(context, progress) else _HIDDEN
    standing = standing_shown(context, progress)
    comparators = latest.comparators if latest is not None else {}
    due_by = progress.stale_since
    return MeasureLine(
        id=measure.id,
        title=measure.title,
        unit=measure.unit,
        better=_BETTER[measure.better],
        outcomes=tuple(outcome.label for outcome in named_goals(context, "outcome", measure.outcomes)),
        definition=rich(measure.definition),
        plain=rich(measure.plain),
        figure=figure_shown(context, measure, latest),
        period=in_words(latest.period) + (", provisional" if latest.provisional else "") if latest is not None else "",
        note=rich(latest.note) if latest is not None and not is_hidden else "",
        target=f"{figure_in_words(target.value, measure.unit)} by {in_words(target.by)}" if target is not None else "",
        england=figure_in_words(england(latest), measure.unit),
        comparators=tuple(
            Comparator(name, figure_in_words(value, measure.unit)) for name, value in comparators.items()
        ),
        direction=direction,
        direction_words=direction_words,
        standing=standing or "",
        standing_words=_standing_in_words(progress, standing),
        series="; ".join(
            f"{lower_first(figure_shown(context, measure, reading))} ({reading.period.written})" for reading in recent
        ),
        trend=trend_of(
            [value_shown(context, measure, reading) for reading in recent],
            float(target.value) if target is not None else None,
        ),
        overdue=f"A new figure was due by {day_in_words(due_by)}" if due_by is not None else "",
        owner=measure.owner.role if measure.owner is not None else "",
        source=link_of(measure.source),
        is_hidden=is_hidden,
    )


def _standing_in_words(progress: MeasureProgress, standing: Standing | None) -> str:
    """How a measure stands against its target, or why that is not said."""
    if standing is None:
        return "Not judged" if progress.measure.target is None else "No figure to judge"
    return _STANDINGS.get(standing) or upper_first(standing_in_words(progress, standing))
