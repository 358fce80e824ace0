"""Who reads: what an audience may not see is taken out of the workspace before anything is counted."""

from enum import StrEnum

from coparent.schema.plan import Action, Plan
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
    hidden = [action for action in workspace.actions if not _may_see(workspace, audience, action)]
    if not hidden:
        return workspace, 0
    return workspace.only(_without(plan, frozenset(hidden)) for plan in workspace.plans), len(hidden)


def _may_see(workspace: Workspace, audience: Audience, action: Action) -> bool:
    """Whether an action is for an audience; one that does not say so in a way that can be read is for internal eyes."""
    is_known = workspace.is_whole(action, "visibility")
    return audience.may_see(action.visibility if is_known else Audience.INTERNAL.value)


def _without(plan: Plan, hidden: frozenset[Action]) -> Plan:
    """A plan less some of its actions, and less the risks to nothing but these."""
    actions = tuple(action for action in plan.actions if action not in hidden)
    if len(actions) == len(plan.actions):
        return plan
    gone = {action.id for action in plan.actions if action in hidden}
    risks = tuple(risk for risk in plan.risks if not risk.actions or not gone.issuperset(risk.actions))
    return with_changes(plan, actions=actions, risks=risks)
