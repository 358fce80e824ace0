"""Bytes to text, and what makes a file unreadable before any YAML is looked at."""

import re
from collections.abc import Sequence
from itertools import dropwhile

from coparent.diagnostics import Diagnostic, Place, Related, Spot
from coparent.documents.lines import Lines, Region, end_of_line
from coparent.documents.retyping import LONGEST_RETYPED
from coparent.text.patterns import compile_later
from coparent.values import frozen

LARGEST = 5_000_000
"""The most bytes a file may have."""

MOST_PARTS = 150_000
"""The most lines and values a file may hold: a plan of 19 actions has about 1,000, a megabyte of plan 70,000."""

_SIGNS_OF_PARTS = (b"\n", b"\r", b":", b",", b"[", b"{", b"- ", b"? ")
"""No line and no value begins without one of these."""

_CONTROL = compile_later("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_CONFLICT = compile_later(r"^(<{7}|>{7}|\|{7}|={7})(?=[ \r\n]|\Z)", re.MULTILINE)
_MARK = "\ufeff"
_SAVE_AGAIN = 'save it again as "UTF-8"'
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@frozen
class Unreadable:
    """A file that gave no text: why, and what to do.

    `text` is what could be made of it all the same, for people to see where the fault is: at `region`.
    """

    message: str
    help: str
    text: str = ""
    region: Region = (0, 0)
    label: str = ""


def decode(raw: bytes) -> str | Unreadable:
    """Bytes to text: UTF-8, with or without a byte order mark."""
    if len(raw) > LARGEST:
        return too_large(len(raw))
    if _is_utf_16(raw):
        return Unreadable("this file is saved as UTF-16", _SAVE_AGAIN)
    # A text shorter than so many signs cannot hold them.
    if len(raw) > MOST_PARTS and (parts := sum(map(raw.count, _SIGNS_OF_PARTS))) > MOST_PARTS:
        return _too_many_parts(parts)
    try:
        return raw.decode("utf-8").removeprefix(_MARK)
    except UnicodeDecodeError as error:
        return _show_bad_byte(raw, error.start)


def _show_bad_byte(raw: bytes, index: int) -> Unreadable:
    """The fault of a file with a byte that is no UTF-8: where it is, and what an older program may have meant by it."""
    before = raw[:index].decode("utf-8").removeprefix(_MARK)
    line = before.count("\n") + before.count("\r") - before.count("\r\n") + 1
    message = f"this file is not UTF-8 text (line {line} has a byte that is none)"
    column = len(before)
    meant = raw[index : index + 1].decode("cp1252", errors="ignore")
    label = f'"{meant}", as older programs save it' if meant.isprintable() and meant else "not UTF-8"
    text = raw.decode("utf-8", errors="replace").removeprefix(_MARK)
    return Unreadable(message, _SAVE_AGAIN, text, (column, column + 1), label)


def _is_utf_16(raw: bytes) -> bool:
    """Whether bytes are UTF-16: by its mark, or where none was saved, by the empty half of the first character."""
    return raw.startswith(_UTF_16) or (len(raw) > 2 and raw[:2].count(0) == 1 and raw[2:4].count(0) == 1)


def too_large(size: int) -> Unreadable:
    """The fault of a file over the limit; `size` is in bytes."""
    return Unreadable(
        f"this file is too large: {size / 1_000_000:.1f} MB, and a plan may have {LARGEST // 1_000_000} MB",
        "split it into several files",
    )


def _too_many_parts(parts: int) -> Unreadable:
    """The fault of a file with so many lines and values that working through them would take too long."""
    return Unreadable(
        f"this file holds too much: about {parts:,} lines and values, and a plan may hold {MOST_PARTS:,}",
        "split it into several files",
    )


def report_unreadable(path: str, fault: Unreadable) -> Diagnostic:
    """The diagnostic for a file that gave no text: it stands where the fault is, else at the file's first character."""
    return Spot(Place(None, path), region=fault.region).says(
        fault.message, rule="unreadable-file", label=fault.label, help=fault.help
    )


def find_unreadable(path: str, text: str) -> tuple[Diagnostic, ...]:
    """Find what stops a text from being read at all: control characters, or conflict markers left by git."""
    control = _CONTROL.search(text)
    if control is not None:
        spot = Spot(Place(None, path), region=control.span())
        help = _advise_without_controls(text, control.start())
        name = f"U+{ord(control.group()):04X}"
        what = "a character that nobody can see" if control.group() == "\ufeff" else "a control character"
        return (
            spot.says(
                f"this file holds {what} ({name})",
                rule="unreadable-file",
                label="an editor may not show it",
                help=help,
            ),
        )
    return _find_conflict(path, text) if _may_hold_conflict(text) else ()


def _advise_without_controls(text: str, index: int) -> str:
    """What to type in place of a line with control characters: those of older Windows programs are signs in them."""
    start = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
    line = text[start : end_of_line(text, index, len(text))]
    mended = _CONTROL.sub(lambda control: _as_older_programs_mean(control.group()), line).strip()
    if not mended or len(mended) > LONGEST_RETYPED:
        return "delete it and type the line again" if mended else "take this line out"
    return f"write  {mended}"


def _as_older_programs_mean(character: str) -> str:
    return character.encode("latin-1").decode("cp1252", errors="ignore") if "\x80" <= character <= "\x9f" else ""


def may_be_unreadable(text: str) -> bool:
    """Whether a text may be unreadable though libyaml reads it, which refuses all control characters but one."""
    return "\ufeff" in text or _may_hold_conflict(text)


def _may_hold_conflict(text: str) -> bool:
    return "<<<<<<<" in text or ">>>>>>>" in text or "\n=======" in text


def _find_conflict(path: str, text: str) -> tuple[Diagnostic, ...]:
    found = list(dropwhile(lambda marker: marker.group(1)[0] != "<", _CONFLICT.finditer(text)))
    markers = [marker for marker in found or _CONFLICT.finditer(text) if marker.group(1)[0] != "|"]
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
            help=_advise_version(Lines(text), found),
        ),
    )


def _advise_version(lines: Lines, markers: Sequence[re.Match[str]]) -> str:
    """The lines to take out to keep the first version of each conflict, and those to keep the second."""
    signs = "".join(marker.group(1)[0] for marker in markers)
    numbers = [lines.position(marker.start())[0] for marker in markers]
    if not re.fullmatch(r"(<[|]?=>){1,3}", signs):
        return "keep the lines that are right, and delete the rest and the lines of <<<, === and >>>"
    first_kept, second_kept = list[tuple[int, int]](), list[tuple[int, int]]()
    for conflict in re.finditer(r"<[|]?=>", signs):
        begin, *_, middle, end = numbers[slice(*conflict.span())]
        end_of_first = numbers[conflict.start() + 1]
        first_kept += [(begin, begin), (end_of_first, end)]
        second_kept += [(begin, middle), (end, end)]
    first, second = _name_stretches(first_kept), _name_stretches(second_kept)
    return f"to keep what comes first, take out {first}; or to keep what comes second, take out {second}"


def _name_stretches(stretches: Sequence[tuple[int, int]]) -> str:
    """Stretches of lines by their numbers: lines 3 and 5 to 7."""
    named = [str(first) if first == last else f"{first} to {last}" for first, last in stretches]
    return f"lines {', '.join(named[:-1])} and {named[-1]}"
