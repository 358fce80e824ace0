"""`coparent show`: where a record is written, what stops it, and what it does not know."""

import json
from pathlib import Path

import pytest

from tests.cli.test_list import BROKEN, DAY, PLANS, SECRET
from tests.conftest import Run, Write
from tests.workspaces import lay_over


@pytest.fixture
def plans(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of plans to work in."""
    folder = write(PLANS)
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    ("asked", "words"),
    [("a1", "id: a1"), ("1.1", "id: a1"), ("o3", "id: o3"), ("north", "id: north"), ("health/rain", "id: rain"),
     ("m2", "id: m2"), ("q2", "id: q2"), ("second", "id: second"), ("plan/health", "id: health")],
)  # fmt: skip
def test_it_says_where_a_record_is_written(run: Run, plans: Path, asked: str, words: str) -> None:
    value = json.loads(run("show", asked, *DAY, "--format", "json").out)
    line = (plans / value["path"]).read_text().splitlines()[value["line"] - 1]
    assert words in line
    assert f"{value['path']}:{value['line']}" in run("show", asked, *DAY).out
    assert value["format"] == 1


@pytest.mark.parametrize(
    ("asked", "sentence", "advice"),
    [
        ("health", '"health" could be any of these', "priority/health"),
        ("a9", 'nothing is called "a9"', "did you mean  coparent show a"),
        ("nothing-of-the-sort", "nothing is called", "coparent list  shows the actions"),
    ],
)
def test_what_it_does_not_know_is_reported_with_what_to_type(
    run: Run, plans: Path, asked: str, sentence: str, advice: str
) -> None:
    ran = run("show", asked, *DAY)
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert advice in ran.err


def test_it_knows_three_formats(run: Run, plans: Path) -> None:
    assert run("show", "a1", *DAY, "--format", "markdown").out.startswith("# Open two homes")
    refused = run("show", "a1", *DAY, "--format", "csv")
    assert refused.code == 2
    assert "text, json, markdown" in refused.err


def test_faulty_plans_stop_it_unless_a_draft_is_wanted(run: Run, plans: Path) -> None:
    (plans / "plans" / "new.yaml").write_text(BROKEN)
    stopped = run("show", "a1", *DAY)
    assert (stopped.code, stopped.out) == (1, "")
    assert "bad-timescale" in stopped.err
    drafted = run("show", "a1", *DAY, "--draft", "-v")
    assert drafted.code == 0
    assert drafted.out.startswith("Draft: ")
    assert "6 files read" in drafted.err
    assert json.loads(run("show", "a1", *DAY, "--draft", "--format", "json").out)["incomplete"] is True


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_personal_data_is_hidden(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    monkeypatch.chdir(write(lay_over({"plan": SECRET})))
    ran = run("show", "a1", *DAY, "--format", form)
    assert "Help the child" in ran.out
    assert "5919" not in ran.out
