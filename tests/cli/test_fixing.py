"""`--fix` writes over nothing that it has not read, and all files or none."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Ran, Run, Write
from tests.workspaces import lay_over

FAULTY = "basis: invented"
MEND = ("check", "--fix", "--format", "concise")


@pytest.fixture
def plans(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two plans, each with a fault that can be mended."""
    texts = lay_over({"plan": FAULTY})
    second = texts["plans/plan.yaml"].replace("home-plan", "second-plan").replace("a1", "a2")
    folder = write({**texts, "plans/second.yaml": second})
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COPARENT_AS_AT", "2026-09-30")
    return folder / "plans"


def fix_while(plans: Path, meanwhile: str) -> Ran:
    """Mend the plans in a process in which something else happens once the last of them has been read."""
    program = f"""
import os, sys
from pathlib import Path
plan = Path("plans/plan.yaml")
is_done = False
def meanwhile(event, arguments):
    global is_done
    if event == "open" and str(arguments[0]).endswith("strategy.yaml") and not is_done:
        is_done = True
        {meanwhile}
sys.addaudithook(meanwhile)
sys.argv = ["coparent", "check", "--fix", "--format", "concise"]
from coparent.__main__ import main
main()
"""
    environment = {"PYTHONPATH": str(ROOT), "COPARENT_AS_AT": "2026-09-30"}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=plans.parent, env=environment, capture_output=True, text=True, check=False
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    ("meanwhile", "saved"),
    [
        ("plan.write_text('kind: plan')", b"kind: plan"),
        ("plan.write_bytes(plan.read_bytes() + b'# \\x07')", None),
        ("plan.write_bytes(plan.read_bytes().replace(b'invented', b'guessed!'))", None),
        ("plan.unlink()", b""),
    ],
    ids=["another text", "a control character", "as many letters", "gone"],
)
def test_a_file_that_changes_while_it_is_checked_is_left_as_it_is_then(
    plans: Path, meanwhile: str, saved: bytes | None
) -> None:
    second = (plans / "second.yaml").read_bytes()
    ran = fix_while(plans, meanwhile)
    assert ran.code == 2
    assert "plan.yaml was saved while it was being checked" in ran.err
    assert "Traceback" not in ran.err
    left = (plans / "plan.yaml").read_bytes() if (plans / "plan.yaml").exists() else b""
    assert left == saved if saved is not None else b"illustrative" not in left
    assert (plans / "second.yaml").read_bytes() == second


def test_where_one_file_may_not_be_written_none_is(plans: Path, run: Run) -> None:
    (plans / "second.yaml").chmod(0o444)
    before = (plans / "plan.yaml").read_bytes()
    ran = run(*MEND)
    assert ran.code == 2
    assert "second.yaml: the file is read-only" in ran.err
    assert (plans / "plan.yaml").read_bytes() == before


def test_a_plan_that_has_several_names_below_the_plans_is_mended_once(plans: Path, run: Run) -> None:
    (plans / "second.yaml").unlink()
    (plans / "second.yaml").hardlink_to(plans / "plan.yaml")
    (plans / "third.yaml").symlink_to("plan.yaml")
    ran = run(*MEND)
    assert "1 mended in 1 file" in ran.err
    assert "invented" not in ran.out
    assert {path.read_text(encoding="utf-8").count("illustrative") for path in plans.glob("*d.yaml")} == {1}


def test_every_name_of_a_file_is_mended_and_links_stay_links(plans: Path, run: Run) -> None:
    (plans.parent / "kept.yaml").hardlink_to(plans / "plan.yaml")
    (plans / "second.yaml").rename(plans / "_second.yaml")
    (plans / "second.yaml").symlink_to("_second.yaml")
    ran = run(*MEND)
    assert ran.code == 0
    assert "2 mended in 2 files" in ran.err
    assert "basis: illustrative" in (plans.parent / "kept.yaml").read_text(encoding="utf-8")
    assert (plans / "second.yaml").is_symlink()
    assert "basis: illustrative" in (plans / "_second.yaml").read_text(encoding="utf-8")
    assert sorted(path.name for path in plans.iterdir()) == [
        "_second.yaml", "measures.yaml", "plan.yaml", "second.yaml", "strategy.yaml"
    ]  # fmt: skip
