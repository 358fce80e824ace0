"""Who takes part: for each organisation and group, the actions it leads and joins, and the outcomes these serve."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from coparent.coverage.serving import Served, goals_served
from coparent.progress import ActionProgress
from coparent.schema.strategy import Organisation
from coparent.text.sentences import count, verb
from coparent.values import frozen
from coparent.workspace import Workspace


@frozen
class OrganisationCoverage(Served):
    """What one organisation takes part in; a group takes part wherever one of its members does.

    `actions` are those it leads or joins and that serve, `leads` those it leads, `outcomes` those they serve, in the
    strategy's order. `members` are the organisations a group stands for, `idle` those of them that have no action.
    """

    organisation: Organisation
    members: tuple[str, ...]
    idle: tuple[str, ...]
    actions: tuple[ActionProgress, ...]
    leads: tuple[ActionProgress, ...]
    outcomes: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.organisation.id

    @property
    def counts(self) -> Mapping[str, int]:
        """How many actions it leads or joins, how many outcomes these serve."""
        return {
            "actions": len(self.actions),
            "leads": len(self.leads),
            "live": len(self.live),
            "approved": len(self.approved),
            "outcomes": len(self.outcomes),
        }

    @property
    def lacks(self) -> tuple[str, ...]:
        """What is missing, in words."""
        if not self.actions:
            return ("no action",)
        if not self.idle:
            return ()
        number = len(self.idle)
        return (f"{number} of {count(len(self.members), 'member')} {verb(number, 'has')} no action",)


def organisations_covered(workspace: Workspace) -> tuple[OrganisationCoverage, ...]:
    """Every organisation and group of the strategy, in its order; worked out once."""
    return workspace.remember(_cover_organisations)


def _cover_organisations(workspace: Workspace) -> tuple[OrganisationCoverage, ...]:
    if workspace.strategy is None:
        return ()
    by_member: dict[str, list[ActionProgress]] = defaultdict(list)
    for action in goals_served(workspace):
        for name in action.organisations:
            by_member[name].append(action)
    return tuple(
        _cover_organisation(workspace, organisation, by_member) for organisation in workspace.strategy.organisations
    )


def _cover_organisation(
    workspace: Workspace, organisation: Organisation, by_member: Mapping[str, Sequence[ActionProgress]]
) -> OrganisationCoverage:
    itself_or_members = workspace.members(organisation.id)
    members = itself_or_members if organisation.members else ()
    actions = _actions_of_any(workspace, itself_or_members, by_member)
    leading = frozenset(itself_or_members)
    return OrganisationCoverage(
        organisation=organisation,
        members=members,
        idle=tuple(name for name in members if name not in by_member),
        actions=actions,
        leads=tuple(action for action in actions if not leading.isdisjoint(action.lead_organisations)),
        outcomes=outcomes_served(workspace, actions),
    )


def _actions_of_any(
    workspace: Workspace, members: Sequence[str], by_member: Mapping[str, Sequence[ActionProgress]]
) -> tuple[ActionProgress, ...]:
    """The actions that any of these takes part in, each once, in the order of the plans."""
    if len(members) == 1:
        return tuple(by_member.get(members[0], ()))
    found = {action for name in members for action in by_member.get(name, ())}
    return tuple(action for action in goals_served(workspace) if action in found)


def outcomes_served(workspace: Workspace, actions: Sequence[ActionProgress]) -> tuple[str, ...]:
    """The outcomes that actions serve, in the strategy's order."""
    served = {name for action in actions for name in action.action.outcomes}
    outcomes = workspace.strategy.outcomes if workspace.strategy is not None else ()
    return tuple(outcome.id for outcome in outcomes if outcome.id in served)
