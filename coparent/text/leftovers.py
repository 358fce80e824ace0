"""A process that takes away the unfinished files of another, should that be killed."""

import os
from contextlib import suppress
from functools import cache
from pathlib import Path


def remove_if_killed(path: Path) -> None:
    """Have a file taken away when this process ends, in whatever way, if it is still there then."""
    sweeper = _start_sweeper()
    if sweeper is not None:
        with suppress(OSError):
            os.write(sweeper, os.fsencode(path) + b"\0")


@cache
def _start_sweeper() -> int | None:
    """Where to send the names of files; None where the system cannot split a process in two."""
    if not hasattr(os, "fork"):
        return None
    try:
        reading, writing = os.pipe()
        if os.fork() == 0:
            _sweep(reading)
    except OSError:
        return None
    os.close(reading)
    return writing


def _sweep(reading: int) -> None:
    """Wait for the end of the other process, which no signal to both may cut short, and take its files away."""
    try:
        os.setsid()
        # Whoever waits for the end of what is printed waits until the files are gone too; any other pipe must end.
        os.closerange(3, reading)
        os.closerange(reading + 1, min(os.sysconf("SC_OPEN_MAX"), 65_536))
        names = b""
        while part := os.read(reading, 65_536):
            names += part
        for name in filter(None, names.split(b"\0")):
            with suppress(OSError):
                os.unlink(name)  # noqa: PTH108 - the name is bytes, as it was sent.
    finally:
        os._exit(0)
