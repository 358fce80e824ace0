"""Work with templates that nobody here wrote, in a process of its own that is stopped when it takes too much."""

import os
import pickle
import select
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, TypeVar

from coparent.errors import CoparentError
from coparent.papers.paper_forms import TooMuchError
from coparent.text.sentences import count

SECONDS = 3
"""How much of a processor's time a paper may take: several times what one of 200 plans needs."""
MEBIBYTES = 256
"""How much memory it may take besides what the plans take already."""
SLOW = 1
"""How many seconds no honest paper takes. What takes longer is counted together: all that is slow in one run of the
program has no more than SECONDS, however many templates there are."""
_LONGEST_WAIT = 60
_READ = 1 << 20

Result = TypeVar("Result")

_slow_work: list[float] = []
"""The seconds that each slow piece of work has taken since `start_counting`."""


def start_counting() -> None:
    """Begin a run of the program: nothing has been slow yet."""
    _slow_work.clear()


def run_limited(work: Callable[[], Result]) -> Result:
    """What the work returns, which must be able to be pickled.

    Raises TooMuchError where it takes more time or memory than a paper may, and CoparentError as the work does. Where
    the system cannot split a process in two, nothing but the counting of steps limits it.
    """
    if not hasattr(os, "fork"):
        return work()
    seconds = round(SECONDS - sum(_slow_work))
    if seconds < SLOW:
        raise TooMuchError("this was not tried: the templates before it took all the time that there is")
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _work(work, writing, seconds)
    os.close(writing)
    try:
        answer = _read(reading)
    finally:
        os.close(reading)
        os.kill(process, signal.SIGKILL)
        _, _, used = os.wait4(process, 0)
        if used.ru_utime + used.ru_stime > SLOW:
            _slow_work.append(used.ru_utime + used.ru_stime)
    if not answer:
        raise TooMuchError(f"this takes more than {count(SECONDS, 'second')} or {MEBIBYTES} MiB: does it ever end?")
    result: Result | Exception = pickle.loads(answer)  # noqa: S301 - it comes from this same program.
    if isinstance(result, Exception):
        raise result
    return result


def _work(work: Callable[[], object], writing: int, seconds: int) -> NoReturn:
    """Do the work, send what comes of it, and end the process without tidying up what the other one uses."""
    try:
        _limit_this_process(seconds)
        answer: object = work()
    except (CoparentError, MemoryError) as error:
        answer = error
    except BaseException as error:  # Whatever it is, the process that waits reports it.
        answer = RuntimeError(f"{type(error).__name__}: {error}")
    try:
        with os.fdopen(writing, "wb") as opened:
            pickle.dump(answer, opened)
    finally:
        os._exit(0)


def _limit_this_process(seconds: int) -> None:
    import resource  # There is none on Windows.

    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    in_use = _address_space()
    if in_use:
        most = in_use + (MEBIBYTES << 20)
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _address_space() -> int:
    """How many bytes this process has laid claim to; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _read(reading: int) -> bytearray:
    """All that is sent, or nothing if it is not sent in time."""
    sent = bytearray()
    while select.select([reading], [], [], _LONGEST_WAIT)[0]:
        part = os.read(reading, _READ)
        if not part:
            return sent
        sent += part
    return bytearray()
