"""Results go to files of their own: never over a plan, and never two to one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run, Write
from tests.workspaces import lay_over


@pytest.fixture
def folder(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Plans, with what leads to one of them in many ways."""
    folder = write(lay_over({"paper": ""}))
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COPARENT_AS_AT", "2026-09-30")
    (folder / "out").mkdir()
    (folder / "out" / "link.html").symlink_to("../plans/plan.yaml")
    (folder / "out" / "links.html").symlink_to("link.html")
    (folder / "out" / "new.html").symlink_to("../plans/new.yaml")
    (folder / "out" / "hard.html").hardlink_to("plans/plan.yaml")
    (folder / "again").symlink_to("plans")
    return folder


def all_bytes(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(
    "target",
    [
        "plans/plan.yaml",
        "plans/new.YML",
        "plans/_draft.yaml",
        "plans/new/folder/x.yaml",
        "out/../plans/strategy.yaml",
        "out/link.html",
        "out/links.html",
        "out/new.html",
        "out/hard.html",
        "again/x.yaml",
    ],
)
@pytest.mark.parametrize(
    "command",
    [
        ("check", "--output", "json="),
        ("check", "--fix", "--write-baseline", ""),
        ("render", "--template", "plan", "--to", "html", "-o", ""),
    ],
    ids=" ".join,
)
def test_no_result_is_written_over_a_plan(folder: Path, run: Run, command: tuple[str, ...], target: str) -> None:
    before = all_bytes(folder)
    *options, last = command
    ran = run(*options, f"{last}{target}")
    assert ran.code == 2
    assert "is a plan file; results are not written over it" in ran.err
    assert all_bytes(folder) == before


def test_a_schema_or_a_template_is_not_written_over_a_plan_either(folder: Path, run: Run) -> None:
    (folder / "schemas").mkdir()
    (folder / "schemas" / "plan.schema.json").symlink_to("../plans/plan.yaml")
    (folder / "hard").mkdir()
    (folder / "hard" / "plan.schema.json").hardlink_to("plans/plan.yaml")
    (folder / "templates").mkdir()
    (folder / "templates" / "plan.md.j2").hardlink_to("plans/plan.yaml")
    before = all_bytes(folder)
    for command in (("schema", "--write", "schemas"), ("schema", "--write", "hard")):
        assert run(*command).code == 2
    assert run("templates", "eject", "plan", "--force").code == 2
    assert all_bytes(folder) == before


def test_a_template_is_not_written_through_a_link_out_of_the_folder_of_templates(folder: Path, run: Run) -> None:
    (folder / "templates").mkdir()
    (folder / "templates" / "plan.md.j2").symlink_to("../elsewhere")
    assert "is there already" in run("templates", "eject", "plan").err
    assert "leads out of templates/" in run("templates", "eject", "plan", "--force").err
    (folder / "templates" / "plan.md.j2").unlink()
    (folder / "templates").rmdir()
    (folder / "templates").symlink_to("nowhere")
    assert "leads nowhere" in run("templates", "eject", "plan").err
    assert not (folder / "elsewhere").exists()
    assert not (folder / "nowhere").exists()


@pytest.mark.parametrize(
    "command",
    [
        ("--output", "json=a.json", "--output", "sarif=a.json"),
        ("--output", "json=a.json", "--output", "json=./out/../a.json"),
        ("--output", "json=a.json", "--output", "sarif=A.JSON"),
        ("--output", "json=out/one", "--output", "sarif=out/two"),
        ("--output", "json=out/one", "--output", "sarif=out/three"),
        ("--output", "json=a.json", "--write-baseline", "a.json"),
    ],
)
def test_two_results_of_one_file_are_refused_before_anything_is_written(
    folder: Path, run: Run, command: tuple[str, ...]
) -> None:
    (folder / "out" / "one").write_text("kept", encoding="utf-8")
    (folder / "out" / "two").symlink_to("one")
    (folder / "out" / "three").hardlink_to("out/one")
    before = all_bytes(folder)
    ran = run("check", *command)
    assert (ran.code, ran.out) == (2, "")
    assert "two results are to go to one file" in ran.err
    assert all_bytes(folder) == before


def test_several_papers_are_not_written_to_one_file(folder: Path, run: Run) -> None:
    text = (folder / "plans" / "paper.yaml").read_text(encoding="utf-8")
    (folder / "plans" / "paper-2.yaml").write_text(text.replace("id: paper", "id: second"), encoding="utf-8")
    (folder / "out" / "x-paper.md").symlink_to("x-second.md")
    ran = run("render", "--all", "-o", "out/x.md")
    assert ran.code == 2
    assert "two results are to go to one file" in ran.err
    assert not (folder / "out" / "x-second.md").exists()


def test_what_goes_nowhere_may_go_there_twice(folder: Path, run: Run) -> None:
    assert run("check", "--output", "json=/dev/null", "--output", "sarif=/dev/null").code == 0


def test_what_could_not_be_written_ends_the_run_which_says_what_was_written_before(folder: Path, run: Run) -> None:
    (folder / "out" / "b").mkdir()
    ran = run("check", "--output", "json=out/a", "--output", "sarif=out/b", "--output", "junit=out/c")
    assert ran.code == 2
    assert "cannot write out/b: is a directory; out/a had been written before" in ran.err
    assert (folder / "out" / "a").exists()
    assert not (folder / "out" / "c").exists()


def test_a_report_is_written_into_a_pipe_and_along_a_link(folder: Path, run: Run) -> None:
    pipe = folder / "out" / "pipe"
    os.mkfifo(pipe)
    (folder / "out" / "linked").symlink_to("report.json")
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run("check", "--output", "json=out/pipe", "--output", "sarif=out/linked").code == 0
        assert os.read(reader, 10).startswith(b"{")
    finally:
        os.close(reader)
    assert pipe.is_fifo()
    assert (folder / "out" / "linked").is_symlink()
    assert (folder / "out" / "report.json").read_text(encoding="utf-8").startswith("{")


def test_a_report_to_stdout_comes_after_what_is_written_there_anyway(folder: Path) -> None:
    program = [sys.executable, "-m", "coparent", "check", "--output", "concise=/dev/stdout"]
    with (folder / "log.txt").open("w", encoding="utf-8") as log:
        subprocess.run(program, stdout=log, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, cwd=folder)
    assert (folder / "log.txt").read_text(encoding="utf-8").count("no problems") == 2


def test_a_report_goes_into_what_is_open_already(folder: Path) -> None:
    reading, writing = os.pipe()
    program = [sys.executable, "-m", "coparent", "check", "-q", "--output", f"concise=/dev/fd/{writing}"]
    outputs = ("--output", "concise=/dev/stdout", "--output", "concise=/dev/stderr")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*program, *outputs], pass_fds=[writing], capture_output=True, check=True, env=environment, cwd=folder
    )
    assert os.read(reading, 100).count(b"no problems") == 1
    assert done.stdout.count(b"no problems") == done.stderr.count(b"no problems") == 1
    for handle in (reading, writing):
        os.close(handle)


@pytest.mark.parametrize("output", [".", "/", ".."])
def test_several_papers_need_the_name_of_a_file(folder: Path, run: Run, output: str) -> None:
    text = (folder / "plans" / "paper.yaml").read_text(encoding="utf-8")
    (folder / "plans" / "paper-2.yaml").write_text(text.replace("id: paper", "id: second"), encoding="utf-8")
    ran = run("render", "--all", "--to", "md", "-o", output)
    assert ran.code == 2
    assert "fault of its own" not in ran.err
