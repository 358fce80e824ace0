"""Diagnostics as annotations of a GitHub pull request."""

from collections.abc import Iterable, Iterator, Sequence

from coparent.checking import Report
from coparent.diagnostics import Diagnostic, Level, Location
from coparent.reporters.style import ReportStyle, location_of, shown
from coparent.text.escaping import escape_command_data, escape_command_property

MOST_OF_A_LEVEL = 10
"""GitHub keeps no more annotations of one level from one step."""
LONGEST = 4096
"""GitHub keeps no more characters of one annotation."""

_MOST_IN_ONE = 5
"""How many findings of a line one annotation spells out."""
_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def write(report: Report, style: ReportStyle) -> str:
    """The findings a person asked to see as workflow commands, one a line of a file, the most serious first."""
    groups = _group_by_line(shown(report, style))
    commands: list[str] = []
    for level in Level:
        annotated, left_out = _cap([group for group in groups if group[0].level is level])
        commands += [_annotate(group, style) for group in annotated]
        if left_out:
            commands.append(f"::{_COMMANDS[level]} title=coparent::and {left_out} more, see the job summary")
    return "".join(f"{command}\n" for command in commands)


def _group_by_line(findings: Iterable[Diagnostic]) -> list[list[Diagnostic]]:
    """The findings line by line of the files: the lines with the most serious first, and so the findings of a line."""
    by_line: dict[tuple[str, int], list[Diagnostic]] = {}
    for finding in sorted(findings, key=lambda finding: finding.level.rank):
        location = location_of(finding)
        by_line.setdefault((location.path, location.line), []).append(finding)
    return list(by_line.values())


def _cap(groups: Sequence[Sequence[Diagnostic]]) -> tuple[Sequence[Sequence[Diagnostic]], int]:
    """The groups of one level that GitHub has room for, and how many findings the others hold.

    Where there are too many groups, one annotation is kept free to say how many findings are left out.
    """
    if len(groups) <= MOST_OF_A_LEVEL:
        return groups, 0
    room = MOST_OF_A_LEVEL - 1
    return groups[:room], sum(len(group) for group in groups[room:])


def _annotate(group: Sequence[Diagnostic], style: ReportStyle) -> str:
    """The workflow command that shows the findings of one line as one annotation, at the place of the first."""
    location = location_of(group[0])
    rules = dict.fromkeys(finding.rule for finding in group[:_MOST_IN_ONE])
    properties = {
        "file": style.path(location.path),
        "line": str(location.line),
        "endLine": str(location.end_line),
        **_columns(location),
        "title": f"coparent: {', '.join(rules)}",
    }
    written = ",".join(f"{name}={escape_command_property(value)}" for name, value in properties.items())
    message = "\n".join(_message_lines(group, style))
    return f"::{_COMMANDS[group[0].level]} {written}::{escape_command_data(message[:LONGEST])}"


def _columns(location: Location) -> dict[str, str]:
    """The columns of an annotation; none if it has several lines, since GitHub refuses these together."""
    if location.line != location.end_line:
        return {}
    return {"col": str(location.column), "endColumn": str(max(location.column, location.end_column))}


def _message_lines(group: Sequence[Diagnostic], style: ReportStyle) -> Iterator[str]:
    """The lines of an annotation. The log shows nothing else, so they repeat the place."""
    for finding in group[:_MOST_IN_ONE]:
        yield f"{style.place(location_of(finding))}: {style.visible(finding.message)}"
        if finding.help:
            yield f"fix: {style.visible(finding.help)}"
    if len(group) > _MOST_IN_ONE:
        yield f"and {len(group) - _MOST_IN_ONE} more on this line"
