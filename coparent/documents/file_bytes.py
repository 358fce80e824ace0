"""The bytes of one file of the plans, or why it must not be opened."""

import os
import stat
from pathlib import Path

from coparent.documents.reading import LARGEST, Unreadable, too_large
from coparent.text.file_reading import read_ordinary


def read_bytes(file: Path, root: Path) -> bytes | Unreadable:
    """A file's bytes, one more than the limit at most; or why there are none.

    Only ordinary files are opened, and of links those that lead to one below `root`, a path without links.
    """
    try:
        status = file.lstat()
        fault = _refuse_link(file, root) if stat.S_ISLNK(status.st_mode) else _refuse_file(status)
        return fault or read_ordinary(file, LARGEST + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        return Unreadable(f"this file cannot be read: {reason}", "check who may read it")


def _refuse_link(link: Path, root: Path) -> Unreadable | None:
    """Why a link must not be followed; None if it leads to an ordinary file below `root`."""
    try:
        target = link.resolve(strict=True)
        status = target.stat()
    except PermissionError:
        return Unreadable("this link leads to where nobody may look", "put the file itself here, or take the link out")
    except (OSError, RuntimeError):  # Links in a loop are a RuntimeError.
        return Unreadable("this link leads nowhere", "put the file itself here, or take the link out")
    if not target.is_relative_to(root):
        return Unreadable("this link leads out of the plans", "put the file itself here")
    if stat.S_ISDIR(status.st_mode):
        return Unreadable("this link leads to a folder, and such links are not followed", "put the folder itself here")
    return _refuse_file(status)


def _refuse_file(status: os.stat_result) -> Unreadable | None:
    """Why something must not be opened: it is no ordinary file, which may never end, or it is too large."""
    if not stat.S_ISREG(status.st_mode):
        return Unreadable("this is not an ordinary file", "take it out, or put a text file in its place")
    if status.st_size > LARGEST:
        return too_large(status.st_size)
    return None
