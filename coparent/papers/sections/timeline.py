"""When actions start and are due, drawn priority by priority on one scale."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from coparent.papers.charts.timeline import Axis, Mark, Span, axis_over, scale_of, span_of
from coparent.papers.facts import Caption, Goal
from coparent.papers.sections.action_rows import action_line, milestone_row
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.goals import by_priority
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import spread_of
from coparent.papers.views.progress import Figure, Timeline
from coparent.progress import ActionProgress
from coparent.progress.dates import month_end_after
from coparent.text.sentences import count, count_each, listing, verb
from coparent.timescales import add_months, day_in_words, span_in_words

_MOST_DRAWN = 40
_MONTHS_AHEAD = 6
_MONTHS_BACK = 12
_FURTHEST_MONTHS = 36
"""How far ahead the scale goes at most: one date far away would squeeze all the others."""
_WITHOUT_END = {"ongoing": "ongoing", "recurring": "recurring", "none": "without a date so far"}


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The actions that are drawn under each priority, the axis they are drawn on, and how many found no room."""

    groups: tuple[tuple[Goal, Sequence[ActionProgress]], ...]
    axis: Axis
    left_out: int

    @property
    def actions(self) -> tuple[ActionProgress, ...]:
        """Every action that is drawn."""
        return tuple(action for _, actions in self.groups for action in actions)


def build_timeline(context: PaperContext, numbers: Numbers) -> Timeline | None:
    """Figures of the actions that are due soon, overdue or moved, or were completed since the last report."""
    drawing = _choose(context)
    undated = _undated_in_words(context)
    if not drawing.groups and not undated:
        return None
    heading = numbers.section("timeline", "Timeline")
    paragraphs = numbers.paragraphs(*_explain(context, drawing))
    figures = tuple(
        _figure(context, drawing.axis, actions, numbers.figure(f"{goal.title}: when actions start and are due"))
        for goal, actions in drawing.groups
    )
    return Timeline(heading, paragraphs, figures, undated)


def _choose(context: PaperContext) -> _Drawing:
    wanted = by_priority(context, [action for action in context.actions if _is_drawn(context, action)])
    groups = tuple(
        (goal, sorted(actions, key=lambda action: _last_day(action) or date.max)[:_MOST_DRAWN])
        for goal, actions in wanted
    )
    drawn = [action for _, actions in groups for action in actions]
    live = sum(action.is_live for _, actions in wanted for action in actions)
    days = [day for action in drawn for day in (_first_day(action), _last_day(action)) if day is not None]
    earliest, latest = _earliest(context), add_months(context.as_at, _FURTHEST_MONTHS)
    axis = axis_over([min(max(day, earliest), latest) for day in days], context.as_at)
    return _Drawing(groups, axis, live - sum(action.is_live for action in drawn))


def _is_drawn(context: PaperContext, action: ActionProgress) -> bool:
    start, end = _first_day(action), _last_day(action)
    if start is None or end is None or end < start or start > add_months(context.as_at, _FURTHEST_MONTHS):
        return False
    if action.completed_on is not None:
        return context.since is not None and max(context.since, _earliest(context)) < action.completed_on
    return action.is_live and (action.is_overdue or end <= _until(context) or bool(action.moves))


def _first_day(action: ActionProgress) -> date | None:
    """The first day of an action: its start, else its first update, else the start of the plan's period."""
    if action.action.start is not None:
        return action.action.start.within(action.period).start
    if action.updates:
        return action.updates[0].on
    return action.period.start if action.period is not None else None


def _last_day(action: ActionProgress) -> date | None:
    """The last day of an action: when it was completed, else its due date in force."""
    if action.completed_on is not None:
        return action.completed_on
    return action.due.end if action.due is not None else None


def _earliest(context: PaperContext) -> date:
    return add_months(context.as_at, -_MONTHS_BACK)


def _until(context: PaperContext) -> date:
    return month_end_after(context.as_at, _MONTHS_AHEAD)


def _figure(context: PaperContext, axis: Axis, actions: Sequence[ActionProgress], caption: Caption) -> Figure:
    return Figure(
        caption=caption,
        description=_describe(context, axis, actions),
        scale=scale_of(axis, context.as_at, context.workspace.settings.year_starts),
        actions=tuple(replace(action_line(context, action), span=_span(context, action, axis)) for action in actions),
    )


def _span(context: PaperContext, action: ActionProgress, axis: Axis) -> Span | None:
    """An action's bar, with a mark for each milestone that lies on the axis."""
    start, end = _first_day(action), _last_day(action)
    if start is None or end is None or end < start:
        return None
    marks = [
        Mark(axis.after(on), row.state, f"{row.title}: {row.words}")
        for row in (milestone_row(context, milestone) for milestone in action.milestones)
        if row.due.end and row.state != "dropped" and axis.first <= (on := date.fromisoformat(row.due.end)) <= axis.last
    ]
    first_due = action.first_due.end if action.first_due is not None else None
    moved_from = first_due if first_due is not None and first_due < end else None
    return replace(span_of(axis, start, end, moved_from, marks), is_open=_has_no_start(action))


def _has_no_start(action: ActionProgress) -> bool:
    return action.action.start is None


def _describe(context: PaperContext, axis: Axis, actions: Sequence[ActionProgress]) -> str:
    """What a figure shows, in words."""
    overdue = sum(action.is_overdue for action in actions)
    moved = sum(bool(action.moves) for action in actions)
    parts = [f"{overdue} overdue" if overdue else "", f"{moved} with a date that has moved" if moved else ""]
    extra = f"Of these, {listing([*filter(None, parts)])}. " if overdue or moved else ""
    return (
        f"{spread_of(actions).sentence} Drawn from {span_in_words(axis.first, axis.last)}. "
        f"{extra}{_open_in_words(actions)}A line marks {day_in_words(context.as_at)}."
    )


def _open_in_words(actions: Iterable[ActionProgress]) -> str:
    """Where the bars of the actions without a start begin; "" if all have one."""
    number = len({action.id for action in actions if _has_no_start(action)})
    if not number:
        return ""
    bars = (
        "its bar is marked as open on the left, and begins"
        if number == 1
        else ("their bars are marked as open on the left, and begin")
    )
    return (
        f"{count(number, 'action', 'does')} not say when {'it starts' if number == 1 else 'they start'}: {bars} with "
        "the first update or, where there is none, with the plan. "
    )


def _explain(context: PaperContext, drawing: _Drawing) -> Iterator[str]:
    """What the figures show, and what they leave out."""
    axis, drawn = drawing.axis, frozenset(drawing.actions)
    completed = ", and actions completed since the last report" if context.since is not None else ""
    until = day_in_words(_until(context))
    yield f"The figures show live actions that are overdue, are due by {until} or were moved{completed}."
    if drawing.left_out:
        yield f"Each shows the {_MOST_DRAWN} with the earliest dates. {drawing.left_out} more found no room."
    if opened := _open_in_words(drawing.actions).strip():
        yield opened
    dated = [action for action in context.actions if action.is_live and _last_day(action) is not None]
    later = sum(action not in drawn for action in dated) - drawing.left_out
    if later > 0:
        yield f"{count(later, 'live action')} due later {verb(later, 'is')} not drawn."
    ends = [end for action in drawing.actions if (end := _last_day(action)) is not None]
    if any(end < axis.first for end in ends):
        yield "A bar at the left edge should have ended before the figure begins."
    if any(end > axis.last for end in ends):
        edge = day_in_words(axis.last + timedelta(days=1))
        yield f"A bar that reaches the right edge ends after the figure does, on {edge} or later."


def _undated_in_words(context: PaperContext) -> str:
    """The live actions that cannot be drawn, because nobody can say when they end."""
    undated = [action.due for action in context.actions if action.is_live and _last_day(action) is None]
    if not undated:
        return ""
    kinds: Counter[str] = Counter(
        due.form.value if due is not None and (due.is_ongoing or due.is_recurring) else "none" for due in undated
    )
    words = listing(count_each(kinds, _WITHOUT_END))
    if len(undated) == 1:
        return f"1 live action has no end date and is not drawn: it is {words.removeprefix('1 ')}."
    return f"{len(undated)} live actions have no end date and are not drawn: {words}."
