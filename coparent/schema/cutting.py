"""Cutting parts out of a document's data, and finding the way back from what is left to the whole."""

from collections.abc import Collection, Mapping

from coparent.diagnostics import Key, Route
from coparent.documents.scalars import Data, value_at


def prune(data: Data, cuts: Collection[Route], stand_ins: Mapping[Route, Data]) -> Data:
    """The data without the parts at some routes, and with the stand-ins at others. Parts that stay whole are shared."""
    holders = {place[:length] for place in (*cuts, *stand_ins) for length in range(len(place))}
    return _prune(data, cuts, stand_ins, holders, ())


def _prune(
    data: Data, cuts: Collection[Route], stand_ins: Mapping[Route, Data], holders: Collection[Route], route: Route
) -> Data:
    """Prune the part that stands at a route; `holders` are the routes of the parts that do not stay whole."""
    if route not in holders:
        return data
    if isinstance(data, dict):
        kept = {
            key: _prune(value, cuts, stand_ins, holders, (*route, key))
            for key, value in data.items()
            if (*route, key) not in cuts
        }
        kept.update({str(place[-1]): stand_in for place, stand_in in stand_ins.items() if place[:-1] == route})
        return kept
    if isinstance(data, tuple):
        return tuple(
            _prune(item, cuts, stand_ins, holders, (*route, index))
            for index, item in enumerate(data)
            if (*route, index) not in cuts
        )
    return data


def kept_indices(data: Data, cuts: Collection[Route]) -> Mapping[Route, list[int]]:
    """For each list that something was cut from, the indices in the whole data of the items that are left."""
    lists = {cut[:-1]: value_at(data, cut[:-1]) for cut in cuts if isinstance(cut[-1], int)}
    return {
        route: [index for index in range(len(items)) if (*route, index) not in cuts]
        for route, items in lists.items()
        if isinstance(items, tuple)
    }


def restore(data: Data, kept: Mapping[Route, list[int]], location: tuple[Key, ...]) -> Route:
    """Turn a validator's location in pruned data into a route of the whole data.

    Indices are moved past what was cut. A key that the data does not have is left out, since a validator adds the names
    of union members; the last key stays, since it may be a field that is missing.
    """
    route: Route = ()
    for position, key in enumerate(location):
        is_last = position == len(location) - 1
        if isinstance(data, dict) and isinstance(key, str) and (key in data or is_last):
            data = data.get(key)
        elif isinstance(data, tuple) and isinstance(key, int):
            if route in kept:
                key = kept[route][key]
            data = data[key] if key < len(data) else None
        else:
            continue
        route = (*route, key)
    return route


def ids_in(data: Data) -> set[str]:
    """Every id written in a part of a document."""
    if isinstance(data, tuple):
        return set().union(*map(ids_in, data))
    if not isinstance(data, dict):
        return set()
    found = set().union(*(ids_in(value) for key, value in data.items()))
    identity = data.get("id")
    return found | {str(identity)} if isinstance(identity, str) else found
