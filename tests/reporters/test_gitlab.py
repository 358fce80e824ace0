"""Code Quality reports for GitLab."""

import json
from typing import Any

from coparent.checking import Report
from coparent.diagnostics import Level, RecordName
from coparent.reporters.gitlab import write
from coparent.reporters.style import ReportStyle
from tests.reporters.findings import CLEAN, CROWD, crowd, expect, finding, report_of

PLAIN = ReportStyle()


def issues(report: Report, style: ReportStyle = PLAIN) -> list[dict[str, Any]]:
    """What GitLab reads."""
    read: list[dict[str, Any]] = json.loads(write(report, style))
    return read


def test_every_kind_of_finding(report: Report) -> None:
    expect("gitlab.json", write(report, ReportStyle()))


def test_a_clean_run_is_an_empty_list() -> None:
    assert write(CLEAN, ReportStyle()) == "[]\n"


def test_an_issue_has_what_gitlab_asks_for() -> None:
    (issue,) = issues(report_of(finding(Level.WARNING, 7, help="write  that")))
    assert len(issue.pop("fingerprint")) == 64
    assert issue == {
        "description": "bad-id: wrong. Fix: write  that",
        "check_name": "bad-id",
        "severity": "minor",
        "location": {"path": "plans/home.yaml", "lines": {"begin": 7, "end": 7}},
    }


def test_severities_follow_levels() -> None:
    found = issues(report_of(*(finding(level) for level in Level)))
    assert [issue["severity"] for issue in found] == ["major", "minor", "info"]


def test_fingerprints_outlive_other_edits_and_are_never_the_same() -> None:
    record = RecordName("action", "home-03")
    before = issues(report_of(finding(line=4, record=record, field="due"), finding(line=9, record=record, field="due")))
    after = issues(report_of(finding(line=5, record=record, field="due", message="other words")))
    first, second = (issue["fingerprint"] for issue in before)
    assert first != second
    assert after[0]["fingerprint"] == first


def test_paths_are_relative_to_where_the_check_ran() -> None:
    (issue,) = issues(report_of(finding()), ReportStyle(paths=lambda path: f"council/{path}"))
    assert issue["location"]["path"] == "council/plans/home.yaml"


def test_three_hundred_findings_are_three_hundred_issues() -> None:
    found = issues(crowd())
    assert len(found) == CROWD
    assert len({issue["fingerprint"] for issue in found}) == CROWD
    assert {issue["severity"] for issue in found} == {"major"}
