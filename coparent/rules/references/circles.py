"""Actions that wait for each other in a circle."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from coparent.advice import either, take_out
from coparent.diagnostics import Diagnostic, Level, Related
from coparent.rules.registry import Family
from coparent.schema.naming import named
from coparent.schema.plan import Action
from coparent.text.sentences import listing
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
            problem, label = f"{named(actions[names[0]])} waits for itself", "its own id"
        else:
            problem = f"actions wait for each other in a circle: {' → '.join(names)}"
            label = "the circle begins here"
        help = take_out(names[1])
        if len(links) > 1:
            help = either(help, f"another of these, where it need not wait: {listing(names[2:])}")
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
