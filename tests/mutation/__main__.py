"""`python -m tests.mutation [MODULE or FOLDER ...]`: how many mutants of each module the tests that hold it kill."""

import argparse
import os
import re
import sys
import tomllib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
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
    "coparent/timescales": ("tests/timescales",),
    "coparent/progress": ("tests/test_progress.py", "tests/test_edges_of_progress.py"),
    "coparent/progress/wording.py": ("tests/tables",),
    "coparent/coverage": ("tests/test_coverage.py", "tests/test_edges_of_coverage.py"),
    "coparent/checking": ("tests/test_checking.py", "tests/checking"),
    "coparent/rules": ("tests/rules",),
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
    print("| module | mutants | tried | killed | explained | survived | killed or explained |")
    print("|---|---|---|---|---|---|---|")
    is_enough = True
    for files, paths in _by_tests(_modules(options.modules)).items():
        results = call_in_child(partial(_try_modules, paths, files, options.jobs, options.most, explained))
        assert isinstance(results, list), f"the tests in {', '.join(files)} fail without a mutant"
        for result in results:
            print(result, *_describe(result.survivors), sep="\n", flush=True)
            is_enough = is_enough and result.percent >= ENOUGH
    return 0 if is_enough else 1


def _modules(names: Iterable[str]) -> Iterator[Path]:
    for name in names:
        path = Path(name)
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def _by_tests(paths: Iterable[Path]) -> Mapping[tuple[str, ...], list[Path]]:
    """The modules that the same tests hold."""
    grouped: dict[tuple[str, ...], list[Path]] = {}
    for path in paths:
        longest = max((start for start in TESTS if path.as_posix().startswith(start)), key=len)
        grouped.setdefault(TESTS[longest], []).append(path)
    return grouped


def _describe(survivors: Iterable[Mutant]) -> Iterator[str]:
    for mutant in survivors:
        yield f"  {mutant.path}:{mutant.line}\n    - {mutant.before}\n    + {mutant.after}"


def _try_modules(
    paths: Sequence[Path], files: Sequence[str], jobs: int, most: int, explained: Container[tuple[str, str]]
) -> list[Result] | None:
    found = {path: find_mutants(path) for path in paths}
    tried = [mutant for mutants in found.values() for mutant in mutants[:: max(1, -(-len(mutants) // most))]]
    quick = call_in_child(partial(try_quickly, tried, files, jobs))
    if not isinstance(quick, tuple):
        return None
    baseline, outcomes = quick
    _import_ahead(paths[0].parts[1], baseline)
    unchanged = Mutant(paths[0], paths[0].read_text("utf-8"), 1, "", "", in_function=False)
    trials = [
        (mutant, partial(try_afresh, mutant, tests, files, baseline.seconds_of(tests)))
        for mutant in [unchanged, *tried]
        if outcomes.get(mutant) != KILLED and (tests := baseline.tests_of(mutant))
    ]
    outcomes |= run_trials(trials, jobs)
    if outcomes[unchanged] == KILLED:
        return None
    alive = [mutant for mutant in tried if outcomes.get(mutant) != KILLED]
    survivors = [mutant for mutant in alive if (mutant.before, mutant.after) not in explained]
    return [
        Result(
            path,
            found=len(found[path]),
            tried=sum(mutant.path == path for mutant in tried),
            explained=sum(mutant.path == path for mutant in alive) - sum(mutant.path == path for mutant in survivors),
            survivors=[mutant for mutant in survivors if mutant.path == path],
        )
        for path in paths
    ]


def _import_ahead(room: str, baseline: Baseline) -> None:
    """Import what the tests need and what stands below a room, once for all mutants that are left."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    floors = [set(re.findall(r"\w+", floor)) for floor in contracts[0]["layers"]]
    place = next(place for place, rooms in enumerate(floors) if room in rooms)
    below = set().union(*floors[place + 1 :])
    for name in baseline.modules:
        top, _, rest = name.partition(".")
        if top != "coparent" or rest.partition(".")[0] in below:
            import_module(name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
