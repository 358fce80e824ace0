"""How text is laid out on a terminal: its width, its colours, and whether it can show more than ASCII."""

from coparent.text.escaping import make_visible
from coparent.values import frozen

NARROWEST = 40
BOLD, DIM = "1", "2"


@frozen
class TerminalStyle:
    """How text is laid out. `ascii` is for consoles that can show nothing else."""

    width: int = 120
    colour: bool = False
    ascii: bool = False

    @property
    def columns(self) -> int:
        """The width to lay out for: below forty columns nothing is readable, so the terminal may wrap."""
        return max(self.width, NARROWEST)

    def visible(self, text: str) -> str:
        """Text from a plan, safe to print."""
        return make_visible(text, only_ascii=self.ascii)

    def paint(self, text: str, code: str) -> str:
        """Text in a colour, if there is one and colour is wanted."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code and text else text
