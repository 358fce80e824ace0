"""The sentences under a report: what is shown, what is hidden and what waits."""

from collections.abc import Sequence

from coparent.checking import Report
from coparent.diagnostics import MOST_FINDINGS, Diagnostic, Level
from coparent.reporters.style import ReportStyle, location_of
from coparent.text.sentences import count, listing, verb

_MOST_NAMED = 3


def footer(report: Report, shown: Sequence[Diagnostic], style: ReportStyle) -> list[str]:
    """The lines under a report, each of one sentence or two, not yet wrapped."""
    hidden = _count_hidden(report, style)
    if any(diagnostic.level is not Level.NOTE for diagnostic in shown):
        fixable = sum(diagnostic.is_fixable for diagnostic in shown)
        offer = f"{fixable} can be fixed for you: coparent check --fix" if fixable else ""
        lines = list(filter(None, [" ".join(filter(None, [f"{_count_shown(shown)}.", hidden])), offer]))
    else:
        nothing = "no errors" if style.show is Level.ERROR else "no problems"
        success = f"{count(report.plans, 'plan')}, {count(report.actions, 'action')}, {nothing}"
        lines = ["; ".join(filter(None, [success, _count_shown(shown) if shown else "", hidden]))]
    if report.more:
        lines.append(_name_cut(report, style))
    if report.skipped.rules:
        lines.append(_name_waiting(report, style))
    return lines


def _name_cut(report: Report, style: ReportStyle) -> str:
    """Which files have more findings than are shown of one, and how many more."""
    cut = sorted(report.more.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    named = [f"{style.path(path)} has {sum(levels.values()):,} more" for path, levels in cut]
    return f"{listing(_first_few(named, 'more files have some'))}: {MOST_FINDINGS:,} findings of a file are shown"


def _count_shown(shown: Sequence[Diagnostic]) -> str:
    errors, warnings, notes = (sum(found.level is level for found in shown) for level in Level)
    problems = errors + warnings
    named = [count(problems, "problem")] if problems else []
    if notes:
        named.append(count(notes, "note"))
    files = len({location_of(found).path for found in shown})
    split = f": {count(errors, 'error')}, {count(warnings, 'warning')}" if errors and warnings else ""
    return f"{listing(named)} in {count(files, 'file')}{split}"


def _count_hidden(report: Report, style: ReportStyle) -> str:
    levels = [level for level in Level if level.rank > style.show.rank and report.count(level)]
    if not levels:
        return ""
    total = sum(report.count(level) for level in levels)
    named = listing([count(report.count(level), level) for level in levels])
    return f"{named} hidden: --show {levels[-1]} shows {'it' if total == 1 else 'them'}"


def _name_waiting(report: Report, style: ReportStyle) -> str:
    files = _first_few([style.path(path) for path in report.skipped.files], "more files")
    number = len(report.skipped.rules)
    what = "it" if len(report.skipped.files) == 1 else "these"
    return (
        f"{count(number, 'check')} {verb(number, 'waits')} for {listing(files)}: mend {what} first, then run it again"
    )


def _first_few(names: Sequence[str], rest: str) -> list[str]:
    """The first few of many names, and how many there are besides."""
    if len(names) <= _MOST_NAMED + 1:
        return list(names)
    return [*names[:_MOST_NAMED], f"{len(names) - _MOST_NAMED} {rest}"]
