"""Files written whole or not at all; devices and pipes written into."""

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from coparent.errors import CoparentError
from coparent.text.leftovers import remove_if_killed

_NEW_MODE = 0o644
_STDOUT_AND_STDERR = (1, 2)


def write_file(path: Path, text: str) -> None:
    """Write text to a file, as UTF-8, in one step: a reader sees the old file or the new one, never half of it.

    Raises CoparentError if it cannot be written; the old file is then still there.
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes, *, expected: bytes | None = None) -> None:
    """Write bytes to a file in one step, and keep its owner, its permissions and the links to it.

    A link is followed; a device, a pipe, stdout or stderr is written into. With `expected`, the file must still hold
    these bytes. Raises CoparentError if it does not, or if it cannot be written.
    """
    try:
        real = Path(os.path.realpath(path))
        status = _find_status(path)
        stream = find_stream(status) if expected is None else None
        if stream is not None:
            _write_all(stream, content)
        elif status is not None and not stat.S_ISREG(status.st_mode):
            _write_into(path, content)  # What is open already, as /dev/fd/3, has no other path than this.
        else:
            if status is None and expected is None:
                real.parent.mkdir(parents=True, exist_ok=True)
            _refuse_read_only(real, status)
            _replace(real, content, status, expected)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no file can have this name"
        if getattr(error, "errno", None) == errno.ENXIO:
            reason = "nobody reads this pipe"
        raise CoparentError(
            f"cannot write {path.as_posix()}: {reason.lower()}",
            "check the folder and who may write to it, and that there is room",
        ) from None


def refuse_changed(path: Path, expected: bytes) -> None:
    """Raise CoparentError if a file that is to be replaced can no longer be, or holds other bytes than these."""
    try:
        real = Path(os.path.realpath(path))
        _refuse_read_only(real, real.stat())
        if not os.access(real.parent, os.W_OK):
            raise PermissionError(errno.EACCES, "nothing may be written to its folder")
        content = real.read_bytes()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise CoparentError(f"cannot write {path.as_posix()}: {reason}", "check who may write to it") from None
    if content != expected:
        raise CoparentError(f"{path.as_posix()} was saved while it was being mended", "run it once more")


def _find_status(path: Path) -> os.stat_result | None:
    """What the system knows of a file; None if there is none. Raises OSError for links in a loop and the like."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def find_stream(status: os.stat_result | None) -> int | None:
    """Stdout or stderr, if a file is what one of them goes to: a new file in its place would lose the rest of that."""
    for stream in _STDOUT_AND_STDERR:
        with suppress(OSError):
            if status is not None and os.path.samestat(status, os.fstat(stream)):
                return stream
    return None


def _refuse_read_only(path: Path, status: os.stat_result | None) -> None:
    """Raise OSError for a file that nobody is to write to: replacing it would get round that."""
    if status is not None and not (status.st_mode & 0o222 and os.access(path, os.W_OK)):
        raise PermissionError(errno.EACCES, "the file is read-only")


def _replace(path: Path, content: bytes, status: os.stat_result | None, expected: bytes | None) -> None:
    """Put a new file in the place of an old one, if the old one is still what it was.

    Until it is whole the new file has no name where the system allows that, so a run that is killed leaves nothing.
    """
    if status is not None and status.st_nlink > 1:
        _overwrite(path, content, expected)
        return
    temporary = path.parent / f".coparent-{os.urandom(8).hex()}"
    remove_if_killed(temporary)
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
            if expected is not None:
                refuse_changed(path, expected)
            if is_nameless:
                # Only with a folder named, which counts for nothing here, does Python follow the link.
                os.link(f"/proc/self/fd/{handle}", temporary, src_dir_fd=handle, follow_symlinks=True)
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


def _overwrite(path: Path, content: bytes, expected: bytes | None) -> None:
    """Write over the bytes of a file that has several names, each of which is to show the new ones.

    Where there is no room for them, the old ones are put back.
    """
    old = path.read_bytes()
    if expected is not None:
        refuse_changed(path, expected)
    handle = os.open(path, os.O_WRONLY)
    try:
        _write_over(handle, content)
    except OSError:
        _write_over(handle, old)
        raise
    finally:
        os.close(handle)


def _write_over(handle: int, content: bytes) -> None:
    """Make these bytes all that an open file holds."""
    os.lseek(handle, 0, os.SEEK_SET)
    _write_all(handle, content)
    os.ftruncate(handle, len(content))
    os.fsync(handle)


def _write_into(path: Path, content: bytes) -> None:
    """Write bytes into a device or a pipe. Raises OSError for a pipe that nobody reads, which would be waited for."""
    handle = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    try:
        os.set_blocking(handle, True)
        _write_all(handle, content)
    finally:
        os.close(handle)


def _write_all(handle: int, content: bytes) -> None:
    """Write bytes to an open file, after what this program has already sent there."""
    for stream in (sys.stdout, sys.stderr) if handle in _STDOUT_AND_STDERR else ():
        stream.flush()
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]
