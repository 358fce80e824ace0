"""How far each action has come as at a day: its stage, lateness and updates owed, and which organisations carry it."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cached_property
from itertools import chain

from coparent.progress.dates import DatedProgress, one_and_a_half
from coparent.progress.milestones import MilestoneProgress, build_milestone
from coparent.schema.fields import Role
from coparent.schema.plan import Action, Plan, Progress
from coparent.schema.strategy import Outcome
from coparent.timescales import Timescale, Turn
from coparent.values import frozen_by_identity
from coparent.workspace import DatedUpdate, Workspace

PASSED_ON = ("superseded", "cancelled", "carried-forward")
"""Stages in which an action serves no goal."""

_OVER = ("complete", *PASSED_ON)

_UPDATE_MONTHS = {"monthly": 1, "quarterly": 3}


@frozen_by_identity
class ActionProgress(DatedProgress):
    """Where one action stands on the day; compared by identity, so it can key a dictionary.

    `updates` are those known on the day, oldest first, from its plan and from returns.
    """

    action: Action
    updates: tuple[DatedUpdate, ...]
    stage: str
    rating: str | None

    @property
    def record(self) -> Action:
        return self.action

    @property
    def id(self) -> str:
        return self.action.id

    @property
    def title(self) -> str:
        return self.action.title

    # Its stage, as the last update gives it.

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

    # Its dates, and how late it is by them.

    @property
    def starts_by(self) -> date | None:
        """The last day on which work may begin: that of its start; None where the plan does not say."""
        return self.action.start.within(self.period).end if self.action.start is not None else None

    @property
    def review(self) -> Timescale | None:
        """When it is looked at again: its own review, or the one that its due date names."""
        review = self.action.review or (self.due.review if self.due is not None else None)
        return review.within(self.period) if review is not None else None

    @property
    def forecast_update(self) -> Progress | None:
        """The last update that gives a forecast."""
        return next((dated.update for dated in reversed(self.updates) if dated.update.forecast is not None), None)

    @cached_property
    def forecast(self) -> Timescale | None:
        """When it was last expected to be done."""
        update = self.forecast_update
        return update.forecast.within(self.period) if update is not None and update.forecast is not None else None

    @property
    def late_by(self) -> int | None:
        """Days from the promised date to the forecast, else to the day: 0 or less is on time.

        None where there is no such date, or nothing more is expected of it.
        """
        if not self.is_live or self.promised is None or self.promised.end is None:
            return None
        expected = self.forecast.end if self.forecast is not None else None
        return ((expected or self.workspace.as_at) - self.promised.end).days

    @property
    def expected_rating(self) -> str | None:
        """The rating that the settings give to that lateness."""
        if self.late_by is None or self.promised is None or self.promised.end is None:
            return None
        thresholds, expected = self.workspace.settings.rating, self.promised.end + timedelta(days=self.late_by)
        if expected >= thresholds.red_after.after(self.promised.end):
            return "red"
        return "amber" if expected >= thresholds.amber_after.after(self.promised.end) else "green"

    @cached_property
    def turn(self) -> Turn | None:
        """The last turn of a live recurring action that is over and that ended after work began and was agreed."""
        if not self.is_live or self.due is None or not self.due.is_recurring:
            return None
        begun = max(filter(None, (self.starts_by, self._agreed_on)), default=date.min)
        turns = (turn for turn in self.due.turns(self.period) if begun <= turn.end < self.workspace.as_at)
        return max(turns, key=lambda turn: turn.end, default=None)

    @property
    def is_overdue(self) -> bool:
        """Whether its due date in force has passed, or its last turn without an update; work that is paused is not."""
        due = self.due
        if due is None or not self._is_expected:
            return False
        if due.is_recurring and self.turn is not None:
            return not any(dated.on >= self.turn.start for dated in self.updates)
        return due.end is not None and due.end < self.workspace.as_at

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

    @cached_property
    def update_due_since(self) -> date | None:
        """The day by which an update should have come; None if it has, or if nobody said when work begins."""
        begun = self.starts_by or self._agreed_on
        if begun is None or not self._is_expected or self.plan.status == "closed":
            return None
        silence = one_and_a_half(_UPDATE_MONTHS[self.workspace.settings.update_every])
        due_by = silence.after(max(begun, self.updates[-1].on) if self.updates else begun)
        return due_by if due_by < self.workspace.as_at else None

    @property
    def _is_expected(self) -> bool:
        return self.is_live and self.stage != "paused"

    @property
    def _agreed_on(self) -> date | None:
        return self.plan.approval.on if self.plan.approval is not None else None

    # Its milestones.

    @cached_property
    def milestones(self) -> tuple[MilestoneProgress, ...]:
        """Its milestones, as the plan has them."""
        return tuple(build_milestone(self.workspace, self.plan, milestone) for milestone in self.action.milestones)

    @property
    def milestones_to_come(self) -> tuple[MilestoneProgress, ...]:
        """Those neither reached nor dropped, while the action is live; none that could not be read in full."""
        if not self.is_live or not self.action.milestones:
            return ()
        if not self.workspace.faulty:
            return tuple(milestone for milestone in self.milestones if milestone.is_open)
        if not self.workspace.is_whole(self.action, "due", "rescheduled", "updates"):
            return ()
        return tuple(milestone for milestone in self.milestones if milestone.is_open and milestone.is_whole)

    # Whom it serves, and who carries it.

    @property
    def priorities(self) -> tuple[str, ...]:
        """The priorities it serves, each once: its own, or those of its outcomes."""
        outcomes = (self.workspace.find("outcome", name) for name in self.action.outcomes)
        theirs = (name for outcome in outcomes if isinstance(outcome, Outcome) for name in outcome.priorities)
        return tuple(dict.fromkeys(self.action.priorities or theirs))

    @property
    def leads(self) -> tuple[Role, ...]:
        """Every role that leads it, the lead first."""
        lead, others = self.action.lead, self.action.joint_leads
        return (lead, *others) if lead is not None else others

    @cached_property
    def leaders(self) -> tuple[str, ...]:
        """The organisations that lead it, groups by their members; the plan's where no other is named."""
        named = [role.organisation or self.plan.organisation for role in self.leads] or [self.plan.organisation]
        return tuple(dict.fromkeys(_members(self.workspace, named)))

    @cached_property
    def organisations(self) -> tuple[str, ...]:
        """The organisations that lead or join it, those that lead first, groups by their members."""
        return tuple(dict.fromkeys((*self.leaders, *_members(self.workspace, self.action.partners))))


def build_action(workspace: Workspace, plan: Plan, action: Action) -> ActionProgress:
    """An action's progress on the workspace's day."""
    updates = workspace.updates(action)
    first_due = action.due.within(workspace.period(plan)) if action.due is not None else None
    return ActionProgress(
        workspace,
        plan,
        first_due=first_due,
        due=workspace.due(action, plan) if action.rescheduled else first_due,
        action=action,
        updates=updates,
        stage=updates[-1].update.stage if updates else "not-started",
        rating=updates[-1].update.rating if updates else None,
    )


def _members(workspace: Workspace, organisations: Iterable[str]) -> Iterable[str]:
    """Organisations, groups by their members."""
    members = workspace.remember(_members_by_organisation)
    return chain.from_iterable(members.get(name, (name,)) for name in organisations)


def _members_by_organisation(workspace: Workspace) -> Mapping[str, tuple[str, ...]]:
    return {name: workspace.members(name) for name in workspace.records.get("organisation", {})}
