"""One run of a program, timed from outside, and pairs of runs side by side."""

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Command:
    """A program with its arguments, and the exit code that says it did what it should."""

    arguments: Sequence[str]
    exit_code: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds of the processor, and MiB of memory at most."""

    seconds: float
    memory: float


@dataclass(frozen=True, slots=True)
class Pairs:
    """Runs of two programs, taken in turn so that both meet the same moments of a busy machine."""

    ours: tuple[Run, ...]
    theirs: tuple[Run, ...]

    @property
    def ratio(self) -> float:
        """The median of our time to theirs, pair by pair."""
        return median(our.seconds / their.seconds for our, their in zip(self.ours, self.theirs, strict=True))

    @property
    def our_seconds(self) -> float:
        """The median of our time."""
        return median(run.seconds for run in self.ours)

    @property
    def their_seconds(self) -> float:
        """The median of their time."""
        return median(run.seconds for run in self.theirs)

    @property
    def memory(self) -> float:
        """The most memory that any run of ours took, in MiB."""
        return max(run.memory for run in self.ours)


def run_once(command: Command) -> Run:
    """Run a program to its end, its output thrown away. Raises SystemExit if it ends with another exit code."""
    discard = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1)]
    # subprocess does not tell what one child took; wait4 does.
    child = os.posix_spawn(command.arguments[0], list(command.arguments), _environment(), file_actions=discard)
    _, status, usage = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) != command.exit_code:
        raise SystemExit(f"This ended otherwise than it should: {' '.join(command.arguments[:8])}")
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def run_pairs(ours: Command, theirs: Command, times: int) -> Pairs:
    """Run two programs in turn, so many times each, after one run of each that nobody counts."""
    run_once(ours)
    run_once(theirs)
    pairs = [(run_once(ours), run_once(theirs)) for _ in range(times)]
    return Pairs(tuple(our for our, _ in pairs), tuple(their for _, their in pairs))


def _environment() -> Mapping[str, str]:
    """The environment, but Python may keep what it compiled, as it does for anybody who installed the program."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
