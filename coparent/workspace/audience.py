"""Who reads: what an audience may not see is taken out of the workspace before anything is counted."""

from dataclasses import replace
from enum import StrEnum

from coparent.schema.plan import Plan
from coparent.schema.record import with_changes
from coparent.workspace.records import Workspace


class Audience(StrEnum):
    """Whom an output is for, the widest first: each may see what those before it may."""

    PUBLIC = "public"
    PARTNER = "partner"
    INTERNAL = "internal"

    def may_see(self, visibility: str | None) -> bool:
        """Whether something of this visibility is for this audience; what says nothing is for everyone."""
        return visibility is None or _ORDER.index(visibility) <= _ORDER.index(self)


_ORDER = tuple(Audience)


def for_audience(workspace: Workspace, audience: Audience) -> tuple[Workspace, int]:
    """The workspace as an audience may see it, and how many actions that leaves out."""
    hidden = [action for action in workspace.actions if not audience.may_see(action.visibility)]
    if not hidden:
        return workspace, 0
    gone = frozenset(map(id, hidden))
    return replace(workspace, plans=tuple(_without(plan, gone) for plan in workspace.plans)), len(hidden)


def _without(plan: Plan, gone: frozenset[int]) -> Plan:
    """A plan less some of its actions, and less the risks to nothing but these."""
    kept = tuple(action for action in plan.actions if id(action) not in gone)
    if len(kept) == len(plan.actions):
        return plan
    hidden = {action.id for action in plan.actions if id(action) in gone}
    risks = tuple(risk for risk in plan.risks if not risk.actions or not hidden.issuperset(risk.actions))
    return with_changes(plan, actions=kept, risks=risks)
