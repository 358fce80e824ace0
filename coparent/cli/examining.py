"""Reading the plans that a command is about, and checking them."""

import sys
from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from coparent.cli.options import open_tree, read_as_at

if TYPE_CHECKING:
    from coparent.checking import Report, Selection
    from coparent.diagnostics import Level
    from coparent.documents.reading import Unreadable
    from coparent.documents.tree import PlanTree
    from coparent.workspace import Workspace

STDIN = "-"


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """What to check: which files to tell of (all, if none), where the plans are, for which day."""

    paths: tuple[Path, ...] = ()
    stdin_name: str | None = None
    plans: Path | None = None
    as_at: str | None = None


@dataclass(frozen=True, slots=True)
class Examined:
    """The plans as read, and what was found in them."""

    tree: "PlanTree"
    texts: "Mapping[str, str | Unreadable]"
    workspace: "Workspace"
    report: "Report"


def examine(asked: CheckRequest, selection: "Selection", least: "Level") -> Examined:
    """Read the plans and check them, keeping what was asked for. Raises CoparentError if there is nothing to check."""
    from coparent.checking import check
    from coparent.cli.progress import Watched
    from coparent.errors import CoparentError
    from coparent.workspace import assemble

    day = read_as_at(asked.as_at)
    paths = [path for path in asked.paths if str(path) != STDIN]
    reads_stdin = len(paths) < len(asked.paths)
    if asked.stdin_name and not reads_stdin:
        raise CoparentError("--stdin-name says which file - stands for, and there is no -", "add  -")
    named = [Path(asked.stdin_name)] if asked.stdin_name else []
    tree = open_tree(asked.plans, [*paths, *named][:1])
    overlay = _read_stdin(tree, asked.stdin_name) if reads_stdin else {}
    wanted = [*(name for path in paths for name in _files_below(tree, path)), *overlay]
    texts = Watched(ChainMap(dict(overlay), tree))  # type: ignore[arg-type]
    try:
        workspace = assemble(texts, day, tree.exists, date.today())
        report = check(workspace, texts, selection=selection, least=least)
    finally:
        texts.finish()
    return Examined(tree, texts, workspace, report.about(wanted) if wanted else report)


def _files_below(tree: "PlanTree", path: Path) -> list[str]:
    """The plan files that a path names: all of them, if the plans are below it. Raises CoparentError for none."""
    from coparent.errors import CoparentError

    name = tree.name(path)
    found = [file for file in tree if name is not None and (file == name or file.startswith(f"{name}/"))]
    if name is None and tree.plans.resolve().is_relative_to(path.resolve()):
        return list(tree)
    if not found:
        there = "is not among the plans" if path.exists() else "is not there"
        raise CoparentError(f"{path.as_posix()} {there}", _advise(tree, path.name))
    return found


def _advise(tree: "PlanTree", asked: str) -> str:
    """What to name in place of a file that is none of the plans."""
    from coparent.cli.options import shorten
    from coparent.text.suggestions import nearest

    if asked.startswith((".", "_")):
        return "names that start with . or _ are left out: give it another name"
    names = {file.rsplit("/", 1)[-1]: file for file in tree}
    near = nearest(asked, names)
    if near:
        return f"did you mean  {shorten(tree.plans.parent / names[near[0]])}?"
    return f"name a file or folder below {shorten(tree.plans)}/"


def _read_stdin(tree: "PlanTree", stdin_name: str | None) -> "Mapping[str, str | Unreadable]":
    """The text on standard input, in the place of the file it stands for."""
    from coparent.documents.reading import LARGEST, decode
    from coparent.documents.tree import SUFFIXES
    from coparent.errors import CoparentError

    if stdin_name is None:
        raise CoparentError("- needs to know which file it stands for", "add  --stdin-name plans/home.yaml")
    name = tree.name(Path(stdin_name))
    if name is None or not name.lower().endswith(SUFFIXES):
        raise CoparentError(
            f"--stdin-name: {stdin_name} is no plan file below {tree.plans.name}/", _advise(tree, Path(stdin_name).name)
        )
    if sys.stdin is None:
        raise CoparentError("- reads standard input, and that is closed", f"send the text:  coparent check - < {name}")
    return {name: decode(sys.stdin.buffer.read(LARGEST + 1))}
