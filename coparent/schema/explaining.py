"""The errors of a validator, turned into sentences a person understands."""

import re
from collections.abc import Mapping

from coparent.advice import TAKE_LINE_OUT, either, write, write_line
from coparent.diagnostics import Diagnostic, Fix
from coparent.documents.naming import name_record, singular
from coparent.documents.scalars import Data
from coparent.schema.faults import Fault, describe, quote, with_article
from coparent.schema.meanings import choose
from coparent.schema.offers import example, first_fields, how_to_add, how_to_list, same_date_in_other_words
from coparent.schema.reshaping import explain_range, reshape
from coparent.schema.shapes import FieldShape, shapes
from coparent.schema.unknown_names import explain_field, explain_own_name

_WORDS = "the words that belong here"
_NOT_SO = ("bad-date", "bad-timescale", "wrong-type")
"""Rules that say what a value is not; the others say that it makes no sense."""


def explain(fault: Fault) -> Diagnostic:
    """The diagnostic for an error of the validator."""
    if fault.details["loc"][-1] == "[key]":
        return explain_own_name(fault)
    context = fault.details.get("ctx", {})
    match fault.details["type"]:
        case "missing":
            return _explain_missing(fault)
        case "unexpected_keyword_argument":
            return explain_field(fault)
        case "string_too_short" | "too_short":
            return _explain_empty(fault)
        case "literal_error":
            return _explain_unknown_value(fault)
        case "string_pattern_mismatch":
            return _explain_bad_id(fault)
        case rule if "label" in context:
            return _explain_empty_item(fault) if rule == "empty-text" else _explain_refused(fault, rule, context)
        case _:
            return _explain_wrong_type(fault)


def _explain_missing(fault: Fault, label: str = "") -> Diagnostic:
    field, shape = str(fault.route[-1]) if fault.route else "", fault.found.field
    return fault.spot().says(
        f'{fault.record_name} has no "{field}"',
        rule="missing-field",
        label=label or f'"{field}" {"is missing here" if fault.value is None else "is empty"}',
        help=how_to_add(field, shape if shape is not None and shape.name == field else None),
    )


def _explain_empty(fault: Fault) -> Diagnostic:
    if not isinstance(fault.value, str):
        return _explain_missing(fault, label="this list is empty")
    return fault.spot().says(
        f'{fault.record_name} has nothing in "{fault.field}"',
        rule="empty-text",
        label="no text here",
        help=_fill_empty(fault.found.field),
    )


def _fill_empty(shape: FieldShape | None) -> str:
    if shape is None or not shape.is_needed:
        return TAKE_LINE_OUT
    if shape.choices is not None:
        return either(*map(write, shape.choices.meanings))
    return write_line(shape.name, _WORDS)


def _explain_empty_item(fault: Fault) -> Diagnostic:
    return fault.spot().says(
        f'{fault.record_name} has an empty line in "{fault.field}"',
        rule="empty-text",
        label="nothing after the dash" if fault.value is None else "no text here",
        help=TAKE_LINE_OUT,
    )


def _explain_unknown_value(fault: Fault) -> Diagnostic:
    value, field, found, spot = fault.value, fault.field, fault.found, fault.spot()
    choices = found.field.choices if found.field is not None else None
    if not isinstance(value, str) or choices is None:
        return _explain_wrong_type(fault)
    if not value.strip():
        return _explain_empty(fault)
    what = f"has {with_article(field)}" if field in shapes(found.record) else f'has a value for "{field}"'
    choice = choose(field, value, choices, fault.holder)
    return spot.says(
        f"{fault.record_name} {what} we do not know: {quote(value)}",
        rule="unknown-value",
        label=choice.label,
        help=choice.help,
        fix=Fix(spot, choice.meant) if choice.meant is not None and choice.is_sure else None,
    )


def _explain_bad_id(fault: Fault) -> Diagnostic:
    slug, spot = re.sub(r"[^a-z0-9]+", "-", str(fault.value).lower()).strip("-"), fault.spot()
    return spot.says(
        f"{fault.record_name} has an id we cannot use: {quote(fault.value)}",
        rule="bad-id",
        label="small letters, digits and single hyphens only",
        help=f"write  id: {slug}" if slug else "write an id such as  home-03",
    )


def _explain_refused(fault: Fault, rule: str, context: Mapping[str, object]) -> Diagnostic:
    """The diagnostic for what the field's own reader found, with its own label and help."""
    spot, message, fix = fault.spot(), _describe_refusal(fault, rule), None
    if isinstance(fault.value, str):
        message += f": {quote(fault.value)}"
        offers = context["offers"]
        meant = same_date_in_other_words(fault.value, offers) if isinstance(offers, tuple) else None
        fix = Fix(spot, meant) if meant is not None else None
    label, help = str(context["label"]), str(context["help"])
    if rule == "wrong-type":
        may_go = help == "write a plain number" and (fault.found.field is None or not fault.found.field.is_needed)
        help = reshape(fault) or (f"{help}, or {TAKE_LINE_OUT}" if may_go else help)
        label = explain_range(fault) or label
    return spot.says(message, rule=rule, label=label, help=help, fix=fix)


def _describe_refusal(fault: Fault, rule: str) -> str:
    if rule == "bad-link":
        return f"{name_record(fault.document.data, fault.route)} has a link that cannot be right"
    if isinstance(fault.route[-1], int):
        return f'{fault.record_name} has something in "{fault.field}" that is not text'
    noun = fault.found.field.noun.words if fault.found.field is not None else "a value"
    wrong = f"is not {noun}" if rule in _NOT_SO else "cannot be right"
    return f'the "{fault.field}" of {fault.record_name} {wrong}'


def _explain_wrong_type(fault: Fault) -> Diagnostic:
    is_item = bool(fault.route) and isinstance(fault.route[-1], int)
    value, field, found = fault.value, fault.field, fault.found
    if is_item and value is None:
        return _explain_empty_item(fault)
    if is_item and found.field is None:
        message = f"{fault.record_name} has {with_article(singular(field))} that is not written as fields"
        wanted, help = "fields belong", f"write  - {{{first_fields(found.record, value)}}}"
    else:
        noun, help = _wanted(field, found.field, value, is_item=is_item)
        message, wanted = f'the "{field}" of {fault.record_name} is not {noun}', f"{noun} belongs"
    return fault.spot().says(
        message, rule="wrong-type", label=f"{wanted} here, not {describe(value)}", help=reshape(fault) or help
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
