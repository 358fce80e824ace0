"""How far everything has come as at a day: stages, ratings, lateness, updates due, measures against their targets."""

from coparent.progress.actions import ActionProgress
from coparent.progress.lateness import PASSED_ON
from coparent.progress.measures import Direction, MeasureProgress, Standing, is_performance, may_be_printed
from coparent.progress.milestones import MilestoneProgress
from coparent.progress.overall import Progress, Step, milestones_met, progress_of, read_in_full, steps_to_come

__all__ = [
    "PASSED_ON",
    "ActionProgress",
    "Direction",
    "MeasureProgress",
    "MilestoneProgress",
    "Progress",
    "Standing",
    "Step",
    "is_performance",
    "may_be_printed",
    "milestones_met",
    "progress_of",
    "read_in_full",
    "steps_to_come",
]
