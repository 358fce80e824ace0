"""One run of a program, timed from outside, and pairs of runs side by side."""

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

Command = Sequence[str]


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds on the clock, and MiB of memory at most."""

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
    def memory(self) -> float:
        """The most memory that any run of ours took."""
        return max(run.memory for run in self.ours)

    def __str__(self) -> str:
        return f"{_median(self.ours):.3f} s to {_median(self.theirs):.3f} s"


def run_once(command: Command) -> Run:
    """Run a program to its end, its output thrown away. Raises if it finds fault with what it was given."""
    nowhere = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1)]
    started = time.perf_counter()
    # subprocess does not tell how much memory one child took; wait4 does.
    child = os.posix_spawn(command[0], list(command), os.environ, file_actions=nowhere)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - started
    if status:
        raise SystemExit(f"This should have found nothing to say, and did not: {' '.join(command[:8])}")
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return Run(seconds, usage.ru_maxrss / unit)


def run_pairs(ours: Command, theirs: Command, times: int) -> Pairs:
    """Run two programs in turn, so many times each, after one run of ours that nobody counts."""
    run_once(ours)
    pairs = [(run_once(ours), run_once(theirs)) for _ in range(times)]
    return Pairs(tuple(our for our, _ in pairs), tuple(their for _, their in pairs))


def _median(runs: Sequence[Run]) -> float:
    return median(run.seconds for run in runs)
