"""Diagnostics for other programs: JSON in the form that `format` numbers."""

from coparent import __version__
from coparent.checking import Report
from coparent.diagnostics import Diagnostic, Level, Location
from coparent.reporters.style import ReportStyle, location_of
from coparent.text.json_text import JsonObject, encode_json


def write(report: Report, style: ReportStyle) -> str:
    """Every finding, whatever a person chose to see."""
    document: JsonObject = {
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
    return encode_json(document, only_ascii=style.ascii) + "\n"


def entries(report: Report, style: ReportStyle) -> list[JsonObject]:
    """Every finding in the form that `format` numbers, sorted by path, line, column and rule."""
    found = [(location_of(diagnostic), diagnostic) for diagnostic in report.diagnostics]
    found.sort(key=lambda pair: (style.paths(pair[0].path), pair[0].line, pair[0].column, pair[1].rule))
    return [_entry(diagnostic, style) for _, diagnostic in found]


def _entry(diagnostic: Diagnostic, style: ReportStyle) -> JsonObject:
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


def _location(location: Location, style: ReportStyle) -> JsonObject:
    return {
        "path": style.paths(location.path),
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
    }
