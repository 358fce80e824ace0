"""The dates of actions and milestones: first agreed, moved, in force and promised; and how long may pass in silence."""

from dataclasses import field
from datetime import date, timedelta
from functools import cache, cached_property

from coparent.schema.plan import Action, Milestone, Move, Plan
from coparent.timescales import Duration, Timescale, add_months
from coparent.values import frozen_by_identity
from coparent.workspace import Workspace


@frozen_by_identity
class DatedProgress:
    """An action or a milestone, with its dates as they were known on the day, each placed in the plan's period.

    `first_due` is the due date first agreed, `due` the one in force: that of the last move, or the first.
    """

    workspace: Workspace = field(repr=False)
    plan: Plan
    first_due: Timescale | None
    due: Timescale | None

    @property
    def record(self) -> Action | Milestone:
        """The action or the milestone."""
        raise NotImplementedError

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
        if self.workspace.settings.rating.against != "approved":
            return None
        return next((move for move in reversed(self.moves) if move.approved_by is not None), None)

    @cached_property
    def promised(self) -> Timescale | None:
        """The date that lateness is counted from: the last one a board approved or the first, as the settings say."""
        move = self.promised_move
        return move.to.within(self.period) if move is not None else self.first_due


@cache
def one_and_a_half(months: int) -> Duration:
    """One and a half times a number of months: half a month more counts as fifteen days."""
    return Duration("", months=months + months // 2, days=15 if months % 2 else 0)


def month_end_after(day: date, months: int) -> date:
    """The last day of the month that is so many months on: what is due in that month must not fall just outside."""
    return add_months(day.replace(day=1), months + 1) - timedelta(days=1)
