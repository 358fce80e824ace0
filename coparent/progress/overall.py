"""The progress of all plans together: every action and measure, the milestones to come, and those reached on time."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from coparent.progress.actions import ActionProgress, build_action
from coparent.progress.measures import MeasureProgress
from coparent.schema.plan import Milestone
from coparent.timescales import Timescale
from coparent.values import frozen_by_identity
from coparent.workspace import Workspace


@frozen_by_identity
class Progress:
    """Everything's progress, in the order of the plans."""

    actions: tuple[ActionProgress, ...]
    measures: tuple[MeasureProgress, ...]
    by_action: Mapping[str, ActionProgress]
    by_measure: Mapping[str, MeasureProgress]


def progress_of(workspace: Workspace) -> Progress:
    """The progress of everything in a workspace, as at its day; worked out once."""
    return workspace.remember(_build_progress)


def _build_progress(workspace: Workspace) -> Progress:
    actions = tuple(build_action(workspace, plan, action) for plan in workspace.plans for action in plan.actions)
    measures = tuple(MeasureProgress(workspace, measure, workspace.readings(measure)) for measure in workspace.measures)
    return Progress(
        actions=actions,
        measures=measures,
        # Of an id that was given twice, the first counts.
        by_action={progress.id: progress for progress in reversed(actions)},
        by_measure={progress.measure.id: progress for progress in reversed(measures)},
    )


def read_in_full(workspace: Workspace, *fields: str) -> Iterable[ActionProgress]:
    """The actions of which these fields could all be read: a date that had to be cut must not look left out."""
    actions = progress_of(workspace).actions
    if not workspace.faulty:
        return actions
    return [progress for progress in actions if workspace.is_whole(progress.action, *fields)]


class Step(NamedTuple):
    """A milestone still to be reached, of an action still expected, with its due date in force."""

    action: ActionProgress
    milestone: Milestone
    due: Timescale


def steps_to_come(workspace: Workspace) -> tuple[Step, ...]:
    """The milestones to come of all actions; worked out once."""
    return workspace.remember(_find_steps)


def _find_steps(workspace: Workspace) -> tuple[Step, ...]:
    return tuple(
        Step(action, step.milestone, step.due)
        for action in progress_of(workspace).actions
        for step in action.milestones_to_come
        if step.due is not None
    )


def milestones_met(actions: Sequence[ActionProgress]) -> tuple[int, int]:
    """How many milestones were reached by their promised date, and how many of these dates have come by the day.

    Milestones that were dropped, and those of actions that were passed on, are counted nowhere.
    """
    promises = [
        (step.milestone.done, step.promised.end)
        for action in actions
        if action.counts_towards_goals
        for step in action.milestones
        if not step.is_dropped and step.is_whole and step.promised is not None and step.promised.end is not None
        if step.promised.end <= step.workspace.as_at
    ]
    return sum(done is not None and done <= promised for done, promised in promises), len(promises)
