"""What the type of a field says of it besides how it is read: for messages, references and ids."""

from coparent.values import frozen


@frozen
class Refers:
    """A field that holds ids of one kind of record. `besides` are words that are no ids."""

    kind: str
    besides: tuple[str, ...] = ()


@frozen
class Identifies:
    """A field that holds its record's own id: unique among all records of the kind, or only within its file."""

    within_file: bool = False


@frozen
class OrRecord:
    """A field that may also be written as a record, which validation then turns into the field's own type."""

    record: type


@frozen
class Noun:
    """What a field holds, in the words of a message: "a date"."""

    words: str
