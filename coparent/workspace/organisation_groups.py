"""Groups of organisations, expanded to their members."""

from collections.abc import Mapping

from coparent.schema.strategy import Organisation


def expand_group(identity: str, organisations: Mapping[str, Organisation]) -> tuple[str, ...]:
    """The ids an organisation stands for: a group's members (of groups in it, too), or itself.

    `organisations` are all of the strategy by their ids. Each is looked at once, however many groups it is in.
    """
    found: list[str] = []
    seen: set[str] = set()
    to_visit = [identity]
    while to_visit:
        visited = to_visit.pop()
        if visited in seen:
            continue
        seen.add(visited)
        group = organisations.get(visited)
        if group is None or not group.members:
            found.append(visited)
        else:
            to_visit += reversed(group.members)
    return tuple(found)
