"""Files written whole or not at all."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coparent.errors import CoparentError
from coparent.text.file_writing import write_bytes, write_file
from tests.conftest import ROOT


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


def test_a_file_that_cannot_be_written_is_left_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "x.yaml"
    file.write_text("old", encoding="utf-8")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(CoparentError, match=r"cannot write .*no space left on device"):
        write_file(file, "new")
    assert file.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_somebody_saved_meanwhile_is_left_as_they_saved_it(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text("theirs", encoding="utf-8")
    with pytest.raises(CoparentError, match="was saved while it was being mended"):
        write_bytes(file, b"ours", expected=b"old")
    assert file.read_text(encoding="utf-8") == "theirs"
    write_bytes(file, b"ours", expected=b"theirs")
    assert file.read_bytes() == b"ours"
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_is_followed_and_every_name_of_a_file_shows_the_new_text(tmp_path: Path) -> None:
    file, link, other_name = tmp_path / "x", tmp_path / "link", tmp_path / "other"
    file.write_text("a longer old text", encoding="utf-8")
    link.symlink_to("x")
    write_file(link, "new")
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8") == "new"
    other_name.hardlink_to(file)
    write_file(file, "newer")
    assert other_name.read_text(encoding="utf-8") == "newer"


def test_what_is_no_ordinary_file_is_written_into(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_file(pipe, "new")
        assert os.read(reader, 100) == b"new"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_pipe_that_nobody_reads_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CoparentError, match="nobody reads this pipe"):
        write_file(tmp_path / "pipe", "new")


def test_the_longest_name_that_a_file_may_have_is_no_hindrance(tmp_path: Path) -> None:
    file = tmp_path / ("x" * 250 + ".yaml")
    write_file(file, "new")
    assert file.read_text(encoding="utf-8") == "new"


def test_a_folder_in_the_way_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    with pytest.raises(CoparentError):
        write_file(tmp_path / "x", "y")
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_a_file_of_several_names_keeps_its_old_text_where_there_is_no_room(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"old" * 1000)
    (tmp_path / "other").hardlink_to(file)
    with room_for(5_000), pytest.raises(CoparentError, match="file too large"):
        write_bytes(file, b"new" * 10_000)
    assert (tmp_path / "other").read_bytes() == b"old" * 1000
    write_bytes(file, b"new")
    assert (tmp_path / "other").read_bytes() == b"new"


def test_a_file_for_which_there_is_no_room_leaves_nothing_behind(tmp_path: Path) -> None:
    with room_for(5_000), pytest.raises(CoparentError, match="file too large"):
        write_bytes(tmp_path / "x", b"new" * 10_000)
    assert list(tmp_path.iterdir()) == []


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """As long as this lasts no file may grow beyond a size, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_file_that_nobody_is_to_write_to_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o444)
    with pytest.raises(CoparentError, match="the file is read-only"):
        write_file(file, "new")
    assert file.read_text(encoding="utf-8") == "old"


def test_links_in_a_circle_are_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(CoparentError, match="cannot write"):
        write_file(tmp_path / "a", "new")
    assert (tmp_path / "a").is_symlink()


@pytest.mark.parametrize("name", ["x" * 5_000, "a\0b"])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(CoparentError, match="cannot write"):
        write_file(tmp_path / name, "new")
    assert list(tmp_path.iterdir()) == []


PROGRAM = """
import os, signal, sys
from pathlib import Path
from coparent.text.file_writing import write_file
calls = {calls}
def stop(event, arguments):
    global calls
    if event in ("os.link", "os.rename", "os.chmod", "os.remove", "os.chown") or event == "open":
        calls -= 1
        if calls < 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(stop)
write_file(Path({file!r}), "new" * 1000)
"""
"""Writes a file, and is killed before one of the steps of that."""


@pytest.mark.parametrize("has_nameless_files", [True, False])
def test_whenever_it_is_killed_there_is_the_old_file_or_the_new_and_nothing_else(
    tmp_path: Path, has_nameless_files: bool
) -> None:
    file = tmp_path / "x"
    without = "" if has_nameless_files else "import os\ndel os.O_TMPFILE\n"
    killed, codes = 0, set[int]()
    while 0 not in codes:
        file.write_text("old", encoding="utf-8")
        program = without + PROGRAM.format(calls=killed, file=str(file))
        # Whoever takes away what is left holds this pipe until that is done.
        with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=ROOT) as writing:
            writing.communicate()
        codes.add(writing.returncode)
        assert file.read_text(encoding="utf-8") in ("old", "new" * 1000)
        assert list(tmp_path.iterdir()) == [file]
        killed += 1
    assert codes == {0, -signal.SIGKILL}
    assert killed > 3
