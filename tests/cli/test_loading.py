"""Plans are opened, assembled and checked once, and what is reported is about the text that was read."""

import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from coparent.checking import Selection, check
from coparent.cli.fixes import apply_fixes
from coparent.cli.loading import load
from coparent.diagnostics import Level
from coparent.documents.snapshot import Snapshot
from coparent.documents.tree import PlanTree
from coparent.errors import CoparentError
from coparent.reporters import REPORTERS
from coparent.reporters.style import ReportStyle
from coparent.workspace import assemble
from tests.conftest import Run, Write
from tests.workspaces import lay_over

DAY = ("--as-at", "2026-09-30")
VERBS = {
    "check": ("check", "--show", "note"),
    "check a file": ("check", "plans/plan-3.yaml"),
    "check for a machine": ("check", "--format", "sarif"),
    "fix": ("check", "--fix"),
    "diff": ("check", "--diff"),
    "coverage": ("coverage",),
    "list": ("list", "actions"),
    "show": ("show", "home-plan-3"),
    "render": ("render", "--template", "action-log"),
}
opened: Counter[str] = Counter()
"""How often each plan file was opened."""


@pytest.fixture(scope="module", autouse=True)
def count_opened() -> None:
    """Count every plan file that Python opens from now on."""
    sys.addaudithook(_count)


def _count(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and str(arguments[0]).endswith(".yaml"):
        opened[Path(str(arguments[0])).name] += 1


def many_plans(overlay: str = "") -> Mapping[str, str]:
    """The smallest workspace, as 21 files; the overlay is laid over the last plan."""
    texts = {**lay_over({}), **{f"plans/plan-{number}.yaml": _plan(number) for number in range(17)}}
    return {**texts, "plans/plan-17.yaml": _plan(17, overlay)}


def _plan(number: int, overlay: str = "") -> str:
    text = lay_over({"plan": overlay} if overlay else {})["plans/plan.yaml"]
    return text.replace("home-plan", f"home-plan-{number}").replace("a1", f"b{number}")


@pytest.mark.parametrize("overlay", ["", "basis: invented\npartners: [icb, icb]"], ids=["clean", "faulty"])
@pytest.mark.parametrize("verb", VERBS)
def test_every_file_is_opened_once_in_a_run(
    verb: str, overlay: str, run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = many_plans(overlay)
    monkeypatch.chdir(write(texts))
    opened.clear()
    ran = run(*VERBS[verb], *DAY)
    assert ran.code in ((0, 1) if overlay else (0,)), ran.err
    once = dict.fromkeys((path.removeprefix("plans/") for path in texts), 1)
    # Before a mended file takes the place of the old one, that is compared with what was read.
    is_mended = verb == "fix" and bool(overlay)
    assert opened == {**once, **({"plan-17.yaml": 2} if is_mended else {})}
    assert len(opened) == 21


def test_carets_stay_on_the_text_that_was_judged_when_a_file_is_saved_meanwhile(write: Write) -> None:
    folder = write(lay_over({"plan": "basis: invented"}))
    tree = PlanTree(folder / "plans")
    texts = Snapshot(tree)
    workspace = assemble(texts, date(2026, 9, 30), tree.find)
    before = REPORTERS["text"](check(workspace, texts), ReportStyle())
    write({"plans/plan.yaml": "# Saved anew, and now all in one line: {kind: plan}\n"})
    assert REPORTERS["text"](check(workspace, texts), ReportStyle()) == before
    assert "basis: invented" in before


def test_a_link_to_a_file_is_judged_by_what_fix_made_of_it(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    misspelt = lay_over({"plan": ""})["plans/plan.yaml"].replace("status:", "statsu:")
    folder = write({**lay_over({}), "plans/plan.yaml": misspelt})
    (folder / "plans/linked.yaml").symlink_to("plan.yaml")
    monkeypatch.chdir(folder)
    fixed = run("check", "--fix", "plans/plan.yaml", "--format", "json", *DAY)
    assert "1 mended in 1 file" in fixed.err
    assert run("check", "plans/plan.yaml", "--format", "json", *DAY).out == fixed.out


def test_fix_refuses_to_write_over_what_was_saved_meanwhile(write: Write) -> None:
    tree = PlanTree(write(lay_over({"plan": "basis: invented"})) / "plans")
    plans = load(tree, Snapshot(tree), date(2026, 9, 30), Selection(), Level.NOTE)
    saved = lay_over({"plan": "basis: invented\ntitle: Saved a moment ago"})["plans/plan.yaml"]
    folder = write({"plans/plan.yaml": saved})
    with pytest.raises(CoparentError, match="was saved while it was being checked"):
        apply_fixes(plans, reads_stdin=False)
    assert (folder / "plans/plan.yaml").read_text(encoding="utf-8") == saved
