"""Diagnostics as a GitLab Code Quality report."""

from hashlib import sha256

from coparent.checking import Report
from coparent.checking.baseline import identify
from coparent.diagnostics import Diagnostic, Level
from coparent.reporters.style import ReportStyle, advise, location_of
from coparent.text.json_text import JsonObject, encode_json

_SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor", Level.NOTE: "info"}


def write(report: Report, style: ReportStyle) -> str:
    """Every finding; an empty list where nothing was found."""
    issues = [_issue(key, diagnostic, style) for key, diagnostic in identify(report.diagnostics, report.secrets)]
    return encode_json(issues, only_ascii=style.ascii) + "\n"


def _issue(key: str, diagnostic: Diagnostic, style: ReportStyle) -> JsonObject:
    location = location_of(diagnostic)
    return {
        # GitLab shows no check_name, so the description has it too.
        "description": f"{diagnostic.rule}: {advise(diagnostic)}",
        "check_name": diagnostic.rule,
        "fingerprint": sha256(key.encode(errors="replace")).hexdigest(),
        "severity": _SEVERITIES[diagnostic.level],
        "location": {
            "path": style.paths(location.path),
            "lines": {"begin": location.line, "end": location.end_line},
        },
    }
