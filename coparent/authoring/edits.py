"""Changes of a text, character for character, and what they change of the values in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from coparent.diagnostics import Key, Route
from coparent.documents.lines import Region
from coparent.documents.scalars import WHERE, Data


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The characters of a region, and what takes their place."""

    region: Region
    text: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Make changes that do not overlap; raises ValueError if two do."""
    changed = text
    end_of_next = len(text) + 1
    for edit in sorted(edits, reverse=True):
        start, end = edit.region
        if end > end_of_next:
            raise ValueError(f"two changes overlap at character {end_of_next}")
        changed = changed[:start] + edit.text + changed[end:]
        end_of_next = start
    return changed


def changes_only(before: Data, after: Data, route: Route, new_route: Route) -> bool:
    """Whether two documents differ in nothing but the value at a route, or but its key where that is renamed."""
    old_values, new_values = _values(before), _values(after)
    old_field, new_field = _pop_below(old_values, route), _pop_below(new_values, new_route)
    return old_values == new_values and (route == new_route or old_field == new_field)


def _values(data: Data, route: Route = ()) -> dict[Route, Data]:
    """Every single value of a document by its route; of an empty list or mapping, its type."""
    if isinstance(data, dict):
        pairs: list[tuple[Key, Data]] = [(key, value) for key, value in data.items() if key != WHERE]
    elif isinstance(data, tuple):
        pairs = list(enumerate(data))
    else:
        return {route: data}
    values: dict[Route, Data] = {} if pairs else {route: type(data).__name__}
    for key, value in pairs:
        values.update(_values(value, (*route, key)))
    return values


def _pop_below(values: dict[Route, Data], route: Route) -> dict[Route, Data]:
    """Take the values at and below a route out of all values; their routes are counted from there."""
    routes = [key for key in values if key[: len(route)] == route]
    return {key[len(route) :]: values.pop(key) for key in routes}
