"""Diagnostics for other programs: JSON in the form that `format` numbers."""

import json
from typing import Any

from coparent import __version__
from coparent.checking import Report
from coparent.diagnostics import Diagnostic, Level, Location
from coparent.reporters.style import Style, location_of
from coparent.text.escaping import escape_json


def write(report: Report, style: Style) -> str:
    """Every finding, whatever a person chose to see."""
    document = {
        "format": 1,
        "tool": {"name": "coparent", "version": __version__},
        "as_at": report.as_at.isoformat(),
        "summary": {
            "files": report.files,
            "plans": report.plans,
            "actions": report.actions,
            "errors": report.count(Level.ERROR),
            "warnings": report.count(Level.WARNING),
            "notes": report.count(Level.NOTE),
            "ignored": report.ignored,
            "fixable": report.fixable,
            "waiting": len(report.skipped.rules),
        },
        "diagnostics": entries(report, style),
    }
    return encode(document, style, indent=2) + "\n"


def entries(report: Report, style: Style) -> list[dict[str, Any]]:
    """Every finding as the numbered form has it, sorted by path, line, column and rule."""
    return sorted(
        (_diagnostic(diagnostic, style) for diagnostic in report.diagnostics),
        key=lambda entry: (entry["path"], entry["line"], entry["column"], entry["rule"]),
    )


def encode(value: object, style: Style, *, indent: int | None = None) -> str:
    """A value as JSON that can be written and shown anywhere; on one line, if it is not to be indented."""
    return escape_json(json.dumps(value, indent=indent, ensure_ascii=style.ascii))


def _diagnostic(diagnostic: Diagnostic, style: Style) -> dict[str, Any]:
    record = diagnostic.record
    return {
        "rule": diagnostic.rule,
        "level": diagnostic.level.value,
        "message": diagnostic.message,
        "fix": diagnostic.help,
        **_location(location_of(diagnostic), style),
        "record": None if record is None else {"kind": record.kind, "id": record.id},
        "field": diagnostic.field,
        "fixable": diagnostic.is_fixable,
        "related": [{**_location(location_of(other), style), "message": other.message} for other in diagnostic.related],
    }


def _location(location: Location, style: Style) -> dict[str, Any]:
    return {
        "path": style.paths(location.path),
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
    }
