"""One fault, one finding: what the reader finds beats what rules find at the same place."""

from collections.abc import Iterable

from coparent.diagnostics import Diagnostic, Route
from coparent.rules import Family
from coparent.workspace import Workspace

_RANKS = {"reading": 0, "shape": 1, "references": 2}
"""The families that silence others at their places, the strongest first."""
_WEAKEST = len(_RANKS)


def keep_one_per_fault(
    findings: Iterable[Diagnostic], workspace: Workspace, families: tuple[Family, ...]
) -> list[Diagnostic]:
    """Keep one finding for one fault: reading beats shape beats references beats the rest, at the same place.

    Personal data is never the same fault as another.
    """
    ranks = {rule.name: _RANKS.get(family.name, _WEAKEST) for family in families for rule in family.rules}
    shape = _RANKS["shape"]
    kept: list[Diagnostic] = []
    rank_at = {path: dict.fromkeys(routes, shape) for path, routes in workspace.faulty.items()}
    for finding in sorted(findings, key=lambda finding: ranks[finding.rule]):
        rank, route = ranks[finding.rule], finding.spot.place.route
        rank_of_route = rank_at.setdefault(finding.path, {})
        if rank > shape and not finding.secret and _is_within_stronger(route, rank, rank_of_route):
            continue
        kept.append(finding)
        rank_of_route.setdefault(route, rank)
    return kept


def _is_within_stronger(route: Route, rank: int, rank_of_route: dict[Route, int]) -> bool:
    """Whether a stronger family has found fault with the value at a route, or with one that holds it."""
    return any(rank_of_route.get(route[:length], rank) < rank for length in range(1, len(route) + 1))
