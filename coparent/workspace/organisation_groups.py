"""Groups of organisations, expanded to their members."""

from collections.abc import Iterator, Mapping

from coparent.schema.strategy import Organisation


def expand_group(identity: str, organisations: Mapping[str, Organisation]) -> tuple[str, ...]:
    """The ids an organisation stands for: a group's members (of groups in it, too), or itself.

    `organisations` are all of the strategy by their ids. A group that holds itself is entered once.
    """
    return tuple(dict.fromkeys(_expand(identity, organisations, frozenset())))


def _expand(identity: str, organisations: Mapping[str, Organisation], entered: frozenset[str]) -> Iterator[str]:
    group = organisations.get(identity)
    if group is None or not group.members:
        yield identity
        return
    for member in group.members:
        if member not in entered:
            yield from _expand(member, organisations, entered | {identity})
