"""Diagnostics as Markdown, for the summary of a job and for comments on a pull request."""

from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from itertools import accumulate, groupby

from coparent.checking import Report
from coparent.diagnostics import Diagnostic, Level
from coparent.reporters.footer import footer
from coparent.reporters.style import ReportStyle, location_of, shown
from coparent.text.escaping import encode_markdown, escape_markdown
from coparent.text.sentences import count, listing

LARGEST = 1_000_000
"""How many bytes of rows to write: GitHub drops a summary of more than a mebibyte whole, and others may add to it."""

_LONGEST_CELL = 500
_HEADINGS = {Level.ERROR: "Errors", Level.WARNING: "Warnings", Level.NOTE: "Notes"}


def write(report: Report, style: ReportStyle) -> str:
    """The sentences that sum up, and a table for each level that a person asked to see."""
    findings = sorted(shown(report, style), key=lambda found: found.level.rank)
    rows = [_row(found, style) for found in findings]
    fitting = bisect_right(list(accumulate(len(row.encode()) + 1 for row in rows)), LARGEST)
    lines = ["## coparent check"]
    for sentence in footer(report, findings, replace(style, ascii=False)):
        lines += ["", escape_markdown(sentence)]
    written = zip(findings[:fitting], rows, strict=False)
    for level, group in groupby(written, key=lambda pair: pair[0].level):
        lines += ["", f"### {_HEADINGS[level]}", "", "| where | rule | finding | fix |", "|---|---|---|---|"]
        lines += [row for _, row in group]
    if fitting < len(findings):
        left = Counter(found.level for found in findings[fitting:])
        named = listing([count(left[level], level) for level in Level if left[level]])
        lines += ["", f"{named} left out, as there is no room for more here: `coparent check` has them all."]
    return encode_markdown("\n".join(lines), only_ascii=style.ascii) + "\n"


def _row(found: Diagnostic, style: ReportStyle) -> str:
    location = location_of(found)
    place = f"{style.paths(location.path)}:{location.line}:{location.column}"
    cells = [_cell(place), f"`{found.rule}`", _cell(found.message), _cell(found.help)]
    return encode_markdown(f"| {' | '.join(cells)} |", only_ascii=style.ascii)


def _cell(text: str) -> str:
    return escape_markdown(text if len(text) <= _LONGEST_CELL else f"{text[:_LONGEST_CELL]}\N{HORIZONTAL ELLIPSIS}")
