"""The names of files and folders are judged as texts are, and the report hides what they hold."""

import pytest

from coparent.reporters.style import location_of
from tests.workspaces import judge_texts, lay_over

PLAN = "kind: plan\nid: p2\ntitle: A plan\norganisation: ecc\nstatus: draft\n"
FAMILY = ("personal-data", "contact-details", "identifying-detail")


def _judge(path: str) -> dict[str, str]:
    report = judge_texts({**lay_over({}), path: PLAN})
    found = [finding for finding in report.diagnostics if finding.rule in FAMILY]
    assert all((location_of(finding).line, location_of(finding).column) == (1, 1) for finding in found)
    return {finding.rule: finding.message for finding in found}


@pytest.mark.parametrize(
    ("path", "rule", "words"),
    [
        ("plans/NHS 999 000 0018.yaml", "personal-data", "the name of this file holds an NHS number"),
        ("plans/nhs-number-999-000-0018.yaml", "personal-data", "the name of this file holds an NHS number"),
        ("plans/nhs/9990000018.yml", "personal-data", "the name of this file holds an NHS number"),
        ("plans/NHS 9990000018/plan.yaml", "personal-data", "the name of this file's folder holds an NHS number"),
        ("plans/NHS 9990000018/a/plan.yaml", "personal-data", "the name of a folder above this file holds"),
        ("plans/Sam_DOB_03022011.yaml", "personal-data", "the name of this file holds a date of birth"),
        ("plans/k.smith@example.org.yaml", "contact-details", "the name of this file gives an e-mail address"),
        ("plans/child-a-moves.yaml", "identifying-detail", "the name of this file describes a child by an initial"),
        ("plans/three-girls-excluded.yaml", "identifying-detail", "the name of this file describes so few"),
    ],
)
def test_what_a_name_holds_is_found_at_the_first_line_of_its_file(path: str, rule: str, words: str) -> None:
    assert _judge(path)[rule].startswith(words)


@pytest.mark.parametrize(
    "path",
    ["plans/plan-b.yaml", "plans/2026-27/q1.yaml", "plans/health-2026-03-31.yaml", "plans/priority-a/4500123456.yaml"],
)
def test_an_innocent_name_is_left_alone(path: str) -> None:
    assert _judge(path) == {}


def test_what_a_name_holds_is_hidden_wherever_it_is_shown() -> None:
    report = judge_texts({**lay_over({}), "plans/NHS 999 000 0018.yaml": PLAN})
    assert report.secrets.redact("plans/NHS 999 000 0018.yaml") == "plans/NHS ••• ••• ••••.yaml"
    assert not any("0018" in f"{finding.message} {finding.help} {finding.label}" for finding in report.diagnostics)


def test_a_name_with_bytes_that_are_no_letters_is_judged_too() -> None:
    assert "personal-data" in _judge("plans/NHS 999 000 0018 \udce9.yaml")
