"""Plan files on the disk: the nearest folder that holds them, and every one below it."""

import os
from collections.abc import Iterator
from pathlib import Path

from coparent.documents.misnamed import is_kept_by_an_editor, read_opening
from coparent.errors import CoparentError
from coparent.values import frozen

FOLDER = "plans"
_SUFFIXES = (".yaml", ".yml")


def is_plan_name(name: str) -> bool:
    """Whether a file of this name holds a plan, going by how the name ends."""
    return name.lower().endswith(_SUFFIXES)


def find_plans(start: Path) -> Path:
    """The nearest `plans/` folder, in a folder or in one above it. Raises CoparentError if there is none."""
    for folder in (start, *start.parents):
        if folder.name == FOLDER and _holds_plans(folder):
            return folder
        if (folder / FOLDER).is_dir():
            return folder / FOLDER
    raise CoparentError(
        f"no {FOLDER}/ folder here, nor in any folder above",
        f"go to a folder that has one, or name it:  coparent check --plans path/to/{FOLDER}",
    )


@frozen
class FoundFile:
    """A file below the plans, by its path from the folder that holds them.

    `opening` is empty for a plan; it is the first lines of a file that holds one, but whose name is no plan's.
    """

    path: str
    file: Path
    opening: bytes = b""


def find_files(plans: Path) -> Iterator[FoundFile]:
    """Every plan file below a folder, and every other that opens as a plan does, in no order, links among them.

    Names that start with a dot or an underscore are left out, and no link is followed. Raises CoparentError for a
    folder nobody may read.
    """
    folders = [(plans, plans.name)]
    while folders:
        folder, name = folders.pop()
        for entry in _scan(folder):
            path = Path(entry.path)
            if entry.name.startswith((".", "_")):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append((path, f"{name}/{entry.name}"))
            elif is_plan_name(entry.name) or (entry.is_symlink() and path.is_dir()):
                yield FoundFile(f"{name}/{entry.name}", path)
            elif not is_kept_by_an_editor(entry.name) and (opening := read_opening(entry)):
                yield FoundFile(f"{name}/{entry.name}", path, opening)


def _holds_plans(folder: Path) -> bool:
    try:
        return any(is_plan_name(entry.name) for entry in folder.iterdir())
    except OSError:
        return False


def _scan(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        raise CoparentError(f"cannot look into {folder}: {error.strerror}", "check who may read the folder") from None
