"""Every role that plans, measures and returns name."""

from collections.abc import Iterator
from typing import NamedTuple

from coparent.schema.fields import Role
from coparent.schema.plan import Action
from coparent.schema.record import Record
from coparent.workspace import Workspace


class RoleInUse(NamedTuple):
    """A role, the field of a record that names it, and the organisation whose role it is.

    `owner` is the record that the record belongs to, where it has no id of its own.
    """

    role: Role
    record: Record
    field: str
    organisation: str
    owner: Record | None = None


def find_roles(workspace: Workspace) -> Iterator[RoleInUse]:
    """Every role that is named anywhere."""
    for plan in workspace.plans:
        yield from _role_in(plan, "sponsor", plan.sponsor, plan.organisation)
        yield from _role_in(plan, "accountable_member", plan.accountable_member, plan.organisation)
        for action in plan.actions:
            yield from _roles_of_action(action, plan.organisation)
        for risk in plan.risks:
            yield from _role_in(risk, "owner", risk.owner, plan.organisation, plan)
    council = workspace.strategy.organisation if workspace.strategy is not None else ""
    for measure in workspace.measures:
        yield from _role_in(measure, "owner", measure.owner, council)
    for file in workspace.returns:
        organisation = file.organisation or council
        yield from _role_in(file, "by", file.by, organisation)
        for update in file.updates:
            yield from _role_in(update, "by", update.by, organisation, file)


def _roles_of_action(action: Action, organisation: str) -> Iterator[RoleInUse]:
    yield from _role_in(action, "lead", action.lead, organisation)
    for role in action.joint_leads:
        yield from _role_in(action, "joint_leads", role, organisation)
    for update in action.updates:
        yield from _role_in(update, "by", update.by, organisation, action)


def _role_in(
    record: Record, field: str, role: Role | None, organisation: str, owner: Record | None = None
) -> Iterator[RoleInUse]:
    if role is not None:
        yield RoleInUse(role, record, field, role.organisation or organisation, owner)
