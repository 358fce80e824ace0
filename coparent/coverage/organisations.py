"""Who takes part: for each organisation and group, the actions it leads and joins, and the outcomes these serve."""

from collections import defaultdict
from dataclasses import dataclass

from coparent.coverage.serving import Served, Serving, servings_of
from coparent.progress import ActionProgress
from coparent.schema.strategy import Organisation
from coparent.text.sentences import count
from coparent.workspace import Workspace


@dataclass(frozen=True, slots=True)
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
        """The organisation's id."""
        return self.organisation.id

    @property
    def lacks(self) -> tuple[str, ...]:
        """What is missing, in words."""
        if not self.actions:
            return ("no action",)
        if not self.idle:
            return ()
        number = len(self.idle)
        return (f"{number} of {count(len(self.members), 'member')} {'has' if number == 1 else 'have'} no action",)


def organisations_covered(workspace: Workspace) -> tuple[OrganisationCoverage, ...]:
    """Every organisation and group of the strategy, in its order."""
    if workspace.strategy is None:
        return ()
    taking_part: dict[str, list[Serving]] = defaultdict(list)
    for serving in servings_of(workspace):
        for name in serving.organisations:
            taking_part[name].append(serving)
    return tuple(_cover(workspace, one, taking_part) for one in workspace.strategy.organisations)


def _cover(
    workspace: Workspace, organisation: Organisation, taking_part: dict[str, list[Serving]]
) -> OrganisationCoverage:
    stands_for = workspace.members(organisation.id)
    members = stands_for if organisation.members else ()
    if len(stands_for) == 1:
        servings = taking_part.get(stands_for[0], [])
    else:
        found = {id(serving) for name in stands_for for serving in taking_part.get(name, ())}
        servings = [serving for serving in servings_of(workspace) if id(serving) in found]
    served = {name for serving in servings for kind, name in serving.goals if kind == "outcome"}
    outcomes = workspace.strategy.outcomes if workspace.strategy is not None else ()
    wanted = frozenset(stands_for)
    return OrganisationCoverage(
        organisation=organisation,
        members=members,
        idle=tuple(name for name in members if name not in taking_part),
        actions=tuple(serving.progress for serving in servings),
        leads=tuple(serving.progress for serving in servings if not wanted.isdisjoint(serving.leads)),
        outcomes=tuple(outcome.id for outcome in outcomes if outcome.id in served),
    )
