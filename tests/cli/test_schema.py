"""`coparent schema`: what it prints, and the files it writes."""

import json
from pathlib import Path

import pytest

from coparent.schema.kinds import KINDS
from tests.conftest import Run


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_of_a_kind_is_printed_and_nothing_else(kind: str, run: Run) -> None:
    ran = run("schema", kind)
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["properties"]["kind"]["const"] == kind
    assert ran.out.endswith("}\n")


def test_without_a_kind_all_of_them_are_one_schema(run: Run) -> None:
    ran = run("schema")
    assert (ran.code, ran.err) == (0, "")
    assert all(f'"{kind}"' in ran.out for kind in KINDS)
    json.loads(ran.out)


def test_files_are_written_for_each_kind_and_for_all(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "schemas" / "new"
    ran = run("schema", "--write", str(folder))
    assert (ran.code, ran.out) == (0, "")
    written = sorted(path.name for path in folder.iterdir())
    assert ran.err == f"{len(written)} schemas written to {folder.as_posix()}\n"
    assert len(written) == len(KINDS) + 1
    for kind in KINDS:
        assert (folder / f"{kind}.schema.json").read_text(encoding="utf-8") == run("schema", kind).out
    assert (folder / "coparent.schema.json").read_text(encoding="utf-8") == run("schema").out


def test_writing_twice_changes_nothing(run: Run, tmp_path: Path) -> None:
    run("schema", "--write", str(tmp_path))
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    run("schema", "--write", str(tmp_path))
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_folder_that_is_a_file_is_no_run(run: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    ran = run("schema", "--write", str(tmp_path / "taken"))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: cannot write ")
    assert "  = fix: " in ran.err
    assert (tmp_path / "taken").read_text() == "mine"
