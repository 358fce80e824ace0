"""What the command line decides about the looks of a report, and what every reporter needs of a finding."""

from collections.abc import Callable

from coparent.checking import Report
from coparent.diagnostics import Diagnostic, Level, Location, Related
from coparent.text.escaping import make_visible
from coparent.text.terminal_style import TerminalStyle
from coparent.values import frozen

FRAME = "94"
COLOURS = {Level.ERROR: "1;31", Level.WARNING: "33", Level.NOTE: "36"}


@frozen
class ReportStyle(TerminalStyle):
    """How a report is laid out. Formats for machines look only at `ascii` and `paths`.

    `show` is the least serious level that people see, `full` writes every finding in full however many there are,
    `paths` makes a workspace path one from the working directory.
    """

    show: Level = Level.WARNING
    full: bool = False
    paths: Callable[[str], str] = str

    def path(self, path: str) -> str:
        """A workspace path as a person is to see it."""
        return self.visible(self.paths(path))

    def place(self, location: Location) -> str:
        """A location in the form editors and terminals make into a link."""
        return f"{self.path(location.path)}:{location.line}:{location.column}"


def location_of(finding: Diagnostic | Related) -> Location:
    """Where a finding is; at the start of its file if nobody could locate it."""
    return finding.location or Location(finding.spot.place.path, 1, 1, 1, 1)


def shown(report: Report, style: ReportStyle) -> list[Diagnostic]:
    """The findings a person asked to see."""
    return [diagnostic for diagnostic in report.diagnostics if diagnostic.level.rank <= style.show.rank]


def advise(diagnostic: Diagnostic, *, see: str = "") -> str:
    """A finding in one line: its sentence, where else to look, and what to type."""
    message = make_visible(diagnostic.message)
    parts = [message if message.endswith((".", "?", "!")) else f"{message}."]
    if see:
        parts.append(f"See {see}.")
    if diagnostic.help:
        parts.append(f"Fix: {make_visible(diagnostic.help)}")
    return " ".join(parts)
