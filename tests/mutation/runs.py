"""Running tests against mutants, each in a process that is forked for it.

A mutant of the body of a function is tried in a process that has collected the tests already: the code of the function
is exchanged, and the tests that came that way run. What survives that, and what a module does when it is imported, is
tried again in a process that imports the mutant afresh.
"""

import gc
import importlib.abc
import importlib.machinery
import importlib.util
import os
import pickle
import re
import signal
import sys
import traceback
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from time import process_time
from types import CodeType, FunctionType, ModuleType
from typing import TypeAlias

import coverage
import pytest

from tests.mutation.mutants import Mutant

KILLED, SURVIVED = 1, 0
_IMPORTED_AHEAD = ("coparent", "hypothesis", "jinja2", "markdown_it", "pydantic", "rich", "typer", "yaml")
_MOST_TESTS = 300
"""How many tests a mutant is tried on: what these do not notice counts as survived."""
Trial: TypeAlias = Callable[[], int]
_OPTIONS = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--hypothesis-profile=mutants"]
_OPTIONS += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # Some of what it would rewrite is imported ahead.


@dataclass(frozen=True)
class Baseline:
    """What the tests did without a mutant: their seconds, the tests that came by each line, and what was imported."""

    seconds: Mapping[str, float]
    by_line: Mapping[tuple[str, int], frozenset[str]]
    modules: tuple[str, ...]

    def tests_of(self, mutant: Mutant) -> list[str]:
        """The tests that ran the changed line, the likeliest to notice first; of what runs at import, all."""
        if not mutant.in_function:
            return sorted(self.seconds, key=lambda test: self.seconds[test])
        weights = self._weights.get(mutant.file, {})
        tests = self.by_line.get((mutant.file, mutant.line), frozenset())
        return sorted(tests, key=lambda test: (-weights[test], self.seconds[test]))[:_MOST_TESTS]

    @cached_property
    def _weights(self) -> Mapping[str, Mapping[str, float]]:
        """How likely each test is to notice a mutant of each file: it runs what few tests run, or has its name."""
        weights: dict[str, dict[str, float]] = {}
        for (file, _), tests in self.by_line.items():
            of_file = weights.setdefault(file, defaultdict(float))
            for test in tests:
                of_file[test] += 1 / len(tests)
        for file, of_file in weights.items():
            names = re.findall(r"^def (?!_)(\w+)", Path(file).read_text("utf-8"), re.MULTILINE)
            for test in of_file:
                # Nearly every test runs a rule; the cases of the rule bear its name.
                of_file[test] += any(f"{name.replace('_', '-')}:" in test for name in names)
        return weights

    def seconds_of(self, tests: Iterable[str]) -> float:
        return sum(self.seconds[test] for test in tests)


def call_in_child(function: Callable[[], object]) -> object:
    """What a function returns when it is called in a process of its own."""
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            with os.fdopen(writer, "wb") as pipe:
                pickle.dump(function(), pipe)
        except BaseException:
            traceback.print_exc()
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        content = pipe.read()
    os.waitpid(process, 0)
    return pickle.loads(content)  # noqa: S301 - our own child wrote it.


def run_trials(trials: Iterable[tuple[Mutant, Trial]], jobs: int) -> dict[Mutant, int]:
    """The exit code of each trial, run in a process of its own, so many at once; one that is ended counts as killed."""
    outcomes: dict[Mutant, int] = {}
    running: dict[int, Mutant] = {}

    def wait() -> None:
        process, status = os.wait()
        mutant = running.pop(process)
        outcomes[mutant] = os.WEXITSTATUS(status) if os.WIFEXITED(status) else KILLED
        if len(outcomes) % 50 == 0:
            print(f"{len(outcomes)} tried, {[*outcomes.values()].count(KILLED)} killed", file=sys.stderr)

    for mutant, trial in trials:
        if len(running) >= jobs:
            wait()
        process = os.fork()
        if process == 0:
            try:
                os._exit(trial())
            except BaseException:
                os._exit(KILLED)
        running[process] = mutant
    while running:
        wait()
    return outcomes


def _limit_time(seconds: float) -> None:
    """End this process, with the signal's own action, when it has worked for so long."""
    signal.setitimer(signal.ITIMER_PROF, 5 + 3 * seconds)


class QuickTrials:
    """Plugin: measures the tests collected, and tries mutants of functions on those concerned, in place of a run."""

    def __init__(self, mutants: Sequence[Mutant], jobs: int) -> None:
        self.mutants = mutants
        self.jobs = jobs
        self.baseline: Baseline | None = None
        self.outcomes: dict[Mutant, int] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        for module in {mutant.module for mutant in self.mutants}:
            importlib.import_module(module)
        baseline = call_in_child(partial(_measure, session, {mutant.file for mutant in self.mutants}))
        if not isinstance(baseline, Baseline):
            return True
        self.baseline = baseline
        for name in baseline.modules:
            importlib.import_module(name)
        functions = _find_functions({mutant.file for mutant in self.mutants})
        items = {item.nodeid: item for item in session.items}
        trials: list[tuple[Mutant, Trial]] = []
        for mutant in self.mutants:
            if mutant.in_function and (tests := baseline.tests_of(mutant)):
                chosen, seconds = [items[test] for test in tests], baseline.seconds_of(tests)
                trials.append((mutant, partial(_try_quickly, session, chosen, mutant, functions, seconds)))
        gc.freeze()
        self.outcomes = run_trials(trials, self.jobs)
        return True


def _measure(session: pytest.Session, files: Iterable[str]) -> Baseline | None:
    seconds: dict[str, float] = {}
    measured = coverage.Coverage(data_file=None, config_file=False, include=[*files])
    measured.start()
    for item, following in _in_turn(session.items):
        start = process_time()
        measured.switch_context(item.nodeid)
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        seconds[item.nodeid] = process_time() - start
    measured.stop()
    if session.testsfailed:
        return None
    by_line = {
        (file, line): frozenset(filter(None, tests))
        for file in files
        for line, tests in measured.get_data().contexts_by_lineno(file).items()
    }
    return Baseline(seconds, by_line, tuple(name for name in sys.modules if name.partition(".")[0] in _IMPORTED_AHEAD))


def _in_turn(items: Sequence[pytest.Item]) -> Iterator[tuple[pytest.Item, pytest.Item | None]]:
    """Each test with the one after it."""
    return zip(items, [*items[1:], None], strict=True)


_CodeKey: TypeAlias = tuple[str, str, int]


def _key(code: CodeType) -> _CodeKey:
    return code.co_filename, code.co_qualname, code.co_firstlineno


def _find_functions(files: Container[str]) -> Mapping[_CodeKey, list[FunctionType]]:
    """The functions that some files have made, wherever they are held now, by the place of their code."""
    functions = defaultdict(list)
    for value in gc.get_objects():
        if isinstance(value, FunctionType) and value.__code__.co_filename in files:
            functions[_key(value.__code__)].append(value)
    return functions


def _codes(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)


def _try_quickly(
    session: pytest.Session,
    items: Sequence[pytest.Item],
    mutant: Mutant,
    functions: Mapping[_CodeKey, Sequence[FunctionType]],
    seconds: float,
) -> int:
    try:
        for code in _codes(compile(mutant.source, mutant.file, "exec")):
            for function in functions.get(_key(code), ()):
                function.__code__ = code
    except (SyntaxError, ValueError):
        return SURVIVED  # Another number of free variables: for the other way to try.
    _limit_time(seconds)
    for item, following in _in_turn(items):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return KILLED
    return SURVIVED


class _MutantLoader(importlib.machinery.SourceFileLoader):
    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self.code = code

    def get_code(self, fullname: str) -> CodeType:
        return self.code


class _MutantFinder(importlib.abc.MetaPathFinder):
    """Finds a mutant where its module is imported."""

    def __init__(self, mutant: Mutant, code: CodeType) -> None:
        self.module = mutant.module
        self.loader = _MutantLoader(mutant.module, mutant.file, code)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self.module:
            return None
        return importlib.util.spec_from_file_location(fullname, self.loader.path, loader=self.loader)


class _Chosen:
    """Plugin: runs only some of the tests collected, in this order."""

    def __init__(self, tests: Sequence[str]) -> None:
        self.order = {test: place for place, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (item for item in items if item.nodeid in self.order), key=lambda item: self.order[item.nodeid]
        )


def try_afresh(mutant: Mutant, tests: Sequence[str], files: Sequence[str], seconds: float) -> int:
    """Import the mutant in place of its module and run tests, which files hold; 0 if it survives."""
    try:
        code = compile(mutant.source, mutant.file, "exec")
    except SyntaxError:
        return KILLED
    sys.meta_path.insert(0, _MutantFinder(mutant, code))
    _be_quiet()
    _limit_time(seconds)
    return SURVIVED if pytest.main([*_OPTIONS, "-x", *files], plugins=[_Chosen(tests)]) == 0 else KILLED


def try_quickly(
    mutants: Sequence[Mutant], files: Sequence[str], jobs: int
) -> tuple[Baseline, Mapping[Mutant, int]] | None:
    """Try the mutants of the bodies of functions in one run of the tests that files hold; None if these fail anyway."""
    quick = QuickTrials(mutants, jobs)
    _be_quiet()
    pytest.main([*_OPTIONS, *files], plugins=[quick])
    return (quick.baseline, quick.outcomes) if quick.baseline is not None else None


def _be_quiet() -> None:
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
