"""The diagnostics of reading a text, and the characters that each points at."""

from coparent.diagnostics import Diagnostic
from coparent.documents.parsing import parse


def find_diagnostics(text: str) -> list[Diagnostic]:
    """Every diagnostic of a text, in the order they stand; each has its message and help in full."""
    found = parse("plans/x.yaml", text).diagnostics
    assert all(
        diagnostic.message and diagnostic.help and "{" not in diagnostic.message.replace("{ }", "")
        for diagnostic in found
    )
    return sorted(found, key=lambda diagnostic: diagnostic.spot.region or (0, 0))


def pointed_at(text: str) -> list[tuple[str, str]]:
    """The rule of every diagnostic, and the characters that it points at."""
    return [
        (diagnostic.rule, text[slice(*diagnostic.spot.region)] if diagnostic.spot.region else "")
        for diagnostic in find_diagnostics(text)
    ]
