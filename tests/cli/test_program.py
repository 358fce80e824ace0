"""The program itself: help, mistakes at the keyboard, faults of its own, and whatever it writes to."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from coparent import __version__
from coparent.cli import VERBS
from tests.conftest import ROOT, Run, Write, unmeasured
from tests.workspaces import lay_over

FAULTY = {**lay_over({}), "plans/bad.yaml": "title: Health: caf\u00e9 \u5bee \u2013 ours\n"}
LEAN = ("rich", "jinja2", "ruamel", "json", "typer.rich_utils")
"""What no sound plan needs, and would cost time at every start."""


def test_the_name_alone_prints_help(run: Run) -> None:
    ran = run()
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Usage: coparent [OPTIONS] COMMAND [ARGS]...")
    assert all(f"\n  {verb} " in ran.out for verb in VERBS)


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_prints_help(option: str, run: Run) -> None:
    assert run(option) == run()


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_of_a_verb_has_an_example(verb: str, run: Run) -> None:
    ran = run(verb, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: coparent {verb} ")
    assert re.search(rf"^  Example:  coparent {verb}\b", ran.out, re.MULTILINE)


@pytest.mark.parametrize(
    ("arguments", "error", "advice"),
    [
        (["chekc"], "no such command 'chekc'", "did you mean  coparent check?"),
        (["frobnicate"], "no such command 'frobnicate'", "coparent --help  shows what it takes"),
        (["--frobnicate"], "no such option: --frobnicate", "coparent --help  shows what it takes"),
        (["check", "--frmat"], "no such option: --frmat", "did you mean  coparent check --format?"),
        (
            ["check", "--show", "all"],
            "invalid value for '--show': 'all' is not one of",
            "coparent check --help  shows what it takes",
        ),
        (["check", "--format"], "option '--format' requires an argument", "coparent --help  shows what it takes"),
        (["schema", "plans"], "invalid value for 'kind': 'plans' is not one of 'strategy'", "coparent schema --help"),
        (["schema", "plan", "paper"], "got unexpected extra argument(s) (paper)", "coparent schema --help"),
    ],
)
def test_a_slip_at_the_keyboard_is_reported_in_two_lines_with_what_to_type(
    arguments: list[str], error: str, advice: str, run: Run
) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    first, second = ran.err.splitlines()
    assert first.startswith(f"error: {error}")
    assert second.startswith(f"  = fix: {advice}")


def test_a_slip_cannot_move_the_cursor(run: Run) -> None:
    assert "\x1b" not in run("\x1b[2J").err


@pytest.fixture
def broken_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug in the rules."""

    def fail(*_: object, **__: object) -> None:
        raise KeyError("a bug\nof two lines")

    monkeypatch.setattr("coparent.cli.loading.check", fail)


@pytest.mark.usefixtures("broken_rules")
def test_a_bug_is_reported_in_one_line_with_how_to_report_it(run: Run) -> None:
    ran = run("check", "--plans", str(ROOT / "plans"))
    assert (ran.code, ran.out) == (2, "")
    first, second = ran.err.splitlines()
    assert first.startswith(f"error: coparent {__version__} met a fault of its own (KeyError: ")
    assert second == "  = fix: please report it with what you typed; COPARENT_DEBUG=1 shows more"


@pytest.mark.usefixtures("broken_rules")
def test_a_bug_is_shown_whole_to_whoever_looks_for_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPARENT_DEBUG", "1")
    ran = run("check", "--plans", str(ROOT / "plans"))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Traceback (most recent call last):\n")
    assert "\nerror: coparent" in ran.err


@pytest.mark.parametrize("stop", [KeyboardInterrupt, typer.Abort, EOFError])
def test_whoever_stops_the_run_reads_so_in_one_word(
    stop: type[BaseException], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise stop

    monkeypatch.setattr("coparent.cli.loading.check", interrupt)
    ran = run("check", "--plans", str(ROOT / "plans"))
    assert (ran.code, ran.out, ran.err.strip()) == (2, "", "stopped")


def test_the_version_is_printed_by_the_module_and_by_the_command_line_library(spawn: Run, run: Run) -> None:
    assert spawn("--version").out == run("--version").out == f"coparent {__version__}\n"
    assert run("--version", "check").code == 0


def test_the_version_is_printed_without_the_libraries() -> None:
    assert _loaded(["--version"], ROOT, ("typer", "pydantic", "pydantic_core", "yaml", "coparent.cli")) == "[]"


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["coverage", "--help"], ["schema", "--help"]])
def test_help_is_printed_without_the_schema(arguments: list[str], tmp_path: Path) -> None:
    assert _loaded(arguments, tmp_path, ("pydantic", "pydantic_core", "yaml", "coparent.rules")) == "[]"


def test_sound_plans_are_checked_without_what_they_do_not_need(write: Write) -> None:
    assert _loaded(["check", "--as-at", "2026-09-30"], write(lay_over({})), LEAN) == "[]"


def _loaded(arguments: list[str], folder: Path, names: tuple[str, ...]) -> str:
    program = (
        f"import sys; sys.argv = ['coparent', *{arguments!r}]\n"
        "from coparent.__main__ import run_program\n"
        "assert run_program() == 0\n"
        f"print([name for name in {names!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder, env={**unmeasured(), "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stderr.strip()


@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=["ascii", "windows", "c-locale"],
)
def test_a_console_that_knows_few_letters_gets_none_it_cannot_show(variables: dict[str, str], write: Write) -> None:
    shown = _on_terminal(write({**FAULTY, "plans/n\u00e9.yaml": "kind: plan\n"}), {"PYTHONUTF8": "0", **variables})
    assert shown.isascii()
    assert r"caf\xe9 \u5bee" in shown


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "--format", "markdown"],
        ["list", "--format", "csv"],
        ["render", "--template", "plan"],
        ["render", "--template", "plan", "--to", "html"],
        ["show", "a1", "--format", "json"],
    ],
    ids=" ".join,
)
def test_a_pipe_gets_every_letter_whatever_the_console_knows(
    arguments: list[str], encoding: str, spawn: Run, write: Write
) -> None:
    texts = lay_over({"plan": "actions: [{id: a1, title: Open a caf\u00e9 \u5bee \u25c6, outcomes: [o9]}]"})
    texts["plans/plan.yaml"] = texts["plans/plan.yaml"].replace("o9", "o1" if arguments[0] != "check" else "o9")
    ran = spawn(*arguments, "--as-at", "2026-09-30", cwd=write(texts), PYTHONIOENCODING=encoding)
    assert "caf\u00e9 \u5bee \u25c6" in ran.out.replace("\\u00e9", "\u00e9").replace("\\u5bee", "\u5bee")


def test_a_console_that_knows_all_letters_gets_them(spawn: Run, write: Write) -> None:
    assert "caf\u00e9 \u5bee \u2013 ours" in spawn("check", cwd=write(FAULTY), PYTHONIOENCODING="utf-8").out


def test_a_reader_that_goes_away_is_no_fault_and_changes_no_exit_code(write: Write) -> None:
    actions = "".join(f"  - {{id: a{number}, title: Open, due: ASAP}}\n" for number in range(300))
    folder = write({**lay_over({}), "plans/many.yaml": f"{HEAD}actions:\n{actions}"})
    for fail_on, code in (("error", 1), ("never", 0)):
        program = subprocess.Popen(
            [sys.executable, "-m", "coparent", "check", "-v", "--fail-on", fail_on],
            cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        shown = program.stderr.read()
        program.stderr.close()
        assert (program.wait(), shown.count(b"\n")) == (code, 1), shown


HEAD = "kind: plan\nid: many\ntitle: Many\norganisation: ecc\nstatus: draft\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, the disk that is always full")
def test_a_full_disk_is_no_run(write: Write) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "coparent", "check"],
            cwd=write(FAULTY), env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith("error: cannot write the results: no space left on device\n  = fix: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, the disk that is always full")
def test_a_version_that_cannot_be_printed_is_no_traceback() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "coparent", "--version"],
            env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith("error: cannot write the results: no space left on device\n  = fix: ")


def test_closed_streams_change_no_exit_code(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(FAULTY))
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert run("check").code == 1
    assert run("check", "nowhere").code == 2


def test_a_terminal_gets_colour_and_lines_that_fit_it(write: Write) -> None:
    shown = _on_terminal(write(FAULTY), {"COLUMNS": "50", "TERM": "xterm"})
    assert "\x1b[1;31merror" in shown
    lines = re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines()
    assert max(map(len, lines)) <= 50
    assert "\x1b" not in _on_terminal(write(FAULTY), {"COLUMNS": "50", "TERM": "dumb"})


def _on_terminal(folder: Path, variables: dict[str, str]) -> str:
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    pytest.importorskip("pty", reason="needs a pseudo-terminal")
    ours, theirs = os.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "coparent", "check"],
        cwd=folder, env={**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **variables},
        stdin=subprocess.DEVNULL, stdout=theirs, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 4096):
            shown += part
    except OSError:  # Linux says so when the other end has closed.
        pass
    finally:
        os.close(ours)
    assert program.wait() == 1
    return shown.decode()
