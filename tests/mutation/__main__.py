"""`python -m tests.mutation [MODULE or FOLDER ...]`: how many mutants of each module the tests that hold it kill."""

import argparse
import os
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TypeAlias

from tests.mutation.mutants import Mutant, find_mutants
from tests.mutation.runs import KILLED, Baseline, call_in_child, run_trials, try_afresh, try_quickly

ROOT = Path(__file__).parents[2]
NOTES = ROOT / "tests" / "mutation.md"
ENOUGH = 90
"""How many of a hundred mutants must be killed or explained."""

# The tests that hold a module: those of the longest beginning of its path.
TESTS = {
    "coparent/timescales": (
        "tests/timescales/test_durations.py",
        "tests/timescales/test_edges_of_timescales.py",
        "tests/timescales/test_refused_timescales.py",
        "tests/timescales/test_written_timescales.py",
    ),
    "coparent/progress": ("tests/test_progress.py", "tests/test_edges_of_progress.py"),
    "coparent/progress/wording.py": ("tests/tables",),
    "coparent/coverage": ("tests/test_coverage.py", "tests/test_edges_of_coverage.py"),
    "coparent/checking": ("tests/test_checking.py", "tests/checking"),
    "coparent/rules": ("tests/rules",),
}
Explained: TypeAlias = Sequence[tuple[str, str, str | None]]
"""The beginning of a path, and lines before and after a change; None after it where any change is meant."""
_HEADING = re.compile(r"### (coparent\S*)")
_EXPLANATION = re.compile(r"- `(.+)` → (?:`(.+)`|anything): ")


@dataclass(frozen=True)
class Result:
    """What came of the mutants of one module: how many there are, those that were tried, and those that survived."""

    path: Path
    found: int
    tried: Sequence[Mutant]
    explained: Sequence[Mutant]
    survivors: Sequence[Mutant]

    @property
    def percent(self) -> float:
        """How many of a hundred were killed or are explained."""
        return 100 * (1 - len(self.survivors) / len(self.tried)) if self.tried else 100

    def __str__(self) -> str:
        tried, explained, survived = len(self.tried), len(self.explained), len(self.survivors)
        cells = self.path, self.found, tried, tried - explained - survived, explained, survived, f"{self.percent:.0f} %"
        changes = [
            f"  {mutant.path}:{mutant.line}\n    - {mutant.before}\n    + {mutant.after}" for mutant in self.survivors
        ]
        return "\n".join([f"| {' | '.join(map(str, cells))} |", *changes])


def main(arguments: Sequence[str]) -> int:
    """Print each module's numbers and its survivors; 1 if too many of one survive."""
    options = _read_options(arguments)
    explained = [*_read_explained(NOTES.read_text("utf-8"))]
    print("| module | mutants | tried | killed | explained | survived | killed or explained |")
    print("|---|---|---|---|---|---|---|")
    is_enough = True
    for files, paths in _by_tests(_modules(options.modules)).items():
        found = {path: find_mutants(path) for path in paths}
        tried = {path: _spread(mutants, options.most, options.quick) for path, mutants in found.items()}
        every = [mutant for mutants in tried.values() for mutant in mutants]
        alive = call_in_child(partial(_find_alive, every, files, options.jobs, explained, options.quick))
        assert isinstance(alive, set), f"the tests in {', '.join(files)} fail without a mutant"
        for path in paths:
            survived = [mutant for mutant in tried[path] if mutant in alive]
            known = [mutant for mutant in survived if _is_explained(mutant, explained)]
            left = [mutant for mutant in survived if mutant not in known]
            result = Result(path, len(found[path]), tried[path], known, left)
            print(result, flush=True)
            is_enough = is_enough and result.percent >= ENOUGH
    return 0 if is_enough else 1


def _read_options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("modules", nargs="*", default=list(TESTS), help="files or folders, by default all in TESTS")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many mutants are tried at once")
    parser.add_argument("--most", type=int, default=10_000, help="how many of a module are tried, evenly spread")
    parser.add_argument("--quick", action="store_true", help="only the bodies of functions, and none is tried twice")
    return parser.parse_args(arguments)


def _spread(mutants: Sequence[Mutant], most: int, quick: bool) -> Sequence[Mutant]:
    """So many of the mutants at most, evenly spread; where it must be quick, of the bodies of functions."""
    wanted = [mutant for mutant in mutants if mutant.in_function or not quick]
    return wanted[:: max(1, -(-len(wanted) // most))]


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


def _read_explained(notes: str) -> Iterator[tuple[str, str, str | None]]:
    held = ""
    for line in notes.splitlines():
        if heading := _HEADING.match(line):
            held = heading[1]
        elif held and (change := _EXPLANATION.match(line)):
            yield held, change[1], change[2]


def _is_explained(mutant: Mutant, explained: Explained) -> bool:
    """Whether the notes say why nobody could notice the change."""
    return any(
        mutant.path.as_posix().startswith(held) and mutant.before == before and after in (None, mutant.after)
        for held, before, after in explained
    )


def _find_alive(
    mutants: Sequence[Mutant], files: Sequence[str], jobs: int, explained: Explained, quick: bool
) -> set[Mutant] | None:
    """The mutants that the tests do not notice; None if the tests fail anyway."""
    tried = call_in_child(partial(try_quickly, mutants, files, jobs))
    if not isinstance(tried, tuple):
        return None
    baseline, outcomes = tried
    alive = {mutant for mutant in mutants if outcomes.get(mutant) != KILLED}
    if quick or not alive:
        return alive
    path = mutants[0].path
    unchanged = Mutant(path, path.read_text("utf-8"), 1, "", "", in_function=False)
    _import_ahead(path.parts[1], baseline)
    trials = [
        (mutant, partial(try_afresh, mutant, tests, files, baseline.seconds_of(tests)))
        for mutant in [unchanged, *(mutant for mutant in mutants if mutant in alive)]
        if not _is_explained(mutant, explained) and (tests := baseline.tests_of(mutant))
    ]
    outcomes = run_trials(trials, jobs)
    if outcomes[unchanged] == KILLED:
        return None
    return {mutant for mutant in alive if outcomes.get(mutant) != KILLED}


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
