"""Diagnostics as JUnit test results: a failed test for each, a passed one for each clean file."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

from coparent.checking import Report
from coparent.diagnostics import Diagnostic
from coparent.reporters.style import ReportStyle, location_of


def write(report: Report, style: ReportStyle) -> str:
    """Every finding, then every clean file."""
    # References for all but ASCII are right in whatever encoding this comes to be written.
    style = replace(style, ascii=False)
    faulty = {found.path for found in (*report.diagnostics, *report.unlocated)}
    clean = [path for path in report.paths if path not in faulty]
    counts = {
        "name": "coparent",
        "tests": str(len(report.diagnostics) + len(clean)),
        "failures": str(len(report.diagnostics)),
        "errors": "0",
        "time": "0",
    }
    root = ElementTree.Element("testsuites", counts)
    suite = ElementTree.SubElement(root, "testsuite", {**counts, "skipped": "0"})
    for name, found in _name(report, style):
        _add_failure(suite, name, found, style)
    for path in clean:
        _add_case(suite, style.path(path), path, style)
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="us-ascii", xml_declaration=True)
    return written.decode() + "\n"


def _name(report: Report, style: ReportStyle) -> Iterator[tuple[str, Diagnostic]]:
    """A name for each finding that no other has: of two tests with one name, GitLab drops the second."""
    seen: Counter[str] = Counter()
    for found in report.diagnostics:
        name = f"{found.rule} {style.place(location_of(found))}"
        seen[name] += 1
        yield (name if seen[name] == 1 else f"{name} ({seen[name]})"), found


def _add_case(suite: ElementTree.Element, name: str, path: str, style: ReportStyle) -> ElementTree.Element:
    shown = style.path(path)
    return ElementTree.SubElement(suite, "testcase", {"classname": shown, "name": name, "file": shown, "time": "0"})


def _add_failure(suite: ElementTree.Element, name: str, found: Diagnostic, style: ReportStyle) -> None:
    location = location_of(found)
    case = _add_case(suite, name, location.path, style)
    case.set("line", str(location.line))
    message = style.visible(found.message)
    failure = ElementTree.SubElement(case, "failure", {"type": found.level.value, "message": message})
    lines = [f"{style.place(location)}: {found.level}[{found.rule}]: {message}"]
    if found.help:
        lines.append(f"fix: {style.visible(found.help)}")
    for other in found.related:
        lines.append(f"see: {style.place(location_of(other))}: {style.visible(other.message)}")
    failure.text = "\n".join(lines)
