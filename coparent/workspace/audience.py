"""Who reads: what an audience may not see is taken out of the workspace before anything is counted."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from coparent.schema.ids import without_ids
from coparent.schema.measures import Measures
from coparent.schema.plan import Action, Plan
from coparent.schema.record import FileRecord, with_changes
from coparent.schema.updates import Updates
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
    return leave_out(workspace, hidden), len(hidden)


def _may_see(workspace: Workspace, audience: Audience, action: Action) -> bool:
    """Whether an action is for an audience; one that does not say so in a way that can be read is for internal eyes."""
    is_known = workspace.is_whole(action, "visibility")
    return audience.may_see(action.visibility if is_known else Audience.INTERNAL.value)


def leave_out(workspace: Workspace, actions: Iterable[Action]) -> Workspace:
    """The workspace without some of its actions.

    What is only about these actions goes with them: a plan that has no others, a measure that only they name, a
    consultation, a risk, an update; and no record that stays names them.
    """
    hidden = frozenset(actions)
    if not hidden:
        return workspace
    visible = {action.id for action in workspace.actions if action not in hidden}
    plans = frozenset(plan for plan in workspace.plans if plan.actions and hidden.issuperset(plan.actions))
    gone: dict[str, frozenset[str]] = {
        "action": frozenset(action.id for action in hidden) - visible,
        "measure": _find_hidden_measures(workspace, hidden),
        "plan": frozenset(plan.id for plan in plans if plan.id is not None),
    }
    files = (_without(file, hidden, gone) for file in workspace.files if file not in plans)
    return workspace.with_files(file for file in files if file is not None)


def _find_hidden_measures(workspace: Workspace, hidden: frozenset[Action]) -> frozenset[str]:
    """The measures of no outcome that hidden actions name, and no others."""
    named_by_hidden = {measure for action in hidden for measure in action.measures}
    named = {measure for action in workspace.actions if action not in hidden for measure in action.measures}
    of_outcomes = {measure.id for measure in workspace.measures if measure.outcomes}
    return frozenset(named_by_hidden - named - of_outcomes)


def _without(file: FileRecord, hidden: frozenset[Action], gone: Mapping[str, frozenset[str]]) -> FileRecord | None:
    """A file as it is for those who may not see some of it; None if nothing is left of what it was for."""
    if isinstance(file, Plan):
        file = with_changes(file, actions=tuple(action for action in file.actions if action not in hidden))
    elif isinstance(file, Measures):
        file = with_changes(
            file, measures=tuple(measure for measure in file.measures if measure.id not in gone["measure"])
        )
    left = without_ids(file, gone)
    if isinstance(file, Updates) and isinstance(left, Updates):
        had_any = file.updates or file.readings
        return None if had_any and not (left.updates or left.readings) else left
    return left
