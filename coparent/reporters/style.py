"""What the command line decides about a report's looks, and the few things every reporter needs from it."""

from collections.abc import Callable
from dataclasses import dataclass

from coparent.checking import Report
from coparent.diagnostics import Diagnostic, Level, Location, Related
from coparent.text.escaping import make_visible

NARROWEST = 40

BOLD = "1"
FRAME = "94"
COLOURS = {Level.ERROR: "1;31", Level.WARNING: "33", Level.NOTE: "36"}


@dataclass(frozen=True, slots=True)
class Style:
    """How a report is laid out. Formats for machines look only at `ascii` and `paths`.

    `show` hides what is less serious, `full` writes every finding in full however many there are, `ascii` is
    for consoles that can show nothing else, `paths` makes a workspace path one from the working directory.
    """

    show: Level = Level.WARNING
    width: int = 120
    colour: bool = False
    full: bool = False
    ascii: bool = False
    paths: Callable[[str], str] = str

    @property
    def columns(self) -> int:
        """The width to lay out for: below forty columns nothing is readable, so the terminal may wrap."""
        return max(self.width, NARROWEST)

    def visible(self, text: str) -> str:
        """Text from a plan, safe to print."""
        return make_visible(text, only_ascii=self.ascii)

    def path(self, path: str) -> str:
        """A workspace path as a person is to see it."""
        return self.visible(self.paths(path))

    def place(self, location: Location) -> str:
        """A location in the form editors and terminals make into a link."""
        return f"{self.path(location.path)}:{location.line}:{location.column}"

    def paint(self, text: str, code: str) -> str:
        """Text in a colour, if colour is wanted."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text


def location_of(finding: Diagnostic | Related) -> Location:
    """Where a finding stands; one that nobody could place stands at the start of its file."""
    return finding.location or Location(finding.spot.place.path, 1, 1, 1, 1)


def shown(report: Report, style: Style) -> list[Diagnostic]:
    """The findings a person asked to see."""
    return [diagnostic for diagnostic in report.diagnostics if diagnostic.level.rank <= style.show.rank]


def advise(diagnostic: Diagnostic, *, see: str = "") -> str:
    """A finding in one line: its sentence, where else to look if there is more to see, and what to type."""
    message = make_visible(diagnostic.message)
    parts = [message if message.endswith((".", "?", "!")) else f"{message}."]
    if see:
        parts.append(f"See {see}.")
    if diagnostic.help:
        parts.append(f"Fix: {make_visible(diagnostic.help)}")
    return " ".join(parts)
