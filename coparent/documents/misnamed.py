"""Files below plans/ that hold a plan and are not read, because their names do not end as a plan's must."""

import os
import re
import stat
from collections.abc import Collection
from pathlib import Path

from coparent.diagnostics import Diagnostic, Level, Place, Spot
from coparent.documents.lines import Region
from coparent.text.file_reading import read_ordinary
from coparent.text.patterns import compile_later

_MOST_BYTES = 2_000
"""How much of a file is looked at: a plan says its kind in its first lines."""

_MOST_FIELDS = 5
_OPENING = compile_later(r"(?:[ \t]*(?:(?:#|---|%)[^\r\n]*)?(?:\r\n|\r|\n))*")
_FIELD = compile_later(r"([a-z_]++) *+:(?=\s|\Z)([^\r\n]*+)(?:\r\n|\r|\n|\Z)(?:[ \t]*+(?:#[^\r\n]*+)?(?:\r\n|\r|\n))*+")
_ONE_WORD = compile_later(r"""[ \t]*+["']?[\w-]*+["']?[ \t]*+(?:(?<=[ \t])#.*)?""")
_ENDING = compile_later(r"\.ya?ml\b.*$", re.IGNORECASE)
_OTHER_ENDING = compile_later(r"\.[a-z]{1,5}$", re.IGNORECASE)


def find_kind(text: str) -> Region | None:
    """Where a text says `kind:` among its first fields, with nothing but comments above these."""
    opening = _OPENING.match(text)
    position = opening.end() if opening is not None else 0
    for _ in range(_MOST_FIELDS):
        field = _FIELD.match(text, position)
        if field is None:
            return None
        if field.group(1) == "kind":
            return field.span(1) if _ONE_WORD.fullmatch(field.group(2)) else None
        position = field.end()
    return None


def read_opening(entry: os.DirEntry[str]) -> bytes:
    """The first lines of an ordinary file that opens as a plan does, down to its kind; nothing of any other."""
    try:
        if not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
            return b""
        head = read_ordinary(Path(entry.path), _MOST_BYTES)
    except OSError:
        return b""
    is_utf_16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.decode("utf-16" if is_utf_16 else "utf-8", errors="replace").removeprefix("\ufeff")
    if "kind" not in text or "\0" in text:
        return b""
    kind = find_kind(text)
    return text[: text.find("\n", kind[1]) + 1 or None].encode() if kind is not None else b""


def is_kept_by_an_editor(name: str) -> bool:
    """Whether an editor put a file of this name there, to keep what was before the last save."""
    return name.endswith(("~", "#"))


def name_as_plan(name: str) -> str:
    """The name of a file as it must be to be read: homes.yaml for homes.yaml.txt and homes.txt."""
    if _ENDING.search(name):
        return f"{_ENDING.sub('', name)}.yaml"
    return f"{_OTHER_ENDING.sub('', name)}.yaml"


def advise_name(path: str, paths: Collection[str]) -> str:
    """What to call a file that is not read, where no other file has that name already."""
    folder, slash, name = path.rpartition("/")
    wanted = name_as_plan(name)
    if f"{folder}{slash}{wanted}" in paths:
        return f"end its name in .yaml, but not  {wanted}  which is there already; or move it out of plans/"
    return f"end its name in .yaml:  {wanted}"


def find_misnamed(path: str, text: str, paths: Collection[str]) -> Diagnostic | None:
    """Report a file that opens as a plan does, though its name is no plan's; None for any other."""
    kind = find_kind(text)
    if kind is None:
        return None
    return (
        Spot(Place(None, path), region=kind)
        .says(
            "this file is not read, because its name does not end in .yaml",
            rule="not-read",
            label="a plan begins here",
            help=advise_name(path, paths),
        )
        .at_level(Level.WARNING)
    )
