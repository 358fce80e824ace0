"""The plan files of a folder: found by walking it, opened when they are asked for."""

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from coparent.documents.reading import LARGEST, Unreadable, too_large
from coparent.errors import CoparentError

FOLDER = "plans"
SUFFIXES = (".yaml", ".yml")

Stamp: TypeAlias = tuple[int, int]
"""When a file was last written, in nanoseconds, and how many bytes it has."""


def find_plans(start: Path) -> Path:
    """The nearest `plans/` folder, in a folder or in one above it. Raises CoparentError if there is none."""
    for folder in (start, *start.parents):
        if folder.name == FOLDER and any(entry.suffix in SUFFIXES for entry in _entries(folder)):
            return folder
        if (folder / FOLDER).is_dir():
            return folder / FOLDER
    raise CoparentError(
        f"no {FOLDER}/ folder here, nor in any folder above",
        f"go to a folder that has one, or name it:  coparent check --plans path/to/{FOLDER}",
    )


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


class PlanTree(Mapping[str, bytes | Unreadable]):
    """The bytes of the plan files below a folder, by their path from the folder that holds it, read on demand.

    Names that start with a dot or an underscore are left out. Links are followed only to ordinary files inside the
    plans; nothing else that is no ordinary file is ever opened. Raises CoparentError for a folder nobody may read.
    """

    def __init__(self, plans: Path) -> None:
        self.plans = plans
        self._root = plans.resolve()
        self._files = dict(sorted(_find_files(plans)))
        self._stamps: dict[str, Stamp] = {}

    def __getitem__(self, path: str) -> bytes | Unreadable:
        file = self._files[path]
        fault = self._refuse(file)
        if fault is not None:
            return fault
        try:
            with file.open("rb") as opened:
                self._stamps[path] = _stamp(os.fstat(opened.fileno()))
                return opened.read(LARGEST + 1)
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            return Unreadable(f"this file cannot be read: {reason}", "check who may read it")

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def signature(self) -> tuple[tuple[str, Stamp], ...]:
        """Every file that is there with its stamp: another signature after each save."""
        stamps = ((path, self._find_stamp(path)) for path in self._files)
        return tuple((path, stamp) for path, stamp in stamps if stamp is not None)

    def has_changed(self, path: str) -> bool:
        """Whether a file has been saved, or taken away, since it was read."""
        return self._find_stamp(path) != self._stamps.get(path)

    def _find_stamp(self, path: str) -> Stamp | None:
        try:
            return _stamp(self._files[path].stat())
        except OSError:
            return None

    def file(self, path: str) -> Path:
        """The file to write a text into: of a link, the file it leads to."""
        return self._files[path].resolve()

    def name(self, path: Path) -> str | None:
        """What a file or folder is called among the texts; None if it lies outside the plans."""
        for top in (self.plans.absolute(), self._root):
            for asked in (Path(os.path.normpath(path.absolute())), path.resolve()):
                if asked.is_relative_to(top):
                    return "/".join((self.plans.name, *asked.relative_to(top).parts))
        return None

    def exists(self, path: str) -> bool:
        """Whether a path from the folder that holds the plans leads to something inside that folder."""
        holder = self._root.parent
        try:
            target = (holder / path).resolve()
            return target.is_relative_to(holder) and target.exists()
        except (OSError, RuntimeError, ValueError):  # A name too long for the disk, or links in a loop.
            return False

    def _refuse(self, file: Path) -> Unreadable | None:
        """Why a file must not be opened, found out without opening it."""
        try:
            is_link = file.is_symlink()
            target = file.resolve(strict=True) if is_link else file
            status = target.stat()
        except (OSError, RuntimeError):
            return Unreadable("this link leads nowhere", "put the file itself here, or take the link out")
        if is_link and not target.is_relative_to(self._root):
            return Unreadable("this link leads out of the plans", "put the file itself here")
        if is_link and stat.S_ISDIR(status.st_mode):
            return Unreadable(
                "this link leads to a folder, and such links are not followed", "put the folder itself here"
            )
        if not stat.S_ISREG(status.st_mode):
            return Unreadable("this is not an ordinary file", "take it out, or put a text file in its place")
        return too_large(status.st_size) if status.st_size > LARGEST else None


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_size


def _find_files(plans: Path) -> Iterator[tuple[str, Path]]:
    folders = [(plans, plans.name)]
    while folders:
        folder, name = folders.pop()
        for entry in _scan(folder):
            path = Path(entry.path)
            if entry.name.startswith((".", "_")):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append((path, f"{name}/{entry.name}"))
            elif entry.name.lower().endswith(SUFFIXES) or (entry.is_symlink() and path.is_dir()):
                yield f"{name}/{entry.name}", path


def _scan(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        raise CoparentError(f"cannot look into {folder}: {error.strerror}", "check who may read the folder") from None
