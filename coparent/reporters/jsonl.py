"""Diagnostics for other programs, one a line, so that they can be read as they come."""

from coparent.checking import Report
from coparent.reporters.json import entries
from coparent.reporters.style import ReportStyle
from coparent.text.json_text import encode_json


def write(report: Report, style: ReportStyle) -> str:
    """Every finding as JSON has it, each with the number of the format; nothing where nothing was found."""
    return "".join(
        f"{encode_json({'format': 1, **entry}, indent=None, only_ascii=style.ascii)}\n"
        for entry in entries(report, style)
    )
