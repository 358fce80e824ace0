"""Files written whole or not at all."""

from pathlib import Path

import pytest

from coparent.errors import CoparentError
from coparent.text.file_writing import write_bytes, write_file


def test_a_text_is_written_as_it_is_into_folders_made_for_it(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "x.yaml"
    write_file(file, "größe: 1\r\nb: 2\n")
    assert file.read_bytes() == "größe: 1\r\nb: 2\n".encode()
    assert [path.name for path in file.parent.iterdir()] == ["x.yaml"]


def test_who_may_read_a_file_is_kept_and_a_new_one_is_for_everyone_to_read(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("x", encoding="utf-8")
    old.chmod(0o600)
    for file in (old, new):
        write_bytes(file, b"y")
    assert (old.stat().st_mode & 0o777, new.stat().st_mode & 0o777) == (0o600, 0o644)


@pytest.mark.parametrize("fails", ["replace", "chmod"])
def test_a_file_that_cannot_be_written_is_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    file = tmp_path / "x.yaml"
    file.write_text("old", encoding="utf-8")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, fails, refuse)
    with pytest.raises(CoparentError, match=r"cannot write .*no space left on device"):
        write_file(file, "new")
    assert file.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_in_the_way_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    with pytest.raises(CoparentError):
        write_file(tmp_path / "x", "y")
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
