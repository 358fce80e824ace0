"""What a paper is built from: the plans as its audience may see them, on its day and on that of the last report."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from coparent.coverage import Survey, survey_of
from coparent.progress import ActionProgress, Progress, progress_of
from coparent.progress.wording import organisation_in_words
from coparent.schema.fields import Role
from coparent.schema.paper import Paper
from coparent.schema.plan import Plan
from coparent.schema.record import Record
from coparent.schema.strategy import Board
from coparent.text.sentences import count
from coparent.workspace import Workspace
from coparent.workspace.audience import Audience, for_audience

Worked = TypeVar("Worked")

NOBODY = "Nobody is named"


@dataclass(frozen=True, eq=False)
class PaperContext:
    """What every section is built from.

    `workspace` holds the plans that the paper is about, less what its audience may not see, as at its day; `before` is
    the same as at the day of the last report, None where there was none. `everything` holds every plan as this audience
    may see it, for the names of actions that those of the paper wait for or become. `left_out` counts the actions that
    are not for the audience. `organisation` is whom a brief is for, "" else. `draft` says what could not be read.
    """

    paper: Paper
    workspace: Workspace
    before: Workspace | None
    everything: Workspace
    audience: Audience
    left_out: int
    organisation: str
    draft: str
    _worked_out: dict[object, object] = field(default_factory=dict, init=False, repr=False)

    def remember(self, work_out: Callable[["PaperContext"], Worked]) -> Worked:
        """What a function works out of this context, worked out once however many sections ask for it."""
        if work_out not in self._worked_out:
            self._worked_out[work_out] = work_out(self)
        return cast(Worked, self._worked_out[work_out])

    @property
    def as_at(self) -> date:
        """The day as at which everything is judged."""
        return self.workspace.as_at

    @property
    def since(self) -> date | None:
        """The day of the last report."""
        return self.before.as_at if self.before is not None else None

    @property
    def progress(self) -> Progress:
        """How far everything has come."""
        return progress_of(self.workspace)

    @cached_property
    def actions(self) -> tuple[ActionProgress, ...]:
        """The actions that the paper counts: all, or those that the organisation of a brief leads or joins."""
        return self._counted(self.workspace)

    @cached_property
    def actions_before(self) -> tuple[ActionProgress, ...] | None:
        """The same as at the day of the last report; None where there was none."""
        return self._counted(self.before) if self.before is not None else None

    @property
    def compared(self) -> tuple[tuple[ActionProgress, ActionProgress], ...]:
        """Each of the actions as at the last report and as it is now; none where there was no report."""
        return tuple(zip(self.actions_before, self.actions, strict=True)) if self.actions_before is not None else ()

    def _counted(self, workspace: Workspace) -> tuple[ActionProgress, ...]:
        actions = progress_of(workspace).actions
        if not self.organisation:
            return actions
        return tuple(action for action in actions if not self.members.isdisjoint(action.organisations))

    @cached_property
    def members(self) -> frozenset[str]:
        """The organisation of a brief; if that is a group, its members."""
        return frozenset(self.workspace.members(self.organisation))

    def answers_for(self, action: ActionProgress) -> bool:
        """Whether the organisation of a brief leads an action; always true in a paper for everyone."""
        return not self.organisation or not self.members.isdisjoint(action.lead_organisations)

    @property
    def led(self) -> tuple[ActionProgress, ...]:
        """The actions that the organisation of a brief leads; all of them in a paper for everyone."""
        return tuple(action for action in self.actions if self.answers_for(action))

    @property
    def survey(self) -> Survey:
        """What serves each goal."""
        return self.workspace.remember(survey_of)  # What the audience may not see is gone already.

    @property
    def plans_in_words(self) -> str:
        """How many delivery plans the paper is about, and of which strategy."""
        strategy = self.workspace.strategy
        plans = count(len(self.workspace.plans), "delivery plan")
        return f"{plans} of {strategy.title}" if strategy is not None and strategy.title else plans

    @property
    def partner(self) -> str:
        """The name of the organisation that a brief is for; "" in a paper for everyone."""
        return self.organisation_name(self.organisation) if self.organisation else ""

    @property
    def is_whole(self) -> bool:
        """Whether the paper is about every plan there is."""
        return not self.paper.plans

    def organisation_name(self, identity: str | None) -> str:
        """What people call an organisation; "" for none."""
        return organisation_in_words(self.workspace, identity)

    def board_name(self, identity: str | None) -> str:
        """What people call a board; "" for none."""
        found = self.workspace.find("board", identity) if identity is not None else None
        return found.name if isinstance(found, Board) else ""

    def role(self, role: Role | None, plan: Plan) -> str:
        """Who it is, and of which organisation where that is not the plan's; "" for nobody."""
        if role is None:
            return ""
        if role.organisation is None or role.organisation == plan.organisation:
            return role.role
        return f"{role.role}, {self.organisation_name(role.organisation)}"

    def who(self, record: Record, field: str, plan: Plan) -> str:
        """The role in a field of a record, or that nobody is named; "" for one that could not be read."""
        role = getattr(record, field)
        return self.role(role, plan) or (NOBODY if self.workspace.is_whole(record, field) else "")

    def lead(self, action: ActionProgress) -> str:
        """Who leads an action, or that nobody is named."""
        return self.who(action.action, "lead", action.plan)

    def lead_in_full(self, action: ActionProgress) -> str:
        """The same, always with the organisation."""
        lead = action.action.lead
        who = lead.role if lead is not None else NOBODY if action.has_no_lead else ""
        names = (who, self.organisation_name(action.lead_organisation))
        return ", ".join(filter(None, names))


def build_context(workspace: Workspace, paper: Paper, organisation: str = "", draft: str = "") -> PaperContext:
    """Build the context of a paper from a workspace assembled for any day: its own, where the paper names none."""
    audience, day = Audience(paper.audience), paper.as_at or workspace.as_at
    everything = replace(workspace, as_at=day)
    about = _about(everything, paper)
    seen, left_out = for_audience(about, audience)
    since = _since(workspace, paper)
    return PaperContext(
        paper=paper,
        workspace=seen,
        before=replace(seen, as_at=since) if since is not None and since < day else None,
        everything=seen if about is everything else for_audience(everything, audience)[0],
        audience=audience,
        left_out=left_out,
        organisation=organisation,
        draft=draft,
    )


def _about(workspace: Workspace, paper: Paper) -> Workspace:
    """The workspace with only the plans that a paper names, and the measures that their actions name."""
    if not paper.plans:
        return workspace
    plans = tuple(plan for plan in workspace.plans if plan.id in paper.plans)
    named = {identity for plan in plans for action in plan.actions for identity in action.measures}
    return workspace.only(plans, [measure for measure in workspace.measures if measure.id in named])


def _since(workspace: Workspace, paper: Paper) -> date | None:
    if not isinstance(paper.since, str):
        return paper.since
    found = workspace.find("paper", paper.since)
    return found.as_at if isinstance(found, Paper) else None
