"""A folder of plans: its files by their paths, each read when it is asked for."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from coparent.documents.file_bytes import read_bytes
from coparent.documents.plan_files import find_files
from coparent.documents.reading import Unreadable
from coparent.documents.stamps import Stamp, find_stamp


class PlanTree(Mapping[str, bytes | Unreadable]):
    """The bytes of the plan files below a folder, by their path from the folder that holds it.

    Among them are the first lines of `misnamed` files, which open as a plan does but do not end in .yaml.

    Which files there are, and when each was saved, is looked up once; the bytes of a file are read from the disk each
    time they are asked for. Raises CoparentError for a folder nobody may read.
    """

    def __init__(self, plans: Path) -> None:
        self.plans = plans
        self._root = plans.resolve()
        found_files = sorted(find_files(plans), key=lambda found: found.path)
        self._files = {found.path: found.file for found in found_files}
        self.misnamed = {found.path: found.opening for found in found_files if found.opening}
        self.stamps: Mapping[str, Stamp] = {path: find_stamp(file) for path, file in self._files.items()}

    def __getitem__(self, path: str) -> bytes | Unreadable:
        return self.misnamed.get(path) or read_bytes(self._files[path], self._root)

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def has_changed(self, path: str) -> bool:
        """Whether a file has been saved, or taken away, since the folder was looked into."""
        return find_stamp(self._files[path]) != self.stamps[path]

    def file(self, path: str) -> Path:
        """The file to write a text into: of a link, the file it leads to."""
        return Path(os.path.realpath(self._files[path]))

    def name(self, path: Path) -> str | None:
        """What a file or folder is called among the texts; None if it lies outside the plans."""
        for top in (self.plans.absolute(), self._root):
            for asked in (Path(os.path.normpath(path.absolute())), path.resolve()):
                if asked.is_relative_to(top):
                    return "/".join((self.plans.name, *asked.relative_to(top).parts))
        return None

    def find(self, path: str) -> str:
        """A path that leads to something, seen from the folder that holds the plans; else the likeliest that does.

        That is the file of the same folder whose name is most like the last one of the path; empty where none is.
        """
        if self.exists(path):
            return path
        from coparent.text.suggestions import nearest  # Hardly any link leads nowhere.

        folder, slash, name = path.rpartition("/")
        if not self.exists(folder or "."):
            return ""
        try:
            names = [entry.name for entry in (self._root.parent / folder).iterdir() if entry.is_file()]
        except OSError:
            return ""
        near = nearest(name, sorted(names))
        return f"{folder}{slash}{near[0]}" if near else ""

    def exists(self, path: str) -> bool:
        """Whether a path from the folder that holds the plans leads to something inside that folder."""
        holder = self._root.parent
        try:
            target = (holder / path).resolve()
            return target.is_relative_to(holder) and target.exists()
        except (OSError, RuntimeError, ValueError):  # A name too long for the disk, or links in a loop.
            return False
