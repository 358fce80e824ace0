"""How far each milestone has come as at a day: reached, dropped, missed or still to come."""

from dataclasses import dataclass

from coparent.progress.dates import DatedProgress, find_dates, has_passed
from coparent.schema.plan import Milestone, Plan
from coparent.workspace import Workspace


@dataclass(frozen=True, eq=False, slots=True)
class MilestoneProgress(DatedProgress):
    """Where one milestone stands on the day; compared by identity."""

    milestone: Milestone

    @property
    def record(self) -> Milestone:
        return self.milestone

    @property
    def title(self) -> str:
        return self.milestone.title

    @property
    def is_reached(self) -> bool:
        """Whether it was reached by the day."""
        return self.workspace.is_done(self.milestone)

    @property
    def is_dropped(self) -> bool:
        """Whether it was given up by the day."""
        return self.milestone.dropped is not None and self.milestone.dropped.on <= self.workspace.as_at

    @property
    def is_open(self) -> bool:
        """Whether it was neither reached nor given up by the day."""
        return not self.is_reached and not self.is_dropped

    @property
    def is_missed(self) -> bool:
        """Whether it is open and its due date in force has passed."""
        return self.is_open and has_passed(self.due, self.workspace.as_at)

    @property
    def is_whole(self) -> bool:
        """Whether all that says if it is open, and until when, could be read."""
        return self.workspace.is_whole(self.milestone, "rescheduled", "done", "dropped")


def build_milestone(workspace: Workspace, plan: Plan, milestone: Milestone) -> MilestoneProgress:
    """A milestone's progress on the workspace's day."""
    return MilestoneProgress(workspace, plan, *find_dates(workspace, plan, milestone), milestone)
