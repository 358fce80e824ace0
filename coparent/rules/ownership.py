"""Ownership: whether every action has one role that answers for it, and every name is written one way."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache, partial
from typing import NamedTuple

from coparent.diagnostics import Diagnostic, Level, Related, Spot
from coparent.progress import PASSED_ON, ActionProgress, progress_of, read_in_full
from coparent.rules.registry import Family, LevelByStatus
from coparent.schema.fields import Role
from coparent.schema.naming import named, named_within
from coparent.schema.plan import Action, Plan
from coparent.schema.record import NOWHERE, Record
from coparent.text.near_duplicates import find_alike
from coparent.text.personal_names import find_person
from coparent.timescales import Calendar, span_in_words
from coparent.workspace import Workspace

FAMILY = Family("ownership")

MOST_IN_A_QUARTER, MOST_IN_THE_LAST = 8, 12
"""How many live actions of one role may be due in a quarter; in the year's last everybody has more."""


class _Held(NamedTuple):
    """A role where it is written, and the organisation whose role it is.

    `place` is its place in a list; `owner` the record that the holder belongs to, where that has no id of its own.
    """

    role: Role
    holder: Record
    field: str
    organisation: str
    owner: Record | None = None
    place: int | None = None

    def spot(self) -> Spot:
        if self.role.where is not NOWHERE:
            return self.role.at("role")
        return self.holder.at(self.field) if self.place is None else self.holder.at(self.field, self.place)


def _roles(workspace: Workspace) -> Iterator[_Held]:
    """Every role that is written anywhere."""
    for plan in workspace.plans:
        yield from _held(plan, "sponsor", plan.organisation)
        yield from _held(plan, "accountable_member", plan.organisation)
        for action in plan.actions:
            yield from _roles_of(action, plan.organisation)
        for risk in plan.risks:
            yield from _held(risk, "owner", plan.organisation, plan)
    council = workspace.strategy.organisation if workspace.strategy is not None else ""
    for measure in workspace.measures:
        yield from _held(measure, "owner", council)
    for file in workspace.returns:
        organisation = file.organisation or council
        yield from _held(file, "by", organisation)
        for update in file.updates:
            yield from _held(update, "by", organisation, file)


def _roles_of(action: Action, organisation: str) -> Iterator[_Held]:
    if action.lead is not None:
        yield _Held(action.lead, action, "lead", action.lead.organisation or organisation)
    for place, role in enumerate(action.joint_leads):
        yield _Held(role, action, "joint_leads", role.organisation or organisation, place=place)
    for update in action.updates:
        if update.by is not None:
            yield _Held(update.by, update, "by", update.by.organisation or organisation, action)


def _held(record: Record, field: str, organisation: str, owner: Record | None = None) -> Iterator[_Held]:
    role: Role | None = getattr(record, field)
    if role is not None:
        yield _Held(role, record, field, role.organisation or organisation, owner)


@FAMILY.records("no-lead", LevelByStatus())
def no_lead(workspace: Workspace) -> Iterator[Diagnostic]:
    """An action that nobody leads.

    Why: what everybody is responsible for nobody does, and a child has no one to ask.
    Fix: name the one role or team that answers for it.

    Before:
        - id: home-03
          title: Open two homes
    After:
        - id: home-03
          title: Open two homes
          lead: Head of placements
    """
    for one in read_in_full(workspace, "lead"):
        if one.action.lead is None and one.stage not in PASSED_ON:
            joint = one.action.joint_leads
            yield one.action.at("lead").says(
                f"{named(one.action)} has no lead" + (", only joint leads" if joint else ""),
                label='"lead" is missing here',
                help=f"add a line  lead: {joint[0].role if joint else 'Head of placements'}"
                + ("" if joint else "  with the role or team that answers for it"),
            )


@FAMILY.records("lead-is-a-person", Level.WARNING)
def lead_is_a_person(workspace: Workspace) -> Iterator[Diagnostic]:
    """A person's name where a role or team belongs: a lead, sponsor, owner or reporter.

    Why: people move on and the action is left without anyone; and a published plan keeps their names for good.
    Fix: write the role or the team.

    Before:
        lead: Cllr J. Bloggs
    After:
        lead: Cabinet Member for Children's Services
    """
    bodies = _names_of_bodies(workspace)
    found: dict[str, tuple[int, int] | None] = {}
    for held in _roles(workspace):
        text = held.role.role
        if text not in found:
            span = find_person(text)
            found[text] = None if span is None or text[slice(*span)].casefold() in bodies else span
        span = found[text]
        if span is not None:
            yield (
                held.spot()
                .within(text, *span)
                .says(
                    f"the {_FIELD_WORDS[held.field]} of {_called(held)} looks like a person's name",
                    label="a role or a team belongs here",
                    help=_without(text, span),
                )
            )


_FIELD_WORDS = {
    "lead": "lead",
    "joint_leads": "joint lead",
    "sponsor": "sponsor",
    "accountable_member": "accountable member",
    "owner": "owner",
    "by": "reporter",
}


def _called(held: _Held) -> str:
    if held.owner is None:
        return named(held.holder)
    return f"an update of {named(held.owner)}" if held.field == "by" else named_within(held.holder, held.owner)


def _names_of_bodies(workspace: Workspace) -> str:
    """The names of all organisations and boards: some bear a person's."""
    strategy = workspace.strategy
    if strategy is None:
        return ""
    names = [name for one in strategy.organisations for name in (one.name, one.short_name or "")]
    return "\n".join([*names, *(board.name for board in strategy.boards)]).casefold()


def _without(text: str, span: tuple[int, int]) -> str:
    """What to write: the role that stands beside the name, if there is one."""
    rest = f"{text[: span[0]]} {text[span[1] :]}".strip(" ,;:/&()[]-\N{EN DASH}\N{EM DASH}\n")
    if " " in rest and find_person(rest) is None and not any(sign in rest for sign in ",;:/&()[]"):
        return f"write  {' '.join(rest.split())}"
    return "write the role or the team, such as  Head of placements"


@FAMILY.records("lead-overloaded", Level.NOTE)
def lead_overloaded(workspace: Workspace) -> Iterator[Diagnostic]:
    """One role that leads more than eight live actions due in one quarter; more than twelve in the year's last.

    Why: some of them will be late, and everybody can see it today.
    Fix: spread the dates, or give some of the actions another lead.

    Before:
        actions:
          - {id: home-01, title: Open home 1, lead: Head of homes, due: October 2026}
          - {id: home-02, title: Open home 2, lead: Head of homes, due: October 2026}
          - {id: home-03, title: Open home 3, lead: Head of homes, due: October 2026}
          - {id: home-04, title: Open home 4, lead: Head of homes, due: November 2026}
          - {id: home-05, title: Open home 5, lead: Head of homes, due: November 2026}
          - {id: home-06, title: Open home 6, lead: Head of homes, due: November 2026}
          - {id: home-07, title: Open home 7, lead: Head of homes, due: December 2026}
          - {id: home-08, title: Open home 8, lead: Head of homes, due: December 2026}
          - {id: home-09, title: Open home 9, lead: Head of homes, due: December 2026}
    After:
        actions:
          - {id: home-01, title: Open home 1, lead: Head of homes, due: October 2026}
          - {id: home-02, title: Open home 2, lead: Head of homes, due: October 2026}
          - {id: home-03, title: Open home 3, lead: Head of homes, due: October 2026}
          - {id: home-04, title: Open home 4, lead: Head of homes, due: November 2026}
          - {id: home-05, title: Open home 5, lead: Head of homes, due: November 2026}
          - {id: home-06, title: Open home 6, lead: Head of homes, due: November 2026}
          - {id: home-07, title: Open home 7, lead: Head of homes, due: December 2026}
          - {id: home-08, title: Open home 8, lead: Head of homes, due: December 2026}
          - {id: home-09, title: Open home 9, lead: Head of homes, due: February 2027}
    """
    calendar = workspace.settings.calendar()
    loads: dict[tuple[str, str, int, int], list[ActionProgress]] = defaultdict(list)
    quarters: dict[date, tuple[int, int]] = {}
    for one in progress_of(workspace).actions:
        role, end = one.action.lead, one.due.end if one.due is not None else None
        if role is None or end is None or not one.is_live or one.plan.status == "closed":
            continue
        if end not in quarters:
            quarters[end] = _quarter(calendar, end)
        organisation = role.organisation or one.plan.organisation
        loads[_folded(role.role), organisation, *quarters[end]].append(one)
    for (_, _, year, number), load in loads.items():
        first, last = calendar.part(year, 3, number)
        if len(load) > (MOST_IN_THE_LAST if number == 4 else MOST_IN_A_QUARTER) and last >= workspace.as_at:
            lead = load[0].action.lead
            assert lead is not None  # noqa: S101 - an action without a lead is no part of a load.
            held = _Held(lead, load[0].action, "lead", "")
            yield held.spot().says(
                f"{lead.role} leads {len(load)} actions that are due in {span_in_words(first, last)}",
                label="the first of them",
                help=f"spread their dates or their leads: {_listed(load)}",
            )


@lru_cache(maxsize=1024)
def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _quarter(calendar: Calendar, day: date) -> tuple[int, int]:
    """The financial year of a day, by its first year, and the quarter's number in it."""
    return calendar.financial_year_of(day), (day.month - calendar.year_starts) % 12 // 3 + 1


def _listed(load: list[ActionProgress]) -> str:
    names = [one.action.id for one in load]
    return ", ".join(names) if len(names) <= 13 else f"{', '.join(names[:12])} and {len(names) - 12} more"


@FAMILY.records("partner-without-action", Level.NOTE, concludes_from_absence=True)
def partner_without_action(workspace: Workspace) -> Iterator[Diagnostic]:
    """A partner that is named on a plan and in none of its actions.

    Why: the plan looks like theirs too, and nothing in it asks anything of them.
    Fix: name it where it takes part, or take it out.

    Before:
        partners: [icb]
        actions:
          - id: health-04
            title: Follow up every missing episode
    After:
        partners: [icb]
        actions:
          - id: health-04
            title: Follow up every missing episode
            partners: [icb]
    """
    for plan in workspace.plans:
        if not plan.partners or not plan.actions:
            continue
        at_work = {member for name in _at_work(plan) for member in workspace.members(name)}
        for index, partner in enumerate(plan.partners):
            if at_work.isdisjoint(workspace.members(partner)):
                yield plan.at("partners", index).says(
                    f"{named(plan)} names {partner} as a partner, and none of its actions does",
                    label="in no action, joint lead or milestone",
                    help=f"add {partner} to the  partners:  of the action it takes part in, or take it out here",
                )


def _at_work(plan: Plan) -> set[str]:
    """The organisations that a plan's actions name."""
    names: set[str] = set()
    for action in plan.actions:
        names.update(action.partners)
        leads = (*action.joint_leads, action.lead) if action.lead is not None else action.joint_leads
        names.update(role.organisation or plan.organisation for role in leads)
        names.update(one.organisation for one in action.milestones if one.organisation is not None)
    return names


class _Pool(NamedTuple):
    """Names to be compared with each other: how often each is used, and where it stands first."""

    what: str
    uses: dict[str, int]
    firsts: dict[str, Callable[[], Spot]]

    @classmethod
    def of(cls, what: str) -> "_Pool":
        return cls(what, {}, {})

    def add(self, name: str, spot: Callable[[], Spot]) -> None:
        if name not in self.uses:
            self.firsts[name] = spot
        self.uses[name] = self.uses.get(name, 0) + 1


def _pools(workspace: Workspace) -> Iterator[_Pool]:
    for plan in workspace.plans:
        groups = _Pool.of(f"in {plan.id} the group")
        for action in plan.actions:
            if action.group is not None:
                groups.add(action.group, partial(action.at, "group"))
        yield groups
    roles: dict[str, _Pool] = defaultdict(partial(_Pool.of, "the role"))
    for held in _roles(workspace):
        roles[held.organisation].add(held.role.role, held.spot)
    yield from roles.values()
    comparators = _Pool.of("the comparator")
    for measure in workspace.measures:
        for reading in measure.readings:
            for name in reading.comparators:
                comparators.add(name, partial(reading.at_key, "comparators", name))
    yield comparators


@FAMILY.records("near-duplicate-name", Level.NOTE)
def near_duplicate_name(workspace: Workspace) -> Iterator[Diagnostic]:
    """Two names for what is most likely one thing: they differ by a capital, "&", a hyphen, a space or one letter.

    Groups are compared within a plan, roles within an organisation, comparators everywhere.

    Why: a paper prints two headings, and a lead's list misses the actions under the other spelling.
    Fix: write it one way throughout.

    Before:
        actions:
          - {id: home-03, title: Open two homes, lead: Head of Care & Placements}
          - {id: home-04, title: Recruit 20 carers, lead: Head of care and placements}
    After:
        actions:
          - {id: home-03, title: Open two homes, lead: Head of care and placements}
          - {id: home-04, title: Recruit 20 carers, lead: Head of care and placements}
    """
    for pool in _pools(workspace):
        for name, kept in find_alike(pool.uses):
            others = pool.uses[name] - 1
            yield pool.firsts[name]().says(
                f'{pool.what} "{name}" is nearly the same as "{kept}"',
                label=f"and {others} more time{'s' if others > 1 else ''}" if others else f"elsewhere {kept}",
                help=f"write  {kept}  if the same is meant",
                related=(Related(pool.firsts[kept](), "written so here"),),
            )
