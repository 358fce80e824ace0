"""Who leads and joins each action: by which role, how much falls on one at once, and partners that join none."""

from collections import defaultdict
from collections.abc import Iterator

from coparent.advice import add_item, add_line, either, elsewhere, take_out, write, write_line
from coparent.diagnostics import Diagnostic, Level
from coparent.documents.naming import singular
from coparent.progress import ActionProgress, progress_of, read_in_full
from coparent.rules.ownership.roles import find_roles
from coparent.rules.registry import Family, LevelByStatus
from coparent.schema.field_values import FieldValue, describe, find_owner
from coparent.schema.fields import Role
from coparent.schema.naming import named
from coparent.schema.plan import Plan, Progress
from coparent.schema.shapes import FieldShape
from coparent.text.personal_names import find_person
from coparent.timescales import span_in_words
from coparent.workspace import Workspace

FAMILY = Family("ownership")

_OWN_WORDS = "the role that answers for it"

MOST_IN_A_QUARTER, MOST_IN_THE_LAST = 8, 12
"""How many live actions of one role may be due in a quarter; in the year's last everybody has more."""


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
    for progress in read_in_full(workspace, "lead"):
        action, joint_leads = progress.action, progress.action.joint_leads
        if action.lead is None and progress.counts_towards_goals and progress.is_known:
            role = joint_leads[0].role if joint_leads else "the role that answers for it"
            yield action.at("lead").says(
                f"{named(action)} has no lead{', only joint leads' if joint_leads else ''}",
                label='"lead" is missing here',
                help=add_line("lead", role),
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
    spans: dict[str, tuple[int, int] | None] = {}
    for in_use in find_roles(workspace):
        text = in_use.role.role
        if text not in spans:
            span = find_person(text)
            spans[text] = None if span is None or text[slice(*span)].casefold() in bodies else span
        span = spans[text]
        if span is not None:
            field, holder = _describe_field(in_use.found.field), _describe_holder(in_use.found)
            yield (
                in_use.role.at("role")
                .within(text, *span)
                .says(
                    f"the {field} of {holder} looks like a person's name",
                    label="a role or a team belongs here",
                    help=_advise(in_use.role, span),
                )
            )


def _describe_holder(found: FieldValue) -> str:
    owner = find_owner(found.record, found.parents)
    if owner is not None and isinstance(found.record, Progress):
        return f"an update of {named(owner)}"
    return describe(found.record, found.parents)


def _describe_field(field: FieldShape) -> str:
    if field.name == "by":
        return "reporter"
    return singular(field.name) if field.is_list else field.name.replace("_", " ")


def _names_of_bodies(workspace: Workspace) -> str:
    """The names of all organisations and boards: some are named after a person."""
    strategy = workspace.strategy
    if strategy is None:
        return ""
    names = [name for body in strategy.organisations for name in (body.name, body.short_name or "")]
    return "\n".join([*names, *(board.name for board in strategy.boards)]).casefold()


def _advise(role: Role, span: tuple[int, int]) -> str:
    """What to write: the role that stands beside the name, if there is one."""
    text, field = role.role, role.at("role").place.route[-1]
    rest = f"{text[: span[0]]} {text[span[1] :]}".strip(" ,;:/&()[]-\N{EN DASH}\N{EM DASH}\n")
    is_role = " " in rest and find_person(rest) is None and not any(sign in rest for sign in ",;:/&()[]")
    if isinstance(field, str):
        return write_line(field, " ".join(rest.split()) if is_role else _OWN_WORDS)
    whole = text[max(0, span[0] - 1) : span[1] + 1]
    named_beside = whole if whole[:1] + whole[-1:] == "()" else text[slice(*span)]
    return take_out(named_beside) if is_role else write(_OWN_WORDS)


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
    loads: dict[tuple[str, str | None, int, int], list[ActionProgress]] = defaultdict(list)
    for progress in progress_of(workspace).actions:
        lead, end = progress.action.lead, progress.due.end if progress.due is not None else None
        if lead is not None and end is not None and progress.is_live and progress.plan.status not in ("closed", None):
            role, organisation = " ".join(lead.role.casefold().split()), lead.organisation or progress.plan.organisation
            loads[role, organisation, *calendar.quarter_of(end)].append(progress)
    for (_, _, year, number), load in loads.items():
        first, last = calendar.part(year, 3, number)
        lead, most = load[0].action.lead, MOST_IN_THE_LAST if number == 4 else MOST_IN_A_QUARTER
        if lead is not None and len(load) > most and last >= workspace.as_at:
            names = [progress.action.id for progress in load]
            listed = ", ".join(names) if len(names) <= 13 else f"{', '.join(names[:12])} and {len(names) - 12} more"
            yield lead.at("role").says(
                f"{lead.role} leads {len(load)} actions that are due in {span_in_words(first, last)}",
                label="the first of them",
                help=f"spread their dates or their leads: {listed}",
            )


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
        taking_part = {member for name in _organisations_in_actions(plan) for member in workspace.members(name)}
        for index, partner in enumerate(plan.partners):
            if taking_part.isdisjoint(workspace.members(partner)):
                yield plan.at("partners", index).says(
                    f"{named(plan)} names {partner} as a partner, and none of its actions does",
                    label="in no action, joint lead or milestone",
                    help=_advise_partner(plan, partner),
                )


def _advise_partner(plan: Plan, partner: str) -> str:
    """The line that names it in the plan's first action."""
    first, *others = plan.actions
    line = elsewhere(add_item("partners", partner, is_first=not first.partners), under=first.id)
    same = "the same under another action in which it takes part"
    return either(line, *([same] if others else []), f"take {partner} out of this list")


def _organisations_in_actions(plan: Plan) -> set[str]:
    """The organisations that lead or join an action of a plan, or that a milestone is of."""
    names: set[str] = set()
    for action in plan.actions:
        leads = (*action.joint_leads, action.lead) if action.lead is not None else action.joint_leads
        names.update(filter(None, (role.organisation or plan.organisation for role in leads)))
        names.update(action.partners)
        names.update(step.organisation for step in action.milestones if step.organisation is not None)
    return names
