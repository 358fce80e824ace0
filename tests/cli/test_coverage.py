"""`coparent coverage`: what it shows, what stops it, and the exit code it ends with."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run, Write
from tests.tables.gaps import TEXTS
from tests.workspaces import lay_over

DAY = ("--as-at", "2026-09-30")
BROKEN = "kind: plan\nid: broken\ntitle: Broken\norganisation: ecc\nstatus: drafting\n"


@pytest.fixture
def plans(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, whose plans have gaps."""
    folder = write(TEXTS)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def faulty(plans: Path, write: Write) -> Path:
    """The same, and a plan with an error of shape."""
    return write({"plans/broken.yaml": BROKEN})


def test_gaps_are_shown_and_fail_nothing(run: Run, plans: Path) -> None:
    ran = run("coverage", *DAY)
    assert (ran.code, ran.err) == (0, "")
    assert "Outcomes: 3 of 6 covered (50.0%), 1 accepted" in ran.out
    assert "Gaps: 3 outcomes, 1 promise and 1 recommendation." in ran.out


def test_off_a_terminal_there_is_no_colour_unless_it_is_asked_for(run: Run, plans: Path) -> None:
    assert "\x1b" not in run("coverage", *DAY).out
    assert "\x1b[32m" in run("coverage", *DAY, "--color", "always").out


@pytest.mark.parametrize("by", ["outcome", "priority", "promise", "recommendation", "principle", "organisation"])
@pytest.mark.parametrize("format_", ["text", "json", "markdown", "csv"])
def test_every_view_can_be_had_in_every_format(by: str, format_: str, run: Run, plans: Path) -> None:
    ran = run("coverage", *DAY, "--by", by, "--format", format_)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("\n")


def test_json_is_whole_and_as_documented(run: Run, plans: Path) -> None:
    document = json.loads(run("coverage", *DAY, "--by", "promise", "--format", "json").out)
    assert list(document) == [
        "format", "as_at", "audience", "incomplete", "percent", "outcomes", "priorities", "promises",
        "recommendations", "principles", "organisations", "matrix",
    ]  # fmt: skip
    assert (document["format"], document["as_at"], document["audience"], document["incomplete"]) == (
        1, "2026-09-30", "internal", False,
    )  # fmt: skip
    assert document["percent"] == {"outcomes": 50.0, "priorities": 100.0, "promises": 50.0, "recommendations": 0.0}
    assert document["outcomes"][0] == {
        "id": "o1",
        "title": "Children live near the people they know",
        "status": "partial",
        "needs": {"actions": 1, "organisations": 2, "measures": 1},
        "has": {"actions": 2, "live": 2, "approved": 2, "organisations": 1, "measures": 1},
        "actions": ["a1", "a2"],
        "measures": ["m1"],
        "lacks": [
            "only 1 of 2 organisations",
            "its two actions end in March 2027",
            "nothing is due in the strategy's last two years (to March 2030)",
        ],
    }
    assert document["matrix"][0] == {"priority": "home", "outcome": "o1", "actions": ["a1", "a2"]}
    assert {"priority": "health", "outcome": "o4", "actions": []} in document["matrix"]


def test_csv_has_a_row_for_each_goal(run: Run, plans: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("coverage", *DAY, "--format", "csv").out)))
    assert [row["kind"] for row in rows].count("outcome") == 7
    assert rows[5]["title"] == "'=Children wait less | for `help`"
    matrix = list(csv.DictReader(io.StringIO(run("coverage", *DAY, "--format", "csv", "--matrix").out)))
    assert [(row["priority"], row["outcome"]) for row in matrix if row["gap"] == "yes"] == [
        ("health", "o4"),
        ("health", "o6"),
    ]


# The bar


def test_coverage_below_the_bar_ends_with_1_and_names_the_gaps(run: Run, plans: Path) -> None:
    ran = run("coverage", *DAY, "--fail-under", "outcomes=80", "--fail-under", "promises=50", "--format", "json")
    assert ran.code == 1
    assert json.loads(ran.out)["percent"]["outcomes"] == 50.0
    assert ran.err.splitlines() == [
        "outcomes: 50.0% covered, and --fail-under asks for 80%",
        '  o1 "Children live near the people they know" is partial: only 1 of 2 organisations',
        '  o5 "子どもは元気です" is partial: no measure',
        '  o6 "=Children wait less | for `help`" is missing: no action, no organisation, no measure',
    ]


@pytest.mark.parametrize("bar", ["outcomes=50", "outcome=50%", "Outcomes = 49.9", "priorities=100", "principles=100"])
def test_coverage_that_meets_the_bar_ends_with_0(bar: str, run: Run, plans: Path) -> None:
    ran = run("coverage", *DAY, "--fail-under", bar, "--quiet")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


@pytest.mark.parametrize(
    ("bar", "advice"),
    [
        ("outcmes=100", "did you mean  outcomes?"),
        ("xyz=100", "one of: outcomes, priorities, promises, recommendations, principles"),
        ("outcomes", "write  --fail-under outcomes=100"),
        ("outcomes=all", "write  --fail-under outcomes=100"),
        ("outcomes=101", "write  --fail-under outcomes=100"),
        ("outcomes=nan", "write  --fail-under outcomes=100"),
    ],
)
def test_a_bar_that_makes_no_sense_is_no_run(bar: str, advice: str, run: Run, plans: Path) -> None:
    ran = run("coverage", "--fail-under", bar)
    assert (ran.code, ran.out) == (2, "")
    assert advice in ran.err


def test_by_and_matrix_together_are_no_run(run: Run, plans: Path) -> None:
    assert run("coverage", "--by", "outcome", "--matrix").code == 2


def test_no_plans_are_no_run(run: Run, tmp_path: Path) -> None:
    assert run("coverage", "--plans", str(tmp_path / "none")).code == 2


# Who reads


def test_what_an_audience_may_not_see_is_left_out_and_that_is_reported(run: Run, plans: Path) -> None:
    ran = run("coverage", *DAY, "--audience", "public")
    assert "! For the public: 1 action not meant for them is left out." in ran.out
    assert "✗ o5" in ran.out
    assert "left out" not in run("coverage", *DAY).out


@pytest.mark.parametrize("format_", ["json", "csv"])
def test_formats_without_sentences_say_it_on_stderr(format_: str, run: Run, plans: Path) -> None:
    ran = run("coverage", *DAY, "--audience", "partner", "--format", format_)
    assert ran.err == "For partners: 1 action not meant for them is left out.\n"
    assert "partner" in ran.out


# Faulty plans


@pytest.mark.parametrize("format_", ["text", "json", "markdown", "csv"])
def test_faulty_plans_stop_it_and_nothing_is_written(format_: str, run: Run, faulty: Path) -> None:
    ran = run("coverage", *DAY, "--format", format_)
    assert (ran.code, ran.out) == (1, "")
    assert "error[unknown-value]" in ran.err


def test_a_draft_goes_on_and_says_so(run: Run, faulty: Path) -> None:
    ran = run("coverage", *DAY, "--draft")
    assert ran.code == 0
    assert "! Draft: " in ran.out
    assert "figures are incomplete" in " ".join(ran.out.split())
    assert json.loads(run("coverage", *DAY, "--draft", "--format", "json").out)["incomplete"] is True
    assert ",internal,yes,outcome,o1," in run("coverage", *DAY, "--draft", "--format", "csv").out


def test_other_findings_never_stop_it(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(lay_over({"plan": "status: approved\nsummary: NHS number 943 476 5919"})))
    assert run("check", *DAY).code == 1
    assert run("coverage", *DAY).code == 0


def test_personal_data_is_not_shown(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(lay_over({"strategy": "title: NHS number 943 476 5919"})))
    for format_ in ("text", "json", "markdown"):
        assert "943" not in run("coverage", *DAY, "--format", format_).out.replace("\\", "")


def test_no_strategy_is_no_reason_to_say_there_are_no_gaps(run: Run, faulty: Path) -> None:
    (faulty / "plans/strategy.yaml").write_text("kind: [", encoding="utf-8")
    ran = run("coverage", *DAY, "--draft", "--fail-under", "outcomes=100")
    assert ran.code == 1
    assert "there are no goals to count" in ran.out
    assert "No gaps" not in ran.out


# Our own plans


def test_our_own_plans_are_covered_as_their_json_says(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    ran = run("coverage", "--as-at", "2026-11-30")
    assert ran.code == 0
    document = json.loads(run("coverage", "--as-at", "2026-11-30", "--format", "json").out)
    assert (document["incomplete"], len(document["outcomes"])) == (False, 7)
    for kind, percent in document["percent"].items():
        assert f"{kind.capitalize()}: " in ran.out
        assert f"({percent}%)" in ran.out
    for goal in document["outcomes"]:
        assert f"{goal['id']}  {goal['title'][:30]}" in ran.out


def test_verbose_says_what_was_read(run: Run, plans: Path) -> None:
    assert "3 files read below" in run("coverage", *DAY, "-v").err
