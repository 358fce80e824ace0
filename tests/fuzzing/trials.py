"""An attempt made in a process of its own, which is stopped when it takes more than any verb may."""

import io
import json
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import coparent
from tests.conftest import HEEDED
from tests.fuzzing.attempts import Attempt
from tests.fuzzing.invariants import BrokenError, Ran, hold
from tests.workspaces import SMALLEST, judge_texts, lay_over

SECONDS = 8
"""How much of a processor's time one command may take: 5 is what we promise, on a machine that does nothing else."""
MEBIBYTES = 500
_WAIT = 120


@dataclass(frozen=True)
class Failure:
    """What an attempt broke, by which command, and what was seen."""

    broken: str
    command: str
    seen: str


def make(attempt: Attempt) -> Failure | None:
    """Type every command of an attempt; the first thing that none of them may do."""
    _import_ahead()
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _work(attempt, writing)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as opened:
        lines = opened.read().splitlines()
    _, status = os.waitpid(process, 0)
    last = json.loads(lines[-1]) if lines else {"command": "the files"}
    if "broken" in last:
        return Failure(**last)
    if "done" in last:
        return None
    stopped = signal.Signals(status & 0x7F).name if os.WIFSIGNALED(status) else f"exit {os.WEXITSTATUS(status)}"
    took_long = stopped in ("SIGXCPU", "SIGALRM")
    return Failure("takes too long" if took_long else "ends the process", last["command"], stopped)


@cache
def _import_ahead() -> None:
    """Import all that commands need, and build what reads every kind of record, once for all attempts."""
    for module in walk_packages(coparent.__path__, "coparent."):
        if module.name != "coparent.__main__":
            import_module(module.name)
    judge_texts({**lay_over(dict.fromkeys(SMALLEST, ""))})


def _work(attempt: Attempt, writing: int) -> None:
    """Make the attempt, writing what is typed and what came of it to the process that waits."""
    last: dict[str, object] = {"broken": "harness", "command": "", "seen": "no result"}
    try:
        with os.fdopen(os.dup(writing), "w", encoding="utf-8") as noted, tempfile.TemporaryDirectory() as folder:
            last = _try_all(attempt, Path(folder).resolve(), noted)
    except BaseException as error:
        last = {"broken": "harness", "command": "", "seen": f"{type(error).__name__}: {error}"}
    finally:
        os.write(writing, f"{json.dumps(last)}\n".encode())
        os._exit(0)


def _try_all(attempt: Attempt, folder: Path, noted: io.TextIOBase) -> dict[str, object]:
    attempt.lay_out(folder)
    os.chdir(folder)
    for name in HEEDED:
        os.environ.pop(name, None)
    os.environ["COPARENT_AS_AT"] = "2026-11-30"
    _limit_memory()
    signal.alarm(_WAIT)
    for arguments in attempt.typed():
        command = " ".join(arguments)
        noted.write(f"{json.dumps({'command': command})}\n")
        noted.flush()
        try:
            hold(attempt.files, arguments, folder, type_in)
        except BrokenError as broken:
            return asdict(Failure(broken.what, command, broken.seen[:2000]))
    return {"done": True}


def type_in(arguments: Sequence[str]) -> Ran:
    """Run a command in this process; whatever it writes, by whichever way, is caught."""
    _limit_time()
    before = _seconds_of_children()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        kept = os.dup(1), os.dup(2)
        os.dup2(out.fileno(), 1)
        os.dup2(err.fileno(), 2)
        try:
            code = _run(arguments)
        finally:
            os.dup2(kept[0], 1)
            os.dup2(kept[1], 2)
            os.close(kept[0])
            os.close(kept[1])
        texts = []
        for written in (out, err):
            written.seek(0)
            texts.append(written.read())
        if _seconds_of_children() - before > SECONDS:
            raise BrokenError("takes too long", "in processes of its own")
        return Ran(code, *texts)


def _seconds_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _run(arguments: Sequence[str]) -> int | str:
    """The exit code; what escaped, in words, if anything did."""
    from coparent.cli import run

    *settings, verb = [place for place, word in enumerate(arguments) if "=" not in word][:1]
    del settings
    given = dict(word.split("=", 1) for word in arguments[:verb])
    os.environ.update(given)
    sys.argv = ["coparent", *arguments[verb:]]
    sys.stdin = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    try:
        return run()
    except BaseException as error:
        return f"{type(error).__name__}: {error}"
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        for name in given:
            del os.environ[name]


def _limit_time() -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + SECONDS, hard))


def _limit_memory() -> None:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (pages * os.sysconf("SC_PAGE_SIZE") + (MEBIBYTES << 20), hard))
