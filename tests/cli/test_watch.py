"""Watching goes on whatever becomes of the files, and says so once."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.conftest import Ran, Run, Write
from tests.workspaces import lay_over

Steps = Sequence[Callable[[], object]]
Watch = Callable[..., Ran]


@pytest.fixture
def folder(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write(lay_over({}))
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COPARENT_AS_AT", "2026-09-30")
    return folder


@pytest.fixture
def watch(run: Run, monkeypatch: pytest.MonkeyPatch) -> Watch:
    """Run the program with --watch: one step is done in each pause, and after the last of them Ctrl+C is pressed."""

    def watch_through(steps: Steps, *command: str) -> Ran:
        left = iter(steps)

        def pause(_: float) -> None:
            step = next(left, None)
            if step is None:
                raise KeyboardInterrupt
            step()

        monkeypatch.setattr(time, "sleep", pause)
        return run(*command, "--watch")

    return watch_through


def save(plan: Path, text: str) -> None:
    plan.write_text(text, encoding="utf-8")


def nothing() -> None:
    """Nobody saves anything."""


def test_a_check_waits_for_a_folder_that_is_away_and_says_so_once(folder: Path, watch: Watch) -> None:
    plans, away = folder / "plans", folder / "away"
    steps = [nothing, lambda: plans.rename(away), nothing, nothing, lambda: away.rename(plans), nothing]
    ran = watch(steps, "check")
    assert ran.err.count("waiting until it can be read again") == 1
    assert ran.out.count("no problems") == 2
    assert ran.err.endswith("stopped\n")
    assert ran.code == 2


def test_a_paper_is_made_again_when_the_folder_is_back(folder: Path, watch: Watch) -> None:
    plans, away = folder / "plans", folder / "away"
    steps = [lambda: plans.rename(away), nothing, lambda: away.rename(plans), nothing]
    ran = watch(steps, "render", "--template", "plan", "-o", "x.html")
    assert ran.err.count("waiting until it can be read again") == 1
    assert ran.err.count("wrote x.html") == 2


def test_a_file_that_is_away_broken_or_changed_is_judged_anew_each_time(folder: Path, watch: Watch) -> None:
    plan = folder / "plans" / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    steps = [
        plan.unlink,
        lambda: save(plan, text.replace("draft", "drat")),
        nothing,
        plan.unlink,
        lambda: plan.symlink_to("nowhere"),
        plan.unlink,
        plan.mkdir,
        plan.rmdir,
        lambda: save(plan, text),
        nothing,
    ]
    ran = watch(steps, "check", "--format", "concise")
    assert ran.out.count("no problems") == 2
    assert ran.out.count("drat") == 1
    assert ran.out.count("this link leads nowhere") == 1


def test_nothing_is_done_while_nothing_is_saved(folder: Path, watch: Watch) -> None:
    assert watch([nothing] * 5, "check").out.count("no problems") == 1


def test_a_save_of_the_same_length_within_a_moment_is_noticed(folder: Path, watch: Watch) -> None:
    plan = folder / "plans" / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    assert watch([lambda: save(plan, text.replace("draft", "drafd"))], "check", "--format", "concise").out.count(
        "drafd"
    )


def test_a_save_while_the_plans_are_checked_is_noticed(folder: Path, watch: Watch) -> None:
    """What a check mends it saves itself, after the files were looked at."""
    plan = folder / "plans" / "plan.yaml"
    save(plan, plan.read_text(encoding="utf-8").replace("status: draft", "status: drat"))
    ran = watch([nothing, nothing], "check", "--fix", "--format", "concise")
    assert ran.err.count("1 mended in 1 file") == 1
    assert ran.err.count("nothing could be mended safely") == 1


def test_a_template_that_is_saved_counts_too_and_a_folder_of_templates_may_go(folder: Path, watch: Watch) -> None:
    own = folder / "templates"
    own.mkdir()
    template = own / "plan.md.j2"
    save(template, "one")
    steps = [
        lambda: save(template, "two and more"),
        lambda: own.rename(folder / "gone"),
        lambda: own.symlink_to("/"),
        nothing,
        own.unlink,
        lambda: (folder / "gone").rename(own),
    ]
    ran = watch(steps, "render", "--template", "plan", "-o", "x.md")
    assert ran.err.count("wrote x.md") == 5
    assert ran.err.count("leads out of the folder that holds plans/") == 1
    assert (folder / "x.md").read_text(encoding="utf-8") == "two and more\n"
