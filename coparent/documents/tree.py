"""A folder of plans: its files by their paths, each read when it is asked for."""

import os
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from coparent.documents.file_bytes import read_bytes
from coparent.documents.plan_files import is_plan_name, list_files, refuse_link_out, refuse_too_large
from coparent.documents.reading import Unreadable
from coparent.documents.stamps import Stamp, find_stamp
from coparent.text.file_reading import find_status, real_path

_MOST_OFFERS = 1_000
"""How many files of a folder are compared with a name that leads nowhere."""


class PlanTree(Mapping[str, bytes | Unreadable]):
    """The bytes of the plan files below a folder, by their path from the folder that holds it.

    Among them are the first lines of `misnamed` files, which open as a plan does but do not end in .yaml.

    Which files there are, and when each was saved, is looked up once; the bytes of a file are read from the disk each
    time they are asked for. Raises CoparentError for a folder nobody may read, a link out of the folder that holds it,
    and more files than one run reads.
    """

    def __init__(self, plans: Path) -> None:
        refuse_link_out(plans)
        self.plans = plans
        self._root = real_path(plans)
        found_files = list_files(plans)
        self._files = {found.path: found.file for found in found_files}
        self.misnamed = {found.path: found.opening for found in found_files if found.opening}
        self.stamps: Mapping[str, Stamp] = {path: find_stamp(file) for path, file in self._files.items()}
        refuse_too_large(plans, (stamp[-1] for stamp in self.stamps.values() if stamp is not None))

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
        asked_as = (Path(os.path.normpath(path.absolute())), real_path(path))
        for top in (self.plans.absolute(), self._root):
            for asked in asked_as:
                if asked.is_relative_to(top):
                    return "/".join((self.plans.name, *asked.relative_to(top).parts))
        return None

    def is_plan(self, path: Path) -> bool:
        """Whether a file is one of the plans by any of its names and links, or would be one if it were written."""
        status = find_status(path)
        if status is not None and any(_is_same(status, file) for file in self._files.values()):
            return True
        top = find_status(self.plans)
        for asked in (Path(os.path.normpath(path.absolute())), real_path(path)):
            if is_plan_name(asked.name) and any(_is_same(top, folder) for folder in asked.parents):
                return True
        return False

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
            with os.scandir(self._root.parent / folder) as entries:
                names = [entry.name for entry in islice(entries, _MOST_OFFERS + 1) if entry.is_file()]
        except OSError:
            return ""
        near = nearest(name, sorted(names)) if len(names) <= _MOST_OFFERS else ()
        return f"{folder}{slash}{near[0]}" if near else ""

    def exists(self, path: str) -> bool:
        """Whether a path from the folder that holds the plans leads to something inside that folder."""
        holder = self._root.parent
        try:
            target = (holder / path).resolve()
            return target.is_relative_to(holder) and target.exists()
        except (OSError, RuntimeError, ValueError):  # A name too long for the disk, or links in a loop.
            return False


def _is_same(status: os.stat_result | None, file: Path) -> bool:
    """Whether this is what the system knows of a file or folder, whatever it is called."""
    other = find_status(file)
    return status is not None and other is not None and os.path.samestat(status, other)
