"""Finished text that a terminal only shows and a workflow's log only keeps, whatever was quoted in it."""

from coparent.text.escaping import make_visible
from coparent.text.patterns import compile_later

_COLOUR = r"\x1b\[[0-9;]*m"
# What moves the cursor, sets what terminals remember, or turns the letters around it; tabs and line ends may stand.
_CONTROL = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
_CONTROLS = compile_later(_CONTROL)
_CONTROLS_OR_COLOUR = compile_later(f"{_COLOUR}|{_CONTROL}")
# Runners read the first as a command where only space stands before it, and the second anywhere in a line.
_SPACE = r"[\t\x1f \xa0\u1680\u2000-\u200f\u202f\u205f\u3000\ufeff]"
_OPENS_LINE = compile_later(rf"((?:^|[\n\x0b-\r\x1c-\x1e\x85\u2028\u2029])(?:{_SPACE}|{_COLOUR})*):(?=:)")
_ANYWHERE = compile_later(r"##(?=\[)")


def shield_terminal(text: str, *, colour: bool = False) -> str:
    """Text with a visible sign for each character that a terminal would obey; its colours stay if they are wanted."""
    if text.isprintable():
        return text
    pattern = _CONTROLS_OR_COLOUR if colour else _CONTROLS
    text = text.replace("\r\n", "\n")
    return pattern.sub(lambda found: found[0] if len(found[0]) > 1 else make_visible(found[0]), text)


def shield_log(text: str, form: str) -> str:
    """Text in which the log of a workflow finds no command: JSON and pages keep their meaning, others gain a space."""
    if "##[" in text:
        text = _ANYWHERE.sub({"json": r"#\\u0023", "xml": "#&#35;", "html": "#&#35;"}.get(form, "# #"), text)
    if "::" not in text or form in ("json", "commands"):
        return text
    return _OPENS_LINE.sub(r"\1&#58;" if form in ("xml", "html") else r"\1: ", text)
