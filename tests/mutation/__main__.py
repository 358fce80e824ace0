"""`python -m tests.mutation [MODULE or FOLDER ...]`: how many mutants of each module the tests that hold it kill."""

import argparse
import os
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path

from tests.mutation.mutants import Mutant, find_mutants
from tests.mutation.runs import KILLED, Baseline, call_in_child, run_trials, try_afresh, try_quickly

ROOT = Path(__file__).parents[2]
NOTES = ROOT / "tests" / "mutation.md"
ENOUGH = 90
"""How many of a hundred mutants must be killed or explained."""

# The tests that hold a module: those of the longest beginning of its path.
TESTS = {
    "coparent/timescales": ["tests/timescales"],
    "coparent/progress": ["tests/test_progress.py"],
    "coparent/coverage": ["tests/test_coverage.py"],
    "coparent/checking": ["tests/test_checking.py", "tests/checking"],
    "coparent/rules": ["tests/rules"],
}
_EXPLANATION = re.compile(r"^- `(?P<before>.+)` → (?:`(?P<after>.+)`|nothing): ", re.MULTILINE)


@dataclass(frozen=True)
class Result:
    """What came of the mutants of one module: how many there are, how many were tried, and those that survived."""

    path: Path
    found: int
    tried: int
    explained: int
    survivors: Sequence[Mutant]

    @property
    def percent(self) -> float:
        return 100 * (1 - len(self.survivors) / self.tried) if self.tried else 100

    def __str__(self) -> str:
        killed = self.tried - self.explained - len(self.survivors)
        cells = self.path, self.found, self.tried, killed, self.explained, len(self.survivors), f"{self.percent:.0f} %"
        return f"| {' | '.join(map(str, cells))} |"


def main(arguments: Sequence[str]) -> int:
    """Print each module's numbers and its survivors; 1 if too many of one survive."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument(
        "modules", nargs="*", default=list(TESTS), help="files or folders, by default all that are held"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many mutants are tried at once")
    parser.add_argument(
        "--most", type=int, default=10_000, help="how many mutants of a module are tried, evenly spread"
    )
    options = parser.parse_args(arguments)
    explained = {(match["before"], match["after"] or "") for match in _EXPLANATION.finditer(NOTES.read_text("utf-8"))}
    print(
        "| module | mutants | tried | killed | explained | survived | killed or explained |\n|---|---|---|---|---|---|---|"
    )
    is_enough = True
    for path in _modules(options.modules):
        result = call_in_child(partial(_try_module, path, options.jobs, options.most, explained))
        assert isinstance(result, Result)
        print(result, flush=True)
        for mutant in result.survivors:
            print(f"  {path}:{mutant.line}\n    - {mutant.before}\n    + {mutant.after}", flush=True)
        is_enough = is_enough and result.percent >= ENOUGH
    return 0 if is_enough else 1


def _modules(names: Iterable[str]) -> Iterator[Path]:
    for name in names:
        path = Path(name)
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def _try_module(path: Path, jobs: int, most: int, explained: set[tuple[str, str]]) -> Result:
    mutants = find_mutants(path)
    tried = mutants[:: -(-len(mutants) // most)] if mutants else []
    if not tried:
        return Result(path, 0, 0, 0, ())
    module = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
    files = TESTS[max((held for held in TESTS if path.as_posix().startswith(held)), key=len)]
    quick = call_in_child(partial(_try_quickly, module, tried, files, jobs))
    assert isinstance(quick, tuple), f"the tests of {path} fail without a mutant"
    baseline, outcomes = quick
    left = [mutant for mutant in tried if outcomes.get(mutant) != KILLED]
    _import_ahead(path, baseline)
    unchanged = Mutant(path, path.read_text("utf-8"), 1, "", "", in_function=False)
    trials = [
        (mutant, partial(try_afresh, module, mutant, tests, files, baseline.seconds_of(tests)))
        for mutant in [unchanged, *left]
        if (tests := baseline.tests_of(mutant))
    ]
    outcomes |= run_trials(trials, jobs)
    assert outcomes[unchanged] != KILLED, f"the tests of {path} fail without a mutant"
    alive = [mutant for mutant in tried if outcomes.get(mutant) != KILLED]
    survivors = [mutant for mutant in alive if (mutant.before, mutant.after) not in explained]
    return Result(path, len(mutants), len(tried), len(alive) - len(survivors), survivors)


def _try_quickly(
    module: str, mutants: Sequence[Mutant], files: Sequence[str], jobs: int
) -> tuple[Baseline, dict[Mutant, int]] | None:
    quick = try_quickly(module, mutants, files, jobs)
    return (quick.baseline, quick.outcomes) if quick.baseline is not None else None


def _import_ahead(path: Path, baseline: Baseline) -> None:
    """Import what the tests need and what stands below the module's room, once for all mutants that are left."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    floors = [set(re.findall(r"\w+", floor)) for floor in contracts[0]["layers"]]
    place = next(place for place, rooms in enumerate(floors) if path.parts[1] in rooms)
    below = set().union(*floors[place + 1 :])
    for name in baseline.modules:
        top, _, rest = name.partition(".")
        if top not in ("coparent", "tests") or (top == "coparent" and rest.split(".")[0] in below):
            import_module(name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
