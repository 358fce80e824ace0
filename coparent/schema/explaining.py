"""What a validator says of a document, turned into sentences a person understands."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from coparent.diagnostics import Diagnostic, Fix, Key, Part, Place, Route, Spot
from coparent.documents.naming import name_record, singular
from coparent.documents.scalars import Data
from coparent.schema.choices import Choices
from coparent.schema.shapes import FieldShape, Found, follow, shapes, step
from coparent.suggesting import nearest

ErrorDetails = Mapping[str, Any]

UNSAFE_FIELDS = ("id", "kind")
"""What other records may hang on, so that only a person changes it."""
LONGEST_QUOTE = 60
MOST_CHOICES = 8


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
    return f"{'an' if word[:1].lower() in 'aeiou' else 'a'} {word}"


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
        if kind == "missing":
            return self.missing(route, found)
        if kind == "unexpected_keyword_argument":
            return self.unknown_field(route, found)
        if kind == "literal_error":
            return self.unknown_value(route, found, value)
        if kind in ("string_too_short", "too_short") and isinstance(value, str):
            return self.empty(route, found)
        if kind == "too_short":
            return self.missing(route, found, label="this list is empty")
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
            fix=f"add a line  {field}: {example(shape)}",
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
                fix="take this line out, or join the two",
            )
        if suggestion is not None:
            return misspelt_field(spot, self.name(route[:-1]), field, suggestion)
        home = self.home_of(field, found)
        if home:
            return spot.says(message, rule="unknown-field", label=home, fix="move the line there, or take it out")
        known = shapes(found.record)
        choices = ", ".join(known) if len(known) <= MOST_CHOICES else ", ".join(nearest(field, known, 3, 0.1))
        label = f"known fields: {choices}" if len(known) <= MOST_CHOICES else f"the nearest known fields: {choices}"
        return spot.says(message, rule="unknown-field", label=label, fix="take the line out, or use a known field")

    def suggested_field(self, route: Route, found: Found) -> str | None:
        """The field that a misspelt one most likely stands for."""
        asked = found.record, str(route[-1])
        if asked not in self.suggested:
            near = nearest(asked[1], shapes(found.record))
            self.suggested[asked] = near[0] if near else None
        if self.suggested[asked] is not None:
            return self.suggested[asked]
        name = _FIELD_SYNONYMS.get(str(route[-1]).lower().replace("-", "_").replace(" ", "_"))
        return name if name in shapes(found.record) else None

    def home_of(self, field: str, found: Found) -> str:
        """Where a field would be known, if it only stands in the wrong record."""
        for shape in shapes(found.record).values():
            if shape.record is not None and field in shapes(shape.record):
                return f'"{field}" belongs to {an(singular(shape.name))}, under {shape.name}:'
        if found.parents and field in shapes(found.parents[-1]):
            return f'"{field}" belongs one level up'
        return ""

    def unknown_value(self, route: Route, found: Found, value: Data) -> Diagnostic:
        field = self.field(route)
        choices = found.field.choices if found.field is not None else None
        if not isinstance(value, str) or choices is None:
            return self.wrong_type("string_type", route, found, value)
        message = f"{self.name(route)} has {an(field)} we do not know: {quote(value)}"
        choice, spot = choose(field, value, choices), self.spot(route)
        change = Fix(spot, choice.meant) if choice.meant is not None and choice.is_sure else None
        return spot.says(message, rule="unknown-value", label=choice.label, fix=choice.fix, change=change)

    def empty(self, route: Route, found: Found) -> Diagnostic:
        field = self.field(route)
        return self.spot(route).says(
            f'{self.name(route)} has nothing in "{field}"',
            rule="empty-text",
            label="no text here",
            fix="write the text, or take it out"
            if found.field is None or not found.field.is_needed
            else "write the text",
        )

    def bad_id(self, route: Route, value: Data) -> Diagnostic:
        slug = re.sub(r"[^a-z0-9]+", "-", str(value).lower()).strip("-")
        fix = f"write  id: {slug}" if slug else "write an id such as  home-03"
        spot = self.spot(route)
        return spot.says(
            f"{self.name(route[:-1])} has an id we cannot use: {quote(value)}",
            rule="bad-id",
            label="small letters, digits and single hyphens only",
            fix=fix,
            change=Fix(spot, slug, is_safe=False) if slug else None,
        )

    def refused(self, rule: str, route: Route, found: Found, value: Data, context: Mapping[str, Any]) -> Diagnostic:
        """A fault that the field's own reader found, with its own label and fix."""
        deeper: tuple[Key, ...] = context.get("keys", ())
        field = self.field((*route, *deeper))
        noun = found.field.noun if found.field is not None else "a value"
        shown = value
        for key in deeper:
            shown = step(shown, key)
        wrong = f"is not {noun}" if rule in ("bad-date", "bad-timescale", "wrong-type") else "cannot be right"
        message = f'the "{field}" of {self.name(route)} {wrong}'
        if rule == "bad-link":
            message = f"{self.name(route, inside=True)} has a link that cannot be right"
        if isinstance(shown, str):
            message += f": {quote(shown)}"
        spot = self.spot((*route, *deeper))
        other_words = same_date_in_other_words(shown, context.get("offers", ())) if isinstance(shown, str) else None
        change = Fix(spot, other_words) if other_words is not None else None
        return spot.says(message, rule=rule, label=context["label"], fix=context["fix"], change=change)

    def wrong_type(self, kind: str, route: Route, found: Found, value: Data) -> Diagnostic:
        field = self.field(route)
        shape = found.field
        is_item = bool(route) and isinstance(route[-1], int)
        if is_item and value is None:
            return self.spot(route).says(
                f'{self.name(route[:-1])} has an empty line in "{field}"',
                rule="empty-text",
                label="nothing after the dash",
                fix="write something after the dash, or take it out",
            )
        if is_item and shape is None:
            return self.spot(route).says(
                f"{self.name(route[:-1])} has {an(singular(field))} that is not written as fields",
                rule="wrong-type",
                label=f"fields belong here, not {described(value)}",
                fix=f"write  - {_first_fields(found.record)}",
            )
        if shape is not None and shape.is_list and not is_item:
            wanted = "a list"
            fix = (
                f"write  {field}: [{value}]"
                if isinstance(value, str)
                else "put each on a line of its own, after a dash"
            )
        elif shape is not None and shape.record is not None and shape.noun == "text":
            wanted, fix = "a group of fields", f"write  {field}: {{{_first_fields(shape.record)}}}"
        else:
            wanted = shape.noun if shape is not None else "text"
            fix = f"write {wanted} after the dash" if is_item else f"write  {field}: {example(shape)}"
        return self.spot(route).says(
            f'the "{field}" of {self.name(route)} is not {wanted}',
            rule="wrong-type",
            label=f"{wanted} belongs here, not {described(value)}",
            fix=fix,
        )

    # What the sentences are made of.

    def spot(self, route: Route, part: Part = Part.VALUE) -> Spot:
        place = self.top
        for key in route:
            place = place / key
        return Spot(place, part)

    def value(self, route: Iterable[Key]) -> Data:
        value = self.data
        for key in route:
            value = step(value, key)
        return value

    def field(self, route: Route) -> str:
        return next((key for key in reversed(route) if isinstance(key, str)), "")

    def name(self, route: Route, *, inside: bool = False) -> str:
        """The record a route is in, named."""
        while not inside and route and not isinstance(self.value(route), dict):
            route = route[:-1]
        return name_record(self.data, route)


_UNKNOWN_FIELD = "{} has a field we do not know: {}"


def misspelt_field(spot: Spot, record: str, field: str, meant: str) -> Diagnostic:
    """The diagnostic for the name of a field that another was most likely meant by."""
    return spot.says(
        _UNKNOWN_FIELD.format(record, quote(field)),
        rule="unknown-field",
        label=f"did you mean {meant}?",
        fix=f"write  {meant}:",
        change=Fix(spot, meant, is_safe=meant not in UNSAFE_FIELDS),
    )


class Choice(NamedTuple):
    """What to say of a value that is none of the fixed ones, and the one that was most likely meant."""

    label: str
    fix: str
    meant: str | None = None
    is_sure: bool = False


def choose(field: str, value: str, choices: Choices) -> Choice:
    """Find what a value that is none of the fixed ones most likely stands for."""
    asked = " ".join(value.lower().replace("-", " ").replace("_", " ").split())
    advice = choices.advice.get(asked)
    if advice is not None:
        in_two = "  and  " in advice
        return Choice("councils write this; plans say it in two fields" if in_two else "not used here", advice)
    meant = choices.synonyms.get(asked) or choices.synonyms.get(value.lower())
    near = [meant] if meant else nearest(value, choices.meanings, 2)
    if near:
        return Choice(f"did you mean {near[0]}?", f"write  {field}: {near[0]}", near[0], is_sure=len(near) == 1)
    known = list(choices.meanings)
    if len(known) > MOST_CHOICES:
        known = nearest(value, known, 3, 0.1) or known[:3]
    return Choice(f"one of: {', '.join(known)}", f"write one of these, such as  {field}: {known[0]}")


def same_date_in_other_words(written: str, offers: Sequence[str]) -> str | None:
    """The one form offered for a date, if it plainly says the same: the same numbers, and all but the same letters."""
    if len(offers) != 1 or sorted(re.findall(r"\d+", written)) != sorted(re.findall(r"\d+", offers[0])):
        return None
    letters = [re.sub(r"[^a-z]", "", words.lower()) for words in (written, offers[0])]
    return offers[0] if letters[0] == letters[1] or nearest(letters[0], [letters[1]], cutoff=0.8) else None


def example(shape: FieldShape | None) -> str:
    """Something that could stand in a field."""
    if shape is None:
        return "…"
    if shape.choices is not None:
        value = next(iter(shape.choices.meanings))
    elif shape.record is not None and shape.noun == "text":
        return "" if shape.is_list else f"{{{_first_fields(shape.record)}}}"
    else:
        value = _EXAMPLES.get(shape.name) or _NOUN_EXAMPLES.get(shape.noun, "…")
    return f"[{value}]" if shape.is_list else value


def _first_fields(record: type) -> str:
    needed = [shape for shape in shapes(record).values() if shape.is_needed] or list(shapes(record).values())[:1]
    return ", ".join(f"{shape.name}: {example(shape)}" for shape in needed[:3])


_NOUN_EXAMPLES = {
    "a date": "31 March 2027",
    "a date or a period": "March 2027",
    "a period": "2026/27",
    "a length of time": "3 months",
    "a number": "5",
    "a number, suppressed or not-available": "5",
    "true or false": "true",
    "a month and a day": '"09-01"',
    "a role, or role and organisation": "Head of fostering",
    "a date or the id of a paper": "31 March 2026",
}
_EXAMPLES = {
    "id": "home-03",
    "kind": "plan",
    "title": "Open two homes",
    "name": "Essex County Council",
    "organisation": "ecc",
    "template": "committee-paper",
    "url": "https://www.essex.gov.uk/",
    "role": "Head of fostering",
}
_FIELD_SYNONYMS = {
    "action_owner": "lead",
    "deadline": "due",
    "due_date": "due",
    "end_date": "due",
    "organisation_id": "organisation",
    "owner": "lead",
    "rag": "rating",
    "responsible": "lead",
    "start_date": "start",
    "status": "stage",
    "target_date": "due",
    "timescale": "due",
    "name": "title",
}
