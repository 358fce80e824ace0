"""`coparent render`: which paper, as what, for whom, where to, and what stops it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coparent.text.natural_order import natural_order
from tests.conftest import ROOT, Ran, Run, unmeasured
from tests.papers.pages import EXAMPLE


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with the plans that papers are tried on."""
    shutil.copytree(EXAMPLE, tmp_path / "plans")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("asked", ["plans/paper.yaml", "./plans/paper.yaml", "panel"])
def test_a_paper_is_named_by_its_file_or_its_id(run: Run, folder: Path, asked: str) -> None:
    ran = run("render", asked)
    assert (ran.code, ran.err) == (0, "")
    assert "# How the plans are going\n" in ran.out
    assert "CPP/07/26" in ran.out


def test_html_is_printed_where_it_is_asked_for(run: Run, folder: Path) -> None:
    assert run("render", "panel", "--to", "html").out.startswith("<!doctype html>")


@pytest.mark.parametrize(("name", "begins"), [("paper.html", "<!doctype"), ("paper.md", "# "), ("deep/er/p.HTM", "<!")])
def test_a_files_name_says_what_it_holds(run: Run, folder: Path, name: str, begins: str) -> None:
    ran = run("render", "panel", "-o", name)
    assert (ran.code, ran.out, ran.err) == (0, "", f"wrote {name}\n")
    assert (folder / name).read_text(encoding="utf-8").lstrip().startswith(begins)


def test_a_file_that_is_there_is_replaced_whole(run: Run, folder: Path) -> None:
    (folder / "paper.md").write_text("x" * 1_000_000)
    assert run("render", "panel", "-o", "paper.md").code == 0
    assert (folder / "paper.md").read_text(encoding="utf-8") == run("render", "panel").out


def test_quietly_nothing_is_written_of_the_file(run: Run, folder: Path) -> None:
    ran = run("render", "panel", "-o", "paper.md", "-q")
    assert (ran.out, ran.err) == ("", "")


@pytest.mark.parametrize(
    ("typed", "says", "help"),
    [
        (["panel", "-o", "paper.odt"], "nothing says what paper.odt is to hold", ".html  or  .md"),
        (["panel", "-o", "paper.md", "--to", "html"], "--to html and paper.md disagree", "leave out  --to"),
        (["panel", "--to", "htm"], '--to: "htm" is none of', "--to html"),
        ([], "nothing says which paper", "coparent render plans/papers"),
        (["panel", "--template", "plan"], "a paper names its own template", "not both"),
        (["pannel"], "there is no paper pannel", "coparent render panel"),
        (["zzz"], "there is no paper zzz", "the papers are: panel"),
        (["--template", "comittee-paper"], "comittee-paper", "committee-paper"),
        (["panel", "--open"], "--open needs a file", "-o paper.html"),
        (["panel", "--context", "--watch"], "--context makes none", "leave out"),
        (["panel", "--as-at", "1 May 2026"], "paper panel says its own day: 2026-09-30", "as_at"),
        (["panel", "--audience", "everyone"], '"everyone" is none of', "write"),
        (["--template", "partner-brief", "--organisation", "nrth"], "no organisation nrth", "north"),
        (["--template", "partner-brief", "--organisation", "each"], "one for each organisation", "-o brief.md"),
        (["panel", "--all"], "--all is every paper", "leave out"),
        (["--all", "--template", "plan"], "a paper names its own template", "not both"),
        (["--all", "--dry-run", "--context"], "--context prints facts", "leave out one"),
        (["panel", "--dry-run", "-o", "p.html", "--open"], "--open opens what was written", "leave out one"),
    ],
)
def test_what_cannot_be_made_says_what_to_type(run: Run, folder: Path, typed: list[str], says: str, help: str) -> None:
    ran = run("render", *typed)
    assert ran.code == 2
    assert ran.out == ""
    assert says in ran.err
    assert help in ran.err


@pytest.fixture
def broken(folder: Path) -> Path:
    """A folder with a paper that can be made, one for each organisation, and two that cannot be made."""
    for name, change in {
        "p-2": "place: after mesures",
        "p-10": "template: comittee-paper",
        "each": "template: partner-brief\norganisation: each",
    }.items():
        lines = {"kind": "paper", "id": name, "title": name, "template": "committee-paper", "as_at": "2026-09-30"}
        head, _, value = change.partition(": ")
        text = "".join(f"{key}: {held}\n" for key, held in lines.items() if key != head)
        added = f"sections: [{{title: Money, text: Enough., {change}}}]\n" if head == "place" else f"{head}: {value}\n"
        (folder / "plans" / f"{name}.yaml").write_text(text + added, encoding="utf-8")
    return folder


def test_a_dry_run_of_all_papers_says_of_each_whether_it_can_be_made_and_writes_nothing(run: Run, broken: Path) -> None:
    before = sorted(broken.rglob("*"))
    ran = run("render", "--all", "--dry-run")
    each, p2, p10, panel = sorted(ran.err.splitlines(), key=natural_order)
    assert (ran.code, ran.out) == (1, "")
    assert each == "plans/each.yaml: can be made as Markdown and HTML, for 4 organisations"
    assert p2.startswith("plans/p-2.yaml: cannot be made: ")
    assert "did you mean  measures?" in p2
    assert p10.startswith("plans/p-10.yaml: cannot be made: ")
    assert "committee-paper" in p10
    assert panel == "plans/paper.yaml: can be made as Markdown and HTML"
    assert sorted(broken.rglob("*")) == before


def test_a_dry_run_of_papers_that_can_be_made_is_fine(run: Run, broken: Path) -> None:
    assert run("render", "panel", "each", "--dry-run", "--to", "html").err == (
        "plans/paper.yaml: can be made as HTML\nplans/each.yaml: can be made as HTML, for 4 organisations\n"
    )
    assert run("render", "panel", "--dry-run", "-q", "-o", "p.md") == Ran(0, "", "")
    assert run("render", "--template", "plan", "--dry-run").err == "--template plan: can be made as Markdown and HTML\n"
    assert not (broken / "p.md").exists()
    (broken / "templates").mkdir()
    (broken / "templates" / "plan.html.j2").write_text("{{ paper.titel }}", encoding="utf-8")
    assert run("render", "--template", "plan", "--dry-run").code == 1
    assert run("render", "--template", "plan", "--dry-run", "--to", "md").code == 0
    assert run("render", "--template", "plan", "--dry-run", "--no-user-templates").code == 0


def test_several_papers_are_written_to_files_named_for_them_or_not_at_all(run: Run, broken: Path) -> None:
    assert "this makes 2 papers" in run("render", "panel", "each").err
    ran = run("render", "panel", "each", "-o", "out/paper.md")
    assert ran.code == 0
    assert {path.name for path in (broken / "out").iterdir()} == {
        "paper-panel.md", "paper-each-ecc.md", "paper-each-icb.md", "paper-each-north.md", "paper-each-south.md"
    }  # fmt: skip
    assert run("render", "--all", "-o", "all/paper.md").code == 2
    assert not (broken / "all").exists()


def test_plans_without_papers_have_none_to_try(run: Run, folder: Path) -> None:
    (folder / "plans" / "paper.yaml").unlink()
    ran = run("render", "--all", "--dry-run")
    assert (ran.code, ran.out) == (0, "")
    assert "kind: paper" in ran.err


def test_a_template_is_rendered_straight_from_the_plans_as_at_a_day(run: Run, folder: Path) -> None:
    early = run("render", "--template", "action-log", "--as-at", "2026-03-31")
    late = run("render", "--template", "action-log", "--as-at", "2026-09-30")
    assert early.code == late.code == 0
    assert "31 March 2026" in early.out
    assert early.out != late.out


def test_a_day_set_for_all_commands_does_not_change_a_paper(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run("render", "panel").out
    monkeypatch.setenv("COPARENT_AS_AT", "2025-01-01")
    assert run("render", "panel").out == before


def test_a_group_gets_a_brief_for_each_member(run: Run, folder: Path) -> None:
    ran = run("render", "--template", "partner-brief", "--organisation", "districts", "-o", "briefs/brief.html")
    assert ran.code == 0
    assert sorted(path.name for path in (folder / "briefs").iterdir()) == ["brief-north.html", "brief-south.html"]
    assert "South District Council" in (folder / "briefs" / "brief-south.html").read_text(encoding="utf-8")


def test_each_makes_a_file_for_everyone_with_a_part(run: Run, folder: Path) -> None:
    change(folder / "plans" / "paper.yaml", "template: committee-paper", "template: partner-brief\norganisation: each")
    change(folder / "plans" / "paper.yaml", "place: after measures, ", "")
    assert run("render", "panel", "-o", "brief.md").code == 0
    assert {path.name for path in folder.glob("brief-*.md")} == {
        "brief-ecc.md", "brief-icb.md", "brief-north.md", "brief-south.md"
    }  # fmt: skip


def test_one_organisation_gets_its_own_file_as_named(run: Run, folder: Path) -> None:
    assert run("render", "--template", "partner-brief", "--organisation", "north", "-o", "north.md").code == 0
    assert (folder / "north.md").is_file()


def test_the_facts_are_printed_as_json(run: Run, folder: Path) -> None:
    facts = json.loads(run("render", "panel", "--context").out)
    assert facts["format"] == 1
    assert facts["paper"]["reference"] == "CPP/07/26"
    assert facts["paper"]["purpose"]["heading"]["number"]
    assert facts["paper"]["told"] is None


def test_an_audience_may_be_chosen(run: Run, folder: Path) -> None:
    assert "Review secret locations" not in run("render", "panel").out
    assert "Review secret locations" in run("render", "panel", "--audience", "internal").out


def test_faulty_plans_make_no_paper(run: Run, folder: Path) -> None:
    change(folder / "plans" / "health.yaml", "status: consultation", "status: consulting")
    ran = run("render", "panel", "-o", "paper.md")
    assert ran.code == 1
    assert "consulting" in ran.err
    assert not (folder / "paper.md").exists()


def test_a_draft_goes_on_and_says_so_in_the_paper(run: Run, folder: Path) -> None:
    change(folder / "plans" / "health.yaml", "status: consultation", "status: consulting")
    ran = run("render", "panel", "--draft")
    assert ran.code == 0
    assert "what 1 error in 1 file may hide is left out" in ran.out


def test_a_section_beside_one_that_the_template_lacks_is_refused_with_the_nearest(run: Run, folder: Path) -> None:
    change(folder / "plans" / "paper.yaml", "after measures", "after mesures")
    ran = run("render", "panel")
    assert ran.code == 2
    assert "did you mean  measures?" in ran.err


def test_a_template_beside_the_plans_is_used_first_and_can_be_left_out(run: Run, folder: Path) -> None:
    templates = folder / "templates"
    templates.mkdir()
    (templates / "action-log.md.j2").write_text("Our own: {{ paper.title }}\n", encoding="utf-8")
    assert run("render", "--template", "action-log").out.startswith("Our own: ")
    assert not run("render", "--template", "action-log", "--no-user-templates").out.startswith("Our own: ")


def test_a_template_may_change_one_section_and_leave_another_out(run: Run, folder: Path) -> None:
    templates = folder / "templates"
    templates.mkdir()
    (templates / "committee-paper.md.j2").write_text(
        '{% extends "builtin/committee-paper.md.j2" %}\n'
        "{% block purpose %}Ours {{ paper.purpose.heading.number }}.{% endblock %}\n"
        "{% block timeline %}{% endblock %}\n",
        encoding="utf-8",
    )
    paper = run("render", "panel").out
    assert "Ours 2." in paper
    assert "Timeline" not in paper
    assert "What the budget holds" in paper


def test_a_fault_of_a_template_is_reported_at_its_line(run: Run, folder: Path) -> None:
    templates = folder / "templates"
    templates.mkdir()
    (templates / "mine.md.j2").write_text("one\n{{ paper.titel }}\n", encoding="utf-8")
    ran = run("render", "--template", "mine")
    assert ran.code == 2
    assert "templates/mine.md.j2:2" in ran.err
    assert "Traceback" not in ran.err


def test_what_was_made_is_opened_when_that_is_asked_for(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("typer.launch", opened.append)
    run("render", "panel", "-o", "paper.html", "--open")
    assert opened == [str(folder / "paper.html")]


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_the_same_files_give_the_same_bytes_in_any_time_zone_and_process(folder: Path, form: str) -> None:
    made = [
        subprocess.run(
            [sys.executable, "-m", "coparent", "render", "panel", "--to", form],
            env={**unmeasured(), "PYTHONPATH": str(ROOT), "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C.UTF-8"},
            capture_output=True, check=True,
        ).stdout
        for zone, seed in (("Pacific/Kiritimati", "1"), ("Etc/GMT+12", "2"))
    ]  # fmt: skip
    assert made[0] == made[1]
    assert made[0]


def test_watching_makes_the_paper_again_at_every_save(folder: Path) -> None:
    watching = subprocess.Popen(
        [sys.executable, "-u", "-m", "coparent", "render", "panel", "-o", "paper.md", "--watch"],
        env={**unmeasured(), "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert watching.stderr is not None
        lines = iter(watching.stderr.readline, "")
        assert any("watching for changes" in line for line in lines)
        change(folder / "plans" / "paper.yaml", "How the plans are going", "How they went")
        assert any("watching for changes" in line for line in lines)
        assert "# How they went" in (folder / "paper.md").read_text(encoding="utf-8")
    finally:
        watching.kill()
        watching.communicate()
