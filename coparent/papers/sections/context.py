"""What a paper is built from: the plans as its audience may see them, on its day and on that of the last report."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from coparent.coverage import Survey, survey_of
from coparent.papers.sections.existing import Existence, existed
from coparent.progress import ActionProgress, Progress, progress_of
from coparent.progress.wording import organisation_in_words
from coparent.schema.fields import Role
from coparent.schema.paper import Paper
from coparent.schema.plan import Plan
from coparent.schema.record import Record
from coparent.schema.strategy import Board
from coparent.text.sentences import count, plural, within, without_stop
from coparent.workspace import Workspace
from coparent.workspace.audience import Audience, for_audience, leave_out

Worked = TypeVar("Worked")

NOBODY = "Nobody is named"


@dataclass(frozen=True, eq=False)
class PaperContext:
    """What every section is built from.

    `workspace` holds the plans that the paper is about, less what its audience may not see, as at its day; `before` is
    the same as at the day of the last report, less the actions that were not there yet or may not have been; None where
    there was no report. `everything` holds every plan as this audience
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
        """The actions that were there at the last report, each as it was then and as it is now."""
        then = {id(before.action): before for before in self.actions_before or ()}
        return tuple((then[id(now.action)], now) for now in self.actions if id(now.action) in then)

    @cached_property
    def new_actions(self) -> tuple[ActionProgress, ...]:
        """The actions that were not there yet at the last report; none where there was no report."""
        return self._that_existed(Existence.LATER)

    @cached_property
    def undatable(self) -> frozenset[ActionProgress]:
        """The actions of which nobody can say whether they were there at the last report. They cannot have begun."""
        return frozenset(self._that_existed(Existence.UNKNOWN))

    def _that_existed(self, when: Existence) -> tuple[ActionProgress, ...]:
        since = self.since
        if since is None:
            return ()
        return tuple(
            action for action in self.actions if existed(self.workspace, action.plan, action.action, since) is when
        )

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
        return f"{count(len(self.workspace.plans), 'delivery plan')}{self._of_the_strategy}"

    @property
    def going_in_words(self) -> str:
        """What a progress report is about: how the plans are going, or the plan."""
        number = len(self.workspace.plans)
        if number == 1:
            return f"how the delivery plan{self._of_the_strategy} is going"
        return f"how the {number or ''} {plural('delivery plan')}{self._of_the_strategy} are going".replace("  ", " ")

    @property
    def _of_the_strategy(self) -> str:
        strategy = self.workspace.strategy
        if strategy is None or not strategy.title:
            return ""
        return f" of {within(without_stop(strategy.title))}"

    @property
    def partner(self) -> str:
        """The name of the organisation that a brief is for; "" in a paper for everyone."""
        return self.organisation_name(self.organisation) if self.organisation else ""

    @property
    def is_whole(self) -> bool:
        """Whether the paper is about every plan there is."""
        return is_whole(self.everything, self.paper)

    def organisation_name(self, identity: str | None) -> str:
        """What people call an organisation; "" for none."""
        return without_stop(organisation_in_words(self.workspace, identity))

    def board_name(self, identity: str | None) -> str:
        """What people call a board; "" for none."""
        found = self.workspace.find("board", identity) if identity is not None else None
        return without_stop(found.name) if isinstance(found, Board) else ""

    def role(self, role: Role | None, plan: Plan) -> str:
        """Who it is, and of which organisation where that is not the plan's; "" for nobody."""
        if role is None:
            return ""
        if role.organisation is None or role.organisation == plan.organisation:
            return without_stop(role.role)
        return f"{without_stop(role.role)}, {self.organisation_name(role.organisation)}"

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
        if lead is None and action.has_no_lead:
            return f"{NOBODY} ({self.organisation_name(action.plan.organisation)})"
        who = without_stop(lead.role) if lead is not None else ""
        return ", ".join(filter(None, (who, self.organisation_name(action.lead_organisation))))


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
        before=_as_it_was(seen, since) if since is not None and since < day else None,
        everything=seen if about is everything else for_audience(everything, audience)[0],
        audience=audience,
        left_out=left_out,
        organisation=organisation,
        draft=draft,
    )


def _about(workspace: Workspace, paper: Paper) -> Workspace:
    """The workspace with only the plans that a paper names, and the measures that their actions name."""
    if is_whole(workspace, paper):
        return workspace
    plans = tuple(plan for plan in workspace.plans if plan.id in paper.plans)
    named = {identity for plan in plans for action in plan.actions for identity in action.measures}
    return workspace.only(plans, [measure for measure in workspace.measures if measure.id in named])


def is_whole(workspace: Workspace, paper: Paper) -> bool:
    """Whether a paper is about every plan there is: it names none, or all."""
    return not paper.plans or all(plan.id in paper.plans for plan in workspace.plans)


def _as_it_was(workspace: Workspace, since: date) -> Workspace:
    """The workspace as at the last report, with the actions that were there then."""
    later = [
        action
        for plan in workspace.plans
        for action in plan.actions
        if existed(workspace, plan, action, since) is not Existence.THEN
    ]
    return replace(leave_out(workspace, later), as_at=since)


def _since(workspace: Workspace, paper: Paper) -> date | None:
    if not isinstance(paper.since, str):
        return paper.since
    found = workspace.find("paper", paper.since)
    return found.as_at if isinstance(found, Paper) else None
