"""The files that the results of a run go to: none of them a plan, and no two the same."""

import stat
from collections.abc import Collection, Hashable, Iterator
from pathlib import Path
from unicodedata import normalize

from coparent.cli.output import write_to
from coparent.cli.terminal import shorten
from coparent.documents.plan_files import find_plans
from coparent.documents.tree import PlanTree
from coparent.errors import CoparentError
from coparent.text.file_reading import find_status, is_link, real_path
from coparent.text.file_writing import find_stream
from coparent.text.sentences import listing


class ResultFiles:
    """Writes each result to its file, and where that fails says which were written before.

    Raises CoparentError, before anything is written, for a file of the plans and for two results of one file.
    """

    def __init__(self, paths: Collection[Path], *trees: PlanTree) -> None:
        self._written: list[str] = []
        _refuse_plans(paths, trees)
        _refuse_same(paths)

    def write(self, path: Path, text: str, form: str = "text") -> None:
        """Write a result, in its form. Raises CoparentError if that cannot be done."""
        try:
            write_to(path, text, form)
        except CoparentError as error:
            before = f"; {listing(self._written)} had been written before" if self._written else ""
            raise CoparentError(f"{error.message}{before}", error.advice) from None
        self._written.append(shorten(path))


def find_trees(*starts: Path) -> Iterator[PlanTree]:
    """The plans nearest to each of some folders, for a verb that writes files and reads no plans."""
    for start in starts:
        try:
            yield PlanTree(find_plans(start.absolute()))
        except (CoparentError, OSError):
            continue


def _refuse_plans(paths: Collection[Path], trees: Collection[PlanTree]) -> None:
    for path in paths:
        if any(tree.is_plan(path) for tree in trees):
            name, link = shorten(path), ""
            if is_link(path):
                name, link = shorten(real_path(path)), f", and {name} leads there"
            raise CoparentError(
                f"{name} is a plan file; results are not written over it{link}", "name another file, outside the plans"
            )


def _refuse_same(paths: Collection[Path]) -> None:
    seen: dict[Hashable, Path] = {}
    for path in paths:
        marks = _identify(path)
        earlier = next((seen[mark] for mark in marks if mark in seen), None)
        if earlier is not None:
            names = listing(dict.fromkeys((shorten(earlier), shorten(path))))
            raise CoparentError(
                f"two results are to go to one file: {names}", "name a file of its own for each, or only one of them"
            )
        seen |= dict.fromkeys(marks, path)


def _identify(path: Path) -> Collection[Hashable]:
    """What two paths of one file have in common on some disk; nothing for a device, or for stdout: both have room."""
    status = find_status(path)
    if status is not None and (stat.S_ISCHR(status.st_mode) or find_stream(status) is not None):
        return ()
    place = normalize("NFC", real_path(path).as_posix()).casefold()
    return (place,) if status is None else (place, (status.st_dev, status.st_ino))
