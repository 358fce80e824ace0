"""What messages call a record: its id and title, or its title and the record it is part of."""

from coparent.documents.naming import shortened, with_title
from coparent.schema.record import Record


def named(record: Record) -> str:
    """A record by its id and title: home-03 "Open two homes"; without an id, by its kind."""
    identity, title = getattr(record, "id", None), getattr(record, "title", None) or getattr(record, "name", None)
    if identity:
        return with_title(identity, title)
    return f"a {type(record).__name__.lower()}"


def named_within(record: Record, owner: Record) -> str:
    """A record that people know only as part of another: the milestone "Six homes open" of home-03."""
    title = getattr(record, "title", None)
    quoted = f' "{shortened(title)}"' if title else ""
    return f"the {type(record).__name__.lower()}{quoted} of {getattr(owner, 'id', None) or named(owner)}"
