"""Every role that the files of a workspace name."""

from collections.abc import Iterator
from typing import NamedTuple

from coparent.schema.field_values import FieldValue, find_field_values
from coparent.schema.fields import Role
from coparent.schema.shapes import Holds
from coparent.schema.updates import Updates
from coparent.workspace import Workspace


class RoleInUse(NamedTuple):
    """A role, the organisation whose role it is, and the record and field that name it."""

    role: Role
    organisation: str
    found: FieldValue


def find_roles(workspace: Workspace) -> Iterator[RoleInUse]:
    """Every role that is named anywhere, kind of file by kind; returns last, for they repeat what others set down."""
    files = [file for kind in workspace.kinds.values() for file in workspace.of_kind(kind)]
    council = workspace.strategy.organisation if workspace.strategy is not None else ""
    for file in sorted(files, key=lambda file: isinstance(file, Updates)):
        organisation = str(getattr(file, "organisation", None) or council)
        for found in find_field_values(file, Holds.ROLE):
            if isinstance(found.value, Role):
                yield RoleInUse(found.value, found.value.organisation or organisation, found)
