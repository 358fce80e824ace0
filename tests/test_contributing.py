"""What CONTRIBUTING names is there."""

import ast
import re

from tests.conftest import ROOT

CODE = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"[\w.-]+(/[\w.*-]+)*(/|\.(py|md|toml|css|j2|yaml))")
NAME = re.compile(r"[a-z]*[A-Z]\w*|[a-z]+_\w+")
PLACEHOLDERS = re.compile(r"\b(NAME|RULE)\b")
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PROSE = re.sub(r"^( *)```.*?^\1```$", "", TEXT, flags=re.MULTILINE | re.DOTALL)


def named() -> list[str]:
    """Everything that stands in a sentence as code."""
    return CODE.findall(PROSE)


def test_every_file_and_folder_that_is_named_is_there() -> None:
    paths = [name for name in named() if PATH.fullmatch(name)]
    assert len(paths) > 30
    is_made = {"look/", ".venv"}
    assert [path for path in paths if path not in is_made and not any(ROOT.glob(PLACEHOLDERS.sub("*", path)))] == []


def test_every_room_is_named() -> None:
    rooms = {path.parent.name for path in (ROOT / "coparent").glob("*/__init__.py")}
    assert {room for room in rooms if f"`coparent/{room}/`" not in PROSE} == set()


def test_every_class_function_and_constant_that_is_named_is_there() -> None:
    known: set[str] = set()
    for path in (ROOT / "coparent").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                known.add(node.name)
            elif isinstance(node, ast.Name):
                known.add(node.id)
    names = {found[1] for code in named() if (found := re.fullmatch(rf"({NAME.pattern})(\(.*\))?", code))}
    assert len(names) > 10
    assert sorted(names - known) == []


def test_every_target_of_make_that_is_named_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = {code.split()[1] for code in named() if code.startswith("make ")}
    assert targets
    assert [target for target in targets if f"\n{target}:" not in makefile] == []
