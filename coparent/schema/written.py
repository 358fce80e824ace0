"""Written values: as they are typed on one line, and whether a field could read them."""

import re

from pydantic import ValidationError

from coparent.advice import Writable
from coparent.documents.scalars import WHERE, Data, Quoted
from coparent.schema.record import Record

Fields = dict[str, Writable]
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BETWEEN_IDS = re.compile(r"(?<![^\S\n])[^\S\n]*+(?:[,;/&\n]|\band\b)\s*+")


def text_of(value: Data) -> str:
    return " ".join(str(value).split()) if isinstance(value, str) else ""


def writable(value: Data) -> "Writable | None":
    """A written value as it is typed on one line; None where there is nothing, or text of several lines."""
    if isinstance(value, str):
        return None if isinstance(value, Quoted) and "\n" in value.strip() else text_of(value) or None
    if isinstance(value, tuple):
        items = [writable(item) for item in value]
        return [item for item in items if item is not None]
    return fields_of(value) or None


def as_data(value: Writable) -> Data:
    if isinstance(value, list):
        return tuple(map(as_data, value))
    return {key: as_data(item) for key, item in value.items()} if isinstance(value, dict) else str(value)


def fields_of(data: Data) -> Fields:
    if not isinstance(data, dict):
        return {}
    pairs = ((key, writable(value)) for key, value in data.items() if key != WHERE)
    return {key: value for key, value in pairs if value is not None}


def fits(record: type[Record], field: str, value: Data, where: Data) -> bool:
    """Whether a field can be read from a value."""
    try:
        record.__pydantic_validator__.validate_python({WHERE: where, field: value})
    except ValidationError as error:
        return not any(details["loc"][:1] == (field,) for details in error.errors(include_url=False))
    return True


def split_ids(text: str) -> list[str]:
    """The ids in a text that is a list of them; none if it is anything else."""
    items = [item for item in _BETWEEN_IDS.split(text.strip()) if item]
    return items if all(map(_ID.fullmatch, items)) else []
