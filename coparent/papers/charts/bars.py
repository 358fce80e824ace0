"""Bars of parts that lie end to end, such as how many actions have each status."""

from collections.abc import Sequence
from dataclasses import dataclass

_LEAST_LABELLED = 5.0
"""How wide a part of a bar is that has room for its number, in per cent."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar, in per cent of its length. `is_labelled` where there is room for the number."""

    code: str
    number: int
    x: float
    width: float
    middle: float
    is_labelled: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of parts that lie end to end."""

    segments: tuple[Segment, ...]


def bar_of(parts: Sequence[tuple[str, int]]) -> Bar:
    """A bar of parts, each a code and its number, in the order given; parts of none are left out."""
    total = sum(number for _, number in parts)
    segments: list[Segment] = []
    begun = 0
    for code, number in parts:
        if number:
            x, end = begun / total * 100, (begun + number) / total * 100
            is_labelled = end - x >= _LEAST_LABELLED
            segments.append(Segment(code, number, _round(x), _round(end - x), _round((x + end) / 2), is_labelled))
            begun += number
    return Bar(tuple(segments))


def _round(number: float) -> float:
    return round(number, 2)
