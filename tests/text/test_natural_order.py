"""Ids, printed numbers and names of files stand in the order in which people count."""

from hypothesis import given
from hypothesis import strategies as st

from coparent.text.natural_order import natural_order

COUNTED = (
    ("homes-1", "homes-2", "homes-10", "homes-12", "homes-a"),
    ("1.9", "1.10", "3", "3.1", "3.9", "3.10", "3.10a", "3.11", "10.1"),
    ("A2", "A2b", "A10", "b1", "B10", "b11"),
    ("plans/home-2.yaml", "plans/home-10.yaml", "plans/home.yaml"),
    ("007", "7", "8", "0010"),
    ("9" * 5000, "1" + "0" * 5000),
)


def test_numbers_are_counted_wherever_they_stand() -> None:
    for counted in COUNTED:
        assert tuple(sorted({*counted}, key=natural_order)) == counted


@given(st.text("ab-.", max_size=5), st.lists(st.integers(0, 10**9), unique=True), st.text("ab-.", max_size=5))
def test_what_differs_in_a_number_alone_is_sorted_by_it(before: str, numbers: list[int], after: str) -> None:
    names = sorted((f"{before}{number}{after}" for number in numbers), key=natural_order)
    assert names == [f"{before}{number}{after}" for number in sorted(numbers)]


@given(st.lists(st.text(), unique=True))
def test_no_two_texts_are_the_same_to_it(texts: list[str]) -> None:
    assert len({natural_order(text) for text in texts}) == len(texts)
