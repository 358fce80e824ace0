"""The plans that speed is measured on are what they claim to be."""

import subprocess
import sys
from pathlib import Path

from tests.benchmarks.made_plans import ACTIONS, AS_AT, write_workspace
from tests.benchmarks.plain_script import find_faults


def test_generated_plans_are_sound_and_of_a_usual_size(tmp_path: Path) -> None:
    root = write_workspace(tmp_path, plans=4)
    done = subprocess.run(
        [sys.executable, "-m", "coparent", "check", "--plans", root, "--as-at", AS_AT],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert (done.returncode, done.stdout.split(", no ")[0]) == (0, f"4 plans, {4 * ACTIONS} actions")
    assert find_faults(root) == []
    for path in (root / "delivery").iterdir():
        text = path.read_text(encoding="utf-8")
        assert 14_000 < len(text) < 17_000
        assert 420 < text.count("\n") < 500


def test_each_fault_of_a_spoilt_plan_is_found_once(tmp_path: Path) -> None:
    root = write_workspace(tmp_path, plans=3, faults=10)
    done = subprocess.run(
        [sys.executable, "-m", "coparent", "check", "--plans", root, "--as-at", AS_AT],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 1
    assert "\n30 problems in 3 files" in done.stdout


def test_one_seed_makes_the_same_plans_however_many(tmp_path: Path) -> None:
    few, more = write_workspace(tmp_path / "few", plans=2), write_workspace(tmp_path / "more", plans=3)
    for path in (few / "delivery").iterdir():
        assert path.read_bytes() == (more / "delivery" / path.name).read_bytes()


def test_the_plain_script_finds_a_name_that_nothing_has(tmp_path: Path) -> None:
    root = write_workspace(tmp_path, plans=1)
    path = root / "delivery" / "plan-0001.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("measure-", "measures-", 1), encoding="utf-8")
    assert len(find_faults(root)) == 1
