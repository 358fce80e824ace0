"""Files looked at whatever they are called and may be: no pipe is waited for, and nothing without end is read."""

import errno
import os
import stat
from pathlib import Path


def read_ordinary(path: Path, most: int) -> bytes:
    """An ordinary file's bytes, this many at most. Raises OSError for a pipe or device, and for what cannot be read."""
    try:
        _refuse_unusual(path.stat())
        # Between two looks a pipe may take its place, and opening that must not wait for a writer.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except ValueError:  # A NUL in the name.
        raise OSError(errno.EINVAL, "no file can have this name") from None
    with os.fdopen(handle, "rb") as opened:
        _refuse_unusual(os.fstat(handle))
        return opened.read(most)


def _refuse_unusual(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "it is not an ordinary file")


def find_status(path: Path) -> os.stat_result | None:
    """What the system knows of a file or folder, for a link of what it leads to; None where it cannot be reached."""
    try:
        return path.stat()
    except (OSError, ValueError):
        return None


def is_folder(path: Path) -> bool:
    """Whether this is a folder, or a link to one, that can be reached."""
    status = find_status(path)
    return status is not None and stat.S_ISDIR(status.st_mode)


def is_file(path: Path) -> bool:
    """Whether this is an ordinary file, or a link to one, that can be reached."""
    status = find_status(path)
    return status is not None and stat.S_ISREG(status.st_mode)


def is_link(path: Path) -> bool:
    """Whether this is a link, wherever it leads."""
    try:
        return path.is_symlink()
    except OSError:  # A name too long for the disk.
        return False


def real_path(path: Path) -> Path:
    """A path from the top without links in it, as far as it leads somewhere; as it is if no file can be called so."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):  # The working directory is gone, or there is a NUL in the name.
        return path
