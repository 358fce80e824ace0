"""What reading a text says, told by the characters that each finding points at."""

from coparent.diagnostics import Diagnostic
from coparent.documents.parsing import parse


def say(text: str) -> list[Diagnostic]:
    """Every finding of a text, in the order they stand."""
    found = parse("plans/x.yaml", text).diagnostics
    assert all(one.message and one.help and "{" not in one.message.replace("{ }", "") for one in found)
    return sorted(found, key=lambda one: one.spot.region or (0, 0))


def pointed_at(text: str) -> list[tuple[str, str]]:
    """The rule of every finding, and the characters that it points at."""
    return [(one.rule, text[slice(*one.spot.region)] if one.spot.region else "") for one in say(text)]
