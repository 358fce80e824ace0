"""What other repositories use of this one: the pre-commit hooks and the GitHub action."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT
from tests.workspaces import lay_over

PACKAGE = ("coparent", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=A tester", "-c", "user.email=tester@example.org", "-c", "init.defaultBranch=main"]
    done = subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project, as another repository would fetch it."""
    folder = tmp_path_factory.mktemp("project")
    for name in PACKAGE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "As it is")
    return folder


def run_hook(project: Path, folder: Path, hook: str, store: Path) -> subprocess.CompletedProcess[str]:
    """Run one hook with pre-commit itself, which installs the project; what that depends on is lent to it."""
    revision = git(project, "rev-parse", "HEAD")
    config = {"repos": [{"repo": str(project), "rev": revision, "hooks": [{"id": hook}]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    lent = {"PYTHONPATH": sysconfig.get_path("purelib"), "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0"}
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose"],
        cwd=folder,
        env={**os.environ, **lent, "PRE_COMMIT_HOME": str(store), "COPARENT_AS_AT": "2026-09-30", "GITHUB_ACTIONS": ""},
        capture_output=True,
        text=True,
        check=False,
    )


def put(folder: Path, texts: dict[str, str]) -> Path:
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_hooks_check_and_mend_a_repository_of_plans(project: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    faulty = put(tmp_path / "faulty", lay_over({"plan": "basis: invented"}))
    refused = run_hook(project, faulty, "coparent-check", store)
    assert refused.returncode == 1, refused.stdout + refused.stderr
    assert "error[unknown-value]" in refused.stdout

    mended = run_hook(project, faulty, "coparent-fix", store)
    assert "files were modified by this hook" in mended.stdout, mended.stdout + mended.stderr
    assert "basis: illustrative" in (faulty / "plans/plan.yaml").read_text(encoding="utf-8")

    passed = run_hook(project, faulty, "coparent-check", store)
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_the_action_takes_every_value_through_the_environment() -> None:
    """A value that stood in the script itself could run a command that a pull request wrote."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    scripts = [step["run"] for step in action["runs"]["steps"] if "run" in step]
    assert scripts
    assert not any("${{" in script for script in scripts)


def run_action(folder: Path, fail_on: str, arguments: str = "", sarif: str = "") -> subprocess.CompletedProcess[str]:
    """The script of the action's last step, run in a folder as GitHub runs it."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", action["runs"]["steps"][-1]["run"]],
        cwd=folder,
        env={
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "GITHUB_ACTIONS": "true",
            "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
            "COPARENT_PLANS": "plans",
            "COPARENT_AS_AT": "2026-09-30",
            "COPARENT_FAIL_ON": fail_on,
            "COPARENT_ARGUMENTS": arguments,
            "COPARENT_SARIF": sarif,
        },
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("fail_on", ["error", "never"])
def test_the_actions_script_runs_as_it_stands(fail_on: str, tmp_path: Path) -> None:
    folder = put(tmp_path, lay_over({"plan": "basis: invented"}))
    done = run_action(folder, fail_on, "--select shape", "out.sarif")
    assert done.returncode == (1 if fail_on == "error" else 0), done.stderr
    assert "::error file=plans/plan.yaml" in done.stdout
    assert (folder / "out.sarif").exists()
    assert "unknown-value" in (folder / "summary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("template", "fail_on", "code"), [("mine", "error", 1), ("mine", "never", 0), ("plan", "error", 0)]
)
def test_the_action_makes_every_paper_and_writes_none(template: str, fail_on: str, code: int, tmp_path: Path) -> None:
    paper = f"kind: paper\nid: panel\ntitle: How it goes\ntemplate: {template}\nas_at: 2026-06-30\n"
    folder = put(tmp_path, {**lay_over({}), "plans/paper.yaml": paper})
    (folder / "templates").mkdir()
    (folder / "templates" / "mine.md.j2").write_text("{{ paper.titel }}", encoding="utf-8")
    before = sorted(folder.rglob("*"))
    done = run_action(folder, fail_on, "--select shape")
    said = "can be made as Markdown and HTML" if code == 0 and template == "plan" else 'has no field "titel"'
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    assert sorted(folder.rglob("*")) == sorted([*before, folder / "summary.md"])


def test_the_action_does_not_pass_over_a_run_that_could_not_be_made(tmp_path: Path) -> None:
    assert run_action(tmp_path, "never").returncode == 2
