"""Living with `coparent check`: choosing rules, baselines, counting, mending, watching, and writing for machines."""

import difflib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run, Write
from tests.workspaces import lay_over

FAULTY = lay_over({"plan": "partners: [icb, icb]\nbasis: invented"})


@pytest.fixture
def plans(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one warning, one fault that can be mended, and some notes."""
    folder = write(FAULTY)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COPARENT_AS_AT", "2026-09-30")
    return folder


@pytest.fixture
def run_at(run: Run, plans: Path) -> Run:
    """The program, run in that folder as at that day."""
    return lambda *arguments, **more: run(*arguments, "--as-at", "2026-09-30", **more)


def test_select_looks_for_one_family_only(run_at: Run) -> None:
    ran = run_at("check", "--select", "references", "--format", "concise")
    assert ran.code == 0
    assert "[repeated-reference]" in ran.out
    assert "[unknown-value]" not in ran.out


def test_ignore_leaves_a_rule_out(run_at: Run) -> None:
    out = run_at("check", "--ignore", "unknown-value", "--format", "concise").out
    assert "[repeated-reference]" in out
    assert "[unknown-value]" not in out


def test_a_name_that_no_rule_has_is_refused_with_the_nearest(run_at: Run) -> None:
    ran = run_at("check", "--select", "unknown-valeu")
    assert ran.code == 2
    assert "did you mean  --select unknown-value?" in ran.err


def test_statistics_count_by_rule(run_at: Run) -> None:
    lines = run_at("check", "--statistics").out.splitlines()
    assert lines[0].split()[:3] == ["1", "error", "unknown-value"]
    assert lines[1].split()[:3] == ["1", "warning", "repeated-reference"]


def test_a_baseline_lets_old_findings_pass_and_new_ones_fail(run_at: Run, plans: Path) -> None:
    assert run_at("check", "--write-baseline", "baseline.json").code == 0
    assert run_at("check", "--baseline", "baseline.json").code == 0
    plan = plans / "plans/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("status: draft", "status: drat"), encoding="utf-8")
    ran = run_at("check", "--baseline", "baseline.json", "--format", "concise")
    assert ran.code == 1
    assert "drat" in ran.out
    assert "invented" not in ran.out


def test_an_outdated_entry_is_reported(run_at: Run, plans: Path) -> None:
    run_at("check", "--write-baseline", "baseline.json")
    plan = plans / "plans/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("basis: invented", "basis: public"), encoding="utf-8")
    assert "no longer found" in run_at("check", "--baseline", "baseline.json").err


def test_fix_mends_what_it_can_and_reports_the_rest(run_at: Run, plans: Path) -> None:
    before = (plans / "plans/plan.yaml").read_bytes()
    ran = run_at("check", "--fix", "--format", "concise")
    assert ran.code == 0
    assert "1 mended in 1 file" in ran.err
    assert "[repeated-reference]" in ran.out
    assert (plans / "plans/plan.yaml").read_bytes() == before.replace(b"basis: invented", b"basis: illustrative")


def test_fix_keeps_a_byte_order_mark_line_endings_and_who_may_read_the_file(run_at: Run, plans: Path) -> None:
    file = plans / "plans/plan.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    file.chmod(0o640)
    before = file.read_bytes()
    run_at("check", "--fix")
    assert file.read_bytes() == before.replace(b"basis: invented", b"basis: illustrative")
    assert file.stat().st_mode & 0o777 == 0o640


def test_fix_does_not_touch_files_it_need_not_change(run_at: Run, plans: Path) -> None:
    others = {path: path.stat().st_mtime_ns for path in plans.rglob("*.yaml") if path.name != "plan.yaml"}
    run_at("check", "--fix")
    assert {path: path.stat().st_mtime_ns for path in others} == others


def test_diff_shows_and_mends_nothing(run_at: Run, plans: Path) -> None:
    before = (plans / "plans/plan.yaml").read_bytes()
    ran = run_at("check", "--diff")
    assert ran.code == 1
    assert "-basis: invented\n+basis: illustrative\n" in ran.out
    assert ran.out.startswith("--- a/plans/plan.yaml\n+++ b/plans/plan.yaml\n")
    assert (plans / "plans/plan.yaml").read_bytes() == before


def test_diff_hides_personal_data(run_at: Run, plans: Path) -> None:
    plan = plans / "plans/plan.yaml"
    text = plan.read_text(encoding="utf-8").replace("basis: invented", "basis: invented  # NHS number 999 000 0018")
    plan.write_text(text, encoding="utf-8")
    ran = run_at("check", "--diff")
    assert "+basis: illustrative" in ran.out
    assert "999" not in ran.out + ran.err


def test_output_writes_several_formats_in_one_run(run_at: Run, plans: Path) -> None:
    ran = run_at("check", "--output", "json=out/report.json", "--output", "junit=report.xml")
    assert "error[unknown-value]" in ran.out
    assert json.loads((plans / "out/report.json").read_text(encoding="utf-8"))["summary"]["errors"] == 1
    assert (plans / "report.xml").read_text(encoding="utf-8").startswith("<?xml")


@pytest.mark.parametrize("wrong", ["sarif", "sarif=", "srif=out.sarif"])
def test_an_output_that_names_no_file_or_format_is_refused(run_at: Run, wrong: str) -> None:
    ran = run_at("check", "--output", wrong)
    assert ran.code == 2
    assert ran.err.startswith("error: --output: ")


def test_on_github_annotations_follow_the_text_and_the_summary_is_written(
    run_at: Run, plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(plans / "summary.md"))
    lines = run_at("check").out.splitlines()
    annotations = [line for line in lines if line.lstrip().startswith("::")]
    assert lines[-len(annotations) :] == annotations
    assert annotations[0].startswith("::error file=plans/plan.yaml,")
    assert "unknown-value" in (plans / "summary.md").read_text(encoding="utf-8")


def test_on_github_a_format_that_was_asked_for_is_all_there_is(run_at: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert "::" not in run_at("check", "--format", "concise").out


def test_watch_checks_again_when_a_plan_is_saved(plans: Path) -> None:
    watching = subprocess.Popen(
        [sys.executable, "-u", "-m", "coparent", "check", "--watch", "--format", "concise"],
        cwd=plans,
        env={"PYTHONPATH": str(ROOT), "COPARENT_AS_AT": "2026-09-30", "PATH": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert watching.stdout is not None
    try:
        assert any("invented" in line for line in iter(watching.stdout.readline, ""))
        plan = plans / "plans/plan.yaml"
        plan.write_text(plan.read_text(encoding="utf-8").replace("invented", "guessed"), encoding="utf-8")
        assert any("guessed" in line for line in iter(watching.stdout.readline, ""))
    finally:
        watching.kill()
        watching.communicate()


def test_diff_shows_just_what_fix_does(run_at: Run, plans: Path) -> None:
    """Over the faults of every case that a program may mend, at once."""
    from coparent.rules import RULES
    from tests.rules.test_rules import ALL

    folder = plans / "plans" / "cases"
    folder.mkdir()
    mendable = [case for case in ALL if RULES[case.rule].family in ("reading", "shape", "references")]
    for number, case in enumerate(mendable):
        for path, text in case.texts.items():
            if isinstance(text, str) and path not in (
                "plans/strategy.yaml",
                "plans/measures.yaml",
                "plans/settings.yaml",
            ):
                (folder / f"{number}-{Path(path).name}").write_text(text, encoding="utf-8", newline="")
    before = {path: path.read_text(encoding="utf-8").splitlines() for path in sorted(plans.rglob("*.yaml"))}
    shown = run_at("check", "--diff").out
    run_at("check", "--fix")
    done = [
        line
        for path, lines in before.items()
        for line in difflib.unified_diff(
            lines,
            path.read_text(encoding="utf-8").splitlines(),
            f"a/{path.relative_to(plans).as_posix()}",
            f"b/{path.relative_to(plans).as_posix()}",
            lineterm="",
        )
    ]
    assert done != []
    assert sorted(shown.splitlines()) == sorted(done)
