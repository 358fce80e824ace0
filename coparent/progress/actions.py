"""How far each action has come as at a day: its stage, dates, updates due, and which organisations carry it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from coparent.progress.dates import DatedProgress, find_dates, one_and_a_half
from coparent.progress.lateness import (
    OVER,
    PASSED_ON,
    RESTING,
    Lateness,
    count_days_late,
    find_expected_rating,
    find_forecast,
    find_forecast_update,
    find_last_turn,
    find_lateness,
    is_overdue,
)
from coparent.progress.milestones import MilestoneProgress, build_milestone
from coparent.schema.fields import Role
from coparent.schema.plan import Action, Plan, Progress
from coparent.schema.strategy import Outcome
from coparent.timescales import Timescale, Turn
from coparent.workspace import DatedUpdate, Workspace

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
    """The day by which an update should have come; None if it has, or if nobody knows when work begins."""
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
        return self.stage not in OVER

    @property
    def counts_towards_goals(self) -> bool:
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
        return find_forecast_update(self.updates)

    @property
    def expected_rating(self) -> str | None:
        """The rating that the settings give to its lateness."""
        return find_expected_rating(self.late_by, self.promised, self.workspace.settings.rating)

    @property
    def lateness(self) -> Lateness | None:
        """How late it is, or is forecast to be; None if it is neither."""
        overdue_since = self.deadline if self.is_overdue else None
        return find_lateness(self.late_by, self.promised, self.forecast, overdue_since, self.workspace.as_at)

    @property
    def is_late(self) -> bool:
        """Whether it is late, or is forecast to be."""
        return self.lateness is not None

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
    def lead_roles(self) -> tuple[Role, ...]:
        """Every role that leads it, the lead first."""
        return _find_lead_roles(self.action)

    @property
    def lead_organisations(self) -> tuple[str, ...]:
        """The organisations that lead it, groups by their members; the plan's where no other is named."""
        return _expand_groups(self.workspace, _find_lead_organisations(self.plan, self.action))


def build_action(workspace: Workspace, plan: Plan, action: Action) -> ActionProgress:
    """An action's progress on the workspace's day."""
    as_at, period = workspace.as_at, workspace.period(plan)
    updates = workspace.updates(action)
    latest = updates[-1].update if updates else None
    stage = latest.stage if latest is not None else "not-started"
    first_due, due, promised = find_dates(workspace, plan, action)
    forecast = find_forecast(updates, period)
    starts_by = action.start.within(period).end if action.start is not None else None
    agreed_on = plan.approval.on if plan.approval is not None else None
    # Nobody is to report on a turn that ended before the work began or was agreed.
    earliest_turn_end = max(starts_by or date.min, agreed_on or date.min)
    update_months = _UPDATE_MONTHS[workspace.settings.update_every]
    turn = find_last_turn(stage, due, period, earliest_turn_end, as_at, update_months)
    begun = _find_begun(starts_by, agreed_on, updates, as_at)
    lead_organisations = _find_lead_organisations(plan, action)
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
        late_by=count_days_late(stage, promised, forecast, as_at),
        turn=turn,
        is_overdue=is_overdue(stage, due, turn, updates, as_at),
        update_due_since=_find_update_due(workspace, plan, stage, begun, updates),
        organisations=_expand_groups(workspace, [*lead_organisations, *action.partners]),
        milestones=milestones,
        milestones_to_come=_find_milestones_to_come(workspace, action, stage, milestones),
    )


def _find_update_due(
    workspace: Workspace, plan: Plan, stage: str, begun: date | None, updates: Sequence[DatedUpdate]
) -> date | None:
    """The day by which an update should have come: one and a half intervals after the last, or after work began."""
    if stage in RESTING or plan.status == "closed" or begun is None:
        return None
    silence = one_and_a_half(_UPDATE_MONTHS[workspace.settings.update_every])
    last_heard = max(begun, updates[-1].on) if updates else begun
    due_by = silence.after(last_heard)
    return due_by if due_by < workspace.as_at else None


def _find_begun(
    starts_by: date | None, agreed_on: date | None, updates: Sequence[DatedUpdate], as_at: date
) -> date | None:
    """The day on which work has begun for sure, as it was to start or be approved, or as an update shows."""
    if starts_by is not None and starts_by <= as_at:
        return starts_by
    shown = next((dated.on for dated in updates if dated.update.stage == "in-progress"), None)
    days = [day for day in (starts_by or agreed_on, shown) if day is not None]
    return min(days, default=None)


def _find_milestones_to_come(
    workspace: Workspace, action: Action, stage: str, milestones: Iterable[MilestoneProgress]
) -> tuple[MilestoneProgress, ...]:
    if stage in OVER:
        return ()
    to_come = tuple(milestone for milestone in milestones if milestone.is_open)
    if not to_come or not workspace.faulty:
        return to_come
    if not workspace.is_whole(action, "due", "rescheduled", "updates"):
        return ()
    return tuple(milestone for milestone in to_come if milestone.is_whole)


def _find_lead_roles(action: Action) -> tuple[Role, ...]:
    return (action.lead, *action.joint_leads) if action.lead is not None else action.joint_leads


def _find_lead_organisations(plan: Plan, action: Action) -> list[str]:
    """The organisation of each role that leads an action: the plan's where no other is named."""
    return [role.organisation or plan.organisation for role in _find_lead_roles(action)] or [plan.organisation]


def _expand_groups(workspace: Workspace, organisations: Iterable[str]) -> tuple[str, ...]:
    """Organisations, each once, groups by their members."""
    groups, named = workspace.remember(_find_groups), dict.fromkeys(organisations)
    if groups.keys().isdisjoint(named):
        return tuple(named)
    return tuple(dict.fromkeys(chain.from_iterable(groups.get(name, (name,)) for name in named)))


def _find_groups(workspace: Workspace) -> Mapping[str, tuple[str, ...]]:
    """The members of each organisation that is a group."""
    members = {name: workspace.members(name) for name in workspace.records.get("organisation", {})}
    return {name: found for name, found in members.items() if found != (name,)}
