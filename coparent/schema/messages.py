"""What the sentences about a document are made of: its parts as people call them, and its values as quoted."""

from dataclasses import dataclass

from coparent.diagnostics import Part, Place, Route, Spot
from coparent.documents.naming import name_record
from coparent.documents.scalars import Data, value_at

LONGEST_QUOTE = 60


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


def field_name(route: Route) -> str:
    """The field a route leads to, or to an item of."""
    return next((key for key in reversed(route) if isinstance(key, str)), "")


@dataclass(frozen=True, slots=True)
class DocumentParts:
    """The values, places and names of one document, by their routes."""

    path: str
    data: Data

    def value(self, route: Route) -> Data:
        return value_at(self.data, route)

    def spot(self, route: Route, part: Part = Part.VALUE) -> Spot:
        place = Place(None, self.path)
        for key in route:
            place = place / key
        return Spot(place, part)

    def record_name(self, route: Route) -> str:
        """The record a route is in, or leads to."""
        while route and not isinstance(self.value(route), dict):
            route = route[:-1]
        return name_record(self.data, route)

    def holder_name(self, route: Route) -> str:
        """The record whose field a route leads to or into, whatever is written there."""
        while route and isinstance(route[-1], int):
            route = route[:-1]
        return self.record_name(route[:-1])
