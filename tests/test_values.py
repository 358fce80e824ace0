"""Values are what frozen dataclasses with slots are."""

import pickle
from collections.abc import Mapping
from copy import copy, deepcopy
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from functools import cached_property

import pytest

from coparent.values import frozen, frozen_by_identity


@frozen
class Point:
    """A value with every sort of field."""

    x: int
    y: int = 2
    notes: Mapping[str, str] = field(default_factory=dict)
    seen: int = field(default=0, compare=False, repr=False)

    @property
    def total(self) -> int:
        return self.x + self.y


@frozen
class Labelled(Point):
    """A value that extends another."""

    label: str = ""


@dataclass(frozen=True, slots=True)
class Plain:
    """What Point is to be like."""

    x: int
    y: int = 2


def test_fields_are_taken_by_place_or_by_name_and_the_rest_is_as_declared() -> None:
    point = Point(1, notes={"a": "b"})
    assert (point.x, point.y, point.notes, point.seen, point.total) == (1, 2, {"a": "b"}, 0, 3)
    assert Labelled(1, label="c").label == "c"
    assert Point(1).notes is not Point(1).notes


def test_what_is_missing_or_unknown_is_refused() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'x'"):
        Point()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'z'"):
        Point(1, z=2)  # type: ignore[call-arg]


def test_values_are_compared_by_class_and_fields() -> None:
    assert Point(1) == Point(1, seen=5)
    assert Point(1) != Point(2)
    assert Point(1) != Labelled(1)
    assert hash(Labelled(1, notes=())) == hash(Labelled(1, notes=()))  # type: ignore[arg-type]


def test_nothing_of_a_value_can_be_set_or_deleted() -> None:
    point = Point(1)
    with pytest.raises(FrozenInstanceError):
        point.x = 3  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        point.other = 3  # type: ignore[attr-defined]
    with pytest.raises(FrozenInstanceError):
        del point.x
    assert not hasattr(point, "__dict__")


def test_a_value_shows_its_fields_as_a_dataclass_does() -> None:
    assert repr(Point(1)) == "Point(x=1, y=2, notes={})"
    assert repr(Plain(1)) == "Plain(x=1, y=2)"


def test_what_works_with_dataclasses_works_with_values() -> None:
    assert [part.name for part in fields(Labelled)] == ["x", "y", "notes", "seen", "label"]
    assert replace(Point(1), y=5) == Point(1, 5)
    assert Point.__match_args__ == ("x", "y", "notes", "seen")


def test_a_value_can_be_copied_and_pickled() -> None:
    point = Labelled(1, notes={"a": "b"}, label="c")
    for twin in (copy(point), deepcopy(point), pickle.loads(pickle.dumps(point))):  # noqa: S301 - our own.
        assert twin == point
        assert twin is not point


@frozen_by_identity
class Journey:
    """A value that is only itself, and remembers what it worked out."""

    start: Point
    end: Point = Point(0)

    @cached_property
    def length(self) -> list[int]:
        return [self.end.x - self.start.x]


def test_a_value_by_identity_equals_only_itself_and_remembers() -> None:
    journey = Journey(Point(1), end=Point(3))
    assert journey != Journey(Point(1), end=Point(3))
    assert journey in {journey}
    assert journey.length is journey.length
    assert repr(Journey(Point(1))) == f"Journey(start={Point(1)!r}, end={Point(0)!r})"
    assert pickle.loads(pickle.dumps(journey)).end == Point(3)  # noqa: S301 - our own.
    with pytest.raises(FrozenInstanceError):
        journey.end = Point(4)  # type: ignore[misc]
