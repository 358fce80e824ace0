"""How far everything has come as at a day: stages, ratings, lateness, updates owed, measures against target."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from coparent.schema.measures import Measure, Reading
from coparent.schema.plan import Action, Plan
from coparent.schema.settings import Settings
from coparent.timescales import Duration, Timescale, Turn, parse_duration
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

    `late_by` is in days from the date the settings rate against to the forecast (else, while it is live, to the day):
    0 or less is on time; None where there is no such date. `expected_rating` is what the settings make of that.
    `owed_since` is the day by which an update should have come; None if none is owed.
    """

    action: Action
    plan: Plan
    updates: tuple[DatedUpdate, ...]
    stage: str
    rating: str | None
    due: Timescale | None
    first_due: Timescale | None
    completed_on: date | None
    late_by: int | None
    expected_rating: str | None
    owed_since: date | None
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

    `status` is met, amber (short of target by no more than the tolerance), missed, or None where nothing is judged.
    `stale_since` is the day by which a new figure should have come; None if none is owed.
    """

    measure: Measure
    readings: tuple[Reading, ...]
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


def _work_out(workspace: Workspace) -> Progress:
    actions = tuple(_progress_of_action(workspace, plan, action) for plan in workspace.plans for action in plan.actions)
    measures = tuple(_progress_of_measure(workspace, measure) for measure in workspace.measures)
    return Progress(
        actions=actions,
        measures=measures,
        by_action={one.action.id: one for one in reversed(actions)},
        by_measure={one.measure.id: one for one in reversed(measures)},
    )


def _progress_of_action(workspace: Workspace, plan: Plan, action: Action) -> ActionProgress:
    updates = workspace.updates(action)
    latest = updates[-1].update if updates else None
    stage = latest.stage if latest is not None else "not-started"
    is_live = stage not in OVER
    due = workspace.due(action, plan)
    period = workspace.period(plan)
    first_due = action.due.within(period) if action.due is not None else None
    turn = _turn_due(due, period, workspace.as_at) if is_live else None
    late_by = _late_by(workspace, plan, action, updates, is_live=is_live)
    return ActionProgress(
        action=action,
        plan=plan,
        updates=updates,
        stage=stage,
        rating=latest.rating if latest is not None else None,
        due=due,
        first_due=first_due,
        completed_on=next((update.on for update in updates if update.update.stage == "complete"), None),
        late_by=late_by,
        expected_rating=_expected_rating(workspace.settings, late_by, _judged_against(workspace, plan, action)),
        owed_since=_owed_since(workspace, plan, action, updates) if is_live and stage != "paused" else None,
        is_overdue=is_live and stage != "paused" and _is_overdue(due, turn, updates, workspace.as_at),
        turn=turn,
    )


def _turn_due(due: Timescale | None, period: Timescale | None, as_at: date) -> Turn | None:
    """The last turn of a recurring action that is over on the day."""
    if due is None or not due.is_recurring:
        return None
    return max((turn for turn in due.turns(period) if turn.end < as_at), key=lambda turn: turn.end, default=None)


def _is_overdue(due: Timescale | None, turn: Turn | None, updates: tuple[DatedUpdate, ...], as_at: date) -> bool:
    if turn is not None:
        return not any(update.on >= turn.start for update in updates)
    return due is not None and due.end is not None and due.end < as_at


def _judged_against(workspace: Workspace, plan: Plan, action: Action) -> Timescale | None:
    """The date that lateness is counted from: the last one approved by a board, or the first, as the settings say."""
    period = workspace.period(plan)
    if workspace.settings.rating.against == "approved":
        approved = [move.to for move in workspace.moves(action) if move.approved_by is not None]
        if approved:
            return approved[-1].within(period)
    return action.due.within(period) if action.due is not None else None


def _late_by(
    workspace: Workspace, plan: Plan, action: Action, updates: tuple[DatedUpdate, ...], *, is_live: bool
) -> int | None:
    promised = _judged_against(workspace, plan, action)
    if promised is None or promised.end is None:
        return None
    forecasts = [update.update.forecast for update in updates if update.update.forecast is not None]
    expected = forecasts[-1].within(workspace.period(plan)).end if forecasts else None
    if expected is None:
        expected = workspace.as_at if is_live else None
    return (expected - promised.end).days if expected is not None else None


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


def _owed_since(workspace: Workspace, plan: Plan, action: Action, updates: tuple[DatedUpdate, ...]) -> date | None:
    """The day by which an update should have come; None if it has, or if nobody said when work begins."""
    patience = _one_and_a_half(_UPDATE_MONTHS[workspace.settings.update_every])
    begun = action.start.within(workspace.period(plan)).end if action.start is not None else None
    if begun is None:
        begun = plan.approval.on if plan.approval is not None else None
    if begun is None:
        return None
    due_by = patience.after(max(begun, updates[-1].on) if updates else begun)
    return due_by if due_by < workspace.as_at else None


def _progress_of_measure(workspace: Workspace, measure: Measure) -> MeasureProgress:
    readings = workspace.readings(measure)
    figures = [reading for reading in readings if not isinstance(reading.value, str)]
    latest = figures[-1] if figures else None
    return MeasureProgress(
        measure=measure,
        readings=readings,
        latest=latest,
        direction=_direction(measure, figures),
        status=status_of(measure, latest) if latest is not None else None,
        stale_since=_stale_since(workspace, measure, readings),
    )


def _direction(measure: Measure, figures: list[Reading]) -> Direction:
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
    if target is None or isinstance(reading.value, str) or measure.better == "neither":
        return None
    short_by = target - reading.value if measure.better == "higher" else reading.value - target
    if short_by <= 0:
        return "met"
    return "amber" if short_by <= measure.tolerance else "missed"


def _stale_since(workspace: Workspace, measure: Measure, readings: tuple[Reading, ...]) -> date | None:
    if measure.frequency is None or not readings or readings[-1].period.end is None:
        return None
    due_by = _one_and_a_half(_FREQUENCY_MONTHS[measure.frequency]).after(readings[-1].period.end)
    due_by = (measure.lag or parse_duration("0 days")).after(due_by)
    return due_by if due_by < workspace.as_at else None
