"""`coparent list`: what stops it, what it refuses, and where it writes."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.conftest import Run, Write
from tests.tables.everything import TEXTS
from tests.workspaces import lay_over

DAY = ("--as-at", "2026-09-30")
PLANS = {path: str(text) for path, text in TEXTS.items()}
BROKEN = (
    "kind: plan\nid: new\ntitle: New\norganisation: ecc\nstatus: draft\nactions:\n  - {id: n1, title: Do, due: Q9}\n"
)
NHS = "943 476 5919"
SECRET = f"{{actions: [{{id: a1, title: Help the child with NHS number {NHS} to move, outcomes: [o1]}}]}}"


@pytest.fixture
def plans(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of plans to work in."""
    folder = write(PLANS)
    monkeypatch.chdir(folder)
    return folder


def test_actions_are_listed_where_nothing_else_is_asked_for(run: Run, plans: Path) -> None:
    alone, named = run("list", *DAY), run("list", "actions", *DAY)
    assert alone == named
    assert alone.code == 0
    assert alone.out.startswith("Actions as at 30 September 2026\n\nID ")
    assert alone.err == ""


@pytest.mark.parametrize("what", ["actions", "measures", "organisations", "risks", "updates-due"])
def test_every_list_has_every_format(run: Run, plans: Path, what: str) -> None:
    rows = json.loads(run("list", what, *DAY, "--format", "json").out)[what.replace("-", "_")]
    in_csv = list(csv.DictReader(io.StringIO(run("list", what, *DAY, "--format", "CSV").out)))
    assert [row["id"] for row in rows] == [row["id"] for row in in_csv]
    assert run("list", what, *DAY, "--format", "markdown").out.startswith("## ")


def test_a_filter_may_be_given_twice(run: Run, plans: Path) -> None:
    ran = run("list", *DAY, "--stage", "complete", "--stage", "superseded", "--lead", "Voice team", "--format", "json")
    assert [action["id"] for action in json.loads(ran.out)["actions"]] == ["a4", "a5"]


def test_nothing_found_is_no_fault(run: Run, plans: Path) -> None:
    ran = run("list", *DAY, "--stage", "cancelled")
    assert (ran.code, ran.out) == (0, "Actions as at 30 September 2026\n\nNo action is so.\n")
    assert json.loads(run("list", *DAY, "--stage", "cancelled", "--format", "json").out)["actions"] == []


def test_quiet_leaves_only_the_table_and_verbose_says_what_was_read(run: Run, plans: Path) -> None:
    quiet = run("list", "-q", *DAY).out.splitlines()
    assert quiet[0].startswith("ID ")
    assert not quiet[-1].startswith("8 actions")
    assert "5 files read" in run("list", "-v", *DAY).err


@pytest.mark.parametrize(
    ("arguments", "sentence", "advice"),
    [
        (("acions",), '"acions" is none of', "did you mean  actions?"),
        (("--format", "jsn"), '--format: "jsn" is none of', "did you mean  --format json?"),
        (("--outcome", "o9"), '--outcome: no outcome is called "o9"', "did you mean  --outcome o"),
        (("--stage", "done"), '--stage: no stage is called "done"', "did you mean  --stage complete?"),
        (("--rating", "orange"), '--rating: no rating is called "orange"', "did you mean  --rating amber?"),
        (("--lead", "voice taem"), "--lead: no lead", 'did you mean  --lead "Voice team"?'),
        (("--organisation", "nrth"), "--organisation: no organisation", "did you mean  --organisation north?"),
        (("--plan", "home"), "--plan: no plan", "did you mean  --plan home-plan?"),
        (("--board", "bord"), "--board: no board", "did you mean  --board board?"),
        (("--priority", "zzz"), "--priority: no priority", "one of: health, home"),
        (("--due-before", "2026-02-30"), "--due-before: February 2026 has 28 days", "write a day"),
        (("measures", "--stage", "complete"), "--stage does not go with measures", "they take  --lead, "),
        (("risks", "--due-before", "2026-01-01"), "--due-before does not go with risks", "they take  --lead, "),
    ],
)
def test_what_it_does_not_know_is_reported_with_what_to_type(
    run: Run, plans: Path, arguments: tuple[str, ...], sentence: str, advice: str
) -> None:
    ran = run("list", *DAY, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert advice in ran.err


def test_faulty_plans_stop_it_with_the_findings_on_stderr(run: Run, plans: Path) -> None:
    (plans / "plans" / "new.yaml").write_text(BROKEN)
    ran = run("list", *DAY)
    assert (ran.code, ran.out) == (1, "")
    assert "bad-timescale" in ran.err
    assert "--draft" in ran.err


@pytest.mark.parametrize("form", ["text", "markdown", "json", "csv"])
def test_a_draft_goes_on_with_what_is_sound_and_says_so(run: Run, plans: Path, form: str) -> None:
    (plans / "plans" / "new.yaml").write_text(BROKEN)
    ran = run("list", *DAY, "--draft", "--format", form)
    assert ran.code == 0
    assert "Open two homes" in ran.out
    shown = {"json": '"incomplete": true', "csv": ""}.get(form, "Draft: ")
    assert shown in ran.out
    assert ("Draft: " in ran.err) == (form == "csv")


def test_other_findings_never_stop_it(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(lay_over({"plan": "{actions: [{id: a1, title: Do, due: March 2020, outcomes: [o1]}]}"})))
    ran = run("list", "--overdue", *DAY)
    assert ran.code == 0
    assert "a1" in ran.out


@pytest.mark.parametrize("form", ["text", "markdown", "json", "csv"])
def test_personal_data_is_hidden(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    monkeypatch.chdir(write(lay_over({"plan": SECRET})))
    ran = run("list", *DAY, "--format", form)
    assert ran.code == 0
    assert "Help the child" in ran.out
    assert "943" not in ran.out
    assert "5919" not in ran.out


def test_a_finding_a_list_and_a_record_say_the_same_of_how_late_work_is(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    for due, late in (("Summer 2026", "2 months"), ("2026-11-28", "1 day"), ("2026-10-30", "30 days")):
        plan = f"{{actions: [{{id: a1, title: Open two homes, due: {due}}}]}}"
        monkeypatch.chdir(write(lay_over({"plan": plan})))
        day = ("--as-at", "2026-11-29")
        ago = "yesterday" if late == "1 day" else f"{late} ago"
        assert ago in run("check", *day).out
        assert f"{late} late" in run("list", *day).out
        assert f"{late} late" in run("show", "a1", *day).out
