"""The lists there are."""

from collections.abc import Mapping

from coparent.tables.actions import ActionList
from coparent.tables.filters import Filters, check_filters, refuse_filters
from coparent.tables.listing import Listing
from coparent.tables.measures import MeasureList
from coparent.tables.organisations import OrganisationList
from coparent.tables.risks import RiskList
from coparent.tables.updates_due import UpdatesDueList
from coparent.workspace import Workspace

LISTS: Mapping[str, type[Listing]] = {
    "actions": ActionList,
    "measures": MeasureList,
    "organisations": OrganisationList,
    "risks": RiskList,
    "updates-due": UpdatesDueList,
}


def list_as(name: str, workspace: Workspace, filters: Filters) -> Listing:
    """One of the lists. Raises CoparentError for a filter that does not go with it, or for a value that nothing has."""
    chosen = LISTS[name]
    refuse_filters(filters, name, chosen.filters)
    roles = (role.role for role in chosen.roles(workspace) if role is not None)
    return chosen.build(workspace, check_filters(workspace, filters, roles))
