"""The files a check was asked about: those that were named, and the one on standard input."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from coparent.cli.loading import open_plans
from coparent.cli.terminal import shorten
from coparent.documents.misnamed import advise_name, name_as_plan
from coparent.documents.plan_files import is_plan_name
from coparent.documents.reading import LARGEST
from coparent.documents.tree import PlanTree
from coparent.errors import CoparentError
from coparent.text.file_reading import find_status, is_file, is_folder, real_path
from coparent.text.suggestions import nearest
from coparent.values import frozen

STDIN = "-"


@frozen
class RequestedFiles:
    """The plans to read whole, what standard input holds in place of a file, and the files to report on: () for all.

    `is_of_files` says that each was named itself, and not by its folder: their findings are then all shown in full.
    """

    tree: PlanTree
    stdin: Mapping[str, bytes]
    paths: tuple[str, ...]
    is_of_files: bool = False


def find_requested(plans: Path | None, named: Sequence[Path], stdin_name: str | None) -> RequestedFiles:
    """Find the files that were named. Raises CoparentError for one that is none of the plans."""
    paths = [path for path in named if str(path) != STDIN]
    reads_stdin = len(paths) < len(named)
    if stdin_name and not reads_stdin:
        raise CoparentError("--stdin-name says which file - stands for, and there is no -", "add  -")
    tree = open_plans(plans, [*paths, *([Path(stdin_name)] if stdin_name else [])][:1])
    stdin = _read_stdin(tree, stdin_name) if reads_stdin else {}
    requested = (*(name for path in paths for name in _files_below(tree, path)), *stdin)
    return RequestedFiles(tree, stdin, requested, bool(named) and not any(map(is_folder, paths)))


def _files_below(tree: PlanTree, path: Path) -> list[str]:
    """The plan files that a path names: all of them, if the plans are below it. Raises CoparentError for none."""
    name = tree.name(path)
    found = [file for file in tree if name is not None and (file == name or file.startswith(f"{name}/"))]
    if name is None and real_path(tree.plans).is_relative_to(real_path(path)):
        return list(tree)
    if not found or name in tree.misnamed:
        there = "is not among the plans" if find_status(path) is not None else "is not there"
        raise CoparentError(f"{path.as_posix()} {there}", _advise(tree, path))
    return found


def _advise(tree: PlanTree, path: Path) -> str:
    """What to name in place of a file that is none of the plans, or what to call it to make it one."""
    asked, name = path.name, tree.name(path)
    hidden = next((part for part in (name or asked).split("/") if part.startswith((".", "_"))), "")
    if shown := hidden.lstrip("._"):
        shown = name_as_plan(shown) if hidden == asked and is_file(path) and not is_plan_name(shown) else shown
        return f"names that start with . or _ are left out: call it  {shown}"
    if name in tree.misnamed:
        return advise_name(name, tree)
    if name is not None and is_file(path) and not is_plan_name(asked):
        return "the name of a plan ends in .yaml or .yml"
    names = {file.rsplit("/", 1)[-1]: file for file in tree}
    near = nearest(asked, names)
    if near:
        return f"did you mean  {shorten(tree.plans.parent / names[near[0]])}?"
    return f"name a file or folder below {shorten(tree.plans)}/"


def _read_stdin(tree: PlanTree, stdin_name: str | None) -> Mapping[str, bytes]:
    """What is on standard input, by the path of the file it stands for."""
    if stdin_name is None:
        raise CoparentError("- needs to know which file it stands for", "add  --stdin-name plans/home.yaml")
    name = tree.name(Path(stdin_name))
    if name is None or not is_plan_name(name):
        raise CoparentError(
            f"--stdin-name: {stdin_name} is no plan file below {tree.plans.name}/", _advise(tree, Path(stdin_name))
        )
    if sys.stdin is None:
        raise CoparentError("- reads standard input, and that is closed", f"send the text:  coparent check - < {name}")
    try:
        return {name: sys.stdin.buffer.read(LARGEST + 1)}
    except OSError as error:  # A folder, say.
        reason = (error.strerror or "unknown reason").lower()
        raise CoparentError(f"- cannot be read: {reason}", f"send the text:  coparent check - < {name}") from None
