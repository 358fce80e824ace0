"""What the README shows is what happens."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from coparent.cli import build_app
from coparent.rules import FAMILIES

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
_BLOCK = re.compile(r"^```(?P<language>yaml|console)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_AS_SHIPPED = "<!-- with the plans as they are -->\n"
_COMMAND = re.compile(r"^\$ coparent (?P<arguments>.*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)


def test_every_example_does_what_is_shown(tmp_path: Path) -> None:
    """A block of YAML that opens with a comment naming its file is written there before the next command runs, until
    a comment says that the plans are as they are again."""
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    shown = README.read_text(encoding="utf-8")
    happened = _BLOCK.sub(lambda block: _play(block, tmp_path), shown)
    assert happened.count("$ coparent") >= 2
    # UPDATE_GOLDENS=1 rewrites the examples: read the difference before committing it.
    if os.environ.get("UPDATE_GOLDENS") == "1":
        README.write_text(happened, encoding="utf-8")
        return
    assert happened == shown


def test_every_command_has_help_and_is_in_the_readme() -> None:
    shown = README.read_text(encoding="utf-8")
    app = build_app()
    groups = [group.typer_instance for group in app.registered_groups if group.typer_instance is not None]
    for before, verbs in [("", app), *((f"{group.info.name} ", group) for group in groups)]:
        for verb in verbs.registered_commands:
            assert verb.callback is not None
            assert verb.callback.__doc__, verb.name
            assert verb.epilog is not None, verb.name
            assert verb.epilog.startswith("Example:"), verb.name
            assert f"### `coparent {before}{verb.name}`" in shown


def test_every_rule_is_in_the_readme() -> None:
    shown = README.read_text(encoding="utf-8")
    assert [rule.name for family in FAMILIES for rule in family.rules if f"| `{rule.name}` |" not in shown] == []


def test_the_first_screen_says_how_to_start_before_anything_else() -> None:
    first_screen = README.read_text(encoding="utf-8").splitlines()[:24]
    assert any(line.startswith("make demo") for line in first_screen)
    assert any(line.startswith("make test") for line in first_screen)


def _play(block: re.Match[str], folder: Path) -> str:
    text = block["text"]
    if block.string[: block.start()].endswith(_AS_SHIPPED):
        shutil.rmtree(folder / "plans")
        shutil.copytree(ROOT / "plans", folder / "plans")
    if block["language"] == "console":
        text = _COMMAND.sub(lambda command: f"$ coparent {command['arguments']}\n{_run(command, folder)}", text)
    elif named := re.match(r"# (plans/\S+\.yaml)\n", text):
        (folder / named[1]).write_text(text, encoding="utf-8")
    return f"```{block['language']}\n{text}```"


def _run(command: re.Match[str], folder: Path) -> str:
    """What a command writes where nobody looks on: no colour, and as wide as a pipe."""
    changing = ("COPARENT_", "FORCE_COLOR", "COLUMNS")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(changing)}
    done = subprocess.run(
        [sys.executable, "-m", "coparent", *shlex.split(command["arguments"])], check=False,
        cwd=folder, env={**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
    )  # fmt: skip
    return done.stdout
