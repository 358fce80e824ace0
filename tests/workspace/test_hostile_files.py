"""Files that nobody meant well: each is reported in its place, at once, and hides no other file."""

import os
from datetime import date
from pathlib import Path

import pytest

from coparent.checking import Report, check
from coparent.diagnostics import Level
from coparent.documents.snapshot import Snapshot
from coparent.documents.tree import PlanTree
from coparent.workspace import assemble
from tests.workspaces import SMALLEST

AS_AT = date(2026, 9, 30)
PLAN = "kind: plan\nid: x\ntitle: x\norganisation: ecc\nstatus: draft\n"


def examine(plans: Path) -> Report:
    tree = PlanTree(plans)
    texts = Snapshot(tree)
    return check(assemble(texts, AS_AT, tree.find), texts)


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    for kind in ("strategy", "plan", "measures"):
        (folder / f"{kind}.yaml").write_text(SMALLEST[kind], encoding="utf-8")
    return folder


HOSTILE = {
    "binary": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "unreadable-file"),
    "utf-16": ("kind: plan\n".encode("utf-16"), "unreadable-file"),
    "nul": (b"kind: plan\x00\n", "unreadable-file"),
    "empty": (b"", "missing-field"),
    "spaces": (b" \n" * 1000, "missing-field"),
    "comments": (b"# nothing\n" * 1000, "missing-field"),
    "large": (b"#" * 6_000_000, "unreadable-file"),
    "brackets": (b"[" * 100_000, "not-supported-yaml"),
    "closed brackets": (b"a: " + b"[" * 100_000 + b"]" * 100_000, "not-supported-yaml"),
    "braces": (b"{a: " * 50_000, "not-supported-yaml"),
    "dashes": (b"- " * 100_000 + b"x", "not-supported-yaml"),
    "indented": ("".join(f"{' ' * depth}a:\n" for depth in range(2000)).encode(), "not-supported-yaml"),
    "bomb": (
        b"a: &a [x,x,x,x,x,x,x,x,x]\n"
        + b"".join(b"%c: &%c [%s]\n" % (98 + i, 98 + i, b",".join([b"*%c" % (97 + i)] * 9)) for i in range(9)),
        "not-supported-yaml",
    ),
    "self": (b"a: &a [*a]\n", "not-supported-yaml"),
    "list keys": (b"[a]: b\n" * 1000, "not-supported-yaml"),
    "hashes": (b"#" * 200_000, "missing-field"),
    "hashes in text": (PLAN.encode() + b"summary: one two three" + b" #4" * 50_000, "text-cut-by-hash"),
    "duplicates": (PLAN.encode() + b"summary: x\n" * 3000, "duplicate-field"),
    "one line": (PLAN.encode() + b"sumary: " + b"word " * 200_000, "unknown-field"),
    "unclosed": (PLAN.encode() + b"summary: '" + b"word\n" * 50_000, "yaml-syntax"),
    "carriage returns": (b"a: b\r" * 3000, "duplicate-field"),
    "conflicts": (b"<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n" * 3000, "merge-conflict"),
    "number": (
        PLAN.encode() + b"risks: [{id: r, title: x, likelihood: " + b"9" * 5000 + b", impact: 1}]\n",
        "out-of-range",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_reported_and_hides_no_other(plans: Path, name: str) -> None:
    raw, rule = HOSTILE[name]
    (plans / "hostile.yaml").write_bytes(raw)
    (plans / "other.yaml").write_text(f"{PLAN}due: March 2027\n".replace("id: x", "id: other"), encoding="utf-8")
    report = examine(plans)
    assert rule in {one.rule for one in report.diagnostics if one.path == "plans/hostile.yaml"}
    assert [one.rule for one in report.diagnostics if one.path == "plans/other.yaml"][:1] == ["unknown-field"]
    assert report.files == 5


def test_special_files_and_links_are_reported_and_never_opened(plans: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.yaml").write_text("kind: strategy\n", encoding="utf-8")
    (plans / "folder.yaml").mkdir()
    (plans / "loop.yaml").symlink_to("loop.yaml")
    (plans / "out.yaml").symlink_to("../outside.yaml")
    (plans / "again").symlink_to(".")
    if hasattr(os, "mkfifo"):
        os.mkfifo(plans / "pipe.yaml")
    messages = {one.path: one.message for one in examine(plans).diagnostics if one.rule == "unreadable-file"}
    messages.pop("plans/pipe.yaml", None)
    assert messages == {
        "plans/again": "this link leads to a folder, and such links are not followed",
        "plans/loop.yaml": "this link leads nowhere",
        "plans/out.yaml": "this link leads out of the plans",
    }


def test_of_three_thousand_faults_of_one_file_a_thousand_are_shown_and_all_counted(plans: Path) -> None:
    faults = "".join(f"  - id: a{number}\n    title: x\n    due: soon\n    duue: x\n" for number in range(1500))
    (plans / "hostile.yaml").write_text(f"{PLAN}actions:\n{faults}", encoding="utf-8")
    report = examine(plans)
    rules = [one.rule for one in report.diagnostics if one.path == "plans/hostile.yaml"]
    assert (rules.count("bad-timescale"), rules.count("unknown-field")) == (500, 500)
    assert report.more["plans/hostile.yaml"][Level.ERROR] == 2000


def test_a_list_of_nothing_but_empty_lines_is_reported_line_by_line(plans: Path) -> None:
    (plans / "hostile.yaml").write_text(f"{PLAN}actions:\n" + "  -\n" * 900, encoding="utf-8")
    found = [one for one in examine(plans).diagnostics if one.path == "plans/hostile.yaml"]
    assert [one.location.line for one in found if one.location and one.rule == "empty-text"] == list(range(7, 907))


def test_five_thousand_files_are_read(plans: Path) -> None:
    for number in range(5000):
        text = SMALLEST["plan"].replace("home-plan", f"p{number}").replace("a1", f"p{number}-1")
        (plans / f"{number}.yaml").write_text(text, encoding="utf-8")
    workspace = assemble(Snapshot(PlanTree(plans)), AS_AT)
    assert workspace.diagnostics == ()
    assert len(workspace.plans) == 5001
