"""Names that are most likely one are found, names that are two are left, and many names take no long time."""

from collections.abc import Iterable
from time import process_time

import pytest

from coparent.text.near_duplicates import Alike, find_alike


def alike(*names: str) -> list[Alike]:
    return list(find_alike(dict.fromkeys(names, 1)))


@pytest.mark.parametrize(
    "names",
    [
        ("Early help", "Early Help"),
        ("Care & placements", "Care and placements"),
        ("Post-16 lead", "Post 16 lead"),
        ("Coordinator", "Co-ordinator"),
        ("Children's homes", "Children\N{RIGHT SINGLE QUOTATION MARK}s homes"),
        ("Employability adviser", "Employability advisor"),
        ("Statistical neighbours", "Statistical neighbour"),
        ("Comissioning", "Commissioning"),
        ("Head of fosterring", "Head of fostering"),
    ],
)
def test_a_slip_is_found(names: tuple[str, str]) -> None:
    assert alike(*names) == [Alike(names[1], names[0])]


@pytest.mark.parametrize(
    "names",
    [
        ("Team 1", "Team 2"),
        ("Ward 1 2", "Ward 12"),
        ("Year 10", "Year 11"),
        ("Phase II", "Phase III"),
        ("Northern area", "Southern area"),
        ("Eastern area", "Western area"),
        ("Home", "Homes"),
        ("Mental health", "Dental health"),
        ("Quality lead", "Equality lead"),
        ("Police lead", "Policy lead"),
        ("Trainee social worker", "Trained social worker"),
        ("Contact service", "Contract service"),
        ("Carers lead", "Careers lead"),
        ("Head of fostering", "Head of fostering and adoption"),
        ("Fostering support", "Adoption support"),
    ],
)
def test_two_names_are_left(names: tuple[str, str]) -> None:
    assert alike(*names) == []


def test_the_more_usual_name_is_kept_and_each_other_is_told_once() -> None:
    names = {"Early Help": 1, "Early help": 5, "EARLY HELP": 2, "Earlly help": 1}
    assert list(find_alike(names)) == [
        Alike(name, "Early help") for name in ("EARLY HELP", "Early Help", "Earlly help")
    ]


def test_ten_times_the_names_take_ten_times_as_long() -> None:
    def names(count: int) -> Iterable[str]:
        letters = "bcdfghjklmnpqrstvwxz"
        for number in range(count):
            digits = [number // 20**power % 20 for power in range(4)]
            yield "".join(f"{letters[digit]}a" for digit in digits) + " lead"

    def seconds(count: int) -> float:
        listed = dict.fromkeys(names(count), 1)
        start = process_time()
        list(find_alike(listed))
        return process_time() - start

    seconds(500)
    assert seconds(10_000) < 40 * max(seconds(1_000), 0.01)
