"""How late an action is, what it was last expected to be, and the rating that follows from that."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from coparent.progress.dates import has_passed
from coparent.schema.plan import Progress
from coparent.schema.settings import RatingRule
from coparent.timescales import Timescale, Turn, add_months
from coparent.workspace import DatedUpdate

PASSED_ON = ("superseded", "cancelled", "carried-forward")
"""Stages in which an action serves no goal."""

OVER = ("complete", *PASSED_ON)
"""Stages in which nothing more is expected of an action."""
RESTING = ("paused", *OVER)
"""Stages in which nothing is expected of an action for now."""
_MONTHS_IN_YEAR = 12


class Lateness(NamedTuple):
    """From which day to which an action is late, or is forecast to be."""

    since: date
    until: date
    is_forecast: bool = False


def find_forecast(updates: Sequence[DatedUpdate], period: Timescale | None) -> Timescale | None:
    """When an action was last expected to be done, placed in the plan's period."""
    update = find_forecast_update(updates)
    if update is None or update.forecast is None:
        return None
    return update.forecast.within(period)


def find_forecast_update(updates: Sequence[DatedUpdate]) -> Progress | None:
    """The last update that gives a forecast."""
    return next((dated.update for dated in reversed(updates) if dated.update.forecast is not None), None)


def find_last_turn(  # noqa: PLR0913 - each is something that it hangs on.
    stage: str, due: Timescale | None, period: Timescale | None, earliest: date, as_at: date, update_months: int
) -> Turn | None:
    """The last turn that was over before the day and did not end before the earliest day that counts.

    Nobody reports more often than updates are asked for: a shorter turn begins as long before its end as these are
    apart, and where turns come round more often than updates, the first is over when that time has gone by.
    """
    if stage in OVER or due is None or not due.windows:
        return None
    has_many = len(due.windows) * update_months > _MONTHS_IN_YEAR
    over = []
    for turn in due.turns(period):
        begins = min(turn.start, add_months(turn.end + timedelta(days=1), -update_months))
        if turn.end < as_at and earliest <= (begins if has_many else turn.end):
            over.append(Turn(begins, turn.end))
    return max(over, key=lambda turn: turn.end, default=None)


def count_days_late(stage: str, promised: Timescale | None, forecast: Timescale | None, as_at: date) -> int | None:
    """Days from the promised date to the forecast, else to the day."""
    if stage in OVER or promised is None or promised.end is None:
        return None
    if forecast is None or forecast.end is None:
        return (as_at - promised.end).days
    return (forecast.end - promised.end).days


def find_lateness(
    late_by: int | None, promised: Timescale | None, forecast: Timescale | None, overdue_since: date | None, as_at: date
) -> Lateness | None:
    """From when to when an action is late, or is forecast to be; None if it is neither.

    It is counted from the promised date where that has passed, else from the last day of what it missed. Work that is
    not overdue is late by its forecast, as long as that is still to come.
    """
    due = promised.end if promised is not None else None
    expected = forecast.end if forecast is not None else None
    if late_by is not None and due is not None:
        if overdue_since is None and expected is not None and expected >= as_at:
            return Lateness(due, expected, is_forecast=True) if late_by > 0 else None
        if due < as_at:
            return Lateness(due, as_at)
    return Lateness(overdue_since, as_at) if overdue_since is not None else None


def is_overdue(
    stage: str, due: Timescale | None, turn: Turn | None, updates: Sequence[DatedUpdate], as_at: date
) -> bool:
    """Whether the last turn has no update since it began, or the due date of other work has passed."""
    if stage in RESTING:
        return False
    if turn is not None:
        return not any(dated.on >= turn.start for dated in updates)
    return has_passed(due, as_at)


def find_expected_rating(late_by: int | None, promised: Timescale | None, thresholds: RatingRule) -> str | None:
    """The rating that the settings give to so many days of lateness; None where there is no promised date."""
    if late_by is None or promised is None or promised.end is None:
        return None
    if late_by < 0:
        return "green"
    expected = promised.end + timedelta(days=late_by)
    if expected >= thresholds.red_after.after(promised.end):
        return "red"
    return "amber" if expected >= thresholds.amber_after.after(promised.end) else "green"
