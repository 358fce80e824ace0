"""What to type: the value that was most likely meant, or an example of what a field may hold."""

import re
from collections.abc import Sequence

from coparent.documents.scalars import Data
from coparent.schema.record import Record
from coparent.schema.shapes import FieldShape, shapes
from coparent.text.suggestions import nearest

LONGEST_EXAMPLE = 60


def same_date_in_other_words(written: str, offers: Sequence[str]) -> str | None:
    """The one form offered for a date, if it says the same: it has the same numbers and nearly the same letters."""
    if len(offers) != 1 or sorted(re.findall(r"\d+", written)) != sorted(re.findall(r"\d+", offers[0])):
        return None
    letters = [re.sub(r"[^a-z]", "", words.lower()) for words in (written, offers[0])]
    return offers[0] if letters[0] == letters[1] or nearest(letters[0], [letters[1]], cutoff=0.8) else None


def example(shape: FieldShape | None) -> str:
    """Something that could stand in a field."""
    if shape is None:
        return "…"
    if shape.record_only is not None:
        return "" if shape.is_list else f"{{{first_fields(shape.record_only)}}}"
    if shape.choices is not None:
        value = next(iter(shape.choices.meanings))
    else:
        value = _EXAMPLES.get(shape.name) or shape.noun.example
    return f"[{value}]" if shape.is_list else value


def how_to_add(field: str, shape: FieldShape | None) -> str:
    """What to type where a field is missing."""
    if shape is not None and shape.is_list and shape.record_only is not None:
        return f"add a line  {field}:  and below it  - {{{first_fields(shape.record_only)}}}"
    return f"add a line  {field}: {example(shape)}"


def how_to_list(shape: FieldShape, value: Data) -> str:
    """What to type in a field that should be a list and is not."""
    if shape.record_only is not None:
        return f"write below it  - {{{first_fields(shape.record_only)}}}"
    if isinstance(value, str) and not re.search(r"[][{}#]|: | - ", value) and len(value) <= LONGEST_EXAMPLE:
        return f"write  {shape.name}: [{value}]"
    return "put each on a line of its own, after a dash"


def first_fields(record: type[Record], value: Data = None) -> str:
    """The fields a record must have, each with an example; a web address that was written there is kept."""
    known = shapes(record)
    if "url" in known and isinstance(value, str) and value.startswith("http"):
        return f"title: …, url: {value}"
    needed = [shape for shape in known.values() if shape.is_needed] or list(known.values())[:1]
    return ", ".join(f"{shape.name}: {example(shape)}" for shape in needed[:3])


_EXAMPLES = {
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
