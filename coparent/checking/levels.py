"""How serious each finding is: as its rule says, as its plan's status says, or as the settings say."""

from collections.abc import Iterable, Iterator, Mapping

from coparent.diagnostics import Diagnostic, Level, Route
from coparent.progress import progress_of
from coparent.rules import LevelByStatus, Rule
from coparent.schema.plan import Plan
from coparent.workspace import Workspace

UNSWITCHABLE_FAMILIES = ("reading", "shape")
UNSWITCHABLE_RULES = ("unknown-reference", "duplicate-id", "personal-data", "rule-failed")
"""What no settings can turn off, or take less seriously than the rule does."""


def is_off(rule: Rule, workspace: Workspace) -> bool:
    """Whether the settings turn a rule off that can be turned off, or give it a level that cannot be read."""
    settings = workspace.settings
    is_unread = ("levels", rule.name) in workspace.faulty.get(settings.where.path, ())
    return (is_unread or settings.levels.get(rule.name) == "off") and not _is_unswitchable(rule)


def apply_levels(
    findings: Iterable[Diagnostic], workspace: Workspace, rules: Mapping[str, Rule]
) -> Iterator[Diagnostic]:
    """Give each finding its level; those whose rule is off, or which do not matter in their plan, are left out."""
    plans = {plan.where.path: plan for plan in workspace.plans}
    returns = {file.where.path: file for file in workspace.returns}
    reported: dict[str, Mapping[Route, str]] = {}
    for finding in findings:
        rule = rules[finding.rule]
        if is_off(rule, workspace):
            continue
        level: Level | LevelByStatus | None = _level_of_settings(rule, workspace) or rule.level
        if isinstance(level, LevelByStatus):
            plan = plans.get(finding.path)
            if (returned := returns.get(finding.path)) is not None:
                if finding.path not in reported:
                    reported[finding.path] = {update.where.route: update.action for update in returned.updates}
                plan = _plan_reported_on(reported[finding.path], finding, workspace)
            # How complete a plan must be cannot be judged while its status cannot be read.
            status = plan.status if plan is not None else "approved"
            level = level.level(status) if status is not None else None
        if level is not None:
            yield finding.at_level(level)


def _is_unswitchable(rule: Rule) -> bool:
    return rule.family in UNSWITCHABLE_FAMILIES or rule.name in UNSWITCHABLE_RULES


def _level_of_settings(rule: Rule, workspace: Workspace) -> Level | None:
    """The level that the settings give a rule; None if they leave it as it is."""
    setting = workspace.settings.levels.get(rule.name)
    if setting is None or setting == "off":
        return None
    level = Level(setting)
    is_weaker = isinstance(rule.level, Level) and level.rank > rule.level.rank
    return None if is_weaker and _is_unswitchable(rule) else level


def _plan_reported_on(actions: Mapping[Route, str], finding: Diagnostic, workspace: Workspace) -> Plan | None:
    """The plan that an update in a return is about; `actions` are those of its updates, by their routes."""
    action = actions.get(finding.spot.place.route[:2], "")
    progress = progress_of(workspace).by_action.get(action)
    return progress.plan if progress is not None else None
