"""Diagnostics one line each, for editors, pipes and long lists."""

from coparent.checking import Report
from coparent.diagnostics import Diagnostic
from coparent.reporters.footer import footer
from coparent.reporters.style import COLOURS, ReportStyle, location_of, shown


def write(report: Report, style: ReportStyle) -> str:
    """The findings as `path:line:col: level[rule] message; fix: what to type`, and a footer."""
    findings = shown(report, style)
    return "\n".join([*(line(found, style) for found in findings), *footer(report, findings, style), ""])


def line(diagnostic: Diagnostic, style: ReportStyle) -> str:
    """A diagnostic in one line, however long."""
    name = style.paint(f"{diagnostic.level}[{diagnostic.rule}]", COLOURS[diagnostic.level])
    fix = f"; fix: {style.visible(diagnostic.help)}" if diagnostic.help else ""
    return f"{style.place(location_of(diagnostic))}: {name} {style.visible(diagnostic.message)}{fix}"
