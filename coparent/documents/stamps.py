"""When a file was last saved: what tells whether it has changed since."""

from pathlib import Path
from typing import TypeAlias

Stamp: TypeAlias = tuple[int, int] | None
"""When a file was last saved, in nanoseconds, and how many bytes it has; None where there is no file."""


def find_stamp(file: Path) -> Stamp:
    """A file's stamp: of a link, that of the file it leads to."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
