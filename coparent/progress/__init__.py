"""How far everything has come as at a day: stages, ratings, lateness, updates owed, measures against target."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from itertools import repeat
from typing import NamedTuple

from coparent.schema.measures import Measure, Reading
from coparent.schema.plan import Action, Milestone, Plan
from coparent.schema.settings import Settings
from coparent.timescales import Duration, Timescale, Turn
from coparent.workspace import DatedUpdate, Workspace

OVER = ("complete", "superseded", "cancelled", "carried-forward")
"""Stages after which nothing more is expected of an action."""
PASSED_ON = ("superseded", "cancelled", "carried-forward")
"""Stages in which an action serves no goal."""

_UPDATE_MONTHS = {"monthly": 1, "quarterly": 3}
_FREQUENCY_MONTHS = {"monthly": 1, "quarterly": 3, "termly": 4, "six-monthly": 6, "yearly": 12}


@dataclass(frozen=True, slots=True)
class ActionProgress:
    """Where one action stands.

    `late_by` is in days from the date the settings rate against (`promised`) to the last forecast, else to the day:
    0 or less is on time; None where there is no such date, or nothing more is expected. `expected_rating` is what the
    settings make of that. `completed_on` is the day of the first `complete` update, while it still is complete.
    `owed_since` is the day by which an update should have come; None if none is owed. `turn` is the last turn of a
    recurring action that is over and that work had begun for.
    """

    action: Action
    plan: Plan
    updates: tuple[DatedUpdate, ...]
    stage: str
    rating: str | None
    due: Timescale | None
    first_due: Timescale | None
    promised: Timescale | None
    completed_on: date | None
    late_by: int | None
    expected_rating: str | None
    update_due_since: date | None
    is_overdue: bool
    turn: Turn | None

    @property
    def is_live(self) -> bool:
        """Whether something is still expected of it: until it is complete, or passed on."""
        return self.stage not in OVER

    @property
    def serves(self) -> bool:
        """Whether it counts towards the goals it names: complete or live, and not passed on."""
        return self.stage not in PASSED_ON

    @property
    def latest(self) -> DatedUpdate | None:
        """The last update known on the day."""
        return self.updates[-1] if self.updates else None


class Direction(Enum):
    """Which way a measure has gone since the reading before, by what is good for it."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "the same"
    CHANGED = "changed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class MeasureProgress:
    """Where one measure stands: its last figure, which way it went, and whether it meets its target.

    `figures` are the readings with a figure, one for each period, and `latest` is the last of them. `status` is met,
    amber (short of target by no more than the tolerance), missed, or None where nothing is judged. `stale_since` is
    the day by which a new reading should have come; None if none is owed.
    """

    measure: Measure
    readings: tuple[Reading, ...]
    figures: tuple[Reading, ...]
    latest: Reading | None
    direction: Direction
    status: str | None
    stale_since: date | None


@dataclass(frozen=True)
class Progress:
    """Everything's progress, in the order of the plans."""

    actions: tuple[ActionProgress, ...]
    measures: tuple[MeasureProgress, ...]
    by_action: Mapping[str, ActionProgress]
    by_measure: Mapping[str, MeasureProgress]


def progress_of(workspace: Workspace) -> Progress:
    """The progress of everything in a workspace, as at its day; worked out once."""
    return workspace.remember(_work_out)


def read_in_full(workspace: Workspace, *fields: str) -> Iterable[ActionProgress]:
    """The actions of which these fields could all be read: a date that had to be cut must not look left out."""
    actions = progress_of(workspace).actions
    if not workspace.faulty:
        return actions
    return [one for one in actions if all(workspace.is_whole(one.action, field) for field in fields)]


class Step(NamedTuple):
    """A milestone still to be reached, of an action still expected, with its due date in force."""

    action: ActionProgress
    milestone: Milestone
    due: Timescale


def steps_to_come(workspace: Workspace) -> tuple[Step, ...]:
    """The milestones of live actions that were neither reached nor dropped by the day, and could be read in full."""
    return workspace.remember(_find_steps)


def _find_steps(workspace: Workspace) -> tuple[Step, ...]:
    return tuple(
        Step(one, milestone, due)
        for one in read_in_full(workspace, "due", "rescheduled", "updates")
        if one.is_live
        for milestone in one.action.milestones
        if not workspace.is_done(milestone)
        and (milestone.dropped is None or milestone.dropped.on > workspace.as_at)
        and (due := workspace.due(milestone, one.plan)) is not None
        and not (workspace.faulty and _is_cut(workspace, milestone))
    )


def _is_cut(workspace: Workspace, milestone: Milestone) -> bool:
    return not all(workspace.is_whole(milestone, field) for field in ("rescheduled", "done", "dropped"))


def _work_out(workspace: Workspace) -> Progress:
    actions = tuple(
        _progress_of_action(at_hand, action)
        for at_hand in map(_AtHand.of, repeat(workspace), workspace.plans)
        for action in at_hand.plan.actions
    )
    measures = tuple(_progress_of_measure(workspace, measure) for measure in workspace.measures)
    return Progress(
        actions=actions,
        measures=measures,
        by_action={one.action.id: one for one in reversed(actions)},
        by_measure={one.measure.id: one for one in reversed(measures)},
    )


@dataclass(frozen=True, slots=True)
class _AtHand:
    """What the progress of every action of a plan is judged by."""

    workspace: Workspace
    plan: Plan
    period: Timescale | None
    agreed_on: date | None
    patience: Duration

    @classmethod
    def of(cls, workspace: Workspace, plan: Plan) -> "_AtHand":
        return cls(
            workspace=workspace,
            plan=plan,
            period=workspace.period(plan),
            agreed_on=plan.approval.on if plan.approval is not None else None,
            patience=_one_and_a_half(_UPDATE_MONTHS[workspace.settings.update_every]),
        )


def _progress_of_action(at_hand: _AtHand, action: Action) -> ActionProgress:
    workspace, period = at_hand.workspace, at_hand.period
    updates = workspace.updates(action)
    latest = updates[-1].update if updates else None
    stage = latest.stage if latest is not None else "not-started"
    is_live = stage not in OVER
    is_expected = is_live and stage != "paused"
    first_due = action.due.within(period) if action.due is not None else None
    due = workspace.due(action, at_hand.plan) if action.rescheduled else first_due
    promised = _promised(at_hand, action, first_due)
    late_by = _late_by(at_hand, promised, updates) if is_live else None
    turn = _turn_due(at_hand, action, due) if is_live and due is not None and due.is_recurring else None
    return ActionProgress(
        action=action,
        plan=at_hand.plan,
        updates=updates,
        stage=stage,
        rating=latest.rating if latest is not None else None,
        due=due,
        first_due=first_due,
        promised=promised,
        completed_on=_completed_on(updates) if stage == "complete" else None,
        late_by=late_by,
        expected_rating=_expected_rating(workspace.settings, late_by, promised),
        update_due_since=_update_due_since(at_hand, action, updates) if is_expected else None,
        is_overdue=is_expected and _is_overdue(due, turn, updates, workspace.as_at),
        turn=turn,
    )


def _completed_on(updates: tuple[DatedUpdate, ...]) -> date:
    return next(update.on for update in updates if update.update.stage == "complete")


def _begins(at_hand: _AtHand, action: Action) -> date | None:
    """The last day on which work may begin: that of its start, where the plan says when that is."""
    return action.start.within(at_hand.period).end if action.start is not None else None


def _turn_due(at_hand: _AtHand, action: Action, due: Timescale) -> Turn | None:
    """The last turn that is over on the day; one that was over before work began or was agreed is nobody's fault."""
    begun = max((day for day in (_begins(at_hand, action), at_hand.agreed_on) if day is not None), default=date.min)
    as_at = at_hand.workspace.as_at
    turns = (turn for turn in due.turns(at_hand.period) if begun <= turn.end < as_at)
    return max(turns, key=lambda turn: turn.end, default=None)


def _is_overdue(due: Timescale | None, turn: Turn | None, updates: tuple[DatedUpdate, ...], as_at: date) -> bool:
    if turn is not None:
        return not any(update.on >= turn.start for update in updates)
    return due is not None and due.end is not None and due.end < as_at


def _promised(at_hand: _AtHand, action: Action, first_due: Timescale | None) -> Timescale | None:
    """The date that lateness is counted from: the last one approved by a board, or the first, as the settings say."""
    if action.rescheduled and at_hand.workspace.settings.rating.against == "approved":
        approved = [move.to for move in at_hand.workspace.moves(action) if move.approved_by is not None]
        if approved:
            return approved[-1].within(at_hand.period)
    return first_due


def _late_by(at_hand: _AtHand, promised: Timescale | None, updates: tuple[DatedUpdate, ...]) -> int | None:
    if promised is None or promised.end is None:
        return None
    forecast = next((update.update.forecast for update in reversed(updates) if update.update.forecast), None)
    expected = forecast.within(at_hand.period).end if forecast is not None else None
    return ((expected or at_hand.workspace.as_at) - promised.end).days


def _expected_rating(settings: Settings, late_by: int | None, promised: Timescale | None) -> str | None:
    if late_by is None or promised is None or promised.end is None:
        return None
    expected = promised.end + timedelta(days=late_by)
    if expected >= settings.rating.red_after.after(promised.end):
        return "red"
    return "amber" if expected >= settings.rating.amber_after.after(promised.end) else "green"


def _one_and_a_half(months: int) -> Duration:
    """One and a half times a number of months: half a month more counts as fifteen days."""
    return Duration("", months=months + months // 2, days=15 if months % 2 else 0)


def _update_due_since(at_hand: _AtHand, action: Action, updates: tuple[DatedUpdate, ...]) -> date | None:
    """The day by which an update should have come; None if it has, or if nobody said when work begins."""
    begun = _begins(at_hand, action) or at_hand.agreed_on
    if begun is None or at_hand.plan.status == "closed":
        return None
    due_by = at_hand.patience.after(max(begun, updates[-1].on) if updates else begun)
    return due_by if due_by < at_hand.workspace.as_at else None


def is_performance(measure: Measure) -> bool:
    """Whether a measure is judged against a target: as its type says, else if it has one."""
    return measure.type == "performance" or (measure.type is None and measure.target is not None)


def _progress_of_measure(workspace: Workspace, measure: Measure) -> MeasureProgress:
    readings = workspace.readings(measure)
    figures = tuple(reading for reading in _one_for_each_period(readings) if not isinstance(reading.value, str))
    latest = figures[-1] if figures else None
    return MeasureProgress(
        measure=measure,
        readings=readings,
        figures=figures,
        latest=latest,
        direction=_direction(measure, figures),
        status=status_of(measure, latest) if latest is not None else None,
        stale_since=_stale_since(workspace, measure, readings),
    )


def _one_for_each_period(readings: tuple[Reading, ...]) -> Iterable[Reading]:
    """The final figure of each period: where it follows a provisional one, that must not look like a change."""
    found: dict[tuple[date, date] | None, Reading] = {}
    for reading in readings:
        before = found.get(reading.period.days)
        if before is None or before.provisional or not reading.provisional:
            found[reading.period.days] = reading
    return found.values()


def _direction(measure: Measure, figures: tuple[Reading, ...]) -> Direction:
    if len(figures) < 2:
        return Direction.UNKNOWN
    before, now = float(figures[-2].value), float(figures[-1].value)
    if now == before:
        return Direction.SAME
    if measure.better == "neither":
        return Direction.CHANGED
    return Direction.BETTER if (now > before) == (measure.better == "higher") else Direction.WORSE


def status_of(measure: Measure, reading: Reading) -> str | None:
    """Whether a figure meets its own target, else the measure's: met, amber or missed; None where nothing is judged."""
    target = reading.target if reading.target is not None else measure.target.value if measure.target else None
    if target is None or isinstance(reading.value, str) or measure.better == "neither" or measure.type == "context":
        return None
    # Rounded, because 64.3 less 64 is a hair more or less than 0.3 to a computer.
    short_by = round(target - reading.value if measure.better == "higher" else reading.value - target, 9)
    if short_by <= 0:
        return "met"
    return "amber" if short_by <= measure.tolerance else "missed"


def _stale_since(workspace: Workspace, measure: Measure, readings: tuple[Reading, ...]) -> date | None:
    periods = [reading.period for reading in readings]
    if not periods and measure.baseline is not None:
        periods = [measure.baseline.period]
    last = max((period.end for period in periods if period.end is not None), default=None)
    if measure.frequency is None or last is None:
        return None
    due_by = _one_and_a_half(_FREQUENCY_MONTHS[measure.frequency]).after(last)
    due_by = measure.lag.after(due_by) if measure.lag is not None else due_by
    return due_by if due_by < workspace.as_at else None
