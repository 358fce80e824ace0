"""Bytes to text, and what makes a file unreadable before any YAML is looked at."""

import re
from itertools import dropwhile

from coparent.diagnostics import Diagnostic, Place, Related, Spot
from coparent.text.patterns import compile_later
from coparent.values import frozen

LARGEST = 5_000_000
"""The most bytes a file may have."""

_CONTROL = compile_later("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_CONFLICT = compile_later(r"^(<{7}|>{7}|\|{7}|={7})(?=[ \r\n]|\Z)", re.MULTILINE)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@frozen
class Unreadable:
    """A file that gave no text: why, and what to do."""

    message: str
    help: str


def decode(raw: bytes) -> str | Unreadable:
    """Bytes to text: UTF-8, with or without a byte order mark."""
    if len(raw) > LARGEST:
        return too_large(len(raw))
    try:
        if _is_utf_16(raw):
            return Unreadable("this file is saved as UTF-16", 'save it again as "UTF-8"')
        return raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Unreadable(
            f"this file is not UTF-8 text (line {line} has a byte that is none)", 'save it again as "UTF-8"'
        )


def _is_utf_16(raw: bytes) -> bool:
    """Whether bytes are UTF-16: by its mark, or where none was saved, by the empty half of the first character."""
    return raw.startswith(_UTF_16) or (len(raw) > 2 and raw[:2].count(0) == 1 and raw[2:4].count(0) == 1)


def too_large(size: int) -> Unreadable:
    """The fault of a file over the limit; `size` is in bytes."""
    return Unreadable(
        f"this file is too large: {size / 1_000_000:.1f} MB, and a plan may have {LARGEST // 1_000_000} MB",
        "split it into several files",
    )


def report_unreadable(path: str, fault: Unreadable) -> Diagnostic:
    """The diagnostic for a file that gave no text: it stands at the file's first character."""
    return Spot(Place(None, path), region=(0, 0)).says(fault.message, rule="unreadable-file", help=fault.help)


def find_unreadable(path: str, text: str) -> tuple[Diagnostic, ...]:
    """Find what stops a text from being read at all: control characters, or conflict markers left by git."""
    control = _CONTROL.search(text)
    if control is not None:
        spot = Spot(Place(None, path), region=control.span())
        name = f"U+{ord(control.group()):04X}"
        what = "a character that nobody can see" if control.group() == "\ufeff" else "a control character"
        return (
            spot.says(
                f"this file holds {what} ({name})",
                rule="unreadable-file",
                label="an editor may not show it",
                help="delete it and type the line again",
            ),
        )
    return _find_conflict(path, text) if _may_hold_conflict(text) else ()


def may_be_unreadable(text: str) -> bool:
    """Whether a text may be unreadable though libyaml reads it, which refuses all control characters but one."""
    return "\ufeff" in text or _may_hold_conflict(text)


def _may_hold_conflict(text: str) -> bool:
    return "<<<<<<<" in text or ">>>>>>>" in text or "\n=======" in text


def _find_conflict(path: str, text: str) -> tuple[Diagnostic, ...]:
    found = [marker for marker in _CONFLICT.finditer(text) if marker.group(1)[0] != "|"]
    markers = list(dropwhile(lambda marker: marker.group(1)[0] != "<", found)) or found
    if not markers:
        return ()
    top = Place(None, path)
    meaning = {"<": "one version begins here", "=": "the other version begins here", ">": "and ends here"}
    first, *others = markers
    first_conflict = []
    for marker in others:
        if marker.group(1)[0] == "<":
            break
        first_conflict.append(Related(Spot(top, region=marker.span(1)), meaning[marker.group(1)[0]]))
    conflicts = sum(marker.group(1)[0] == "<" for marker in markers)
    message = "git could not join two versions of this file"
    if conflicts > 1:
        message += f" in {conflicts} places"
    return (
        Spot(top, region=first.span(1)).says(
            message,
            rule="merge-conflict",
            label=meaning[first.group(1)[0]],
            related=tuple(first_conflict),
            help="keep the lines that are right, and delete the rest and the lines of <<<, === and >>>",
        ),
    )
