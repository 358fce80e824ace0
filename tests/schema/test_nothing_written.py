"""What is written for nothing is nothing; and what is to be typed in its place stands on the line that is there."""

import pytest

from coparent.diagnostics import Diagnostic
from tests.workspaces import judge_texts, lay_over

NOTHING = ("", " ~", " null", " Null", " NULL")
APPROVED = """\
kind: plan
id: home-plan
title: Home plan
organisation: ecc
status: approved
approval: {by: board, on: 2026-04-01}
actions:
  - id: a1
    title: Open two homes
    outcomes: [o1, o2, o3, o4, o5, o6, o7]
    promises: [p1]
    recommendations: [r1]
    lead: Head of placements
    partners: [icb]
    start: April 2026
    due: March 2027
    measures: [m1]
    updates:
      - on: 2026-09-30
        stage: in-progress
        rating: green
        summary: Both sites are bought.
"""


def judge(plan: str) -> list[Diagnostic]:
    """What is found in the plan, but for what the smallest one lacks."""
    texts = {**lay_over({}), "plans/plan.yaml": plan}
    return [one for one in judge_texts(texts).diagnostics if one.rule != "no-young-voice"]


def test_the_plan_is_sound() -> None:
    assert judge(APPROVED) == []


@pytest.mark.parametrize("nothing", NOTHING)
@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("    lead: Head of placements\n", "no-lead"),
        ("    due: March 2027\n", "no-due-date"),
        ("title: Home plan\n", "missing-field"),
        ("organisation: ecc\n", "missing-field"),
        ("approval: {by: board, on: 2026-04-01}\n", "approval-not-recorded"),
        ("        summary: Both sites are bought.\n", "missing-field"),
        ("        rating: green\n", ""),
    ],
)
def test_a_field_with_nothing_after_it_is_left_out(line: str, rule: str, nothing: str) -> None:
    """The same is found as without the line, but for where it is shown and whether a line is added or written over."""
    field = line.split(":")[0]
    left_out, empty = judge(APPROVED.replace(line, "")), judge(APPROVED.replace(line, f"{field}:{nothing}\n"))
    assert [(one.rule, one.message) for one in empty] == [(one.rule, one.message) for one in left_out]
    assert [one.rule for one in empty] == [rule] * bool(rule)
    for added, written in zip(left_out, empty, strict=True):
        assert written.help == added.help.replace(f"add a line  {field.strip()}:", f"write  {field.strip()}:")
        assert written.location is not None
        assert written.location.line == APPROVED[: APPROVED.index(line)].count("\n") + 1


@pytest.mark.parametrize("nothing", NOTHING[1:])
def test_nothing_is_nothing_inside_brackets_too(nothing: str) -> None:
    role = judge(APPROVED.replace("lead: Head of placements", f"lead: {{role:{nothing}, organisation: ecc}}"))
    assert [(one.rule, one.help) for one in role] == [("missing-field", "write  role: Head of fostering")]
    board = judge(APPROVED.replace("by: board", f"by:{nothing}"))
    assert [(one.rule, one.help) for one in board] == [("missing-field", "write  by: board")]
    item = judge(APPROVED.replace("[icb]", f"[icb,{nothing}]"))
    assert [(one.rule, one.message) for one in item] == [
        ("empty-text", 'a1 "Open two homes" has an empty line in "partners"')
    ]
    lines = f"difference:\n      - {nothing}\n      - Calm\n    partners"
    assert [one.rule for one in judge(APPROVED.replace("partners", lines))] == ["empty-text"]


def test_nothing_in_quotes_is_text() -> None:
    quoted = APPROVED.replace("Head of placements", '"null"')
    assert judge(quoted) == []


@pytest.mark.parametrize(
    ("line", "put", "offered"),
    [
        ("organisation: ecc\n", "", "add a line  organisation: ecc  or  organisation: icb"),
        ("by: board, ", "", "add a line  by: board"),
        (
            "approval: {by: board, on: 2026-04-01}",
            "approval: board",
            "write  approval: {by: board, on: 30 September 2026}",
        ),
    ],
)
def test_the_ids_that_are_offered_exist(line: str, put: str, offered: str) -> None:
    (found,) = judge(APPROVED.replace(line, put))
    assert found.help == offered


def test_the_owner_of_the_strategy_is_offered_first_and_too_many_are_not_listed() -> None:
    council = "organisation: council\norganisations:\n"
    council += "  - {id: icb, name: Board, type: nhs}\n  - {id: council, name: The council, type: council}\n"
    plan = APPROVED.replace("organisation: ecc\n", "")
    texts = {**lay_over({"strategy": council}), "plans/plan.yaml": plan}
    assert judge_texts(texts).diagnostics[0].help == "add a line  organisation: council  or  organisation: icb"
    many = council + "".join(f"  - {{id: o{number}, name: Body {number}, type: other}}\n" for number in range(9))
    for strategy, offered in [
        (many, "add a line  organisation: council"),
        (
            many.replace("organisation: council", "organisation: council-0"),
            "add a line  organisation:  with the id of an organisation",
        ),
    ]:
        texts = {**lay_over({"strategy": strategy}), "plans/plan.yaml": plan}
        assert offered in [one.help for one in judge_texts(texts).diagnostics]
