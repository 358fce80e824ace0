"""When a file was last saved: what tells whether it has changed since."""

from pathlib import Path
from typing import TypeAlias

from coparent.text.file_reading import find_status

Stamp: TypeAlias = tuple[int, int, int] | None
"""When a file was last saved, and when it or who may read it last changed, both in nanoseconds, and how many bytes it
has; None where there is no file."""


def find_stamp(file: Path) -> Stamp:
    """A file's stamp: of a link, that of the file it leads to."""
    status = find_status(file)
    return (status.st_mtime_ns, status.st_ctime_ns, status.st_size) if status is not None else None
