"""Diagnostics one a line, each as JSON has it."""

import json

from coparent.checking import Report
from coparent.reporters import REPORTERS
from coparent.reporters.jsonl import write
from coparent.reporters.style import ReportStyle
from tests.reporters.findings import CLEAN, CROWD, crowd, expect, finding, report_of


def test_every_kind_of_finding(report: Report) -> None:
    expect("report.jsonl", write(report, ReportStyle()))


def test_a_clean_run_has_no_lines() -> None:
    assert write(CLEAN, ReportStyle()) == ""


def test_every_line_says_its_format_and_what_json_says(report: Report) -> None:
    whole = json.loads(REPORTERS["json"](report, ReportStyle()))
    lines = [json.loads(line) for line in write(report, ReportStyle()).splitlines()]
    assert [line.pop("format") for line in lines] == [whole["format"]] * len(lines)
    assert lines == whole["diagnostics"]


def test_no_text_of_a_plan_can_break_a_line() -> None:
    message = "a\nb\rc\u2028d\u2029e\x85f\x0bg\x0ch"
    written = write(report_of(finding(message=message)), ReportStyle())
    (line,) = written.splitlines()
    assert json.loads(line)["message"] == message


def test_three_hundred_findings_are_three_hundred_lines() -> None:
    assert len(write(crowd(), ReportStyle()).splitlines()) == CROWD
