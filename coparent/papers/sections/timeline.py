"""When actions start and are due, drawn priority by priority on one scale."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coparent.papers.charts import Axis, axis_over, scale_of
from coparent.papers.facts import Caption, Goal
from coparent.papers.sections.action_rows import action_line, begins, ends
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.goals import by_priority
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import spread_of
from coparent.papers.views import Figure, Timeline
from coparent.progress import ActionProgress
from coparent.progress.dates import month_end_after
from coparent.text.sentences import count, listing
from coparent.timescales import add_months, day_in_words, span_in_words

_MOST_DRAWN = 40
_MONTHS_AHEAD = 6
_MONTHS_BACK = 12
_FURTHEST_MONTHS = 36
"""How far ahead the scale goes at the most: a date far away would press all others together."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The actions that are drawn under each priority, the scale they are drawn on, and how many found no room."""

    groups: tuple[tuple[Goal, Sequence[ActionProgress]], ...]
    axis: Axis
    left: int

    @property
    def actions(self) -> Iterator[ActionProgress]:
        """Every action that is drawn."""
        for _, actions in self.groups:
            yield from actions


def build_timeline(context: PaperContext, numbers: Numbers) -> Timeline | None:
    """The actions that fall due soon, are overdue, were moved, or were completed since the last report."""
    drawn = _choose(context)
    undated = _undated(context)
    if not drawn.groups and not undated:
        return None
    heading = numbers.section("timeline", "Timeline")
    paragraphs = numbers.paragraphs(*_told(context, drawn))
    figures = tuple(
        _figure(context, drawn.axis, actions, numbers.figure(f"{goal.title}: when actions start and are due"))
        for goal, actions in drawn.groups
    )
    return Timeline(heading, paragraphs, figures, undated)


def _choose(context: PaperContext) -> _Drawn:
    found = by_priority(context, [one for one in context.actions if _is_drawn(context, one)])
    groups = tuple((goal, sorted(actions, key=_by_day)[:_MOST_DRAWN]) for goal, actions in found)
    chosen = [one for _, actions in groups for one in actions]
    left = sum(one.is_live for _, actions in found for one in actions) - sum(one.is_live for one in chosen)
    days = [day for one in chosen for day in (begins(context, one), ends(one)) if day is not None]
    earliest = _earliest(context)
    latest = add_months(context.as_at, _FURTHEST_MONTHS)
    return _Drawn(groups, axis_over([min(max(day, earliest), latest) for day in days], context.as_at), left)


def _is_drawn(context: PaperContext, one: ActionProgress) -> bool:
    start, end = begins(context, one), ends(one)
    if start is None or end is None or end < start or start > add_months(context.as_at, _FURTHEST_MONTHS):
        return False
    if one.completed_on is not None:
        return context.since is not None and max(context.since, _earliest(context)) < one.completed_on
    is_soon = one.is_overdue or end <= _until(context)
    return one.is_live and (is_soon or bool(context.workspace.moves(one.action)))


def _earliest(context: PaperContext) -> date:
    return add_months(context.as_at, -_MONTHS_BACK)


def _until(context: PaperContext) -> date:
    return month_end_after(context.as_at, _MONTHS_AHEAD)


def _by_day(one: ActionProgress) -> date:
    return ends(one) or date.max


def _figure(context: PaperContext, axis: Axis, actions: Sequence[ActionProgress], caption: Caption) -> Figure:
    return Figure(
        caption=caption,
        description=_description(context, axis, actions),
        scale=scale_of(axis, context.as_at, context.workspace.settings.year_starts),
        actions=tuple(action_line(context, one, axis) for one in actions),
    )


def _description(context: PaperContext, axis: Axis, actions: Sequence[ActionProgress]) -> str:
    """The picture in words."""
    overdue = sum(one.is_overdue for one in actions)
    moved = sum(bool(context.workspace.moves(one.action)) for one in actions)
    marked = f"A line marks {day_in_words(context.as_at)}."
    told = [f"{overdue} overdue" if overdue else "", f"{moved} with a date that has moved" if moved else ""]
    extra = f"Of these, {listing([words for words in told if words])}. " if overdue or moved else ""
    return f"{spread_of(actions).sentence} Drawn from {span_in_words(axis.first, axis.last)}. {extra}{marked}"


def _told(context: PaperContext, drawn: _Drawn) -> Iterator[str]:
    until = day_in_words(_until(context))
    completed = ", and actions completed since the last report" if context.since is not None else ""
    yield f"The figures show live actions that are overdue, are due by {until} or were moved{completed}."
    if drawn.left:
        yield f"Each shows the {_MOST_DRAWN} with the earliest dates. {drawn.left} more found no room."
    known = set(map(id, drawn.actions))
    missing = sum(one.is_live and ends(one) is not None and id(one) not in known for one in context.actions)
    later = missing - drawn.left
    if later > 0:
        yield f"{count(later, 'live action')} due later {'is' if later == 1 else 'are'} not drawn."
    if any((ends(one) or date.max) < drawn.axis.first for one in drawn.actions):
        yield "A bar at the left edge should have ended before the figure begins."
    if any(_runs_over(one, drawn.axis) for one in drawn.actions):
        edge = day_in_words(drawn.axis.last + timedelta(days=1))
        yield f"A bar that reaches the right edge ends after the figure does, on {edge} or later."


def _runs_over(one: ActionProgress, axis: Axis) -> bool:
    end = ends(one)
    return end is not None and end > axis.last


_WITHOUT_END = {"ongoing": "ongoing", "recurring": "recurring", "none": "without a date so far"}


def _undated(context: PaperContext) -> str:
    """The live actions that cannot be drawn, because nobody can say when they end."""
    kinds: Counter[str] = Counter()
    for one in context.actions:
        if one.is_live and ends(one) is None:
            due = one.due
            kinds["none" if due is None or not (due.is_ongoing or due.is_recurring) else due.form.value] += 1
    if not kinds:
        return ""
    told = listing([f"{kinds[kind]} {words}" for kind, words in _WITHOUT_END.items() if kinds[kind]])
    number = sum(kinds.values())
    if number == 1:
        return f"1 live action has no end date and is not drawn: it is {told.removeprefix('1 ')}."
    return f"{number} live actions have no end date and are not drawn: {told}."
