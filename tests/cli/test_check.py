"""`coparent check`: what it reads, what it shows, and the exit code it ends with."""

import json
import os
import re
from pathlib import Path

import pytest

from coparent import __version__
from tests.conftest import Ran, Run, Write
from tests.workspaces import lay_over

CLEAN = lay_over({})
LATE = {path: text.replace("due: March 2027", "due: Q3 2025") for path, text in CLEAN.items()}
HEALTH = """\
kind: plan
id: health-plan
title: Health plan
organisation: ecc
status: draft
partners: [icb, icb]
actions:
  - {id: h1, title: See a dentist, outcomes: [o4]}
"""
UNUSED = "  - {id: m2, title: Visits, unit: count, better: higher}\n"
NOTED = {path: text + UNUSED * path.endswith("measures.yaml") for path, text in CLEAN.items()}
OURS = ("bad-timescale", "repeated-reference", "duplicate-id", "missing-field", "unreadable-file")
"""The rules that these tests bank on, whatever others find besides."""


@pytest.fixture
def plans(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in: an error in plans/plan.yaml, a warning in plans/delivery/health.yaml, nothing elsewhere."""
    folder = write({**LATE, "plans/delivery/health.yaml": HEALTH, "notes/minutes.md": "Minutes"})
    monkeypatch.chdir(folder)
    return folder


def go(write: Write, monkeypatch: pytest.MonkeyPatch, texts: dict[str, str]) -> Path:
    """Work in a folder that holds these files."""
    folder = write(texts)
    monkeypatch.chdir(folder)
    return folder


def places(ran: Ran) -> list[str]:
    """The files that our findings of a concise report stand in, and their rules."""
    found = (re.match(r"(\S.*?):\d+:\d+: \w+\[([a-z-]+)\]", line) for line in ran.out.splitlines())
    return [f"{finding[1]} {finding[2]}" for finding in found if finding is not None and finding[2] in OURS]


# Exit codes


def test_sound_plans_end_with_0_and_a_line_that_says_what_was_read(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(write, monkeypatch, CLEAN)
    ran = run("check", "--as-at", "2026-09-30")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("1 plan, 1 action, no problems")


def test_plans_at_fault_end_with_1_and_say_so_on_stdout(run: Run, plans: Path) -> None:
    ran = run("check")
    assert (ran.code, ran.err) == (1, "")
    assert "error[bad-timescale]" in ran.out


@pytest.mark.parametrize(
    ("least", "code"), [("error", 0), ("warning", 1), ("note", 1), ("never", 0)], ids=lambda value: str(value)
)
def test_fail_on_says_from_which_level_the_check_fails(least: str, code: int, run: Run, plans: Path) -> None:
    assert run("check", "plans/delivery", "--fail-on", least).code == code


def test_fail_on_never_ends_with_0_even_for_errors(run: Run, plans: Path) -> None:
    ran = run("check", "--fail-on", "never")
    assert ran.code == 0
    assert "error[bad-timescale]" in ran.out


@pytest.mark.parametrize("form", ["text", "concise", "json"])
def test_every_format_ends_with_the_same_code(form: str, run: Run, plans: Path) -> None:
    assert run("check", "--format", form).code == 1
    assert run("check", "plans/strategy.yaml", "--format", form).code == 0


def test_no_plans_anywhere_above_is_no_run(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("check")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: no plans/ folder here, nor in any folder above\n  = fix: ")


def test_a_folder_without_plan_files_is_no_run(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plans" / "delivery").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    ran = run("check")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: no plan files in plans\n  = fix: add a file  strategy.yaml  to it\n"


# Which files


@pytest.mark.parametrize(
    ("folder", "paths", "found"),
    [
        (".", [], ["plans/delivery/health.yaml repeated-reference", "plans/plan.yaml bad-timescale"]),
        (".", ["plans"], ["plans/delivery/health.yaml repeated-reference", "plans/plan.yaml bad-timescale"]),
        (".", ["."], ["plans/delivery/health.yaml repeated-reference", "plans/plan.yaml bad-timescale"]),
        (".", ["plans/"], ["plans/delivery/health.yaml repeated-reference", "plans/plan.yaml bad-timescale"]),
        (".", ["plans/plan.yaml"], ["plans/plan.yaml bad-timescale"]),
        (".", ["./plans/../plans/plan.yaml"], ["plans/plan.yaml bad-timescale"]),
        (".", ["plans/delivery"], ["plans/delivery/health.yaml repeated-reference"]),
        (".", ["plans/strategy.yaml"], []),
        (".", ["plans/plan.yaml", "plans/strategy.yaml"], ["plans/plan.yaml bad-timescale"]),
        ("plans", [], ["delivery/health.yaml repeated-reference", "plan.yaml bad-timescale"]),
        ("plans", ["plan.yaml"], ["plan.yaml bad-timescale"]),
        ("plans/delivery", [], ["health.yaml repeated-reference", "../plan.yaml bad-timescale"]),
        ("plans/delivery", ["../plan.yaml"], ["../plan.yaml bad-timescale"]),
        ("notes", [], ["../plans/delivery/health.yaml repeated-reference", "../plans/plan.yaml bad-timescale"]),
    ],
)
def test_findings_are_those_of_the_named_paths_seen_from_where_one_stands(
    folder: str, paths: list[str], found: list[str], run: Run, plans: Path
) -> None:
    os.chdir(plans / folder)  # The fixture goes back.
    assert places(run("check", *paths, "--format", "concise")) == found


def test_another_workspace_can_be_named_by_its_path(
    run: Run, plans: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other") / "plans"
    other.mkdir()
    for name, text in CLEAN.items():
        (other.parent / name).write_text(text)
    assert run("check", str(other / "plan.yaml"), "--as-at", "2026-09-30").code == 0
    assert run("check", "--plans", str(other), "--as-at", "2026-09-30").code == 0


def test_a_file_that_is_named_is_shown_in_full_however_much_is_wrong(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions = "".join(f"  - {{id: a{number}, title: Open homes, due: 2026-02-30}}\n" for number in range(25))
    go(write, monkeypatch, lay_over({"plan": f"actions:\n{actions}"}))
    assert run("check", "plans/plan.yaml").out.count("= fix:") >= 25
    everything = run("check", "plans")
    assert "= fix:" not in everything.out
    assert everything.out.count("error[bad-date]") == everything.out.count('"2026-02-30"; fix: write  ') == 25


def test_a_finding_is_shown_for_the_file_it_points_at(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    twin = HEALTH.replace("h1", "a1").replace("icb, icb", "icb")
    go(write, monkeypatch, {**CLEAN, "plans/z.yaml": twin})
    assert places(run("check", "plans/plan.yaml", "--format", "concise")) == ["plans/z.yaml duplicate-id"]


@pytest.mark.parametrize(
    ("path", "error", "advice"),
    [
        ("plans/nowhere.yaml", "plans/nowhere.yaml is not there", "name a file or folder below plans/"),
        ("plans/plans.yaml", "plans/plans.yaml is not there", "did you mean  plans/plan.yaml?"),
        ("notes/minutes.md", "notes/minutes.md is not among the plans", "name a file or folder below plans/"),
        (
            "plans/_draft.yaml",
            "plans/_draft.yaml is not there",
            "names that start with . or _ are left out: call it  draft",
        ),
        (
            "plans/_old/x.txt",
            "plans/_old/x.txt is not among the plans",
            "names that start with . or _ are left out: call it  old",
        ),
        (
            "plans/_x.txt",
            "plans/_x.txt is not among the plans",
            "names that start with . or _ are left out: call it  x.yaml",
        ),
        ("plans/homes.yaml.txt", "plans/homes.yaml.txt is not among the plans", "end its name in .yaml:  homes.yaml"),
        ("plans/plan.txt", "plans/plan.txt is not among the plans", "end its name in .yaml, but not  plan.yaml  which"),
        ("plans/notes.txt", "plans/notes.txt is not among the plans", "the name of a plan ends in .yaml or .yml"),
        ("/", "", ""),
    ],
)
def test_a_path_outside_the_plans_is_no_run_and_says_what_to_name(
    path: str, error: str, advice: str, run: Run, plans: Path
) -> None:
    (plans / "plans" / "_old").mkdir()
    for name in ("_old/x.txt", "_x.txt", "homes.yaml.txt", "plan.txt"):
        (plans / "plans" / name).write_text("kind: plan\n", encoding="utf-8")
    (plans / "plans" / "notes.txt").write_text("Notes\n", encoding="utf-8")
    ran = run("check", path)
    if not error:  # The whole disk holds the plans, too.
        assert ran.code == 1
        return
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {error}\n  = fix: {advice}")


def test_a_folder_of_plans_that_all_have_the_wrong_name_is_no_run(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "homes.txt").write_text("kind: plan\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    ran = run("check")
    assert (ran.code, ran.err) == (
        2, "error: no plan files in plans\n  = fix: plans/homes.txt: end its name in .yaml:  homes.yaml\n"
    )  # fmt: skip


def test_a_file_of_another_folder_without_plans_is_looked_for_among_these(
    run: Run, plans: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other") / "minutes.yaml"
    other.write_text("kind: plan")
    ran = run("check", str(other))
    assert ran.code == 2
    assert "is not among the plans" in ran.err


def test_plans_can_stand_in_a_folder_of_any_name(run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (plans / "plans").rename(plans / "our work")
    assert places(run("check", "--plans", "our work", "--format", "concise"))[-1] == "our work/plan.yaml bad-timescale"
    monkeypatch.chdir(plans / "our work" / "delivery")
    assert places(run("check", "--plans", "..", "--format", "concise"))[-1] == "../plan.yaml bad-timescale"
    assert run("check", "--plans", "..", "../plan.yaml").code == 1
    monkeypatch.chdir(plans / "our work")
    assert places(run("check", "--plans", ".", "--format", "concise"))[-1] == "plan.yaml bad-timescale"


def test_a_plans_folder_that_is_not_there_is_no_run(run: Run, plans: Path) -> None:
    ran = run("check", "--plans", "plams")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: --plans: there is no folder plams\n  = fix: name the folder that holds the plan files\n"


# Standard input


def test_standard_input_stands_for_the_file_that_is_named(run: Run, plans: Path) -> None:
    mended = LATE["plans/plan.yaml"].replace("Q3 2025", "ASAP")
    ran = run("check", "-", "--stdin-name", "plans/plan.yaml", "--format", "concise", stdin=mended)
    assert ran.code == 1
    assert places(ran) == ["plans/plan.yaml bad-timescale"]
    assert '"ASAP"' in ran.out


def test_standard_input_may_mend_what_is_on_the_disk(run: Run, plans: Path) -> None:
    assert run("check", "-", "--stdin-name", "plans/plan.yaml", stdin=CLEAN["plans/plan.yaml"]).code == 0


def test_standard_input_may_be_a_file_that_is_not_saved_yet(run: Run, plans: Path) -> None:
    ran = run("check", "-", "--stdin-name", "plans/new.yaml", "--format", "concise", stdin="kind: plan\n")
    assert places(ran) == ["plans/new.yaml missing-field"] * 4


def test_a_source_line_of_standard_input_is_shown(run: Run, plans: Path) -> None:
    ran = run("check", "-", "--stdin-name", "plans/plan.yaml", stdin="kind: plan\ntitle: Health: ours\n")
    assert "2  | title: Health: ours" in ran.out


@pytest.mark.parametrize(
    ("arguments", "error", "advice"),
    [
        (["-"], "- needs to know which file it stands for", "add  --stdin-name plans/home.yaml"),
        (["-", "--stdin-name", "notes/x.yaml"], "--stdin-name: notes/x.yaml is no plan file below plans/", "name a"),
        (["-", "--stdin-name", "plans/x.md"], "--stdin-name: plans/x.md is no plan file below plans/", "name a"),
        (["--stdin-name", "plans/plan.yaml"], "--stdin-name says which file - stands for, and there is no -", "add  -"),
    ],
)
def test_standard_input_that_stands_for_no_plan_is_no_run(
    arguments: list[str], error: str, advice: str, run: Run, plans: Path
) -> None:
    ran = run("check", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {error}\n  = fix: {advice}")


def test_standard_input_may_be_checked_beside_other_files(run: Run, plans: Path) -> None:
    arguments = ("check", "plans/delivery", "-", "--stdin-name", "plans/plan.yaml", "--format", "concise")
    found = places(run(*arguments, stdin=LATE["plans/plan.yaml"]))
    assert found == ["plans/delivery/health.yaml repeated-reference", "plans/plan.yaml bad-timescale"]


def test_standard_input_that_is_closed_is_no_run(run: Run, plans: Path) -> None:
    ran = run("check", "-", "--stdin-name", "plans/plan.yaml", stdin=None)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: - reads standard input, and that is closed\n  = fix: ")


def test_standard_input_that_is_no_text_is_a_finding(run: Run, plans: Path) -> None:
    ran = run("check", "-", "--stdin-name", "plans/plan.yaml", "--format", "concise", stdin=b"\xff\xfek\x00")
    assert places(ran) == ["plans/plan.yaml unreadable-file"]


# As at


@pytest.mark.parametrize(
    "day",
    ["2026-09-30", "30 September 2026", "30/09/2026", "30.9.2026", "30 Sept 2026", "Wednesday 30th September 2026"],
)
def test_the_day_may_be_written_as_a_council_writes_it(day: str, run: Run, plans: Path) -> None:
    assert json.loads(run("check", "--as-at", day, "--format", "json").out)["as_at"] == "2026-09-30"


def test_the_day_may_stand_in_the_environment_and_the_option_wins(
    run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPARENT_AS_AT", "1 May 2026")
    assert json.loads(run("check", "--format", "json").out)["as_at"] == "2026-05-01"
    assert json.loads(run("check", "--format", "json", "--as-at", "2 May 2026").out)["as_at"] == "2026-05-02"


@pytest.mark.parametrize("day", ["1900-01-01", "2200-12-31"])
def test_any_day_within_reason_will_do(day: str, run: Run, plans: Path) -> None:
    assert run("check", "--as-at", day).code == 1


@pytest.mark.parametrize(
    ("day", "advice"),
    [
        ("2026-02-30", '  = fix: write  --as-at "'),
        ("30.9.26", '  = fix: write  --as-at "30 September 2026"'),
        ("soon", "  = fix: write a day, such as  --as-at 2026-03-31"),
        ("September 2026", '  = fix: write  --as-at "30 September 2026"'),
        ("0001-01-01", "  = fix: write a day, such as  --as-at 2026-03-31"),
    ],
)
def test_what_is_no_day_is_no_run(day: str, advice: str, run: Run, plans: Path) -> None:
    ran = run("check", "--as-at", day)
    assert (ran.code, ran.out) == (2, "")
    error, help = ran.err.splitlines()
    assert error.startswith("error: --as-at: ")
    assert help.startswith(advice)


def test_what_is_no_day_in_the_environment_is_named(run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPARENT_AS_AT", "soon")
    ran = run("check")
    assert ran.code == 2
    assert ran.err.startswith("error: COPARENT_AS_AT: ")


# What is shown


def test_notes_are_counted_and_shown_when_asked_for(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    go(write, monkeypatch, NOTED)
    few = ("plans/measures.yaml", "--as-at", "2026-09-30")
    hidden = run("check", *few)
    assert "unused-measure" not in hidden.out
    assert "note hidden: --show note shows it" in hidden.out.replace("notes hidden", "note hidden")
    assert "note[unused-measure]" in run("check", *few, "--show", "note").out
    assert run("check", *few, "--show", "note").code == 0
    assert run("check", *few, "--fail-on", "note").code == 1


def test_warnings_can_be_hidden(run: Run, plans: Path) -> None:
    ran = run("check", "--show", "error")
    assert "repeated-reference" not in ran.out
    assert "1 warning" in ran.out


def test_quiet_says_nothing_where_nothing_is_wrong(run: Run, plans: Path) -> None:
    assert run("check", "-q", "plans/strategy.yaml") == Ran(0, "", "")
    assert "repeated-reference" in run("check", "-q", "plans/delivery").out
    assert json.loads(run("check", "-q", "plans/strategy.yaml", "--format", "json").out)["diagnostics"] == []


def test_verbose_says_on_stderr_what_was_read(run: Run, plans: Path) -> None:
    ran = run("check", "-v", "--as-at", "2026-09-30")
    assert ran.err == f"4 files read below {plans / 'plans'}, judged as at 2026-09-30\n"


def test_more_than_twenty_findings_are_a_line_each_with_how_to_see_them_whole(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions = ", ".join(f"{{id: a{number}, title: Open, due: ASAP}}" for number in range(21))
    go(write, monkeypatch, lay_over({"plan": f"actions: [{actions}]"}))
    brief = run("check").out
    assert "= fix" not in brief
    assert brief.count("error[bad-timescale]") == 21
    assert "coparent check -v, or one file at a time: coparent check plans/plan.yaml" in " ".join(brief.split())
    assert run("check", "-v").out.count("= fix") >= 21


@pytest.mark.parametrize(
    ("option", "variables"),
    [
        ("always", {}),
        ("auto", {"FORCE_COLOR": "1"}),
        ("always", {"NO_COLOR": ""}),
    ],
)
def test_colour_is_for_those_who_want_it(
    option: str, variables: dict[str, str], run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert "\x1b[" in run("check", "--color", option).out
    assert "\x1b[" not in run("check", "--color", option, "--format", "json").out


@pytest.mark.parametrize(
    ("option", "variables"),
    [
        ("auto", {}),
        ("never", {}),
        ("never", {"FORCE_COLOR": "1"}),
        ("always", {"NO_COLOR": "1"}),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}),
    ],
)
def test_there_is_no_colour_for_those_who_do_not(
    option: str, variables: dict[str, str], run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert "\x1b[" not in run("check", "--color", option).out


def test_a_broken_file_says_what_waits_for_it(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    go(write, monkeypatch, {**CLEAN, "plans/bad.yaml": "title: Health: ours\n"})
    ran = run("check")
    assert " checks wait for plans/bad.yaml: mend it first, then run it again" in " ".join(ran.out.split())


def test_a_broken_record_says_what_waits_for_it(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    go(write, monkeypatch, lay_over({"plan": "actions: [{id: a1, titel: Open two homes}]"}))
    ran = run("check")
    assert " checks wait for plans/plan.yaml: mend it first, then run it again" in " ".join(ran.out.split())


# For machines


def test_json_is_what_the_contract_says_and_nothing_else_is_on_stdout(run: Run, plans: Path) -> None:
    ran = run("check", "-v", "--format", "json", "--as-at", "2026-09-30")
    report = json.loads(ran.out)
    assert ran.err
    assert list(report) == ["format", "tool", "as_at", "summary", "diagnostics"]
    assert report["format"] == 1
    assert report["tool"] == {"name": "coparent", "version": __version__}
    summary = report["summary"]
    assert list(summary) == (
        ["files", "plans", "actions", "errors", "warnings", "notes", "ignored", "fixable", "waiting"]
    )
    assert (summary["files"], summary["plans"], summary["actions"], summary["errors"]) == (4, 2, 2, 1)
    found = next(finding for finding in report["diagnostics"] if finding["rule"] == "repeated-reference")
    assert found == {
        "rule": "repeated-reference",
        "level": "warning",
        "message": 'health-plan "Health plan" names "icb" twice under partners',
        "fix": "take out  icb; or write the id that was meant",
        "path": "plans/delivery/health.yaml",
        "line": 6,
        "column": 17,
        "end_line": 6,
        "end_column": 20,
        "record": {"kind": "plan", "id": "health-plan"},
        "field": "partners",
        "fixable": False,
        "related": [
            {
                "path": "plans/delivery/health.yaml",
                "line": 6,
                "column": 12,
                "end_line": 6,
                "end_column": 15,
                "message": "first here",
            }
        ],
    }


def test_json_has_every_level_whatever_people_are_shown(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(write, monkeypatch, NOTED)
    report = json.loads(run("check", "--format", "json", "--show", "error").out)
    assert "unused-measure" in [found["rule"] for found in report["diagnostics"]]


def test_json_paths_are_seen_from_the_working_directory(run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(plans / "plans" / "delivery")
    report = json.loads(run("check", "--format", "json").out)
    assert {"health.yaml", "../plan.yaml"} <= {found["path"] for found in report["diagnostics"]}
    seen = [(found["path"], found["line"], found["column"], found["rule"]) for found in report["diagnostics"]]
    assert seen == sorted(seen)


def test_a_record_that_cannot_be_read_is_null(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    go(write, monkeypatch, {**CLEAN, "plans/bad.yaml": "\x00"})
    found = json.loads(run("check", "plans/bad.yaml", "--format", "json").out)["diagnostics"]
    assert [
        (finding["rule"], finding["record"], finding["field"], finding["line"], finding["column"]) for finding in found
    ] == [("unreadable-file", None, "", 1, 1)]


# The whole thing

EIGHT = """\
kind: plan
id: home
title: Home plan
title: House plan
organisation: ecc
status: drafting
actions:
  - id: Home 02
    title: Open two homes
    outcomes: o1
    due: Q3 2025
    milestones:
      - id: m1
        title: The first home opens
    updates:
      - {on: 2026-02-30, stage: in-progress, summary: Well}
risks:
  - {id: k1, title: Cost, likelihood: 6, impact: 1, status: open}
"""


def test_eight_different_faults_of_one_file_are_eight_findings_each_at_its_place(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(write, monkeypatch, {**CLEAN, "plans/eight.yaml": EIGHT})
    found = json.loads(run("check", "plans/eight.yaml", "--format", "json").out)["diagnostics"]
    assert [
        (finding["rule"], finding["line"], finding["column"], finding["end_line"], finding["end_column"])
        for finding in found
        if finding["level"] == "error"
    ] == [
        ("duplicate-field", 4, 1, 4, 6),
        ("unknown-value", 6, 9, 6, 17),
        ("bad-id", 8, 9, 8, 16),
        ("wrong-type", 10, 15, 10, 17),
        ("bad-timescale", 11, 10, 11, 17),
        ("missing-field", 13, 13, 13, 15),
        ("bad-date", 16, 14, 16, 24),
        ("out-of-range", 18, 39, 18, 40),
    ]
