"""JUnit results, read back as XML."""

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from coparent.checking import Report
from coparent.diagnostics import Level
from coparent.reporters.junit import write
from coparent.reporters.style import ReportStyle
from coparent.text.escaping import make_visible
from tests.reporters.findings import CLEAN, CROWD, crowd, expect, finding, report_of

NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def cases(report: Report) -> Iterator[ElementTree.Element]:
    """The test cases, once the counts have been found right and the names unique."""
    root = ElementTree.fromstring(write(report, ReportStyle()))  # noqa: S314
    found = list(root.iter("testcase"))
    failed = [case for case in found if case.find("failure") is not None]
    for counted in (root, *root.iter("testsuite")):
        assert (counted.get("tests"), counted.get("failures")) == (str(len(found)), str(len(failed)))
    assert len({case.get("name") for case in found}) == len(found)
    yield from found


def failure(case: ElementTree.Element) -> str:
    """What GitLab shows of a failed test."""
    return case.findtext("failure") or ""


def test_every_kind_of_finding(report: Report) -> None:
    expect("junit.xml", write(replace(report, paths=("plans/home.yaml", "plans/strategy.yaml")), ReportStyle()))


def test_every_clean_file_passes() -> None:
    report = replace(report_of(finding()), paths=("plans/clean.yaml", "plans/home.yaml"))
    faulty, clean = cases(report)
    assert failure(faulty) != ""
    assert clean.get("name") == clean.get("file") == "plans/clean.yaml"
    assert list(clean) == []
    assert list(cases(CLEAN)) == []


def test_a_file_with_findings_nobody_asked_for_neither_fails_nor_passes() -> None:
    assert list(cases(replace(CLEAN, unlocated=(finding(Level.NOTE),), paths=("plans/home.yaml",)))) == []


def test_only_files_that_were_asked_about_pass() -> None:
    report = replace(report_of(finding()), paths=("plans/a.yaml", "plans/b.yaml", "plans/home.yaml"))
    assert [case.get("name") for case in cases(report.about(["plans/a.yaml"]))] == ["plans/a.yaml"]


def test_a_failure_says_everything(report: Report) -> None:
    (failed,) = (failure(case) for case in cases(report) if (case.get("name") or "").startswith("duplicate-field "))
    assert failed == (
        'plans/home.yaml:52:5: error[duplicate-field]: home-03 gives "due" twice\n'
        "fix: keep one. If the date has moved, keep the first and record the move under  rescheduled\n"
        "see: plans/home.yaml:39:5: first here"
    )


def test_names_are_numbered_where_they_would_be_the_same() -> None:
    names = [case.get("name") for case in cases(report_of(finding(line=3), finding(line=3), finding(line=4)))]
    assert names == ["bad-id plans/home.yaml:3:1", "bad-id plans/home.yaml:3:1 (2)", "bad-id plans/home.yaml:4:1"]


@given(st.text())
def test_any_text_can_stand_in_xml(text: str) -> None:
    assert not NOT_XML.search(make_visible(text))
    (case,) = cases(report_of(finding(message=text)))
    assert failure(case) == f"plans/home.yaml:1:1: error[bad-id]: {make_visible(text)}"


def test_it_is_the_same_file_in_any_encoding(report: Report) -> None:
    assert write(report, ReportStyle()).isascii()


def test_three_hundred_findings_are_three_hundred_failures() -> None:
    found = list(cases(crowd()))
    failed = [case for case in found if failure(case)]
    assert len(failed) == CROWD
    assert {case.get("name") for case in found if not failure(case)} == {"plans/measures.yaml", "plans/strategy.yaml"}
