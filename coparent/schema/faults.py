"""What the validator found wrong, where in the document it is, and the words to speak of it."""

from dataclasses import field

from pydantic_core import ErrorDetails

from coparent.diagnostics import Part, Place, Route, Spot
from coparent.documents.naming import name_record
from coparent.documents.parsing import Document
from coparent.documents.scalars import WHERE, Data, value_at
from coparent.schema.fields.surroundings import Surroundings
from coparent.schema.record import Record
from coparent.schema.shapes import FoundField, find_field
from coparent.values import frozen

LONGEST_QUOTE = 60


@frozen
class Fault:
    """One error of the validator, and the route in the whole document that it is about.

    `holders` are the fields of records that faults of the document are in, each looked up once.
    """

    details: ErrorDetails
    route: Route
    document: Document
    record_class: type[Record]
    surroundings: Surroundings
    holders: dict[Route, dict[str, Data]] = field(default_factory=dict, repr=False)

    @property
    def value(self) -> Data:
        return value_at(self.document.data, self.route)

    @property
    def is_missing(self) -> bool:
        """Whether a field is not there that must be, or is an empty list."""
        return self.details["type"] == "missing" or self.value == ()

    @property
    def found(self) -> FoundField:
        return find_field(self.record_class, self.route)

    @property
    def field(self) -> str:
        """The field that the route leads to, or to an item of."""
        return next((key for key in reversed(self.route) if isinstance(key, str)), "")

    @property
    def holder(self) -> dict[str, Data]:
        """The fields of the record that the fault is in, as written; of an item, of the record round its list."""
        for length in range(len(self.route) - 1, -1, -1):
            route = self.route[:length]
            if route in self.holders:
                return self.holders[route]
            data = value_at(self.document.data, route)
            if isinstance(data, dict):
                self.holders[route] = {key: value for key, value in data.items() if key != WHERE}
                return self.holders[route]
        return {}

    @property
    def holder_place(self) -> Data:
        """The place of that record."""
        return value_at(self.document.data, (*self.route[:-1], WHERE))

    @property
    def record_name(self) -> str:
        """The record that the field is in, as a sentence begins with it."""
        return name_record(self.document.data, self.route[:-1])

    def spot(self, part: Part = Part.VALUE) -> Spot:
        place = Place(None, self.document.path)
        for key in self.route:
            place = place / key
        return Spot(place, part)


def quote(value: Data) -> str:
    """A written value as a message shows it: in quotes, on one line, and not too long."""
    words = " ".join(str(value).split())
    return f'"{words if len(words) <= LONGEST_QUOTE else words[: LONGEST_QUOTE - 1] + "…"}"'


def describe(value: Data) -> str:
    """What a value is, for someone who never heard of types."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a group of fields"
    return "a list" if isinstance(value, tuple) else "text"


def with_article(word: str) -> str:
    """The word with its indefinite article."""
    sounds_like_you = word.lower().startswith(("uni", "url"))
    return f"{'an' if word[:1].lower() in 'aeiou' and not sounds_like_you else 'a'} {word}"
