"""Diagnostics for other programs, one a line, so that they can be read as they come."""

from coparent.checking import Report
from coparent.reporters.json import encode, entries
from coparent.reporters.style import Style


def write(report: Report, style: Style) -> str:
    """Every finding as JSON has it, each with the number of the format; nothing where nothing was found."""
    return "".join(f"{encode({'format': 1, **entry}, style)}\n" for entry in entries(report, style))
