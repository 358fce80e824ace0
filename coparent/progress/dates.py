"""The dates of actions and milestones: first agreed, moved, in force and promised; and how long may pass in silence."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from coparent.schema.plan import Action, Milestone, Move, Plan
from coparent.timescales import Duration, Timescale, add_months
from coparent.workspace import Workspace


@dataclass(frozen=True, eq=False, slots=True)
class DatedProgress(ABC):
    """An action or a milestone, with its dates as they were known on the day, each placed in the plan's period.

    `first_due` is the due date first agreed, `due` the one in force: that of the last move, or the first. `promised` is
    the date that lateness is counted from: the last one a board approved or the first, as the settings say.
    """

    workspace: Workspace = field(repr=False)
    plan: Plan
    first_due: Timescale | None
    due: Timescale | None
    promised: Timescale | None

    @property
    @abstractmethod
    def record(self) -> Action | Milestone:
        """The action or the milestone."""

    @property
    def period(self) -> Timescale | None:
        """The time that its plan covers."""
        return self.workspace.period(self.plan)

    @property
    def moves(self) -> tuple[Move, ...]:
        """The moves of its due date that were made by the day, oldest first."""
        return self.workspace.moves(self.record)

    @property
    def due_dates(self) -> tuple[Timescale, ...]:
        """Every due date it has had, the first agreed first and the one in force last."""
        first = (self.first_due,) if self.first_due is not None else ()
        return (*first, *(move.to.within(self.period) for move in self.moves))

    @property
    def promised_move(self) -> Move | None:
        """The last move that a board approved, if the settings count lateness from such a date."""
        return _find_promised_move(self.workspace, self.moves)


def find_dates(
    workspace: Workspace, plan: Plan, record: Action | Milestone
) -> tuple[Timescale | None, Timescale | None, Timescale | None]:
    """The due date first agreed, the one in force and the one promised, each placed in the plan's period."""
    period = workspace.period(plan)
    first_due = record.due.within(period) if record.due is not None else None
    if not record.rescheduled:
        return first_due, first_due, first_due
    move = _find_promised_move(workspace, workspace.moves(record))
    return first_due, workspace.due(record, plan), move.to.within(period) if move is not None else first_due


def _find_promised_move(workspace: Workspace, moves: Sequence[Move]) -> Move | None:
    if workspace.settings.rating.against != "approved":
        return None
    return next((move for move in reversed(moves) if move.approved_by is not None), None)


def has_passed(due: Timescale | None, as_at: date) -> bool:
    """Whether the last day of a date lies before the day: what is due on the day itself is still in time."""
    return due is not None and due.end is not None and due.end < as_at


@cache
def one_and_a_half(months: int) -> Duration:
    """One and a half times a number of months: half a month more counts as fifteen days."""
    return Duration("", months=months + months // 2, days=15 if months % 2 else 0)


def month_end_after(day: date, months: int) -> date:
    """The last day of the month that is so many months on: what is due in that month must not fall just outside."""
    return add_months(day.replace(day=1), months + 1) - timedelta(days=1)
