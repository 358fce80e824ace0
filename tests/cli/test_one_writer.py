"""Nothing prints round the one writer: what is printed elsewhere is not redacted, and may be a command."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import coparent

PACKAGE = Path(coparent.__file__).parent
WRITERS = {"cli/output.py", "__main__.py"}
"""The writer, and the program, which prints its version without importing anything."""
PRINTING = {"print", "echo", "secho", "echo_via_pager", "Console", "print_exc", "print_exception", "pprint"}
STREAMS = {"stdout", "stderr", "__stdout__", "__stderr__"}
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def printed_round_it(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
            if name in PRINTING:
                yield f"{node.lineno}: {name}"
            held = getattr(function.value, "attr", "") if isinstance(function, ast.Attribute) else ""
            if held in STREAMS and name in ("write", "writelines"):
                yield f"{node.lineno}: {ast.unparse(function)}"
        if isinstance(node, ast.ImportFrom) and node.module == "sys" and STREAMS & {name.name for name in node.names}:
            yield f"{node.lineno}: from sys import"


@pytest.mark.parametrize("module", [module for module in MODULES if module not in WRITERS])
def test_a_module_prints_nothing_itself(module: str) -> None:
    assert not list(printed_round_it(ast.parse((PACKAGE / module).read_text(encoding="utf-8"))))


@pytest.mark.parametrize(
    "source",
    ["print(1)", "typer.echo(1)", "import sys; sys.stdout.write('')", "sys.stderr.write('')", "rich.console.Console()",
     "from sys import stdout"],
)  # fmt: skip
def test_whatever_prints_is_found(source: str) -> None:
    assert list(printed_round_it(ast.parse(source)))
