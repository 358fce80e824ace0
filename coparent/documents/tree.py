"""The plan files of a folder: found by walking it, read when they are asked for."""

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from coparent.documents.reading import LARGEST, Unreadable, decode, too_large
from coparent.errors import CoparentError

FOLDER = "plans"
SUFFIXES = (".yaml", ".yml")


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


def _look_into(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        raise CoparentError(f"cannot look into {folder}: {error.strerror}", "check who may read the folder") from None


class PlanTree(Mapping[str, str | Unreadable]):
    """The texts of the plan files below a folder, by their path from the folder that holds it, read on demand.

    Names that start with a dot or an underscore are left out. Links are followed only to ordinary files inside the
    plans; nothing else that is no ordinary file is ever opened.
    """

    def __init__(self, plans: Path) -> None:
        self.plans = plans
        self._root = plans.resolve()
        self._files = dict(sorted(self._walk(plans, plans.name)))

    def _walk(self, top: Path, name: str) -> Iterator[tuple[str, Path]]:
        folders = [(top, name)]
        while folders:
            folder, name = folders.pop()
            for entry in _look_into(folder):
                path = Path(entry.path)
                if entry.name.startswith((".", "_")):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append((path, f"{name}/{entry.name}"))
                elif entry.name.lower().endswith(SUFFIXES) or (entry.is_symlink() and path.is_dir()):
                    yield f"{name}/{entry.name}", path

    def __getitem__(self, path: str) -> str | Unreadable:
        file = self._files[path]
        fault = self._refuse(file)
        if fault is not None:
            return fault
        try:
            with file.open("rb") as opened:
                return decode(opened.read(LARGEST + 1))
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            return Unreadable(f"this file cannot be read: {reason}", "check who may read it")

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def signature(self) -> tuple[tuple[str, int, int], ...]:
        """Every file with its size and the time it was last written, in nanoseconds: another after each change."""
        found: list[tuple[str, int, int]] = []
        for path, file in self._files.items():
            try:
                status = file.stat()
            except OSError:
                continue
            found.append((path, status.st_mtime_ns, status.st_size))
        return tuple(found)

    def original(self, path: str) -> bytes:
        """A file's bytes as they stand. Raises CoparentError if they cannot be read."""
        try:
            return self._files[path].read_bytes()
        except OSError as error:
            raise CoparentError(f"cannot read {path}: {error.strerror}", "check who may read it") from None

    def file(self, path: str) -> Path:
        """The file that holds a text; of a link, the file it leads to."""
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
