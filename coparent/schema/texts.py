"""Every text that a record says in somebody's own words, with its place: no ids, no links, no fixed values."""

from collections.abc import Callable
from operator import attrgetter
from typing import NamedTuple

from coparent.diagnostics import Place, Spot, TextPlace
from coparent.schema.fields.roles import Role
from coparent.schema.identities import is_known_by_id
from coparent.schema.record import Record
from coparent.schema.shapes import FieldShape, once_per_class, shapes
from coparent.schema.shared import LinkRecord
from coparent.values import frozen

_NOT_PROSE = ("kind", "id", "ref", "template", "place", "reference", "report_to", "enquiries_to", "comparators")


class FieldText(NamedTuple):
    """One text. `owner` is the record round it that people know by its id; `item` is None outside a list."""

    text: str
    owner: Record
    place: Place
    field: str
    item: int | None

    @property
    def spot(self) -> Spot:
        """The text itself."""
        place = self.place / self.field
        return Spot(place if self.item is None else place / self.item)


@frozen
class _TextFields:
    """The fields of a record class that hold texts, and those that hold records which hold some in turn.

    `title` and `plain` say which of the texts these are. All texts of a record are got in one call, and all its inner
    records, since there are very many.
    """

    names: tuple[str, ...]
    title: int | None
    plain: int | None
    texts: Callable[[Record], tuple[object, ...]]
    inner_names: tuple[str, ...]
    inner: Callable[[Record], tuple[object, ...]]


@once_per_class
def _text_fields(record: type[Record]) -> _TextFields:
    fields = list(shapes(record).values())
    texts = [shape for shape in fields if _is_prose(shape)]
    inner = [shape for shape in fields if _holds_prose(shape)]
    names = tuple(shape.name for shape in texts)
    return _TextFields(
        names,
        names.index("title") if "title" in names else None,
        names.index("plain") if "plain" in names else None,
        _getter([shape.attribute for shape in texts]),
        tuple(shape.name for shape in inner),
        _getter([shape.attribute for shape in inner]),
    )


def _is_prose(shape: FieldShape) -> bool:
    is_text = shape.record is None and shape.choices is None and shape.refers is None and shape.noun.startswith("text")
    return is_text and shape.name not in _NOT_PROSE


def _holds_prose(shape: FieldShape) -> bool:
    if shape.record is None or shape.record is LinkRecord:
        return False
    fields = _text_fields(shape.record)
    return bool(fields.names or fields.inner_names)


def _getter(attributes: list[str]) -> Callable[[Record], tuple[object, ...]]:
    if len(attributes) > 1:
        return attrgetter(*attributes)
    return lambda record: tuple(getattr(record, attribute) for attribute in attributes)


class TextCollection:
    """The texts of a record without their places, which are costly: enough to tell whether a word is there at all.

    `plain` are those for young people, `titles` the titles; both are among `texts`, too.
    """

    __slots__ = ("plain", "texts", "titles")

    def __init__(self, record: Record) -> None:
        self.texts: list[str] = []
        self.plain: list[str] = []
        self.titles: list[str] = []
        self._add(record)

    def _add(self, record: Record) -> None:
        fields = _text_fields(record.__class__)
        values = fields.texts(record)
        for value in values:
            if isinstance(value, str):
                self.texts.append(value)
            elif isinstance(value, tuple):
                self.texts += value
        if fields.title is not None and isinstance(title := values[fields.title], str):
            self.titles.append(title)
        if fields.plain is not None and isinstance(plain := values[fields.plain], str):
            self.plain.append(plain)
        for inner in fields.inner(record):
            if inner is not None:
                self._add_inner(inner)

    def _add_inner(self, inner: object) -> None:
        if isinstance(inner, Role):
            self.texts.append(inner.role)
        elif isinstance(inner, tuple):
            for item in inner:
                self._add(item)
        elif isinstance(inner, Record):
            self._add(inner)


def find_texts(record: Record) -> list[FieldText]:
    """Every text of a record and of the records inside it."""
    found: list[FieldText] = []
    _find(record, record, found)
    return found


def _find(record: Record, owner: Record, found: list[FieldText]) -> None:
    fields = _text_fields(record.__class__)
    for name, value in zip(fields.names, fields.texts(record), strict=True):
        if isinstance(value, str):
            found.append(FieldText(value, owner, record.where, name, None))
        elif isinstance(value, tuple):
            found.extend(FieldText(text, owner, record.where, name, index) for index, text in enumerate(value))
    for name, inner in zip(fields.inner_names, fields.inner(record), strict=True):
        for item in inner if isinstance(inner, tuple) else (inner,):
            if not isinstance(item, Record):
                continue
            if isinstance(item.where, TextPlace):
                # It stands in its holder's field, and people know it by that field's name.
                found.extend(text._replace(owner=owner, field=name) for text in find_texts(item))
            else:
                _find(item, item if is_known_by_id(item.__class__) else owner, found)
