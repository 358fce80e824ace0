"""What every test may count on."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import Phase, settings

ROOT = Path(__file__).parents[1]

# Every run tries the same examples, so that what fails is the change; `make fuzz` tries new ones.
settings.register_profile("same", derandomize=True)
settings.register_profile("fuzz", max_examples=500, deadline=None, print_blob=True)
settings.register_profile("mutants", derandomize=True, deadline=None, phases=[Phase.explicit, Phase.generate])
settings.load_profile("same")


@dataclass(frozen=True)
class Ran:
    """What one run of the program came to."""

    code: int
    out: str
    err: str


Run: TypeAlias = Callable[..., Ran]
Write: TypeAlias = Callable[[Mapping[str, str | bytes]], Path]

HEEDED = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "COPARENT_AS_AT", "COPARENT_DEBUG", "GITHUB_ACTIONS")
"""What of a developer's own environment must not change what a test sees."""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program in this process, as if its arguments had been typed."""
    from coparent.cli import run as run_program

    for name in HEEDED:
        monkeypatch.delenv(name, raising=False)

    def run_in_process(*arguments: str, stdin: str | bytes | None = b"") -> Ran:
        capsys.readouterr()
        typed = stdin.encode() if isinstance(stdin, str) else stdin
        stream = io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8") if typed is not None else None
        monkeypatch.setattr(sys, "argv", ["coparent", *arguments])
        monkeypatch.setattr(sys, "stdin", stream)
        code = run_program()
        return Ran(code, *capsys.readouterr())

    return run_in_process


@pytest.fixture
def spawn() -> Run:
    """Run the program in a process of its own, which costs half a second: for what only that can show."""

    def run_apart(
        *arguments: str, cwd: Path | None = None, stdin: str = "", check: bool = False, **environment: str
    ) -> Ran:
        kept = {name: value for name, value in os.environ.items() if name not in HEEDED}
        done = subprocess.run(
            [sys.executable, "-m", "coparent", *arguments],
            env={**kept, "PYTHONPATH": str(ROOT), **environment},
            cwd=cwd, input=stdin, capture_output=True, text=True, encoding="utf-8", check=check,
        )  # fmt: skip
        return Ran(done.returncode, done.stdout, done.stderr)

    return run_apart


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Put files below a folder of the test's own, which is handed back."""

    def write_all(texts: Mapping[str, str | bytes]) -> Path:
        for name, text in texts.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        return tmp_path

    return write_all


def unmeasured() -> dict[str, str]:
    """The environment without what makes a child process measure coverage, and import what that needs."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COV")}


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where COPARENT_NO_SKIPS=1, as in .ci/run, a skipped test fails the run: nothing may go unproved there."""
    if _skipped(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say why the run failed although no test did."""
    if skipped := _skipped(config):
        terminalreporter.write_line(f"COPARENT_NO_SKIPS=1: {skipped} skipped, so this run fails", red=True)


def _skipped(config: pytest.Config) -> int:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or os.environ.get("COPARENT_NO_SKIPS") != "1":
        return 0
    return len(reporter.stats.get("skipped", []))
