"""How a run ends where there is no room, no reader or no folder, and after options that nobody types by hand."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coparent.cli.output import LONGEST_SENTENCE
from tests.conftest import ROOT, Run, Write, unmeasured
from tests.workspaces import lay_over

QUIET = {**unmeasured(), "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "COPARENT_AS_AT": "2026-09-30"}
ENDS = ["--version", "--help", "explain", "templates list", "schema plan", "list", "check --format json"]
LONG = "x" * 5000


@pytest.mark.parametrize("typed", ENDS)
def test_where_there_is_no_room_one_line_says_so(typed: str, write: Write, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="needs a limit on the size of files")
    folder = write(lay_over({}))
    with (tmp_path / "full.txt").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "coparent", *typed.split()],
            cwd=folder, env=QUIET, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "error: cannot write the results: file too large",
        "  = fix: make room, or send them elsewhere",
    ]


@pytest.mark.parametrize("typed", ENDS)
def test_where_nobody_reads_nothing_is_wrong(typed: str, write: Write) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "coparent", *typed.split()],
        cwd=write(lay_over({})), env=QUIET, stdout=writing, stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_working_folder_that_is_gone_is_said_in_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Write
) -> None:
    plans = write(lay_over({})) / "plans"
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    ran = run("check")
    monkeypatch.chdir(tmp_path)
    assert ran.code == 2
    assert ran.err.startswith("error: the folder you are in is not there any more\n  = fix: ")
    assert run("check", "--plans", str(plans)).code == 0


@pytest.mark.parametrize(
    "typed",
    [
        "check LONG", "check --plans LONG", "check --show LONG", "check --format LONG", "check --output LONG",
        "check --output json=LONG", "check --select LONG", "check --baseline LONG", "check --write-baseline LONG",
        "check --as-at LONG", "check - --stdin-name LONG", "LONG", "--LONG", "list LONG", "list --plan LONG",
        "list --lead LONG", "list --due-before LONG", "show LONG", "coverage --by LONG", "coverage --fail-under LONG=3",
        "explain LONG", "render LONG", "render --template LONG", "render --template plan -o LONG.md", "schema LONG",
        "schema --write LONG", "templates show LONG", "templates eject plan --block LONG",
    ],
)  # fmt: skip
def test_an_option_of_many_letters_is_quoted_in_short(
    typed: str, run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(lay_over({})))
    ran = run(*(word.replace("LONG", LONG) for word in typed.split()))
    assert ran.code == 2
    assert "fault of its own" not in ran.err
    assert all(len(line) < LONGEST_SENTENCE for line in ran.err.splitlines())


def test_a_bug_quotes_nobody(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("\x1b[41m NHS number 450 123 4563\n::error::x")

    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setattr("coparent.tables.listing.write_listing", fail)
    monkeypatch.chdir(write(lay_over({})))
    ran = run("list")
    assert ran.code == 2
    first, second = ran.err.splitlines()
    assert "met a fault of its own (KeyError: " in first
    assert "4563" not in first
    assert "\x1b" not in first
    assert second.startswith("  = fix: please report it")
