"""Fields that hold a number, yes or no, or the figure of a reading."""

from typing import Annotated, TypeAlias

from coparent.advice import either, write
from coparent.documents.scalars import Data, Quoted
from coparent.schema.fields.amounts import read_number
from coparent.schema.fields.readers import read_by
from coparent.schema.fields.surroundings import refuse
from coparent.schema.shapes import Editor, Noun
from coparent.text.patterns import compile_later
from coparent.values import frozen

_MOST_CHOICES = 12
_NUMBER = compile_later(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?")


def _hint_at_number(value: Data, wanted: str = "") -> str:
    number = read_number(value) if isinstance(value, str) else None
    return f"write  {number}" if number else f"write a {wanted or 'plain number'}"


def _read_number(value: Data, wanted: str = "") -> int | float:
    if not isinstance(value, str) or isinstance(value, Quoted) or not _NUMBER.fullmatch(value):
        raise refuse("wrong-type", f"a {wanted or 'plain number'} belongs here", _hint_at_number(value, wanted))
    number = float(value)
    if number in (float("inf"), float("-inf")):
        raise refuse("out-of-range", "this number is too large to work with", "write the number with fewer digits")
    return int(number) if number.is_integer() and "e" not in value.lower() else number


@frozen
class _Whole:
    """Reads a whole number within limits."""

    least: int
    most: int | None = None

    @property
    def choices(self) -> str:
        """What to type in place of a number off the scale."""
        few = [] if self.most is None or self.most > _MOST_CHOICES else range(self.least, self.most + 1)
        return (
            either(*(write(str(number)) for number in few)) if few else f"write a whole number of {self.least} or more"
        )

    def __call__(self, value: Data) -> int:
        span = f"from {self.least} to {self.most}" if self.most is not None else f"of {self.least} or more"
        number = _read_number(value, f"whole number {span}")
        if number != int(number):
            raise refuse("wrong-type", f"a whole number {span} belongs here", f"write a whole number {span}")
        if number < self.least or (self.most is not None and number > self.most):
            raise refuse("out-of-range", f"only a whole number {span} makes sense here", self.choices)
        return int(number)


def _read_percent(value: Data) -> int | float:
    if 0 <= (number := _read_number(value)) <= 100:
        return number
    raise refuse(
        "out-of-range", "only 0 to 100 makes sense here", "write a number from 0 to 100, or take this line out"
    )


def _read_amount(value: Data) -> int | float:
    if (number := _read_number(value)) >= 0:
        return number
    raise refuse(
        "out-of-range", "less than 0 makes no sense here", "write a number of 0 or more, or take this line out"
    )


_NOUN = Noun("a number", "5")
Number = Annotated[int | float, read_by(_read_number), _NOUN, Editor({"type": "number"})]
_PERCENT_IN_EDITOR = Editor({"type": "number", "minimum": 0, "maximum": 100})
_MONTH_IN_EDITOR = Editor({"type": "integer", "minimum": 1, "maximum": 12})
Percent = Annotated[int | float, read_by(_read_percent), _NOUN, _PERCENT_IN_EDITOR]
Pounds = Annotated[int | float, read_by(_read_amount), _NOUN, Editor({"type": "number", "minimum": 0})]
OneToFive = Annotated[int, read_by(_Whole(1, 5)), _NOUN, Editor({"type": "integer", "minimum": 1, "maximum": 5})]
MonthNumber = Annotated[int, read_by(_Whole(1, 12)), _NOUN, _MONTH_IN_EDITOR]
Count = Annotated[int, read_by(_Whole(0)), _NOUN, Editor({"type": "integer", "minimum": 0})]

_YES_OR_NO = {"true": True, "yes": True, "false": False, "no": False}
_IN_OTHER_WORDS = {"y": "true", "t": "true", "1": "true", "yep": "true", "n": "false", "f": "false", "0": "false"}


def _read_boolean(value: Data) -> bool:
    if isinstance(value, str) and not isinstance(value, Quoted) and value.lower() in _YES_OR_NO:
        return _YES_OR_NO[value.lower()]
    rule = "unknown-value" if isinstance(value, str) else "wrong-type"
    word = value.strip(" .!\"'").lower() if isinstance(value, str) else ""
    meant = str(_YES_OR_NO[word]).lower() if word in _YES_OR_NO else _IN_OTHER_WORDS.get(word)
    raise refuse(rule, "true or false belongs here", f"write  {meant}" if meant else "write  true  or  false")


_YES_OR_NO_IN_EDITOR = Editor({"enum": [True, False, "yes", "no"]})
YesNo = Annotated[bool, read_by(_read_boolean), Noun("true or false", "true"), _YES_OR_NO_IN_EDITOR]

_NO_FIGURE = ("suppressed", "not-available")


def _read_value(value: Data) -> int | float | str:
    if isinstance(value, str) and value in _NO_FIGURE:
        return str(value)
    if isinstance(value, Quoted):
        raise refuse("wrong-type", "a number without quotes belongs here", _hint_at_number(value))
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        raise refuse("wrong-type", "a number, suppressed or not-available belongs here", "write  not-available")
    return _read_number(value)


ReadingValue: TypeAlias = Annotated[
    int | float | str,
    read_by(_read_value),
    Noun("a number, suppressed or not-available", "5"),
    Editor({"anyOf": [{"type": "number"}, {"enum": [*_NO_FIGURE]}]}),
]
