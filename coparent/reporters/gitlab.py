"""Diagnostics as a GitLab Code Quality report."""

from hashlib import sha256

from coparent.checking import Report
from coparent.checking.baseline import identify
from coparent.diagnostics import Diagnostic, Level
from coparent.reporters.json import encode
from coparent.reporters.style import Style, advise, location_of

_SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor", Level.NOTE: "info"}


def write(report: Report, style: Style) -> str:
    """Every finding; an empty list where nothing was found."""
    issues = [_issue(key, diagnostic, style) for key, diagnostic in identify(report.diagnostics)]
    return encode(issues, style, indent=2) + "\n"


def _issue(key: str, diagnostic: Diagnostic, style: Style) -> dict[str, object]:
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
