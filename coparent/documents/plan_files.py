"""Plan files on the disk: the nearest folder that holds them, and every one below it."""

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from coparent.documents.misnamed import is_kept_by_an_editor, read_opening
from coparent.documents.reading import LARGEST
from coparent.errors import CoparentError
from coparent.text.file_reading import is_folder, is_link, real_path
from coparent.values import frozen

FOLDER = "plans"
MOST_FILES = 6_000
"""How many plans one run reads: far more than a county has, and as many as are checked in a few seconds."""
MOST_BYTES = 20_000_000
"""How much they may hold together: half of what would fill the memory a run may take."""
MOST_ENTRIES = 20_000
"""How many files and folders, plans or not, are looked at."""
DEEPEST = 32
"""How many folders may lie inside one another."""
_SUFFIXES = (".yaml", ".yml")


def is_plan_name(name: str) -> bool:
    """Whether a file of this name holds a plan, going by how the name ends."""
    return name.lower().endswith(_SUFFIXES)


def find_plans(start: Path) -> Path:
    """The nearest `plans/` folder, in a folder or in one above it. Raises CoparentError if there is none."""
    for folder in (start, *start.parents):
        if folder.name == FOLDER and _holds_plans(folder):
            return folder
        if is_folder(folder / FOLDER):
            return folder / FOLDER
        if is_link(folder / FOLDER):
            raise CoparentError(f"{FOLDER}/ is a link that leads to no folder", "put the plans themselves there")
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


def refuse_link_out(plans: Path) -> None:
    """Raise CoparentError for a folder of plans that is a link, and leads out of the folder that holds it."""
    target = real_path(plans)
    if is_link(plans) and not target.is_relative_to(real_path(plans.parent)):
        raise CoparentError(
            f"{plans.name}/ is a link that leads out of the folder that holds it",
            f"put the plans themselves there, or name where they are:  --plans {target.as_posix()}",
        )


def find_files(plans: Path) -> Iterator[FoundFile]:
    """Every plan file below a folder, and every other that opens as a plan does, in no order, links among them.

    Names that start with a dot or an underscore are left out, and no link is followed. Raises CoparentError for a
    folder nobody may read, and for more than one run can read.
    """
    folders = [(plans, plans.name, 1)]
    looked_at = 0
    while folders:
        folder, name, depth = folders.pop()
        for entry in _scan(folder, MOST_ENTRIES - looked_at, is_top=depth == 1):
            looked_at += 1
            if looked_at > MOST_ENTRIES or depth > DEEPEST:
                limit = f"{DEEPEST} folders inside" if depth > DEEPEST else f"{MOST_ENTRIES:,} files and folders in"
                raise _too_much(limit, plans)
            if entry.name.startswith((".", "_")):
                continue
            if _is_folder(entry):
                folders.append((Path(entry.path), f"{name}/{entry.name}", depth + 1))
            elif found := _find_file(entry, f"{name}/{entry.name}"):
                yield found


def _find_file(entry: os.DirEntry[str], shown: str) -> FoundFile | None:
    """A plan, a link to a folder, or a file that opens as a plan does; None for any other."""
    path = Path(entry.path)
    if is_plan_name(entry.name) or (entry.is_symlink() and is_folder(path)):
        return FoundFile(shown, path)
    opening = read_opening(entry) if not is_kept_by_an_editor(entry.name) else b""
    return FoundFile(shown, path, opening) if opening else None


def list_files(plans: Path) -> list[FoundFile]:
    """The same files, by their paths. Raises CoparentError for more of them than one run reads, too."""
    found = list(islice(find_files(plans), MOST_FILES + 1))
    if len(found) > MOST_FILES:
        raise _too_much(f"{MOST_FILES:,} plan files in", plans)
    return sorted(found, key=lambda file: file.path)


def refuse_too_large(plans: Path, sizes: Iterable[int]) -> None:
    """Raise CoparentError for files that are too large all together; those too large by themselves are not read."""
    if sum(size for size in sizes if size <= LARGEST) > MOST_BYTES:
        raise _too_much(f"{MOST_BYTES // 1_000_000} MB of plan files in", plans)


def _too_much(limit: str, plans: Path) -> CoparentError:
    return CoparentError(
        f"there are more than {limit} {plans.as_posix()}, too many for one run",
        "name the folder that holds the plan files, or move out of it what is no longer needed",
    )


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:  # It has just gone.
        return False


def _holds_plans(folder: Path) -> bool:
    try:
        return any(is_plan_name(entry.name) for entry in folder.iterdir())
    except OSError:
        return False


def _scan(folder: Path, most: int, *, is_top: bool) -> list[os.DirEntry[str]]:
    """What lies in a folder, one more than `most` at most; nothing in one below the plans that has just gone."""
    try:
        with os.scandir(folder) as entries:
            return list(islice(entries, most + 1))
    except (FileNotFoundError, NotADirectoryError) as error:
        if not is_top:
            return []
        raise _cannot_look(folder, error) from None
    except OSError as error:
        raise _cannot_look(folder, error) from None


def _cannot_look(folder: Path, error: OSError) -> CoparentError:
    return CoparentError(f"cannot look into {folder}: {error.strerror}", "check who may read the folder")
