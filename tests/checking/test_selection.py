"""Choosing rules and families to look for."""

import pytest

from coparent.checking.selection import Selection, read_selection
from coparent.errors import CoparentError
from coparent.rules import RULES


@pytest.mark.parametrize(
    ("select", "ignore", "wanted", "unwanted"),
    [
        ((), (), ["bad-id", "duplicate-id"], []),
        (("references",), (), ["duplicate-id"], ["bad-id"]),
        (("duplicate-id", "bad-id"), (), ["duplicate-id", "bad-id"], ["unknown-reference"]),
        ((), ("references",), ["bad-id"], ["duplicate-id"]),
        (("references",), ("duplicate-id",), ["unknown-reference"], ["duplicate-id", "bad-id"]),
        (("References",), (), ["duplicate-id"], ["bad-id"]),
    ],
)
def test_a_selection_wants_what_is_named(
    select: tuple[str, ...], ignore: tuple[str, ...], wanted: list[str], unwanted: list[str]
) -> None:
    selection = read_selection(select, ignore)
    assert all(selection.wants(RULES[name]) for name in wanted)
    assert not any(selection.wants(RULES[name]) for name in unwanted)


def test_personal_data_cannot_be_selected_away() -> None:
    assert Selection(select=frozenset({"bad-id"}), ignore=frozenset({"personal-data"})).wants(RULES["personal-data"])


def test_a_name_that_there_is_not_offers_the_nearest() -> None:
    with pytest.raises(CoparentError) as caught:
        read_selection(["refrences"], ())
    assert caught.value.advice == "did you mean  --select references?"
