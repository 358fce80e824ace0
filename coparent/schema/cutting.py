"""Cutting parts out of a document's data, and finding the way back from what is left to the whole."""

from collections.abc import Collection, Mapping

from coparent.diagnostics import Key, Route
from coparent.documents.scalars import Data, step, value_at


def prune(data: Data, cuts: Collection[Route], emptied: Collection[Route]) -> Data:
    """The data without the parts at some routes. Parts that stay whole are shared.

    `emptied` are fields of the file itself, which stay there with nothing in them.
    """
    holders = {cut[:length] for cut in cuts for length in range(len(cut))}
    pruned = _prune(data, cuts, holders, ())
    return pruned | {str(field): None for (field,) in emptied} if isinstance(pruned, dict) else pruned


def _prune(data: Data, cuts: Collection[Route], holders: Collection[Route], route: Route) -> Data:
    """Prune the part that stands at a route; `holders` are the routes of the parts that do not stay whole."""
    if route not in holders:
        return data
    if isinstance(data, dict):
        routes = {key: (*route, key) for key in data}
        return {key: _prune(data[key], cuts, holders, own) for key, own in routes.items() if own not in cuts}
    if isinstance(data, tuple):
        items = [(item, (*route, index)) for index, item in enumerate(data)]
        return tuple(_prune(item, cuts, holders, own) for item, own in items if own not in cuts)
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
        if isinstance(data, tuple) and isinstance(key, int):
            key = kept[route][key] if route in kept else key
        elif not (isinstance(data, dict) and isinstance(key, str) and (key in data or is_last)):
            continue
        data, route = step(data, key), (*route, key)
    return route


def ids_in(data: Data) -> set[str]:
    """Every id written in a part of a document."""
    if isinstance(data, tuple):
        return set().union(*map(ids_in, data))
    if not isinstance(data, dict):
        return set()
    identity = data.get("id")
    return set().union(*map(ids_in, data.values()), [str(identity)] if isinstance(identity, str) else [])
