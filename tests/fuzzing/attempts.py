"""One attempt to break the program: the files of a workspace, and the commands that are typed in it."""

import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

COMMANDS = "commands"
"""The file of a seed that holds its commands, one a line; everything else beside it is the workspace."""
PLANTED = "943 476 5919"
"""The NHS number that some workspaces hold."""
_ID = re.compile(rb"\bid: *[\"']?([a-z0-9][a-z0-9-]{0,40})(?=[\"']?\s*[,}\n\r])")
_MOST_IDS = 12


@dataclass(frozen=True)
class Attempt:
    """Files by their path in the workspace, and the arguments of each command; {ID} stands for every id there is."""

    files: Mapping[str, bytes]
    commands: Sequence[str]

    def typed(self) -> Iterator[Sequence[str]]:
        """The arguments of each command in turn."""
        for command in self.commands:
            for identity in self._ids() if "{ID}" in command else [""]:
                yield shlex.split(command.replace("{ID}", identity))

    def _ids(self) -> Sequence[str]:
        found = {one[1].decode() for name, content in self.files.items() for one in _ID.finditer(content)}
        return sorted(found)[:_MOST_IDS]

    def lay_out(self, folder: Path) -> None:
        """Write the workspace."""
        for name, content in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def keep(self, folder: Path) -> None:
        """Write the workspace and its commands as a seed."""
        self.lay_out(folder)
        (folder / COMMANDS).write_text("\n".join([*self.commands, ""]), encoding="utf-8", newline="\n")


def read_seed(folder: Path) -> Attempt:
    """The attempt that was kept in a folder."""
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path != folder / COMMANDS
    }
    return Attempt(files, (folder / COMMANDS).read_text(encoding="utf-8").splitlines())
