"""One fault, one finding: what the reader says beats what rules say of the same place."""

from collections.abc import Iterable

from coparent.diagnostics import Diagnostic, Route
from coparent.rules import Family
from coparent.workspace import Workspace

_PRECEDENCE = ("reading", "shape", "references")


def keep_first(found: Iterable[Diagnostic], workspace: Workspace, families: tuple[Family, ...]) -> list[Diagnostic]:
    """Keep one finding for one fault: reading beats shape beats references beats the rest, at the same place.

    Personal data is never the same fault as another.
    """
    family_of = {rule.name: family.name for family in families for rule in family.rules}
    rank = {name: place for place, name in enumerate(_PRECEDENCE)}
    ranked = sorted(found, key=lambda one: rank.get(family_of[one.rule], len(rank)))
    kept: list[Diagnostic] = []
    taken: dict[str, dict[Route, int]] = {path: dict.fromkeys(routes, 1) for path, routes in workspace.faulty.items()}
    for diagnostic in ranked:
        own_rank = rank.get(family_of[diagnostic.rule], len(rank))
        routes = taken.setdefault(diagnostic.path, {})
        route = diagnostic.spot.place.route
        if (
            own_rank > 1
            and not diagnostic.secret
            and any(routes.get(route[:length], own_rank) < own_rank for length in range(1, len(route) + 1))
        ):
            continue
        kept.append(diagnostic)
        if own_rank < len(rank):
            routes.setdefault(route, own_rank)
    return kept
