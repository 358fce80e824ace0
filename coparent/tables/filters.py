"""Which actions, measures and risks a list is to hold."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date

from coparent.errors import CoparentError
from coparent.progress import ActionProgress, MeasureProgress, progress_of
from coparent.schema.plan import Plan, Progress, Risk
from coparent.schema.shapes import shapes
from coparent.schema.strategy import Outcome
from coparent.workspace import Workspace


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

    @property
    def given(self) -> tuple[str, ...]:
        """The names of the filters that are given."""
        return tuple(field.name for field in fields(self) if getattr(self, field.name))


def check_filters(workspace: Workspace, filters: Filters, roles: Iterable[str]) -> Filters:
    """The filters with their values as the plans write them. Raises CoparentError for a value that nothing has."""
    leads = tuple(name for asked in filters.lead for name in _read_role(asked, sorted(set(roles))))
    return Filters(
        stage=_read_choices("stage", filters.stage),
        rating=_read_choices("rating", filters.rating),
        lead=leads,
        organisation=_read_ids(workspace, "organisation", filters.organisation),
        plan=_read_ids(workspace, "plan", filters.plan),
        board=_read_ids(workspace, "board", filters.board),
        outcome=_read_ids(workspace, "outcome", filters.outcome),
        priority=_read_ids(workspace, "priority", filters.priority),
        overdue=filters.overdue,
        due_before=filters.due_before,
    )


def _read_ids(workspace: Workspace, kind: str, asked: Iterable[str]) -> tuple[str, ...]:
    known = workspace.records.get(kind, {})
    return tuple(_read(kind, name, {*known, *workspace.broken_ids}, sorted(known)) for name in asked)


def _read_choices(name: str, asked: Iterable[str]) -> tuple[str, ...]:
    choices = shapes(Progress)[name].choices
    if choices is None:
        return tuple(asked)
    meanings, synonyms = choices.meanings, choices.synonyms
    return tuple(_read(name, one, meanings, list(meanings), synonyms) for one in asked)


def _read(
    option: str, asked: str, known: Collection[str], offered: list[str], synonyms: Mapping[str, str] | None = None
) -> str:
    wanted = asked.strip().lower().replace("_", "-").replace(" ", "-")
    if wanted in known:
        return wanted
    raise _unknown(option, asked, offered, (synonyms or {}).get(asked.strip().lower()))


def _read_role(asked: str, roles: list[str]) -> list[str]:
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


_MOST_OFFERED = 12


def refuse_filters(filters: Filters, kind: str, taken: Collection[str]) -> None:
    """Raises CoparentError where a filter says nothing about what is listed."""
    for name in filters.given:
        if name not in taken:
            options = ", ".join(f"--{one.replace('_', '-')}" for one in taken)
            raise CoparentError(f"--{name.replace('_', '-')} does not go with {kind}", f"they take  {options}")


def pick_actions(workspace: Workspace, filters: Filters) -> list[ActionProgress]:
    """The actions that all filters keep, in the order of the plans."""
    tests = list(_tests_of_actions(workspace, filters))
    return [one for one in progress_of(workspace).actions if all(test(one) for test in tests)]


def _tests_of_actions(workspace: Workspace, filters: Filters) -> Iterator[Callable[[ActionProgress], bool]]:
    if filters.stage:
        yield lambda one: one.stage in filters.stage
    if filters.rating:
        yield lambda one: one.rating in filters.rating
    if filters.lead:
        yield lambda one: any(role.role in filters.lead for role in one.leads)
    if filters.organisation:
        wanted = _members(workspace, filters)
        yield lambda one: not wanted.isdisjoint(one.organisations)
    if filters.overdue:
        yield lambda one: one.is_overdue
    if filters.due_before is not None:
        day, any_stage = filters.due_before, bool(filters.stage)
        yield lambda one: (any_stage or one.is_live) and (end := one.deadline) is not None and end < day
    yield from _tests_of_goals(workspace, filters)


def _tests_of_goals(workspace: Workspace, filters: Filters) -> Iterator[Callable[[ActionProgress], bool]]:
    if filters.plan:
        yield lambda one: one.plan.id in filters.plan
    if filters.board:
        yield lambda one: _goes_to(one.plan, filters)
    if filters.outcome:
        yield lambda one: not set(filters.outcome).isdisjoint(one.action.outcomes)
    if filters.priority:
        yield lambda one: not set(filters.priority).isdisjoint(one.priorities)


def _goes_to(plan: Plan, filters: Filters) -> bool:
    boards = {*plan.reports_to, *((plan.approval.by,) if plan.approval is not None else ())}
    return not boards.isdisjoint(filters.board)


def _members(workspace: Workspace, filters: Filters) -> frozenset[str]:
    return frozenset(member for name in filters.organisation for member in workspace.members(name))


def _stands_for(workspace: Workspace, members: frozenset[str], *organisations: str | None) -> bool:
    """Whether any of these organisations, or a member of one, is among the members."""
    return any(name and not members.isdisjoint(workspace.members(name)) for name in organisations)


def outcomes_of(workspace: Workspace) -> Mapping[str, Outcome]:
    """The strategy's outcomes by id."""
    return {one.id: one for one in workspace.strategy.outcomes} if workspace.strategy is not None else {}


def pick_measures(workspace: Workspace, filters: Filters) -> list[MeasureProgress]:
    """The measures that all filters keep, in the order of the files. Overdue is one that owes a reading."""
    outcomes = set(filters.outcome)
    if filters.priority:
        serving = {o.id for o in outcomes_of(workspace).values() if not set(o.priorities).isdisjoint(filters.priority)}
    used = {name for plan in workspace.plans if plan.id in filters.plan for a in plan.actions for name in a.measures}
    members = _members(workspace, filters)

    def is_kept(one: MeasureProgress) -> bool:
        measure, owner = one.measure, one.measure.owner
        return (
            (not filters.outcome or not outcomes.isdisjoint(measure.outcomes))
            and (not filters.priority or not serving.isdisjoint(measure.outcomes))
            and (not filters.plan or measure.id in used)
            and (not filters.lead or (owner is not None and owner.role in filters.lead))
            and (not filters.organisation or _stands_for(workspace, members, owner.organisation if owner else None))
            and (not filters.overdue or one.stale_since is not None)
        )

    return [one for one in progress_of(workspace).measures if is_kept(one)]


def pick_risks(workspace: Workspace, filters: Filters) -> list[tuple[Plan, Risk]]:
    """The risks that all filters keep, each with its plan. Goals are those of the actions a risk threatens."""
    goals = Filters(outcome=filters.outcome, priority=filters.priority)
    threatened = {one.action.id for one in pick_actions(workspace, goals)} if goals.given else set()
    members = _members(workspace, filters)

    def is_kept(plan: Plan, risk: Risk) -> bool:
        owner = risk.owner
        own = owner.organisation if owner is not None else None
        return (
            (not goals.given or not threatened.isdisjoint(risk.actions))
            and (not filters.plan or plan.id in filters.plan)
            and (not filters.board or _goes_to(plan, filters))
            and (not filters.lead or (owner is not None and owner.role in filters.lead))
            and (not filters.organisation or _stands_for(workspace, members, plan.organisation, own))
        )

    return [(plan, risk) for plan in workspace.plans for risk in plan.risks if is_kept(plan, risk)]
