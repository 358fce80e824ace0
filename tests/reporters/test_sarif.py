"""SARIF logs, held against the published schema and against what GitHub asks for."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema  # type: ignore[import-untyped]
import pytest

from coparent import __version__
from coparent.checking import Report
from coparent.diagnostics import Level, Location, Place, RecordName, Related, Spot
from coparent.documents.lines import Lines
from coparent.reporters import sarif
from coparent.reporters.sarif import MOST_RESULTS, write
from coparent.reporters.style import ReportStyle
from coparent.rules import RULES, Family, LevelByStatus, Rule
from tests.reporters.findings import CLEAN, CROWD, crowd, expect, finding, report_of

SCHEMA = json.loads((Path(__file__).parent / "data" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
PLAIN = ReportStyle()
TEN_MEBIBYTES = 10 << 20


def run_of(report: Report, style: ReportStyle = PLAIN) -> dict[str, Any]:
    """The one run of a log, once the schema has been found to allow it."""
    log = json.loads(write(report, style))
    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def results(report: Report, style: ReportStyle = PLAIN) -> list[dict[str, Any]]:
    """The results of a valid log."""
    found: list[dict[str, Any]] = run_of(report, style)["results"]
    return found


def physical(located: Mapping[str, Any]) -> tuple[str, tuple[int, ...]]:
    """A location's file and region."""
    where = located["physicalLocation"]
    return where["artifactLocation"]["uri"], tuple(where["region"].values())


def few_rules() -> dict[str, Rule]:
    """Two rules with manuals of their own, so that the golden file does not change with every rule."""
    family = Family("references")

    repeated = """
        One id named twice.

        Why: it is counted twice.
        Fix: take one of them away.

        Before:
            outcomes: [o1, o1]
        After:
            outcomes: [o1]
        """
    family.pages({"repeated-reference": repeated}, Level.WARNING)
    family.pages({"no-approval": "No date of approval."}, LevelByStatus())
    return {rule.name: rule for rule in family.rules}


def test_every_kind_of_finding(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "RULES", few_rules())
    monkeypatch.setattr(sarif, "write_page", lambda rule, form, _: f"The page of {rule.name} as {form}.")
    run_of(report)
    expect("report.sarif", write(report, ReportStyle()).replace(f'"version": "{__version__}"', '"version": "VERSION"'))


def test_a_clean_run_has_results_all_the_same() -> None:
    assert results(CLEAN) == []


def test_every_rule_is_described_whatever_was_found(report: Report) -> None:
    described = run_of(report)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in described] == sorted(RULES)
    assert described == run_of(CLEAN)["tool"]["driver"]["rules"]
    for rule in described:
        for text in (rule["shortDescription"]["text"], rule["fullDescription"]["text"]):
            assert 0 < len(text) <= 1024
        assert rule["help"]["text"]
        assert rule["help"]["markdown"].startswith(f"## {rule['id']}\n")
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
        assert len(rule["properties"]["tags"]) == 1


def test_a_result_knows_its_rule(report: Report) -> None:
    run = run_of(report)
    known = [result for result in run["results"] if result["ruleId"] in RULES]
    assert known
    for result in known:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_the_run_says_what_github_asks_for() -> None:
    run = run_of(CLEAN)
    assert run["automationDetails"]["id"] == "coparent/check/"
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["properties"] == {"asAt": "2026-03-31"}
    assert "originalUriBaseIds" not in run


def test_a_region_is_the_part_in_its_first_line() -> None:
    found = finding(location=Location("plans/home.yaml", 2, 3, 4, 1))
    report = replace(report_of(found), sources={"plans/home.yaml": Lines("a\n  summary: >\n    b\n")})
    assert [physical(result["locations"][0]) for result in results(report)] == [("plans/home.yaml", (2, 3, 2, 13))]
    assert physical(results(report_of(found))[0]["locations"][0]) == ("plans/home.yaml", (2, 3, 2, 3))


@pytest.mark.parametrize("path", ["plans/caf\u00e9 #1%.yaml", "plans/a?b:c.yaml", "plans/\x1b[2J.yaml"])
def test_paths_are_encoded_and_relative(path: str) -> None:
    (result,) = results(report_of(finding(path=path)), ReportStyle(paths=lambda name: f"c:d/{name}"))
    uri = physical(result["locations"][0])[0]
    assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri)
    assert unquote(uri) == f"c:d/{path}"


def test_a_name_that_is_not_unicode_can_still_be_decoded() -> None:
    (result,) = results(report_of(finding(path="plans/\udcff.yaml")))
    assert physical(result["locations"][0])[0] == "plans/%3F.yaml"


def test_other_places_are_linked_from_the_text() -> None:
    first = Related(Spot(Place(None, "plans/home.yaml")), "first [here] \\o/", Location("plans/home.yaml", 3, 5, 3, 8))
    second = Related(Spot(Place(None, "plans/health.yaml")), "")
    (result,) = results(report_of(finding(related=(first, second), help="write  that")))
    assert result["message"]["text"] == (
        r"wrong. See [first \[here\] \\o/](1) and [the other place](2). Fix: write  that"
    )
    assert [(other["id"], *physical(other)) for other in result["relatedLocations"]] == [
        (1, "plans/home.yaml", (3, 5, 3, 8)),
        (2, "plans/health.yaml", (1, 1, 1, 1)),
    ]


def test_no_text_of_a_plan_becomes_a_link() -> None:
    (result,) = results(report_of(finding(message="[o1](2)", help="write  outcomes: [o1](https://a.example)")))
    assert result["message"]["text"] == "[o1] (2). Fix: write  outcomes: [o1] (https://a.example)"


def test_the_fingerprint_is_ours_and_outlives_other_edits() -> None:
    record = RecordName("action", "home-03")
    twice = [finding(line=line, record=record, field="due") for line in (4, 9)]
    first, second = (result["partialFingerprints"] for result in results(report_of(*twice)))
    (moved,) = results(report_of(replace(twice[0], message="other words", location=None)))
    assert list(first) == ["coparentIdentity/v1"]
    assert len(first["coparentIdentity/v1"]) == 64
    assert first != second
    assert moved["partialFingerprints"] == first


def test_the_least_serious_go_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_RESULTS == 5000
    monkeypatch.setattr(sarif, "MOST_RESULTS", 5)
    found = [finding(Level.NOTE, 1), *(finding(line=line) for line in range(2, 6))]
    assert [result["level"] for result in results(report_of(*found))].count("note") == 1
    run = run_of(report_of(*found, finding(Level.WARNING, 6)))
    assert [result["level"] for result in run["results"]] == ["error"] * 4 + ["warning"]
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"] == "Only the 5 most serious of 6 findings are here."


def test_rules_that_wait_are_named(report: Report) -> None:
    (notification,) = run_of(report)["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"] == (
        "These rules wait until every file is mended: unknown-reference, unused-measure."
    )


def test_three_hundred_findings_are_three_hundred_results() -> None:
    report = crowd()
    found = results(report)
    assert len(found) == CROWD
    assert len({result["partialFingerprints"]["coparentIdentity/v1"] for result in found}) == CROWD
    assert len(write(report, ReportStyle()).encode()) < TEN_MEBIBYTES
    for result in found:
        _, (line, column, end_line, end_column) = physical(result["locations"][0])
        assert line == end_line
        assert 1 <= column <= end_column
        assert "](" not in result["message"]["text"]
