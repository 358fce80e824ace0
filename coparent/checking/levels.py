"""How seriously each finding is taken: as its rule says, as its plan's status says, or as the settings say."""

from collections.abc import Iterable, Iterator, Mapping

from coparent.diagnostics import Diagnostic, Level
from coparent.progress import progress_of
from coparent.rules import LevelByStatus, Rule
from coparent.schema.updates import Updates
from coparent.workspace import Workspace

UNSWITCHABLE_FAMILIES = ("reading", "shape")
UNSWITCHABLE_RULES = ("unknown-reference", "duplicate-id", "personal-data")
"""What no settings can turn off, or take less seriously than the rule does."""


def is_off(rule: Rule, workspace: Workspace) -> bool:
    """Whether the settings turn a rule off that can be turned off."""
    return workspace.settings.levels.get(rule.name) == "off" and not _is_fixed(rule)


def _is_fixed(rule: Rule) -> bool:
    return rule.family in UNSWITCHABLE_FAMILIES or rule.name in UNSWITCHABLE_RULES


def _set_level(rule: Rule, workspace: Workspace) -> Level | None:
    """The level that the settings give a rule; None if they leave it as it is."""
    written = workspace.settings.levels.get(rule.name)
    if written is None or written == "off":
        return None
    level = Level(written)
    if _is_fixed(rule) and isinstance(rule.level, Level) and level.rank > rule.level.rank:
        return None
    return level


def apply_levels(found: Iterable[Diagnostic], workspace: Workspace, rules: Mapping[str, Rule]) -> Iterator[Diagnostic]:
    """Give each diagnostic the level of its rule, of its plan's status, or of the settings."""
    statuses = {plan.where.path: plan.status for plan in workspace.plans}
    returned = {file.where.path: file for file in workspace.returns}
    for diagnostic in found:
        rule = rules[diagnostic.rule]
        level = rule.level
        if is_off(rule, workspace):
            continue
        set_level = _set_level(rule, workspace)
        if set_level is not None:
            yield diagnostic.at_level(set_level)
        elif isinstance(level, LevelByStatus):
            by_status = level.level(
                _status_of_returned(returned[diagnostic.path], diagnostic, workspace)
                if diagnostic.path in returned
                else statuses.get(diagnostic.path, "approved")
            )
            if by_status is not None:
                yield diagnostic.at_level(by_status)
        else:
            yield diagnostic.at_level(level)


def _status_of_returned(file: Updates, diagnostic: Diagnostic, workspace: Workspace) -> str:
    """The status of the plan that an update in a return is about."""
    route = diagnostic.spot.place.route
    action = next((update.action for update in file.updates if update.where.route == route[:2]), "")
    progress = progress_of(workspace).by_action.get(action)
    return progress.plan.status if progress is not None else "approved"
