"""`python -m tests.fuzzing [TARGET ...] [--minutes N]`: attempts of each target for a set time; what breaks is kept."""

import argparse
import re
import sys
import time
from collections.abc import Sequence
from hashlib import sha256
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzzing.attempts import Attempt
from tests.fuzzing.inputs import SEEDS, TARGETS
from tests.fuzzing.reducing import reduce
from tests.fuzzing.trials import Failure, make

_BATCH = 200


def main(arguments: Sequence[str]) -> int:
    """Try each target; 1 if anything broke."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing")
    parser.add_argument("targets", nargs="*", default=[*TARGETS], help=f"some of {', '.join(TARGETS)}")
    parser.add_argument("--minutes", type=float, default=1, help="how long each target is tried")
    options = parser.parse_args(arguments)
    found = 0
    for target in options.targets:
        found += _try_target(target, options.minutes * 60)
    return 1 if found else 0


def _try_target(target: str, seconds: float) -> int:
    """How many kinds of failure a target finds."""
    ends = time.monotonic() + seconds
    known: set[tuple[str, str]] = set()
    tried = 0

    @settings(max_examples=_BATCH, database=None, deadline=None, suppress_health_check=[*HealthCheck])
    @given(st.randoms(use_true_random=True))
    def try_batch(random: Random) -> None:
        nonlocal tried
        if time.monotonic() > ends:
            return
        tried += 1
        attempt = TARGETS[target](random)
        failure = make(attempt)
        if failure is None or (failure.broken, _verb(failure)) in known:
            return
        known.add((failure.broken, _verb(failure)))
        _keep(target, attempt, failure)

    while time.monotonic() < ends:
        try_batch()
    print(f"{target}: {tried} attempts, {len(known)} kinds of failure", flush=True)
    return len(known)


def _verb(failure: Failure) -> str:
    return next((word for word in failure.command.split() if "=" not in word), "")


def _keep(target: str, attempt: Attempt, failure: Failure) -> None:
    """Make a failing attempt small, and keep it as a seed."""
    small = reduce(attempt, failure)
    digest = sha256(repr(sorted(small.files.items())).encode()).hexdigest()[:6]
    name = re.sub(r"[^a-z]+", "-", f"{target} {_verb(failure)} {failure.broken}".lower())
    folder = SEEDS / f"{name}-{digest}"
    small.keep(folder)
    print(f"{folder}\n  coparent {failure.command}\n  {failure.broken}: {failure.seen[:1500]}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
