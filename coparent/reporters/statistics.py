"""Findings counted by rule, the most frequent first."""

from collections import Counter

from coparent.checking import Report
from coparent.diagnostics import Level
from coparent.reporters.footer import footer
from coparent.reporters.style import ReportStyle, shown
from coparent.rules import RULES


def write(report: Report, style: ReportStyle) -> str:
    """One line a rule: how many, how serious, which, and what it finds; then the usual footer."""
    findings = shown(report, style)
    counts = Counter((finding.rule, finding.level) for finding in findings)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0][1].rank, item[0][0]))
    rows = [_row(rule, level, count, counts) for (rule, level), count in ordered]
    return "\n".join([*rows, *([""] if rows else []), *footer(report, findings, style), ""])


def _row(rule: str, level: Level, count: int, counts: Counter[tuple[str, Level]]) -> str:
    digits = len(str(max(counts.values())))
    longest = max(len(name) for name, _ in counts)
    return f"{count:>{digits}}  {level.value:<7}  {rule:<{longest}}  {RULES[rule].summary}"
