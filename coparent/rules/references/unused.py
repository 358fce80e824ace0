"""Goals, measures and organisations that nothing names, and priorities that no outcome of an action shares."""

from collections.abc import Iterator, Sequence

from coparent.advice import add_line, either, elsewhere, write_line
from coparent.diagnostics import Diagnostic, Level
from coparent.rules.registry import Family
from coparent.schema.naming import named
from coparent.schema.plan import Action
from coparent.schema.strategy import Outcome
from coparent.workspace import Workspace

FAMILY = Family("references")

MOST_CHOICES = 8
"""How many ids are listed to choose from."""


@FAMILY.records("priority-without-outcome", Level.NOTE, concludes_from_absence=True)
def priority_without_outcome(workspace: Workspace) -> Iterator[Diagnostic]:
    """A priority of the strategy that no outcome belongs to.

    Why: the priority says what the council cares about, and nothing says what will be different for children.
    Fix: name it under the priorities of the outcome that belongs to it.

    Before:
        kind: strategy
        priorities:
          - {id: self, title: Self}
    After:
        kind: strategy
        priorities:
          - {id: self, title: Self}
        outcomes:
          - {id: o1, title: Children know their own story, priorities: [self]}
    """
    strategy = workspace.strategy
    if strategy is None:
        return
    with_outcome = {name for outcome in strategy.outcomes for name in outcome.priorities}
    for priority in strategy.priorities:
        if priority.id not in with_outcome:
            # Not at its id: there, what no action serves is said.
            yield priority.at("title").says(
                f"no outcome belongs to {named(priority)}",
                label="named by no outcome",
                help=_advise_outcome(priority.id, strategy.outcomes),
            )


def _advise_outcome(priority: str, outcomes: Sequence[Outcome]) -> str:
    """The line to write at an outcome, the likeliest of them one that belongs to no priority yet."""
    first, *others = sorted(outcomes, key=lambda outcome: bool(outcome.priorities))
    write_or_add = write_line if first.priorities else add_line
    line = elsewhere(write_or_add("priorities", [*first.priorities, priority]), under=first.id)
    ids = [outcome.id for outcome in others]
    if not ids:
        return line
    which = f": {', '.join(ids)}" if len(ids) < MOST_CHOICES else ""
    return either(line, f"the same at another outcome that belongs to it{which}")


@FAMILY.records("unused-measure", Level.NOTE, concludes_from_absence=True)
def unused_measure(workspace: Workspace) -> Iterator[Diagnostic]:
    """A measure that shows no outcome and no action.

    Why: somebody collects figures that no paper will ever print.
    Fix: name the outcome it shows, name it in an action, or take it out.

    Before:
        - id: places
          title: Places in children's homes
          unit: count
          better: higher
    After:
        - id: places
          title: Places in children's homes
          unit: count
          better: higher
          outcomes: [o3]
    """
    for measure in workspace.measures:
        references = workspace.naming.get(("measure", measure.id), ())
        if not measure.outcomes and not any(isinstance(reference.owner, Action) for reference in references):
            yield measure.at("id").says(
                f"{named(measure)} shows no outcome and no action",
                label="named by nobody",
                help="add a line  outcomes:  to it, or name it under  measures:  of an action",
            )


@FAMILY.records("unused-organisation", Level.NOTE, concludes_from_absence=True)
def unused_organisation(workspace: Workspace) -> Iterator[Diagnostic]:
    """An organisation that nothing names.

    Why: it looks like a partner in the strategy, and no plan asks anything of it.
    Fix: name it where it takes part, or take it out.

    Before:
        organisations:
          - id: essex-police
            name: Essex Police
            type: police
    After:
        actions:
          - id: health-04
            title: Follow up every missing episode
            partners: [essex-police]
    """
    if workspace.strategy is None:
        return
    for organisation in workspace.strategy.organisations:
        if ("organisation", organisation.id) not in workspace.naming:
            yield organisation.at("id").says(
                f"{named(organisation)} is named by no plan, action or measure",
                label="named by nobody",
                help="name it where it takes part, or take it out",
            )


@FAMILY.records("priority-mismatch", Level.NOTE)
def priority_mismatch(workspace: Workspace) -> Iterator[Diagnostic]:
    """An action whose own priorities have nothing in common with those of its outcomes.

    Why: the committee sees it under a priority that it does not seem to serve.
    Fix: leave priorities out (they follow from the outcomes), or name the outcome that was meant.

    Before:
        outcomes: [o6]
        priorities: [home]
    After:
        outcomes: [o6]
    """
    for action in workspace.actions:
        if not action.priorities or not workspace.is_whole(action, "outcomes", "priorities"):
            continue
        outcomes = [found for name in action.outcomes if isinstance(found := workspace.find("outcome", name), Outcome)]
        theirs = dict.fromkeys(name for outcome in outcomes for name in outcome.priorities)
        # An outcome that is cross-cutting or was not read in full may be of any priority.
        are_known = len(outcomes) == len(action.outcomes) and all(
            outcome.priorities and workspace.is_whole(outcome, "priorities") for outcome in outcomes
        )
        if outcomes and are_known and theirs.keys().isdisjoint(action.priorities):
            yield action.at("priorities").says(
                f"{named(action)} is under {' and '.join(action.priorities)}, "
                f"and its outcomes are under {' and '.join(theirs)}",
                label="shares nothing with its outcomes",
                help="take this line out, or name the outcome that was meant",
            )
