"""Who reads: what an audience may not see is taken out of the workspace before anything is counted."""

from dataclasses import fields, replace
from enum import StrEnum

from coparent.schema.plan import Plan
from coparent.workspace.records import Workspace


class Audience(StrEnum):
    """Whom an output is for, the widest first: each may see what those before it may."""

    PUBLIC = "public"
    PARTNER = "partner"
    INTERNAL = "internal"

    def may_see(self, visibility: str | None) -> bool:
        """Whether something of this visibility is for this audience; what says nothing is for everyone."""
        audiences = list(Audience)
        return audiences.index(Audience(visibility or Audience.PUBLIC)) <= audiences.index(self)


def for_audience(workspace: Workspace, audience: Audience) -> tuple[Workspace, int]:
    """The workspace as an audience may see it, and how many actions that leaves out."""
    hidden = {action for action in _marked(workspace) if not audience.may_see(action.visibility)}
    if not hidden:
        return workspace, 0
    return replace(workspace, plans=tuple(_without(plan, hidden) for plan in workspace.plans)), len(hidden)
