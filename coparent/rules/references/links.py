"""Links between records: actions that wait in a circle, records that nothing names, priorities that do not fit."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from coparent.diagnostics import Diagnostic, Level, Related
from coparent.rules.registry import Family
from coparent.schema.naming import named
from coparent.schema.plan import Action
from coparent.schema.strategy import Outcome
from coparent.workspace import Workspace

FAMILY = Family("references")


@FAMILY.records("dependency-cycle", Level.ERROR)
def dependency_cycle(workspace: Workspace) -> Iterator[Diagnostic]:
    """Actions that wait for each other in a circle.

    Why: none of them can ever begin.
    Fix: take out the dependency that is not real.

    Before:
        actions:
          - id: home-01
            title: Open two homes
            depends_on: [home-02]
          - id: home-02
            title: Recruit carers
            depends_on: [home-01]
    After:
        actions:
          - id: home-01
            title: Open two homes
            depends_on: [home-02]
          - id: home-02
            title: Recruit carers
    """
    actions: dict[str, Action] = {}
    for action in workspace.actions:
        actions.setdefault(action.id, action)
    order = {name: place for place, name in enumerate(actions)}
    for circle in _find_circles({name: list(dict.fromkeys(action.depends_on)) for name, action in actions.items()}):
        first = circle.index(min(circle, key=order.__getitem__))
        names = [*circle[first:], *circle[: first + 1]]
        links = [
            Related(actions[name].at("depends_on", actions[name].depends_on.index(other)), f"{name} waits for {other}")
            for name, other in pairwise(names)
        ]
        if len(links) == 1:
            problem, label, help = f"{named(actions[names[0]])} waits for itself", "its own id", "take it out"
        else:
            problem = f"actions wait for each other in a circle: {' → '.join(names)}"
            label, help = "the circle begins here", "take out the one that need not wait"
        yield links[0].spot.says(problem, label=label, help=help, related=tuple(links[1:]))


def _find_circles(waits_for: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """Circles of actions, each waiting for the next: one or more of every set of actions that wait for each other.

    No link is in two of them, so that they are few.
    """
    links_found: set[tuple[str, str]] = set()
    names_done: set[str] = set()
    for start in waits_for:
        # The actions on the way from the start, each with those it waits for that are still to be followed.
        path = {start: iter(waits_for[start])} if start not in names_done else {}
        while path:
            name = next(reversed(path))
            other = next(path[name], None)
            if other is None:
                path.popitem()
                names_done.add(name)
            elif other in path:
                names = list(path)
                circle = names[names.index(other) :]
                links = set(pairwise([*circle, other]))
                if links_found.isdisjoint(links):
                    links_found |= links
                    yield circle
            elif other not in names_done and other in waits_for:
                path[other] = iter(waits_for[other])


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
