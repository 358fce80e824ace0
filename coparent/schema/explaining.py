"""The errors of a validator, turned into sentences a person understands."""

import re
from collections.abc import Mapping

from pydantic_core import ErrorDetails

from coparent.diagnostics import Diagnostic, Fix, Route
from coparent.documents.naming import name_record, singular
from coparent.documents.scalars import Data
from coparent.schema.messages import DocumentParts, describe, field_name, quote, with_article
from coparent.schema.offers import choose, example, first_fields, how_to_add, how_to_list, same_date_in_other_words
from coparent.schema.record import Record
from coparent.schema.shapes import FieldShape, FoundField, find_field, shapes
from coparent.schema.unknown_names import explain_field, explain_own_name

_NOT_SO = ("bad-date", "bad-timescale", "wrong-type")
"""Rules that say what a value is not; the others say that it makes no sense."""


class Explainer:
    """Explains the errors of one document whose kind is known."""

    def __init__(self, path: str, data: Data, root: type[Record]) -> None:
        self.parts = DocumentParts(path, data)
        self.root = root

    def explain(self, error: ErrorDetails, route: Route) -> Diagnostic:
        """The diagnostic for one error at a route."""
        if error["loc"][-1] == "[key]":
            return explain_own_name(self.parts, error, route)
        found = find_field(self.root, route)
        match error["type"]:
            case "missing":
                return self.missing(route, found)
            case "unexpected_keyword_argument":
                return explain_field(self.parts, route, found)
            case "string_too_short" | "too_short":
                return self.empty(route, found)
            case "literal_error":
                return self.unknown_value(route, found)
            case "string_pattern_mismatch":
                return self.bad_id(route)
            case rule if "label" in error.get("ctx", {}):
                return self.refused(rule, route, found, error["ctx"])
        return self.wrong_type(route, found)

    # Each of these explains one sort of error.

    def missing(self, route: Route, found: FoundField, label: str = "") -> Diagnostic:
        field = str(route[-1]) if route else ""
        shape = found.field if found.field is not None and found.field.name == field else None
        is_there = self.parts.value(route) is not None
        return self.parts.spot(route).says(
            f'{self.parts.record_name(route[:-1])} has no "{field}"',
            rule="missing-field",
            label=label or (f'"{field}" is empty' if is_there else f'"{field}" is missing here'),
            help=how_to_add(field, shape),
        )

    def empty(self, route: Route, found: FoundField) -> Diagnostic:
        if not isinstance(self.parts.value(route), str):
            return self.missing(route, found, label="this list is empty")
        is_needed = found.field is not None and found.field.is_needed
        return self.parts.spot(route).says(
            f'{self.parts.record_name(route)} has nothing in "{field_name(route)}"',
            rule="empty-text",
            label="no text here",
            help="write the text" if is_needed else "write the text, or take it out",
        )

    def empty_item(self, route: Route) -> Diagnostic:
        return self.parts.spot(route).says(
            f'{self.parts.holder_name(route)} has an empty line in "{field_name(route)}"',
            rule="empty-text",
            label="nothing after the dash" if self.parts.value(route) is None else "no text here",
            help="write something after the dash, or take it out",
        )

    def unknown_value(self, route: Route, found: FoundField) -> Diagnostic:
        value, field = self.parts.value(route), field_name(route)
        choices = found.field.choices if found.field is not None else None
        if not isinstance(value, str) or choices is None:
            return self.wrong_type(route, found)
        if not value.strip():
            return self.empty(route, found)
        is_own_name = field not in shapes(found.record)
        what = f'has a value for "{field}"' if is_own_name else f"has {with_article(field)}"
        choice, spot = choose(field, value, choices), self.parts.spot(route)
        return spot.says(
            f"{self.parts.record_name(route)} {what} we do not know: {quote(value)}",
            rule="unknown-value",
            label=choice.label,
            help=choice.help,
            fix=Fix(spot, choice.meant) if choice.meant is not None and choice.is_sure else None,
        )

    def bad_id(self, route: Route) -> Diagnostic:
        value, spot = self.parts.value(route), self.parts.spot(route)
        slug = re.sub(r"[^a-z0-9]+", "-", str(value).lower()).strip("-")
        return spot.says(
            f"{self.parts.record_name(route[:-1])} has an id we cannot use: {quote(value)}",
            rule="bad-id",
            label="small letters, digits and single hyphens only",
            help=f"write  id: {slug}" if slug else "write an id such as  home-03",
            fix=Fix(spot, slug, is_safe=False) if slug else None,
        )

    def refused(self, rule: str, route: Route, found: FoundField, context: Mapping[str, object]) -> Diagnostic:
        """A fault that the field's own reader found, with its own label and help."""
        if rule == "empty-text":
            return self.empty_item(route)
        value, spot = self.parts.value(route), self.parts.spot(route)
        message, fix = self.refusal(rule, route, found), None
        if isinstance(value, str):
            message += f": {quote(value)}"
            offers = context["offers"]
            meant = same_date_in_other_words(value, offers) if isinstance(offers, tuple) else None
            fix = Fix(spot, meant) if meant is not None else None
        return spot.says(message, rule=rule, label=str(context["label"]), help=str(context["help"]), fix=fix)

    def refusal(self, rule: str, route: Route, found: FoundField) -> str:
        """What is wrong with a value that its reader refused."""
        field = field_name(route)
        if rule == "bad-link":
            return f"{name_record(self.parts.data, route)} has a link that cannot be right"
        if isinstance(route[-1], int):
            return f'{self.parts.holder_name(route)} has something in "{field}" that is not text'
        noun = found.field.noun.words if found.field is not None else "a value"
        wrong = f"is not {noun}" if rule in _NOT_SO else "cannot be right"
        return f'the "{field}" of {self.parts.holder_name(route)} {wrong}'

    def wrong_type(self, route: Route, found: FoundField) -> Diagnostic:
        value, field = self.parts.value(route), field_name(route)
        holder, spot = self.parts.holder_name(route), self.parts.spot(route)
        is_item = bool(route) and isinstance(route[-1], int)
        if is_item and value is None:
            return self.empty_item(route)
        if is_item and found.field is None:
            return spot.says(
                f"{holder} has {with_article(singular(field))} that is not written as fields",
                rule="wrong-type",
                label=f"fields belong here, not {describe(value)}",
                help=f"write  - {{{first_fields(found.record, value)}}}",
            )
        wanted, help = _wanted(field, found.field, value, is_item=is_item)
        return spot.says(
            f'the "{field}" of {holder} is not {wanted}',
            rule="wrong-type",
            label=f"{wanted} belongs here, not {describe(value)}",
            help=help,
        )


def _wanted(field: str, shape: FieldShape | None, value: Data, *, is_item: bool) -> tuple[str, str]:
    """What belongs in a field, and how to write it."""
    if shape is None:
        return "text", "write text after the dash" if is_item else f"write  {field}: {example(shape)}"
    if shape.is_list and not is_item:
        return "a list", how_to_list(shape, value)
    if shape.entries is not None:
        return "a group of fields", f"write  {field}: {{NAME: {example(shape.entries)}}}"
    if shape.record_only is not None:
        return "a group of fields", f"write  {field}: {{{first_fields(shape.record_only)}}}"
    noun = shape.noun.words
    return noun, f"write {noun} after the dash" if is_item else f"write  {field}: {example(shape)}"
