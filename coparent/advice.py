"""The sentences of a `fix:` line, in the few forms that a person can type and a test can apply by machine.

What is to be typed stands between doubled spaces: `add a line  due: March 2027`. CONTRIBUTING.md lists the forms.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

Writable: TypeAlias = "str | int | float | bool | date | Sequence[Writable] | Mapping[str, Writable]"
"""What can be written as a value of a plan."""

_NEEDS_QUOTES = re.compile(
    r"""
    ^$ | ^[\s?:,\[\]{}\#&*!|>'"%@`~] | ^-(?:\s|$) | ^(?:null|Null|NULL|---|\.\.\.)
    | :\s | \s\# | [\x00-\x1f\x7f] | [:\s]$
    """,
    re.VERBOSE,
)
_ENDS_FLOW_TEXT = re.compile(r"[,\[\]{}?]|:(?=[,\[\]{}]|$)")


def as_yaml(value: Writable, *, inside: bool = False) -> str:
    """A value as it is typed on one line; `inside` a list or a group in brackets more text needs quotes."""
    if isinstance(value, str):
        return _quote_where_needed(value, inside)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {as_yaml(item, inside=True)}" for key, item in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(as_yaml(item, inside=True) for item in value) + "]"
    return str(value)


def _quote_where_needed(text: str, inside: bool) -> str:
    if not _NEEDS_QUOTES.search(text) and not (inside and _ENDS_FLOW_TEXT.search(text)):
        return text
    import json  # Most runs have nothing to quote.

    return json.dumps(text, ensure_ascii=False)


def as_line(field: str, value: Writable) -> str:
    """The line of a field: `due: March 2027`."""
    return f"{field}: {as_yaml(value)}"


def write(value: Writable) -> str:
    """Put this value in the place of the value, item or words under the caret."""
    return f"write  {as_yaml(value)}"


def write_lines(fields: Mapping[str, Writable]) -> str:
    """Put these lines in the place of the line that the caret is in."""
    return "write  " + "  and  ".join(as_line(field, value) for field, value in fields.items())


def write_line(field: str, value: Writable) -> str:
    """Put this line in the place of the line that the caret is in."""
    return write_lines({field: value})


def add_line(field: str, value: Writable) -> str:
    """Add this line to the record that the caret is in."""
    return add_lines({field: value})


def add_lines(fields: Mapping[str, Writable]) -> str:
    """Add these lines to the record that the caret is in."""
    lines = "  and  ".join(as_line(field, value) for field, value in fields.items())
    return f"add {'a line' if len(fields) == 1 else 'the lines'}  {lines}"


def add_item(field: str, item: Writable, *, is_first: bool) -> str:
    """Add an item to a list of the record that the caret is in; where it `is_first`, the list is added with it."""
    if is_first:
        return add_line(field, [item])
    return f"add under  {field}:  the item  - {as_yaml(item)}"


def take_out(words: str) -> str:
    """Take these words, this item or this line away."""
    return f"take out  {words}"


TAKE_LINE_OUT = "take this line out"
"""Take the field or item that the caret is in away, with everything below it."""

TAKE_ITEM_OUT = "take this item out"
"""Take the item of a list that the caret is in away: a whole update, not a field that it needs."""
KEEP_OR_TAKE_OUT = f"put  #  before it to keep it as a comment, or {TAKE_LINE_OUT}"
"""For a line that no field takes, whose words somebody may still want."""


def elsewhere(advice: str, *, under: str = "", path: str = "") -> str:
    """The same advice for the record with the id `under`, in the file `path` where that is another one."""
    places = [f"in {path}"] * bool(path) + [f"under {under}"] * bool(under)
    return ", ".join([*places, advice])


def either(*advices: str) -> str:
    """Several ways to mend the same thing, the likeliest first."""
    first, *others = advices
    verb, gap, _ = first.partition("  ")
    return first + "".join(
        f"  or  {other.removeprefix(verb + gap)}" if gap and other.startswith(verb + gap) else f"; or {other}"
        for other in others
    )
