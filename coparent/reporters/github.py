"""Diagnostics as annotations of a GitHub pull request."""

from collections.abc import Iterator, Sequence

from coparent.checking import Report
from coparent.diagnostics import Diagnostic, Level
from coparent.reporters.style import ReportStyle, location_of, shown
from coparent.text.escaping import escape_command_data, escape_command_property

MOST_OF_A_LEVEL = 10
"""GitHub keeps no more annotations of one level from one step."""
LONGEST = 4096
"""GitHub keeps no more characters of one annotation."""

_MOST_IN_ONE = 5
_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def write(report: Report, style: ReportStyle) -> str:
    """The findings a person asked to see as workflow commands, one a line of a file, the most serious first."""
    by_line: dict[tuple[str, int], list[Diagnostic]] = {}
    for found in sorted(shown(report, style), key=lambda diagnostic: diagnostic.level.rank):
        location = location_of(found)
        by_line.setdefault((location.path, location.line), []).append(found)
    commands: list[str] = []
    for level in Level:
        of_level = [group for group in by_line.values() if group[0].level is level]
        kept = of_level if len(of_level) <= MOST_OF_A_LEVEL else of_level[: MOST_OF_A_LEVEL - 1]
        commands += [_annotate(group, style) for group in kept]
        if left := sum(len(group) for group in of_level[len(kept) :]):
            commands.append(f"::{_COMMANDS[level]} title=coparent::and {left} more, see the job summary")
    return "".join(f"{command}\n" for command in commands)


def _annotate(group: Sequence[Diagnostic], style: ReportStyle) -> str:
    location = location_of(group[0])
    properties = {"file": style.path(location.path), "line": location.line, "endLine": location.end_line}
    # GitHub refuses an annotation of several lines that has columns.
    if location.line == location.end_line:
        properties |= {"col": location.column, "endColumn": max(location.column, location.end_column)}
    rules = dict.fromkeys(found.rule for found in group[:_MOST_IN_ONE])
    properties["title"] = f"coparent: {', '.join(rules)}"
    written = ",".join(f"{name}={escape_command_property(str(value))}" for name, value in properties.items())
    message = "\n".join(_message_lines(group, style))
    return f"::{_COMMANDS[group[0].level]} {written}::{escape_command_data(message[:LONGEST])}"


def _message_lines(group: Sequence[Diagnostic], style: ReportStyle) -> Iterator[str]:
    """The lines of an annotation. The log shows nothing else, so they repeat the place."""
    for found in group[:_MOST_IN_ONE]:
        yield f"{style.place(location_of(found))}: {style.visible(found.message)}"
        if found.help:
            yield f"fix: {style.visible(found.help)}"
    if len(group) > _MOST_IN_ONE:
        yield f"and {len(group) - _MOST_IN_ONE} more on this line"
