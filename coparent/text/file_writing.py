"""Files written whole or not at all; devices and pipes written into."""

import os
import stat
from pathlib import Path

from coparent.errors import CoparentError

_NEW_MODE = 0o644


def write_file(path: Path, text: str) -> None:
    """Write text to a file, as UTF-8, in one step: a reader sees the old file or the new one, never half of it.

    Raises CoparentError if it cannot be written; the old file is then still there.
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes, *, expected: bytes | None = None) -> None:
    """Write bytes to a file in one step, and keep its owner, its permissions and the links to it.

    A link is followed; a device or a pipe is written into. With `expected`, the file must still hold these bytes.
    Raises CoparentError if it does not, or if it cannot be written.
    """
    try:
        path = Path(os.path.realpath(path))
        path.parent.mkdir(parents=True, exist_ok=True)
        status = path.stat() if path.exists() else None
        if status is not None and not stat.S_ISREG(status.st_mode):
            _write_into(path, content, os.O_WRONLY)
        else:
            _replace(path, content, status, expected)
    except OSError as error:
        raise CoparentError(
            f"cannot write {path.as_posix()}: {(error.strerror or 'unknown reason').lower()}",
            "check the folder and who may write to it, and that there is room",
        ) from None


def _replace(path: Path, content: bytes, status: os.stat_result | None, expected: bytes | None) -> None:
    """Put a new file in the place of an old one, if the old one is still what it was.

    Until it is whole the new file has no name where the system allows that, so a run that is killed leaves nothing.
    """
    temporary = path.parent / f".coparent-{os.urandom(8).hex()}"
    handle = _open_nameless(path.parent)
    is_nameless = handle is not None
    if handle is None:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(handle)
            if os.chmod in os.supports_fd:
                _keep_owner(handle, status)
                mode = _NEW_MODE if status is None else stat.S_IMODE(status.st_mode)
                os.chmod(handle, mode)  # noqa: PTH101 - the file has no path yet.
            if expected is not None and path.read_bytes() != expected:
                raise CoparentError(f"{path.as_posix()} was saved while it was being mended", "run it once more")
            if is_nameless:
                # Only with a folder named, which counts for nothing here, does Python follow the link.
                os.link(f"/proc/self/fd/{handle}", temporary, src_dir_fd=handle, follow_symlinks=True)
        if status is not None and status.st_nlink > 1:  # Its other names would keep the old text.
            _write_into(path, content, os.O_WRONLY | os.O_TRUNC)
        else:
            temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _open_nameless(folder: Path) -> int | None:
    """A file of no name in a folder, to write into; None where the system has no such files."""
    try:
        return os.open(folder, os.O_WRONLY | os.O_TMPFILE, 0o600)
    except (AttributeError, OSError):
        return None


def _keep_owner(handle: int, status: os.stat_result | None) -> None:
    """Give a file to the owner and the group of the one it replaces, as far as this user may."""
    if status is None:
        return
    for owner, group in ((status.st_uid, -1), (-1, status.st_gid)):
        try:
            os.chown(handle, owner, group)
        except OSError:  # Only root gives a file away; whoever may write here gets a file of their own.
            continue


def _write_into(path: Path, content: bytes, flags: int) -> None:
    """Write bytes into what is there already."""
    with os.fdopen(os.open(path, flags), "wb") as opened:
        opened.write(content)
