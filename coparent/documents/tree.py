"""A folder of plans: its files by their paths, each read when it is asked for."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from coparent.documents.file_bytes import read_bytes
from coparent.documents.plan_files import find_files
from coparent.documents.reading import Unreadable


class PlanTree(Mapping[str, bytes | Unreadable]):
    """The bytes of the plan files below a folder, by their path from the folder that holds it.

    Which files there are is looked up once; a file's bytes are read from the disk each time they are asked for. Raises
    CoparentError for a folder nobody may read.
    """

    def __init__(self, plans: Path) -> None:
        self.plans = plans
        self.files: Mapping[str, Path] = dict(sorted(find_files(plans)))
        self._root = plans.resolve()

    def __getitem__(self, path: str) -> bytes | Unreadable:
        return read_bytes(self.files[path], self._root)

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)

    def file(self, path: str) -> Path:
        """The file to write a text into: of a link, the file it leads to."""
        return self.files[path].resolve()

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
