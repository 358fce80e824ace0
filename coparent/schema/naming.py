"""What messages call a record: its id and title, or its title and the record it is part of."""

from coparent.documents.naming import shortened, with_title
from coparent.schema.faults import with_article
from coparent.schema.ids import kind_of
from coparent.schema.record import FileRecord, Record


def kind_in_words(kind: str) -> str:
    """The word for a kind of record as sentences have it: "joint agreement" of joint-agreement."""
    return kind.replace("-", " ")


def named(record: Record) -> str:
    """A record by its id and title: home-03 "Open two homes"; without an id, by its kind."""
    identity, title = getattr(record, "id", None), getattr(record, "title", None) or getattr(record, "name", None)
    if identity:
        return with_title(identity, title)
    return with_article(kind_in_words(kind_of(type(record))))


def named_within(record: Record, owner: Record) -> str:
    """A record that people know only as part of another: the milestone "Six homes open" of home-03."""
    title = getattr(record, "title", None)
    quoted = f' "{shortened(title)}"' if title else ""
    return f"the {kind_in_words(kind_of(type(record)))}{quoted} of {short_name(owner)}"


def title_of(file: FileRecord) -> str:
    """What people call a file of the plans: by its title, or where that cannot be read, by its id, or else its path."""
    return getattr(file, "title", None) or getattr(file, "id", None) or file.where.path


def short_name(record: Record) -> str:
    """A record with an id by that alone, a file without one by its kind: the measures file."""
    return getattr(record, "id", None) or f"the {kind_in_words(kind_of(type(record)))} file"
