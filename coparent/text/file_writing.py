"""Files written whole or not at all."""

import os
import stat
from pathlib import Path

from coparent.errors import CoparentError


def write_file(path: Path, text: str) -> None:
    """Write text to a file, as UTF-8, in one step: a reader sees the old file or the new one, never half of it.

    Raises CoparentError if it cannot be written; the old file is then still there.
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write bytes to a file in one step and keep its permissions. Raises CoparentError if they cannot be written."""
    import tempfile  # Most runs write no file.

    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o644
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
        Path(temporary).chmod(mode)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise CoparentError(
            f"cannot write {path.as_posix()}: {(error.strerror or 'unknown reason').lower()}",
            "check the folder and who may write to it",
        ) from None
