"""The lists there are: what makes each, and which filters it takes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields

from coparent.schema.fields import Role
from coparent.tables import measures, risks
from coparent.tables.actions import list_actions
from coparent.tables.filters import Filters, check_filters, refuse_filters
from coparent.tables.listing import Listing
from coparent.tables.measures import list_measures
from coparent.tables.organisations import list_organisations
from coparent.tables.risks import list_risks
from coparent.tables.updates_due import list_updates_due
from coparent.workspace import Workspace

_EVERY = tuple(field.name for field in fields(Filters))


@dataclass(frozen=True, slots=True)
class _List:
    make: Callable[[Workspace, Filters], Listing]
    filters: tuple[str, ...]
    roles: Callable[[Workspace], Iterator[Role | None]]


def _leads(workspace: Workspace) -> Iterator[Role | None]:
    for action in workspace.actions:
        yield from (action.lead, *action.joint_leads)


def _owners_of_measures(workspace: Workspace) -> Iterator[Role | None]:
    return (measure.owner for measure in workspace.measures)


def _owners_of_risks(workspace: Workspace) -> Iterator[Role | None]:
    return (risk.owner for plan in workspace.plans for risk in plan.risks)


LISTS: Mapping[str, _List] = {
    "actions": _List(list_actions, _EVERY, _leads),
    "measures": _List(list_measures, measures.FILTERS, _owners_of_measures),
    "organisations": _List(list_organisations, _EVERY, _leads),
    "risks": _List(list_risks, risks.FILTERS, _owners_of_risks),
    "updates-due": _List(list_updates_due, _EVERY, _leads),
}


def list_as(name: str, workspace: Workspace, filters: Filters) -> Listing:
    """One of the lists. Raises CoparentError for a filter that does not go with it, or for a value that nothing has."""
    chosen = LISTS[name]
    refuse_filters(filters, name, chosen.filters)
    roles = (role.role for role in chosen.roles(workspace) if role is not None)
    return chosen.make(workspace, check_filters(workspace, filters, roles))
