"""What is built installs and runs anywhere, with nothing but what it declares."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from coparent import __version__

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source archive, and the wheel that was built from it, as an installer would."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT], check=True, capture_output=True
    )
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a new environment that holds the wheel, what the wheel asks for, and nothing else."""
    environment = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "--python", programs / "python", "--disable-pip-version-check", "install"),
            *("--quiet", "--no-deps", "--no-index", next(built.glob("*.whl"))),
        ],
        check=True,
        capture_output=True,
    )
    asked = subprocess.run(
        [programs / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    borrow(dependencies(PROJECT["dependencies"]), Path(asked.stdout.strip()))
    return programs


def test_the_wheel_holds_the_program_and_nothing_else(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = wheel.namelist()
    information = f"coparent-{__version__}.dist-info"
    assert {name.split("/")[0] for name in names} == {"coparent", information}
    assert f"{information}/licenses/LICENSE" in names
    ours = {path.relative_to(ROOT).as_posix() for path in (ROOT / "coparent").rglob("*.py")}
    assert ours <= set(names)
    assert not [name for name in names if "cache" in name]


def test_the_source_archive_holds_what_a_packager_needs(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames()}
    assert {"LICENSE", "README.md", "Makefile", "pyproject.toml", "plans/strategy.yaml", "tests/conftest.py"} <= names
    assert not [name for name in names if "cache" in name or name.startswith(".venv")]


def test_what_is_installed_tells_its_version(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "coparent", "--version", folder=tmp_path) == f"coparent {__version__}\n"


def test_what_is_installed_checks_plans_outside_the_clone(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    below = tmp_path / "plans" / "delivery"
    check = ("check", "--as-at", "2026-11-30")
    assert "no problems" in run(installed / "coparent", *check, folder=below)
    assert "no problems" in run(installed / "python", "-m", "coparent", *check, folder=tmp_path)


def test_what_is_installed_prints_its_schema(installed: Path, tmp_path: Path) -> None:
    assert '"$schema"' in run(installed / "coparent", "schema", folder=tmp_path)


def test_everything_asked_for_is_pinned_without_an_address() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert [pin for pin in pins if not re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", pin)] == []
    asked = [*PROJECT["dependencies"], *(one for extra in PROJECT["optional-dependencies"].values() for one in extra)]
    assert {canonicalize_name(name) for name in dependencies(asked)} <= {pin.split("==")[0] for pin in pins}


def dependencies(asked: list[str]) -> set[str]:
    """The distributions asked for, those that they ask for, and so on; past one that is not here, no further."""
    found: set[str] = set()
    waiting = [Requirement(one) for one in asked]
    while waiting:
        requirement = waiting.pop()
        if requirement.name in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        found.add(requirement.name)
        try:
            waiting += [Requirement(one) for one in distribution(requirement.name).requires or []]
        except PackageNotFoundError:
            continue
    return found


def borrow(names: set[str], packages: Path) -> None:
    """Link what these distributions installed here into another environment: no network, and nothing undeclared."""
    for name in names:
        for source in _parts(name):
            target = packages / source.name
            if not target.exists():
                target.symlink_to(source, target_is_directory=source.is_dir())


def _parts(name: str) -> Iterator[Path]:
    found = distribution(name)
    for part in {file.parts[0] for file in found.files or [] if file.parts[0] not in ("..", "__pycache__")}:
        yield Path(str(found.locate_file(part)))


def run(*command: str | Path, folder: Path) -> str:
    """What a program writes when nothing of this environment is left to it."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    done = subprocess.run(
        command, cwd=folder, env={**kept, "PYTHONUTF8": "1"}, check=False, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
