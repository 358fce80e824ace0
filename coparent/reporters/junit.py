"""Diagnostics as JUnit test results: a failed test for each, a passed one for each clean file."""

from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree

from coparent.checking import Report
from coparent.diagnostics import Diagnostic
from coparent.reporters.style import ReportStyle, location_of
from coparent.text.escaping import make_visible


def write(report: Report, style: ReportStyle) -> str:
    """Every finding, then every clean file."""
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
        _add_case(suite, _path(path, style), path, style)
    ElementTree.indent(root)
    # References for all but ASCII are right in whatever encoding this comes to be written.
    written: bytes = ElementTree.tostring(root, encoding="us-ascii", xml_declaration=True)
    return written.decode() + "\n"


def _name(report: Report, style: ReportStyle) -> Iterator[tuple[str, Diagnostic]]:
    """A name for each finding that no other has: of two tests with one name, GitLab drops the second."""
    seen: Counter[str] = Counter()
    for found in report.diagnostics:
        name = f"{found.rule} {_place(found, style)}"
        seen[name] += 1
        yield (name if seen[name] == 1 else f"{name} ({seen[name]})"), found


def _add_case(suite: ElementTree.Element, name: str, path: str, style: ReportStyle) -> ElementTree.Element:
    shown = _path(path, style)
    return ElementTree.SubElement(suite, "testcase", {"classname": shown, "name": name, "file": shown, "time": "0"})


def _add_failure(suite: ElementTree.Element, name: str, found: Diagnostic, style: ReportStyle) -> None:
    location = location_of(found)
    case = _add_case(suite, name, location.path, style)
    case.set("line", str(location.line))
    message = make_visible(found.message)
    failure = ElementTree.SubElement(case, "failure", {"type": found.level.value, "message": message})
    lines = [f"{_place(found, style)}: {found.level}[{found.rule}]: {message}"]
    if found.help:
        lines.append(f"fix: {make_visible(found.help)}")
    for other in found.related:
        place = location_of(other)
        lines.append(f"see: {_path(place.path, style)}:{place.line}:{place.column}: {make_visible(other.message)}")
    failure.text = "\n".join(lines)


def _place(found: Diagnostic, style: ReportStyle) -> str:
    location = location_of(found)
    return f"{_path(location.path, style)}:{location.line}:{location.column}"


def _path(path: str, style: ReportStyle) -> str:
    return make_visible(style.paths(path))
