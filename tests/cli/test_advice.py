"""No message, help, manual page or document names a command that there is not."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from coparent.cli import build_app
from tests.conftest import ROOT

COMMAND = re.compile(r"(?<![\w./-])coparent ([a-z][a-z-]*)(?: ([a-z][a-z-]*))?")
IN_PROSE = ("from", "into")
"""Words that follow the program's name in a sentence about it."""
DOCUMENTS = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "Makefile", "action.yml", ".pre-commit-hooks.yaml")
APP = build_app()
GROUPS = {
    str(group.typer_instance.info.name): {verb.name for verb in group.typer_instance.registered_commands}
    for group in APP.registered_groups
    if group.typer_instance is not None
}
VERBS = {verb.name for verb in APP.registered_commands} | set(GROUPS)


def texts() -> Iterator[tuple[Path, str]]:
    """Everything that people are shown: what the program can print, and what stands beside it."""
    for path in sorted((ROOT / "coparent").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield path, node.value
    folders = (path for name in ("templates", "plans") for path in sorted((ROOT / name).rglob("*")) if path.is_file())
    for path in (*folders, *(ROOT / name for name in DOCUMENTS)):
        yield path, path.read_text(encoding="utf-8")


def test_every_command_that_is_named_can_be_run() -> None:
    named = {(path.relative_to(ROOT), *found.groups()) for path, text in texts() for found in COMMAND.finditer(text)}
    assert {verb for _, verb, _ in named} >= VERBS
    assert sorted((path, verb) for path, verb, _ in named if verb not in VERBS and verb not in IN_PROSE) == []
    assert (
        sorted((path, word) for path, verb, word in named if verb in GROUPS and word not in {*GROUPS[verb], None}) == []
    )
