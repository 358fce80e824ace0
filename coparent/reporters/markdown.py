"""Diagnostics as Markdown, for the summary of a job and for comments on a pull request."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

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
    findings = sorted(shown(report, style), key=lambda finding: finding.level.rank)
    rows = _fit([_row(finding, style) for finding in findings], only_ascii=style.ascii)
    written, left_out = findings[: len(rows)], findings[len(rows) :]
    lines = ["## coparent check"]
    for sentence in footer(report, findings, replace(style, ascii=False)):
        lines += ["", escape_markdown(sentence)]
    for level in Level:
        lines += _table(level, [row for finding, row in zip(written, rows, strict=True) if finding.level is level])
    if left_out:
        lines += ["", _left_out_in_words(left_out)]
    return encode_markdown("\n".join(lines), only_ascii=style.ascii) + "\n"


def _row(finding: Diagnostic, style: ReportStyle) -> str:
    location = location_of(finding)
    place = f"{style.paths(location.path)}:{location.line}:{location.column}"
    cells = [_cell(place), f"`{finding.rule}`", _cell(finding.message), _cell(finding.help)]
    return f"| {' | '.join(cells)} |"


def _fit(rows: Iterable[str], *, only_ascii: bool) -> list[str]:
    """The first rows, as many as there is room for once they are written."""
    fitting: list[str] = []
    size = 0
    for row in rows:
        size += len(encode_markdown(f"{row}\n", only_ascii=only_ascii).encode())
        if size > LARGEST:
            break
        fitting.append(row)
    return fitting


def _table(level: Level, rows: Sequence[str]) -> list[str]:
    """The lines of the table of one level; none if it has no rows."""
    if not rows:
        return []
    return ["", f"### {_HEADINGS[level]}", "", "| where | rule | finding | fix |", "|---|---|---|---|", *rows]


def _left_out_in_words(findings: Iterable[Diagnostic]) -> str:
    by_level = Counter(finding.level for finding in findings)
    counts = listing([count(by_level[level], level) for level in Level if by_level[level]])
    return f"{counts} left out, as there is no room for more here: `coparent check` has them all."


def _cell(text: str) -> str:
    return escape_markdown(text if len(text) <= _LONGEST_CELL else f"{text[:_LONGEST_CELL]}\N{HORIZONTAL ELLIPSIS}")
