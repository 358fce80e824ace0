"""Which actions, measures and risks a list is to hold."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import chain
from typing import TypeAlias

from coparent.errors import CoparentError
from coparent.progress import ActionProgress, MeasureProgress, progress_of
from coparent.schema.fields import Role
from coparent.schema.plan import Plan, Progress, Risk
from coparent.schema.shapes import shapes
from coparent.text.natural_order import natural_order
from coparent.workspace import Workspace

PlannedRisk: TypeAlias = tuple[Plan, Risk]
"""A risk, after its plan."""

_MOST_OFFERED = 12


@dataclass(frozen=True, slots=True)
class Filters:
    """What to keep: any of the values of each filter that is given, and all filters together."""

    stage: tuple[str, ...] = ()
    rating: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    plan: tuple[str, ...] = ()
    board: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    priority: tuple[str, ...] = ()
    overdue: bool = False
    due_before: date | None = None

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The names of all filters."""
        return tuple(field.name for field in fields(cls))

    @property
    def given(self) -> tuple[str, ...]:
        """The names of the filters that are given."""
        return tuple(name for name in self.names() if getattr(self, name))


def check_filters(workspace: Workspace, filters: Filters, roles: Iterable[str]) -> Filters:
    """The filters with their values as the plans write them. Raises CoparentError for a value that nothing has."""
    known_roles = sorted(set(roles), key=natural_order)
    return replace(
        filters,
        stage=_check_choices("stage", filters.stage),
        rating=_check_choices("rating", filters.rating),
        lead=tuple(role for asked in filters.lead for role in _find_roles(asked, known_roles)),
        organisation=_check_ids(workspace, "organisation", filters.organisation),
        plan=_check_ids(workspace, "plan", filters.plan),
        board=_check_ids(workspace, "board", filters.board),
        outcome=_check_ids(workspace, "outcome", filters.outcome),
        priority=_check_ids(workspace, "priority", filters.priority),
    )


def _check_ids(workspace: Workspace, kind: str, asked: Iterable[str]) -> tuple[str, ...]:
    known = sorted(workspace.records.get(kind, ()), key=natural_order)
    return tuple(_check(kind, name, {*known, *workspace.broken_ids}, known) for name in asked)


def _check_choices(name: str, asked: Iterable[str]) -> tuple[str, ...]:
    choices = shapes(Progress)[name].choices
    if choices is None:
        return tuple(asked)
    meanings, synonyms = choices.meanings, choices.synonyms
    return tuple(_check(name, written, meanings, list(meanings), synonyms) for written in asked)


def _check(
    option: str, asked: str, known: Collection[str], offered: list[str], synonyms: Mapping[str, str] | None = None
) -> str:
    wanted = asked.strip().lower().replace("_", "-").replace(" ", "-")
    if wanted in known:
        return wanted
    raise _unknown(option, asked, offered, (synonyms or {}).get(asked.strip().lower()))


def _find_roles(asked: str, roles: list[str]) -> list[str]:
    """The roles that are called so, or else those in whose names the words stand."""
    words = " ".join(asked.casefold().split())
    exact = [role for role in roles if role.casefold() == words]
    found = exact or [role for role in roles if words and words in role.casefold()]
    if not found:
        raise _unknown("lead", asked, roles, None)
    return found


def _unknown(option: str, asked: str, offered: list[str], meant: str | None) -> CoparentError:
    from coparent.text.suggestions import nearest

    near = [meant] if meant else nearest(asked, offered, cutoff=0.5)
    quoted = f'"{near[0]}"' if near and " " in near[0] else "".join(near)
    if near:
        advice = f"did you mean  --{option} {quoted}?"
    else:
        few = 0 < len(offered) <= _MOST_OFFERED
        advice = f"one of: {', '.join(offered)}" if few else f"coparent show {offered[0]}  shows one" if offered else ""
    return CoparentError(f'--{option}: no {option} is called "{asked}"', advice)


def refuse_filters(filters: Filters, kind: str, taken: Collection[str]) -> None:
    """Raises CoparentError where a filter says nothing about what is listed."""
    for name in filters.given:
        if name not in taken:
            options = ", ".join(f"--{other.replace('_', '-')}" for other in taken)
            raise CoparentError(f"--{name.replace('_', '-')} does not go with {kind}", f"they take  {options}")


def pick_actions(workspace: Workspace, filters: Filters) -> list[ActionProgress]:
    """The actions that all filters keep, in the order of the plans."""
    members = _members(workspace, filters.organisation)
    return [
        progress
        for progress in progress_of(workspace).actions
        if _matches(filters.stage, [progress.stage])
        and _matches(filters.rating, [progress.rating])
        and _matches(filters.lead, [role.role for role in progress.lead_roles])
        and _matches(members, progress.organisations if members else ())
        and _matches(filters.plan, [progress.plan.id])
        and _matches(filters.board, _boards(progress.plan))
        and _matches(filters.outcome, progress.action.outcomes)
        and _matches(filters.priority, progress.priorities)
        and (not filters.overdue or progress.is_overdue)
        and _is_due_before(progress, filters)
    ]


def _matches(wanted: Collection[str], values: Iterable[str | None]) -> bool:
    """Whether a filter is left out, or wants any of these values."""
    return not wanted or any(value in wanted for value in values)


def _is_due_before(progress: ActionProgress, filters: Filters) -> bool:
    """Whether it is still to be done (unless stages are asked for) and due before the day of the filter, if any."""
    if filters.due_before is None:
        return True
    is_wanted = bool(filters.stage) or progress.is_live
    return is_wanted and progress.deadline is not None and progress.deadline < filters.due_before


def _boards(plan: Plan) -> tuple[str, ...]:
    """The boards that a plan reports to, and the one that approved it."""
    return (*plan.reports_to, *((plan.approval.by,) if plan.approval is not None else ()))


def _members(workspace: Workspace, organisations: Iterable[str | None]) -> frozenset[str]:
    """The organisations that these are, groups by their members."""
    return frozenset(member for name in organisations if name for member in workspace.members(name))


def pick_measures(workspace: Workspace, filters: Filters) -> list[MeasureProgress]:
    """The measures that all filters keep, in the order of the files. Overdue is one that a reading is due for."""
    outcomes = workspace.strategy.outcomes if workspace.strategy is not None else ()
    priorities = {outcome.id: outcome.priorities for outcome in outcomes}
    plans = [plan for plan in workspace.plans if plan.id in filters.plan]
    used = {name for plan in plans for action in plan.actions for name in action.measures}
    members = _members(workspace, filters.organisation)
    return [
        progress
        for progress in progress_of(workspace).measures
        if _matches(filters.outcome, progress.measure.outcomes)
        and _matches(filters.priority, chain(*(priorities.get(name, ()) for name in progress.measure.outcomes)))
        and (not filters.plan or progress.measure.id in used)
        and _is_owned(workspace, filters, members, progress.measure.owner)
        and (not filters.overdue or progress.stale_since is not None)
    ]


def pick_risks(workspace: Workspace, filters: Filters) -> list[PlannedRisk]:
    """The risks that all filters keep, each with its plan. Goals are those of the actions a risk threatens."""
    goals = Filters(outcome=filters.outcome, priority=filters.priority)
    threatened = {progress.id for progress in pick_actions(workspace, goals)} if goals.given else set()
    members = _members(workspace, filters.organisation)
    return [
        (plan, risk)
        for plan in workspace.plans
        for risk in plan.risks
        if (not goals.given or not threatened.isdisjoint(risk.actions))
        and _matches(filters.plan, [plan.id])
        and _matches(filters.board, _boards(plan))
        and _is_owned(workspace, filters, members, risk.owner, plan.organisation)
    ]


def _is_owned(
    workspace: Workspace, filters: Filters, members: Collection[str], owner: Role | None, besides: str | None = None
) -> bool:
    """Whether the owner has a role that is asked for, and its organisation, or one besides, is among the members."""
    owning = _members(workspace, (besides, owner.organisation if owner is not None else None))
    return _matches(filters.lead, [owner.role if owner is not None else None]) and _matches(members, owning)
