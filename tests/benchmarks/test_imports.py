"""What each verb may import: start-up is most of a small check, and imports are most of start-up."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.made_plans import AS_AT, write_workspace

SLOW = (
    "coparent.authoring", "coparent.cli.render", "coparent.documents.composing", "coparent.documents.syntax",
    "coparent.papers", "coparent.rules", "coparent.schema.cutting", "coparent.schema.editor",
    "coparent.schema.explaining", "coparent.tables", "csv", "email", "html", "importlib.metadata", "jinja2", "json",
    "markdown_it", "nh3", "pydantic", "rich", "ruamel", "stdnum", "typer", "yaml", "zipfile",
)  # fmt: skip
"""What is slow to import, or large, or only needed when something is wrong."""

READING = {"pydantic", "yaml", "typer"}
CHECKING = {*READING, "coparent.rules"}
LOCATING = {"coparent.documents.composing"}
TABLES = {*CHECKING, "coparent.tables", "csv", "json"}
PAPERS = {*CHECKING, "coparent.cli.render", "coparent.papers", "html", "jinja2", "json", "markdown_it", "nh3"}

ALLOWED = {
    "--version": set[str](),
    "--help": {"coparent.cli.render", "typer"},
    "check --plans PLANS --as-at DAY": CHECKING,
    "check --plans PLANS --as-at DAY --format json": {*CHECKING, *LOCATING, "json"},
    "coverage --plans PLANS --as-at DAY": TABLES,
    "list actions --plans PLANS --as-at DAY": TABLES,
    "show plan-0001-01 --plans PLANS --as-at DAY": {*TABLES, *LOCATING},
    "explain overdue": {*CHECKING, "json"},
    "schema plan": {"pydantic", "typer", "json", "coparent.schema.editor"},
    "templates": {"typer"},
    "render --template committee-paper --to html --plans PLANS --as-at DAY": PAPERS,
}

PROGRAM = """
import sys
from coparent.__main__ import run_program
code = run_program()
print(*(name for name in {slow!r} if name in sys.modules), file=sys.stderr)
sys.exit(code)
"""


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made plans with nothing wrong in them."""
    return write_workspace(tmp_path_factory.mktemp("made"), plans=2)


@pytest.mark.parametrize("typed", ALLOWED)
def test_a_verb_imports_nothing_slow_that_it_has_no_use_for(typed: str, plans: Path) -> None:
    arguments = typed.replace("PLANS", str(plans)).replace("DAY", AS_AT).split()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(slow=SLOW), *arguments], check=True, capture_output=True, text=True
    )
    imported = set((done.stderr.strip().splitlines() or [""])[-1].split())
    assert imported <= ALLOWED[typed]
