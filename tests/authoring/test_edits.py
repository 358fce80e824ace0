"""Changes of a text: what is named is changed, and nothing else."""

import pytest

from coparent.authoring.edits import Edit, apply_edits, changes_only
from coparent.diagnostics import Route
from coparent.documents.parsing import parse


def test_edits_are_made_together_in_whatever_order_they_are_given() -> None:
    edits = [Edit((4, 5), "two"), Edit((0, 1), "one"), Edit((1, 1), "!")]
    assert apply_edits("a = b", edits) == "one! = two"


def test_edits_may_touch_and_must_not_overlap() -> None:
    assert apply_edits("abcd", [Edit((0, 2), "x"), Edit((2, 4), "y")]) == "xy"
    with pytest.raises(ValueError, match="overlap at character 2"):
        apply_edits("abcd", [Edit((0, 3), "x"), Edit((2, 4), "y")])


BEFORE = "id: a\ntitle: A plan\nboards: [x, y]\n"


@pytest.mark.parametrize(
    ("after", "route", "new_route", "is_only"),
    [
        ("id: a\ntitle: Another\nboards: [x, y]\n", ("title",), ("title",), True),
        ("id: b\ntitle: Another\nboards: [x, y]\n", ("title",), ("title",), False),
        ("id: a\nname: A plan\nboards: [x, y]\n", ("title",), ("name",), True),
        ("id: a\nname: Another\nboards: [x, y]\n", ("title",), ("name",), False),
        ("id: a\ntitle: A plan\nboards: [x, z]\n", ("boards", 1), ("boards", 1), True),
        ("id: a\ntitle: A plan\nboards: []\n", ("boards", 1), ("boards", 1), False),
        ("id: a\ntitle: A plan\nboards: {}\n", ("title",), ("title",), False),
    ],
)
def test_a_change_of_one_value_or_of_its_key_is_known_from_any_other(
    after: str, route: Route, new_route: Route, is_only: bool
) -> None:
    documents = [parse("plan.yaml", text).data for text in (BEFORE, after)]
    assert changes_only(documents[0], documents[1], route, new_route) is is_only
