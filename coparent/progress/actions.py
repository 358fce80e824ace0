"""How far each action has come as at a day: its stage, lateness and updates due, and which organisations carry it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from coparent.progress.dates import DatedProgress, find_dates, one_and_a_half
from coparent.progress.milestones import MilestoneProgress, build_milestone
from coparent.schema.fields import Role
from coparent.schema.plan import Action, Plan, Progress
from coparent.schema.strategy import Outcome
from coparent.timescales import Timescale, Turn
from coparent.workspace import DatedUpdate, Workspace

PASSED_ON = ("superseded", "cancelled", "carried-forward")
"""Stages in which an action serves no goal."""

_OVER = ("complete", *PASSED_ON)

_UPDATE_MONTHS = {"monthly": 1, "quarterly": 3}


@dataclass(frozen=True, eq=False, slots=True)
class ActionProgress(DatedProgress):
    """Where one action stands on the day; compared by identity, so it can key a dictionary."""

    action: Action
    updates: tuple[DatedUpdate, ...]
    """Those known on the day, oldest first, from its plan and from returns."""
    stage: str
    rating: str | None
    starts_by: date | None
    """The last day on which work may begin; None where the plan does not say."""
    forecast: Timescale | None
    """When it was last expected to be done."""
    late_by: int | None
    """Days from the promised date to the forecast, else to the day: 0 or less is on time.

    None where there is no such date, or nothing more is expected of it.
    """
    turn: Turn | None
    """The last turn of a live recurring action that is over and that ended after work began and was agreed."""
    is_overdue: bool
    """Whether its due date in force has passed, or its last turn without an update; work that is paused is not."""
    update_due_since: date | None
    """The day by which an update should have come; None if it has, or if nobody said when work begins."""
    organisations: tuple[str, ...]
    """The organisations that lead or join it, those that lead first, groups by their members."""
    milestones: tuple[MilestoneProgress, ...]
    """Its milestones, as the plan has them."""
    milestones_to_come: tuple[MilestoneProgress, ...]
    """Those neither reached nor dropped, while the action is live; none that could not be read in full."""

    @property
    def record(self) -> Action:
        return self.action

    @property
    def id(self) -> str:
        return self.action.id

    @property
    def title(self) -> str:
        return self.action.title

    @property
    def latest(self) -> DatedUpdate | None:
        """The last update known on the day."""
        return self.updates[-1] if self.updates else None

    @property
    def is_live(self) -> bool:
        """Whether something is still expected of it: until it is complete, or passed on."""
        return self.stage not in _OVER

    @property
    def serves(self) -> bool:
        """Whether it counts towards the goals it names: complete or live, and not passed on."""
        return self.stage not in PASSED_ON

    @property
    def completed_on(self) -> date | None:
        """The day of the first `complete` update, while it still is complete."""
        if self.stage != "complete":
            return None
        return next(dated.on for dated in self.updates if dated.update.stage == "complete")

    @property
    def review(self) -> Timescale | None:
        """When it is looked at again: its own review, or the one that its due date names."""
        review = self.action.review or (self.due.review if self.due is not None else None)
        return review.within(self.period) if review is not None else None

    @property
    def forecast_update(self) -> Progress | None:
        """The last update that gives a forecast."""
        return _find_forecast_update(self.updates)

    @property
    def expected_rating(self) -> str | None:
        """The rating that the settings give to its lateness."""
        promised = self.promised.end if self.promised is not None else None
        if self.late_by is None or promised is None:
            return None
        if self.late_by < 0:
            return "green"
        thresholds, expected = self.workspace.settings.rating, promised + timedelta(days=self.late_by)
        if expected >= thresholds.red_after.after(promised):
            return "red"
        return "amber" if expected >= thresholds.amber_after.after(promised) else "green"

    @property
    def is_late(self) -> bool:
        """Whether it is overdue, or forecast to be done after the promised date."""
        return self.is_overdue or (self.late_by is not None and self.late_by > 0)

    @property
    def deadline(self) -> date | None:
        """The last day of the due date in force; of a recurring action, that of a turn it has missed."""
        if self.due is not None and self.due.end is not None:
            return self.due.end
        return self.turn.end if self.turn is not None and self.is_overdue else None

    @property
    def priorities(self) -> tuple[str, ...]:
        """The priorities it serves, each once: its own, or those of its outcomes."""
        outcomes = (self.workspace.find("outcome", name) for name in self.action.outcomes)
        theirs = (name for outcome in outcomes if isinstance(outcome, Outcome) for name in outcome.priorities)
        return tuple(dict.fromkeys(self.action.priorities or theirs))

    @property
    def leads(self) -> tuple[Role, ...]:
        """Every role that leads it, the lead first."""
        return _leads(self.action)

    @property
    def leaders(self) -> tuple[str, ...]:
        """The organisations that lead it, groups by their members; the plan's where no other is named."""
        return _members(self.workspace, _leading_organisations(self.plan, self.action))


def build_action(workspace: Workspace, plan: Plan, action: Action) -> ActionProgress:
    """An action's progress on the workspace's day."""
    period, updates = workspace.period(plan), workspace.updates(action)
    latest = updates[-1].update if updates else None
    stage = latest.stage if latest is not None else "not-started"
    is_live = stage not in _OVER
    is_expected = is_live and stage != "paused"
    first_due, due, promised = find_dates(workspace, plan, action)
    starts_by = action.start.within(period).end if action.start is not None else None
    agreed_on = plan.approval.on if plan.approval is not None else None
    update = _find_forecast_update(updates)
    forecast = update.forecast.within(period) if update is not None and update.forecast is not None else None
    turn = None
    if is_live and due is not None and due.is_recurring:
        turn = _find_last_turn(due.turns(period), max(starts_by or date.min, agreed_on or date.min), workspace.as_at)
    milestones = tuple(build_milestone(workspace, plan, milestone) for milestone in action.milestones)
    return ActionProgress(
        workspace,
        plan,
        first_due=first_due,
        due=due,
        promised=promised,
        action=action,
        updates=updates,
        stage=stage,
        rating=latest.rating if latest is not None else None,
        starts_by=starts_by,
        forecast=forecast,
        late_by=_count_days_late(promised, forecast, workspace.as_at) if is_live else None,
        turn=turn,
        is_overdue=is_expected and _is_overdue(due, turn, updates, workspace.as_at),
        update_due_since=_find_update_due(workspace, plan, starts_by or agreed_on, updates) if is_expected else None,
        organisations=_members(workspace, [*_leading_organisations(plan, action), *action.partners]),
        milestones=milestones,
        milestones_to_come=_find_milestones_to_come(workspace, action, milestones) if is_live else (),
    )


def _find_forecast_update(updates: Sequence[DatedUpdate]) -> Progress | None:
    return next((dated.update for dated in reversed(updates) if dated.update.forecast is not None), None)


def _find_last_turn(turns: Iterable[Turn], begun: date, as_at: date) -> Turn | None:
    over = (turn for turn in turns if begun <= turn.end < as_at)
    return max(over, key=lambda turn: turn.end, default=None)


def _count_days_late(promised: Timescale | None, forecast: Timescale | None, as_at: date) -> int | None:
    if promised is None or promised.end is None:
        return None
    expected = forecast.end if forecast is not None else None
    return ((expected or as_at) - promised.end).days


def _is_overdue(due: Timescale | None, turn: Turn | None, updates: Sequence[DatedUpdate], as_at: date) -> bool:
    if turn is not None:
        return not any(dated.on >= turn.start for dated in updates)
    return due is not None and due.end is not None and due.end < as_at


def _find_update_due(
    workspace: Workspace, plan: Plan, begun: date | None, updates: Sequence[DatedUpdate]
) -> date | None:
    if begun is None or plan.status == "closed":
        return None
    silence = one_and_a_half(_UPDATE_MONTHS[workspace.settings.update_every])
    due_by = silence.after(max(begun, updates[-1].on) if updates else begun)
    return due_by if due_by < workspace.as_at else None


def _find_milestones_to_come(
    workspace: Workspace, action: Action, milestones: Iterable[MilestoneProgress]
) -> tuple[MilestoneProgress, ...]:
    to_come = tuple(milestone for milestone in milestones if milestone.is_open)
    if not to_come or not workspace.faulty:
        return to_come
    if not workspace.is_whole(action, "due", "rescheduled", "updates"):
        return ()
    return tuple(milestone for milestone in to_come if milestone.is_whole)


def _leads(action: Action) -> tuple[Role, ...]:
    return (action.lead, *action.joint_leads) if action.lead is not None else action.joint_leads


def _leading_organisations(plan: Plan, action: Action) -> list[str]:
    """The organisation of each role that leads an action: the plan's where no other is named."""
    return [role.organisation or plan.organisation for role in _leads(action)] or [plan.organisation]


def _members(workspace: Workspace, organisations: Iterable[str]) -> tuple[str, ...]:
    """Organisations, each once, groups by their members."""
    groups, named = workspace.remember(_find_groups), dict.fromkeys(organisations)
    if groups.keys().isdisjoint(named):
        return tuple(named)
    return tuple(dict.fromkeys(chain.from_iterable(groups.get(name, (name,)) for name in named)))


def _find_groups(workspace: Workspace) -> Mapping[str, tuple[str, ...]]:
    """The members of each organisation that is a group."""
    members = {name: workspace.members(name) for name in workspace.records.get("organisation", {})}
    return {name: found for name, found in members.items() if found != (name,)}
