"""Every text that a record says in somebody's own words, with its place: no ids, no links, no fixed values."""

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import NamedTuple

from coparent.diagnostics import Place, Spot, TextPlace
from coparent.schema.fields.texts import Role
from coparent.schema.ids import is_known_by_id
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

    All texts of a record are got in one call, and all its inner records, since there are very many.
    """

    names: tuple[str, ...]
    texts: Callable[[Record], tuple[object, ...]]
    inner_names: tuple[str, ...]
    inner: Callable[[Record], tuple[object, ...]]


@once_per_class
def _text_fields(record: type[Record]) -> _TextFields:
    fields = shapes(record).values()
    texts, inner = list(filter(_is_prose, fields)), list(filter(_holds_prose, fields))
    return _TextFields(
        tuple(shape.name for shape in texts), _get(texts), tuple(shape.name for shape in inner), _get(inner)
    )


def _is_prose(shape: FieldShape) -> bool:
    is_text = shape.noun.words.startswith("text") and shape.record is None
    return is_text and shape.choices is None and shape.refers is None and shape.name not in _NOT_PROSE


def _holds_prose(shape: FieldShape) -> bool:
    if shape.record is None or shape.record is LinkRecord:
        return False
    fields = _text_fields(shape.record)
    return bool(fields.names or fields.inner_names)


def _get(fields: list[FieldShape]) -> Callable[[Record], tuple[object, ...]]:
    attributes = [shape.attribute for shape in fields]
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
        for name, value in zip(fields.names, fields.texts(record), strict=True):
            if isinstance(value, str):
                self._add_text(name, value)
            elif isinstance(value, tuple):
                self.texts += value
        for inner in fields.inner(record):
            if isinstance(inner, Role):
                self.texts.append(inner.role)
            elif inner is not None:
                for item in inner if isinstance(inner, tuple) else (inner,):
                    self._add(item)

    def _add_text(self, field: str, text: str) -> None:
        self.texts.append(text)
        if field == "title":
            self.titles.append(text)
        elif field == "plain":
            self.plain.append(text)


def find_texts(record: Record, owner: Record | None = None) -> Iterator[FieldText]:
    """Every text of a record and of the records inside it. `owner` is the record round it, if it is not its own."""
    owner, fields = owner or record, _text_fields(record.__class__)
    for name, value in zip(fields.names, fields.texts(record), strict=True):
        if isinstance(value, str):
            yield FieldText(value, owner, record.where, name, None)
        elif isinstance(value, tuple):
            yield from (FieldText(text, owner, record.where, name, index) for index, text in enumerate(value))
    for name, inner in zip(fields.inner_names, fields.inner(record), strict=True):
        for item in inner if isinstance(inner, tuple) else (inner,):
            if not isinstance(item, Record):
                continue
            if isinstance(item.where, TextPlace):
                # It stands in its holder's field, and people know it by that field's name.
                yield from (text._replace(owner=owner, field=name) for text in find_texts(item))
            else:
                yield from find_texts(item, item if is_known_by_id(item.__class__) else owner)
