"""What a validator says of a document, turned into sentences a person understands."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from coparent.diagnostics import Diagnostic, Fix, Key, Part, Place, Route, Spot
from coparent.documents.naming import name_record, singular
from coparent.documents.scalars import Data, value_at
from coparent.schema.offers import (
    FIELD_SYNONYMS,
    MOST_CHOICES,
    choose,
    example,
    first_fields,
    how_to_add,
    how_to_list,
    same_date_in_other_words,
)
from coparent.schema.shapes import Found, follow, shapes
from coparent.text.suggestions import nearest

ErrorDetails = Mapping[str, Any]

_ALMOST_THE_SAME = 0.85
"""How alike (by difflib's ratio) a field's name must be to one known here, if it is known elsewhere."""
UNSAFE_FIELDS = ("id", "kind")
"""What other records may hang on, so that only a person changes it."""
LONGEST_QUOTE = 60


def quote(value: Data) -> str:
    """A written value as a message shows it: in quotes, on one line, and not too long."""
    words = " ".join(str(value).split())
    return f'"{words if len(words) <= LONGEST_QUOTE else words[: LONGEST_QUOTE - 1] + "…"}"'


def described(value: Data) -> str:
    """What a value is, for someone who never heard of types."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a group of fields"
    return "a list" if isinstance(value, tuple) else "text"


def an(word: str) -> str:
    """The word with its indefinite article."""
    sounds_like_you = word.lower().startswith(("uni", "url"))
    return f"{'an' if word[:1].lower() in 'aeiou' and not sounds_like_you else 'a'} {word}"


class Explainer:
    """Explains the errors of one document whose kind is known."""

    def __init__(self, path: str, data: Data, root: type) -> None:
        self.top = Place(None, path)
        self.data = data
        self.root = root
        self.suggested: dict[tuple[type, str], str | None] = {}

    def explain(self, error: ErrorDetails, route: Route) -> Diagnostic:
        """The diagnostic for one error at a route."""
        kind = str(error["type"])
        context = error.get("ctx", {})
        found = follow(self.root, route)
        value = self.value(route)
        if error["loc"][-1] == "[key]":
            return self.unknown_key(error, route)
        by_kind = {
            "missing": self.missing,
            "unexpected_keyword_argument": self.unknown_field,
            "string_too_short": self.empty,
            "too_short": self.empty,
        }
        if kind in by_kind:
            return by_kind[kind](route, found)
        if kind == "literal_error":
            return self.unknown_value(route, found, value)
        if kind == "string_pattern_mismatch":
            return self.bad_id(route, value)
        if "label" in context:
            return self.refused(kind, route, found, value, context)
        return self.wrong_type(kind, route, found, value)

    # Each of these explains one sort of error.

    def missing(self, route: Route, found: Found, label: str = "") -> Diagnostic:
        field = str(route[-1]) if route else ""
        shape = found.field if found.field is not None and found.field.name == field else None
        written = self.value(route)
        caption = label or (f'"{field}" is empty' if written is not None else f'"{field}" is missing here')
        return self.spot(route).says(
            f'{self.name(route[:-1])} has no "{field}"',
            rule="missing-field",
            label=caption,
            help=how_to_add(field, shape),
        )

    def unknown_field(self, route: Route, found: Found) -> Diagnostic:
        field = str(route[-1])
        message = _UNKNOWN_FIELD.format(self.name(route[:-1]), quote(field))
        suggestion = self.suggested_field(route, found)
        spot = self.spot(route, Part.KEY)
        if suggestion is not None and self.value((*route[:-1], suggestion)) is not None:
            return spot.says(
                message,
                rule="unknown-field",
                label=f"like {suggestion}, which is already filled in",
                help="take this line out, or join the two",
            )
        if suggestion is not None:
            return misspelt_field(spot, self.name(route[:-1]), field, suggestion)
        home = self.home_of(field, found)
        if home:
            return spot.says(message, rule="unknown-field", label=home, help="move the line there, or take it out")
        known = shapes(found.record)
        choices = ", ".join(known) if len(known) <= MOST_CHOICES else ", ".join(nearest(field, known, 3, 0.1))
        label = f"known fields: {choices}" if len(known) <= MOST_CHOICES else f"the nearest known fields: {choices}"
        return spot.says(message, rule="unknown-field", label=label, help="take the line out, or use a known field")

    def unknown_key(self, error: ErrorDetails, route: Route) -> Diagnostic:
        """A name among those that a field's writer chooses, which is none of the few that make sense, or is empty."""
        name, field = str(route[-1]), self.field(route[:-1])
        known = re.findall("'([^']+)'", error.get("ctx", {}).get("expected", ""))
        if known:
            message = f'{self.owner(route[:-1])} has a name in "{field}" that we do not know: {quote(name)}'
            rule, label, help = (
                "unknown-field",
                f"one of: {', '.join(known)}",
                "write one of these, or take the line out",
            )
        else:
            message = f'{self.owner(route[:-1])} has a name in "{field}" with nothing in it'
            rule, label, help = "empty-text", "no text here", "write the name, or take the line out"
        return self.spot(route, Part.KEY).says(message, rule=rule, label=label, help=help)

    def suggested_field(self, route: Route, found: Found) -> str | None:
        """The field that a misspelt one most likely stands for."""
        asked = found.record, str(route[-1])
        if asked not in self.suggested:
            self.suggested[asked] = self.suggest(asked[1], found)
        return self.suggested[asked]

    def suggest(self, field: str, found: Found) -> str | None:
        """What people mean by a name, else one that is nearly the same; less alike only if no other record has it."""
        known = shapes(found.record)
        meant = FIELD_SYNONYMS.get(field.lower().replace("-", "_").replace(" ", "_"))
        if meant in known:
            return meant
        near = nearest(field, known, cutoff=_ALMOST_THE_SAME)
        if not near and not self.home_of(field, found):
            near = nearest(field, known)
        return near[0] if near else None

    def home_of(self, field: str, found: Found) -> str:
        """Where a field would be known, if it only stands in the wrong record."""
        for shape in shapes(found.record).values():
            if shape.record is not None and field in shapes(shape.record):
                holder = f"to {an(singular(shape.name))}, under" if shape.is_list else "under"
                return f'"{field}" belongs {holder} {shape.name}:'
        if found.parents and field in shapes(found.parents[-1]):
            return f'"{field}" belongs one level up'
        return ""

    def unknown_value(self, route: Route, found: Found, value: Data) -> Diagnostic:
        field = self.field(route)
        choices = found.field.choices if found.field is not None else None
        if not isinstance(value, str) or choices is None:
            return self.wrong_type("string_type", route, found, value)
        if not value.strip():
            return self.empty(route, found)
        is_own = field not in shapes(found.record)
        what = f'has a value for "{field}"' if is_own else f"has {an(field)}"
        message = f"{self.name(route)} {what} we do not know: {quote(value)}"
        choice, spot = choose(field, value, choices), self.spot(route)
        fix = Fix(spot, choice.meant) if choice.meant is not None and choice.is_sure else None
        return spot.says(message, rule="unknown-value", label=choice.label, help=choice.help, fix=fix)

    def empty_item(self, route: Route) -> Diagnostic:
        return self.spot(route).says(
            f'{self.owner(route)} has an empty line in "{self.field(route)}"',
            rule="empty-text",
            label="nothing after the dash" if self.value(route) is None else "no text here",
            help="write something after the dash, or take it out",
        )

    def empty(self, route: Route, found: Found) -> Diagnostic:
        if not isinstance(self.value(route), str):
            return self.missing(route, found, label="this list is empty")
        field = self.field(route)
        return self.spot(route).says(
            f'{self.name(route)} has nothing in "{field}"',
            rule="empty-text",
            label="no text here",
            help="write the text, or take it out"
            if found.field is None or not found.field.is_needed
            else "write the text",
        )

    def bad_id(self, route: Route, value: Data) -> Diagnostic:
        slug = re.sub(r"[^a-z0-9]+", "-", str(value).lower()).strip("-")
        help = f"write  id: {slug}" if slug else "write an id such as  home-03"
        spot = self.spot(route)
        return spot.says(
            f"{self.name(route[:-1])} has an id we cannot use: {quote(value)}",
            rule="bad-id",
            label="small letters, digits and single hyphens only",
            help=help,
            fix=Fix(spot, slug, is_safe=False) if slug else None,
        )

    def refused(self, rule: str, route: Route, found: Found, value: Data, context: Mapping[str, Any]) -> Diagnostic:
        """A fault that the field's own reader found, with its own label and fix."""
        field = self.field(route)
        if rule == "empty-text":
            return self.empty_item(route)
        noun = found.field.noun if found.field is not None else "a value"
        wrong = f"is not {noun}" if rule in ("bad-date", "bad-timescale", "wrong-type") else "cannot be right"
        message = f'the "{field}" of {self.owner(route)} {wrong}'
        if rule == "bad-link":
            message = f"{name_record(self.data, route)} has a link that cannot be right"
        elif isinstance(route[-1], int):
            message = f'{self.owner(route)} has something in "{field}" that is not text'
        if isinstance(value, str):
            message += f": {quote(value)}"
        spot = self.spot(route)
        other_words = same_date_in_other_words(value, context.get("offers", ())) if isinstance(value, str) else None
        fix = Fix(spot, other_words) if other_words is not None else None
        return spot.says(message, rule=rule, label=context["label"], help=context["help"], fix=fix)

    def wrong_type(self, kind: str, route: Route, found: Found, value: Data) -> Diagnostic:
        field = self.field(route)
        shape = found.field
        is_item = bool(route) and isinstance(route[-1], int)
        if is_item and value is None:
            return self.empty_item(route)
        if is_item and shape is None:
            return self.spot(route).says(
                f"{self.owner(route)} has {an(singular(field))} that is not written as fields",
                rule="wrong-type",
                label=f"fields belong here, not {described(value)}",
                help=f"write  - {{{first_fields(found.record, value)}}}",
            )
        if shape is not None and shape.is_list and not is_item:
            wanted, help = "a list", how_to_list(shape, value)
        elif shape is not None and shape.entries is not None:
            wanted, help = "a group of fields", f"write  {field}: {{NAME: {example(shape.entries)}}}"
        elif shape is not None and shape.record is not None and shape.noun == "text":
            wanted, help = "a group of fields", f"write  {field}: {{{first_fields(shape.record)}}}"
        else:
            wanted = shape.noun if shape is not None else "text"
            help = f"write {wanted} after the dash" if is_item else f"write  {field}: {example(shape)}"
        return self.spot(route).says(
            f'the "{field}" of {self.owner(route)} is not {wanted}',
            rule="wrong-type",
            label=f"{wanted} belongs here, not {described(value)}",
            help=help,
        )

    # What the sentences are made of.

    def spot(self, route: Route, part: Part = Part.VALUE) -> Spot:
        place = self.top
        for key in route:
            place = place / key
        return Spot(place, part)

    def value(self, route: Iterable[Key]) -> Data:
        return value_at(self.data, route)

    def field(self, route: Route) -> str:
        return next((key for key in reversed(route) if isinstance(key, str)), "")

    def name(self, route: Route) -> str:
        """The record a route is in, or leads to, named."""
        while route and not isinstance(self.value(route), dict):
            route = route[:-1]
        return name_record(self.data, route)

    def owner(self, route: Route) -> str:
        """The record whose field a route leads to or into, named: whatever is written there."""
        while route and isinstance(route[-1], int):
            route = route[:-1]
        return self.name(route[:-1])


_UNKNOWN_FIELD = "{} has a field we do not know: {}"


def misspelt_field(spot: Spot, record: str, field: str, meant: str) -> Diagnostic:
    """The diagnostic for the name of a field that another was most likely meant by."""
    return spot.says(
        _UNKNOWN_FIELD.format(record, quote(field)),
        rule="unknown-field",
        label=f"did you mean {meant}?",
        help=f"write  {meant}:",
        fix=Fix(spot, meant, is_safe=meant not in UNSAFE_FIELDS),
    )
