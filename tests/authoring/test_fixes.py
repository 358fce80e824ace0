"""Findings mended: the finding goes, and every other character and value stays."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coparent.authoring.fixes import FixedFile, fix_texts
from coparent.checking import Report
from coparent.documents.parsing import parse
from coparent.schema.fields import Surroundings
from tests.workspaces import judge_texts, lay_over

ROOT = Path(__file__).parents[2]
SHIPPED = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "plans").rglob("*.yaml"))
}


def mended(texts: Mapping[str, str]) -> dict[str, FixedFile]:
    report = judge_texts(dict(texts))
    return {fixed.path: fixed for fixed in fix_texts(report, texts, Surroundings())}


def plan(action: str, end: str = "\n") -> dict[str, str]:
    texts = lay_over({})
    lines = f"actions:\n  - id: a1\n    title: Open two homes\n    outcomes: [o1]  # one of seven\n    {action}"
    start = texts["plans/plan.yaml"].split("actions:\n", 1)[0]
    texts["plans/plan.yaml"] = (start + lines).replace("\n", end) + end
    return texts


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("leed: Head of placements", "lead: Head of placements"),
        ("Partner: [icb]", "partners: [icb]"),
        ("basis: invented", "basis: illustrative"),
        ("basis: publik  # as we were asked", "basis: public  # as we were asked"),
        ("due: Febuary 2027", "due: February 2027"),
        ("why: Homes: there are too few", 'why: "Homes: there are too few"'),
        ("visibility: private", "visibility: internal"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_sure_fault_is_mended_and_the_rest_of_the_file_keeps_every_byte(before: str, after: str, end: str) -> None:
    texts = plan(before, end)
    fixed = mended(texts)["plans/plan.yaml"]
    assert fixed.after == texts["plans/plan.yaml"].replace(before, after)
    assert fixed.before == texts["plans/plan.yaml"]


@pytest.mark.parametrize(
    "left_alone",
    [
        "due: 2027-02-30",
        "due: Q3 2027",
        "due: early March 2027",
        "lead: Head of A\n    leed: Head of B",
        "basis: on track",
        "ref: 3.10",
    ],
)
def test_what_could_mean_two_things_is_left_to_a_person(left_alone: str) -> None:
    assert mended(plan(left_alone)) == {}


def test_an_id_and_a_kind_are_never_mended() -> None:
    texts = {**plan("ref: 1"), "plans/other.yaml": "kind: plans\nid: other\n"}
    texts["plans/plan.yaml"] = texts["plans/plan.yaml"].replace("id: a1", "id: A1")
    assert mended(texts) == {}


def test_several_faults_of_one_file_are_mended_together() -> None:
    texts = plan("leed: Head of placements\n    basis: invented\n    due: Febuary 2027")
    fixed = mended(texts)["plans/plan.yaml"]
    assert len(fixed.mended) == 3
    assert judge_texts({**texts, "plans/plan.yaml": fixed.after}).fixable == 0


WORDS = [
    ("lead:", "leed:"),
    ("stage: complete", "stage: completed"),
    ("title:", "titel:"),
    ("status: draft", "status: drafts"),
]


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_mending_a_slip_in_a_shipped_plan_gives_the_plan_back(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from([path for path in SHIPPED if "/delivery/" in path]))
    right, wrong = data.draw(st.sampled_from(WORDS))
    text = SHIPPED[path]
    at = [
        index
        for index in range(len(text))
        if text.startswith(f" {right}", index) or text.startswith(f"\n{right}", index)
    ]
    if not at:
        return
    index = data.draw(st.sampled_from(at)) + 1
    slipped = text[:index] + wrong + text[index + len(right) :]
    report: Report = judge_texts({**SHIPPED, path: slipped}, date(2026, 11, 30))
    fixed = {file.path: file for file in fix_texts(report, {**SHIPPED, path: slipped}, Surroundings())}
    assert list(fixed) == [path]
    assert fixed[path].after == text
    assert parse(path, fixed[path].after).data == parse(path, text).data
