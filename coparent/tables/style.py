"""How tables, lists and records are laid out, and the colours they use."""

from collections.abc import Callable
from dataclasses import replace

from coparent.text.cells import wrap
from coparent.text.escaping import make_visible
from coparent.text.terminal_style import TerminalStyle
from coparent.values import frozen

WIDEST = 120
"""Longer rows are hard to follow with the eye."""
RED, GREEN, YELLOW, CYAN = "1;31", "32", "33", "36"


def in_one_line(text: str) -> str:
    """A text that was written on several lines as one: whatever else it holds is left as it is."""
    return " ".join(line.strip(" ") for line in text.strip("\n").split("\n")) if "\n" in text else text


@frozen
class TableStyle(TerminalStyle):
    """How text is laid out. `redact` takes personal data out of it."""

    redact: Callable[[str], str] = str

    @property
    def reading_width(self) -> int:
        """The width of lines of prose."""
        return min(self.columns, WIDEST)

    def visible(self, text: str) -> str:
        """Text from a plan, safe to print, as one line."""
        return make_visible(self.redact(in_one_line(text)), only_ascii=self.ascii)

    def prose(self, sentence: str, *, indent: int = 0, code: str = "") -> list[str]:
        """A sentence of our own, with what it quotes made visible, broken into lines."""
        first, *rest = wrap(self.visible(sentence), self.reading_width, hanging=indent)
        return [self.paint(row, code) for row in (" " * indent + first, *rest)]

    def with_all_room(self) -> "TableStyle":
        """The same where no width is short."""
        return replace(self, width=1000)
