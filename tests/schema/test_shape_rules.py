"""Every Shape rule: what it says, of which record, at which characters, and what to type instead."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from coparent.rules import FAMILIES
from tests.schema.findings import ACTION, PLAN, UPDATE, find_faults, only, pointed_at

LINK = f"{ACTION}    sources:\n      - title: Minutes\n"
RISK = f"{PLAN}risks:\n  - id: rain\n    title: Rain\n    impact: 3\n    status: open\n"
READING = """\
kind: measures
measures:
  - id: m1
    title: Homes
    unit: count
    better: higher
    readings:
      - period: 2025/26
"""


TEXTS = {"PLAN": PLAN, "ACTION": ACTION, "UPDATE": UPDATE, "LINK": LINK, "RISK": RISK, "READING": READING}
CASES = Path(__file__).with_name("shape-cases.txt")


class Case(NamedTuple):
    """A faulty file of shape-cases.txt, and the words a person should read; <PLAN> stands for the text of that name."""

    says: str
    text: str
    expected: str


def read_cases() -> list[Case]:
    cases = []
    for case in re.split(r"^=== ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        says, rest = case.split("\n", 1)
        text, expected = rest.split("---\n", 1)
        for name, above in TEXTS.items():
            text = text.replace(f"<{name}>\n", above)
        cases.append(Case(says, text, expected.strip()))
    return cases


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.says)
def test_a_fault_of_shape_is_reported_at_its_place(case: Case) -> None:
    found = only(case.text)
    at = f"at: {found.line}:{found.column} {found.shown} => {found.label}"
    assert f"{found.rule}: {found.message}\n{at}\nfix: {found.help}" == case.expected


def test_every_rule_of_shape_has_a_case() -> None:
    (shape,) = (family for family in FAMILIES if family.name == "shape")
    shown = {case.expected.split(":", 1)[0] for case in read_cases()}
    assert {rule.name for rule in shape.rules} - shown == {"no-strategy", "second-strategy", "second-settings"}


@pytest.mark.parametrize(
    ("stage", "help"),
    [
        ("completed", "write  stage: complete"),
        ("Done", "write  stage: complete"),
        ("on hold", "write  stage: paused"),
        ("On Hold", "write  stage: paused"),
        ("IN PROGRESS", "write  stage: in-progress"),
        ("in_progress", "write  stage: in-progress"),
        ("on track", "write  stage: in-progress  and  rating: green"),
        (
            "delayed",
            "write  stage: in-progress  and  rating: amber  and  reason: why it is late  and  next: what happens next",
        ),
        ("amber", "write  stage: in-progress  and  rating: amber"),
        ("blue", "write  stage: complete"),
    ],
)
def test_a_stage_as_councils_write_it_is_put_into_the_words_of_a_plan(stage: str, help: str) -> None:
    assert only(f"{UPDATE}        stage: {stage}\n").help == help


@pytest.mark.parametrize(
    ("rating", "help"),
    [
        ("blue", "write  stage: complete  and take this line out"),
        ("completed", "write  stage: complete  and take this line out"),
        ("on track", "write  rating: green"),
        ("Red", "write  rating: red"),
        ("n/a", "take this line out"),
    ],
)
def test_a_rating_as_councils_write_it_is_put_into_the_words_of_a_plan(rating: str, help: str) -> None:
    assert only(f"{UPDATE}        stage: in-progress\n        rating: {rating}\n").help == help


def test_a_field_that_is_already_filled_in_is_not_offered_as_new() -> None:
    found = only(f"{ACTION}    due: March 2027\n    duue: June 2027\n")
    assert found.label == "due is the field for this, and is filled in already"
    assert found.help == "write  due: June 2027  and take this line out; or take this line out"


def test_a_misspelt_field_that_is_needed_is_one_finding() -> None:
    assert pointed_at(PLAN.replace("status", "statuss")) == [("unknown-field", "statuss")]
    assert pointed_at(ACTION.replace("title: Open", "tittle: Open")) == [("unknown-field", "tittle")]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (f"{ACTION}    stage: complete\n", '"stage" belongs to an update, under updates:'),
        (f"{ACTION}    amount: 3\n", "resources is the field for this"),
        (f"{UPDATE}        stage: complete\n        due: March 2027\n", '"due" belongs one level up'),
        (f"{PLAN}milestones: []\n", '"milestones" belongs to an action, under actions:'),
        (f"{ACTION}    xyzzy: 1\n", "the nearest known fields: why, visibility"),
        (f"{ACTION}    lead: {{role: x, phone: 1}}\n", "known fields: role, organisation"),
    ],
)
def test_an_unknown_field_is_sent_to_where_it_belongs(text: str, label: str) -> None:
    assert only(text).label == label


def test_the_choices_are_named_where_they_are_few_and_the_nearest_where_they_are_many() -> None:
    assert only(f"{ACTION}    basis: official\n").label == "one of: public, derived, illustrative"
    few = only(READING.replace("count", "homes") + "        value: 1\n").label
    assert few.startswith("the nearest of 12: ")
    assert few.count(",") == 2


def test_a_suspicion_about_a_value_is_dropped_where_the_value_is_wrong_as_it_stands() -> None:
    assert pointed_at(f"{ACTION}    partners: ecc\n      - icb\n") == [("wrong-type", "partners")]
    assert pointed_at(f"{ACTION}    due: soon #3 of them\n") == [("bad-timescale", "soon")]
    assert pointed_at(f"{ACTION}    due: March 2027 #3 of them\n") == [("text-cut-by-hash", "#3 of them")]


def test_every_finding_stands_in_the_order_of_the_file() -> None:
    found = find_faults(f"{UPDATE}        stage: done\n    duue: x\nstatuss: x\n")
    assert [one.line for one in found] == sorted(one.line for one in found)
