"""`coparent templates`: what there is, one's own beside it, and what is wrong with them."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from coparent.papers.template_folders import shipped_folder
from tests.conftest import ROOT, Ran, Run

EXAMPLE = ROOT / "tests" / "papers" / "example" / "plans"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with plans, and gone to."""
    shutil.copytree(EXAMPLE, tmp_path / "plans")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")
    return tmp_path


def put(home: Path, templates: Mapping[str, str]) -> None:
    """Write templates of one's own."""
    for name, text in templates.items():
        path = home / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_all_are_listed_with_what_they_are_for(run: Run, home: Path) -> None:
    put(home, {"own.md.j2": "{# For: us alone. #}", "highlight.html.j2": '{% extends "builtin/highlight.html.j2" %}'})
    ran = run("templates", "list")
    rows = {line.split()[0]: line for line in ran.out.splitlines() if line[:1] != " "}
    assert (ran.code, ran.err) == (0, "")
    assert {"committee-paper", "highlight", "young-people", "own"} < set(rows)
    assert rows["own"].split() == ["own", "us", "alone.", "md", "templates/"]
    assert rows["committee-paper"].endswith("  md, html  shipped")
    assert "templates/ (html), in place of the shipped" in " ".join(rows["highlight"].split())


def test_they_are_listed_where_there_are_no_plans(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "committee-paper" in run("templates", "list").out
    assert run("templates", "show", "highlight").code == 0
    ran = run("templates", "list", "--plans", "nowhere")
    assert (ran.code, ran.out) == (2, "")


def test_without_a_command_it_says_what_there_is(run: Run) -> None:
    ran = run("templates")
    assert ran.code == 0
    assert all(f"\n  {command} " in ran.out for command in ("list", "show", "eject", "check"))


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_shipped_template_is_shown_as_it_is(run: Run, home: Path, form: str) -> None:
    ran = run("templates", "show", "highlight", "--form", form)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (shipped_folder() / f"highlight.{form}.j2").read_text(encoding="utf-8")


def test_one_s_own_is_shown_before_the_shipped(run: Run, home: Path) -> None:
    put(home, {"highlight.md.j2": "mine\n"})
    assert run("templates", "show", "highlight").out == "mine\n"


def test_a_name_half_remembered_finds_it(run: Run, home: Path) -> None:
    for command in ("show", "eject"):
        ran = run("templates", command, "highligt")
        assert ran.code == 2
        assert "did you mean  highlight?" in ran.err
    assert "did you mean  --form html?" in run("templates", "show", "highlight", "--form", "htm").err


def test_both_forms_are_ejected_whole_and_make_the_same_papers(run: Run, home: Path) -> None:
    before = [
        run("render", "--template", "highlight", "--to", form, "--as-at", "2026-09-30").out for form in ("md", "html")
    ]
    ran = run("templates", "eject", "highlight")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines() == ["wrote templates/highlight.md.j2", "wrote templates/highlight.html.j2"]
    after = [
        run("render", "--template", "highlight", "--to", form, "--as-at", "2026-09-30").out for form in ("md", "html")
    ]
    assert all(before)
    assert before == after
    assert run("templates", "check").err == "no problems in templates\n"


def test_one_block_is_ejected_to_be_changed_and_the_rest_stays(run: Run, home: Path) -> None:
    render = ("render", "--template", "committee-paper", "--as-at", "2026-09-30")
    before = run(*render).out
    assert run("templates", "eject", "committee-paper", "--block", "purpose", "--form", "md").code == 0
    path = home / "templates" / "committee-paper.md.j2"
    assert run(*render).out == before
    text = path.read_text(encoding="utf-8")
    assert text.startswith('{% extends "builtin/committee-paper.md.j2" %}\n\n{% block purpose %}\n')
    path.write_text(text.replace("{% endblock %}", "Our own words.\n{% endblock %}"), encoding="utf-8")
    after = run(*render).out
    assert "Our own words." in after
    assert [line for line in after.splitlines() if line not in before.splitlines()] == ["Our own words."]


def test_what_is_there_is_written_over_only_by_force(run: Run, home: Path) -> None:
    put(home, {"highlight.html.j2": "mine"})
    ran = run("templates", "eject", "highlight")
    assert ran.code == 2
    assert "templates/highlight.html.j2 is there already" in ran.err
    assert "--force" in ran.err
    assert [path.name for path in (home / "templates").iterdir()] == ["highlight.html.j2"]
    assert (home / "templates" / "highlight.html.j2").read_text(encoding="utf-8") == "mine"
    assert run("templates", "eject", "highlight", "--force").code == 0
    assert (home / "templates" / "highlight.html.j2").read_text(encoding="utf-8") != "mine"


def test_the_shipped_templates_are_not_ejected_onto_themselves(run: Run) -> None:
    ran = run("templates", "eject", "highlight", "--force", "--plans", str(ROOT / "plans"))
    assert ran.code == 2
    assert "holds the shipped templates themselves" in ran.err


def test_where_nobody_has_templates_there_is_nothing_to_check(run: Run, home: Path) -> None:
    ran = run("templates", "check")
    assert (ran.code, ran.out, ran.err) == (0, "", "no templates of your own to check\n")


@pytest.mark.parametrize(
    ("templates", "expected"),
    [
        ({"own.md.j2": "a\n{% if %}"}, "templates/own.md.j2:2: error: expected an expression"),
        ({"own.md.j2": "a\n{{ paper.titel }}"}, "templates/own.md.j2:2: error: PaperView has no field"),
        (
            {"own.md.j2": "{{ paper.title.__class__ }}"},
            'templates/own.md.j2:1: error: a template may not use "__class__"',
        ),
        ({"parts/x.html.j2": "{% macro m( %}"}, "templates/parts/x.html.j2:1: error: "),
        (
            {"own.md.j2": "\n{% if false %}{% include 'x' %}{% endif %}"},
            "templates/own.md.j2:2: error: there is no template",
        ),
        ({"own.md.j2": "{% extends 'nowhere' %}"}, "templates/own.md.j2:1: error: there is no template"),
        ({"own.txt.j2": ""}, "templates/own.txt.j2: error: nothing says what it makes"),
        ({"theme.css": "a{}\n@import 'x'"}, "templates/theme.css:2: error: a paper loads nothing"),
        ({"own.md.j2": "\n{{ 'x'|safe }}"}, "templates/own.md.j2:2: warning: |safe  puts text into the paper as it is"),
        (
            {"highlight.md.j2": '{% extends "builtin/highlight.md.j2" %}\n{% block decision %}{% endblock %}'},
            'templates/highlight.md.j2:2: error: nothing prints a block "decision": did you mean decisions?',
        ),
        (
            {"highlight.md.j2": '{% extends "builtin/highlight.md.j2" %}\n{% block zzz %}{% endblock %}'},
            'templates/highlight.md.j2:2: error: nothing prints a block "zzz"; there are ',
        ),
        (
            {"highlight.md.j2": '{% extends "builtin/highlight.md.j2" %}\n{% block decisions %}{% endblock %}'},
            'templates/highlight.md.j2: error: the sections of "highlight" differ, so will their numbers: ',
        ),
    ],
)
def test_each_fault_is_reported_once_at_its_line(
    run: Run, home: Path, templates: Mapping[str, str], expected: str
) -> None:
    put(home, templates)
    ran = run("templates", "check")
    (line,) = ran.out.splitlines()
    assert line.startswith(expected)
    is_warning = ": warning: " in expected
    assert (ran.code, ran.err) == (0 if is_warning else 1, f"1 {'warning' if is_warning else 'error'} in templates\n")


EXTENDS = '{{% extends "builtin/committee-paper.{form}.j2" %}}\n{{% block purpose %}}{purpose}{{% endblock %}}\n'
HEADINGS = [
    ("<p>Ours.</p>", "Ours.", "is shown without its heading"),
    ("<h2>{{ paper.purpose.heading.title }}</h2>", "## {{ paper.purpose.heading.title }}", "without its number"),
    (
        '<h2 id="{{ paper.purpose.heading.anchor }}">9 {{ paper.purpose.heading.title }}</h2>',
        "## 9 {{ paper.purpose.heading.title }}",
        'has the heading "9 Purpose',
    ),
    (
        '<h3 id="{{ paper.purpose.heading.anchor }}">{{ paper.purpose.heading.number }} Why</h3>',
        "### {{ paper.purpose.heading.number }} Why",
        'Why", and the contents name it "',
    ),
]


@pytest.mark.parametrize(("html", "md", "says"), HEADINGS)
def test_a_section_of_one_s_own_without_its_heading_is_found_and_mended_by_what_is_printed(
    run: Run, home: Path, html: str, md: str, says: str
) -> None:
    written = {"html": html, "md": md}
    put(home, {f"committee-paper.{form}.j2": EXTENDS.format(form=form, purpose=written[form]) for form in written})
    ran = run("templates", "check")
    assert ran.code == 1
    for form, line in zip(("md", "html"), ran.out.splitlines(), strict=True):
        assert line.startswith(f'templates/committee-paper.{form}.j2:2: error: the section "purpose" ')
        assert says in line
        _, _, mended = line.partition(": write  ")
        put(home, {f"committee-paper.{form}.j2": EXTENDS.format(form=form, purpose=f"\n{mended}\n")})
    assert run("templates", "check") == Ran(0, "", "no problems in templates\n")


def test_a_heading_to_which_the_contents_cannot_link_is_found(run: Run, home: Path) -> None:
    heading = "<h2>{{ paper.purpose.heading.number }} {{ paper.purpose.heading.title }}</h2>"
    put(home, {"committee-paper.html.j2": EXTENDS.format(form="html", purpose=heading)})
    assert "has a heading without its id" in run("templates", "check").out


def test_a_layout_of_one_s_own_is_shown_how_to_print_headings_itself(run: Run, home: Path) -> None:
    loop = "{% for section in paper.sections %}{{ self[section.name]() if section.name else '' }}{% endfor %}"
    put(home, {"own.md.j2": f"{loop}{{% block purpose %}}x{{% endblock %}}"})
    (line,) = run("templates", "check").out.splitlines()
    assert line.endswith("write  ## {{ paper.purpose.heading.number }} {{ paper.purpose.heading.title }}")
    paper = (
        "kind: paper\nid: ours\ntitle: Ours\ntemplate: own\nas_at: 2026-09-30\nsections: [{title: Money, text: x}]\n"
    )
    (home / "plans" / "ours.yaml").write_text(paper, encoding="utf-8")
    assert 'the officers\' section "Money" is shown without its heading' in run("templates", "check").out


def test_the_example_of_the_readme_keeps_the_numbers_and_passes_its_check(run: Run, home: Path) -> None:
    (example,) = re.findall(r"```jinja\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    put(
        home,
        {
            "committee-paper.html.j2": example,
            "committee-paper.md.j2": example.replace(".html.", ".md."),
        },
    )
    assert run("templates", "check") == Ran(0, "", "no problems in templates\n")
    page = run("render", "panel", "--to", "html").out
    assert re.search(r'<h2 id="s\d+"><span>\d+</span><span>Coverage of our outcomes</span></h2>', page)
    assert "Timeline" not in page
    assert 'class="matrix"' not in page


def test_faults_are_reported_as_seen_from_where_one_stands(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, {"own.md.j2": "{% if %}"})
    monkeypatch.chdir(home / "plans")
    ran = run("templates", "check")
    assert ran.out.startswith("../templates/own.md.j2:1: error: ")
    assert ran.err == "1 error in ../templates\n"


def test_a_template_is_tried_with_the_papers_that_ask_for_it(run: Run, home: Path) -> None:
    put(home, {"own.md.j2": "{% if paper.reference == 'X/1' %}{{ paper.nowhere }}{% endif %}"})
    assert run("templates", "check").code == 0
    paper = "kind: paper\nid: ours\ntitle: Ours\ntemplate: own\nas_at: 2026-09-30\nreference: X/1\n"
    (home / "plans" / "ours.yaml").write_text(paper, encoding="utf-8")
    assert 'PaperView has no field "nowhere"' in run("templates", "check").out


def test_a_render_with_a_faulty_template_of_one_s_own_says_where_it_is(run: Run, home: Path) -> None:
    put(home, {"highlight.md.j2": "\n\n{{ paper.titel }}"})
    ran = run("render", "--template", "highlight")
    assert (ran.code, ran.out) == (2, "")
    assert 'error: templates/highlight.md.j2:3: PaperView has no field "titel": did you mean title?' in ran.err
    assert "coparent templates check" in ran.err
    assert run("render", "--template", "highlight", "--no-user-templates").code == 0


def test_a_check_of_papers_knows_the_templates_beside_the_plans(run: Run, home: Path) -> None:
    paper = home / "plans" / "own.yaml"
    written = "kind: paper\nid: own\ntitle: Ours\ntemplate: {}\nas_at: 2026-09-30\nsections:\n"
    section = "  - {{title: Money, text: Agreed., place: after {}}}\n"

    def check(template: str, place: str) -> list[str]:
        paper.write_text(written.format(template) + section.format(place), encoding="utf-8")
        ran = run("check", "plans/own.yaml", "--select", "shape", "--format", "concise")
        return [line for line in ran.out.splitlines() if line.startswith("plans/own.yaml")]

    (unknown,) = check("ours", "measures")
    assert "unknown-template" in unknown
    put(home, {"ours.md.j2": '{% extends "builtin/highlight.md.j2" %}{% block decisions %}{% endblock %}'})
    assert check("ours", "soon") == []
    (misplaced,) = check("ours", "decisions")
    assert "unknown-place" in misplaced
    (misspelt,) = check("our", "soon")
    assert "write  template: ours" in run("check", "plans/own.yaml", "--select", "shape").out
    assert "unknown-template" in misspelt


def test_where_a_template_cannot_be_read_no_place_in_it_is_wrong(run: Run, home: Path) -> None:
    put(home, {"highlight.md.j2": "{% block"})
    (home / "plans" / "own.yaml").write_text(
        "kind: paper\nid: own\ntitle: Ours\ntemplate: highlight\nas_at: 2026-09-30\n"
        "sections: [{title: Money, text: Agreed., place: after decisions}]\n",
        encoding="utf-8",
    )
    assert run("check", "plans/own.yaml", "--select", "shape").code == 0


def test_a_paper_that_cannot_be_made_stops_no_other_verb(run: Run, home: Path) -> None:
    (home / "plans" / "own.yaml").write_text(
        "kind: paper\nid: own\ntitle: Ours\ntemplate: nowhere\nas_at: 2026-09-30\n", encoding="utf-8"
    )
    assert run("list", "actions").code == 0
    ran = run("render", "own")
    assert (ran.code, "there is no template" in ran.err) == (2, True)


def test_asking_for_help_imports_no_template_engine(spawn: Run) -> None:
    imported = spawn("templates", "--help", PYTHONPROFILEIMPORTTIME="1").err
    assert "coparent.cli" in imported
    assert "jinja2" not in imported
    assert "markdown_it" not in imported
    assert "nh3" not in imported


def test_more_templates_than_anyone_has_are_not_checked(run: Run, home: Path) -> None:
    put(home, {f"own{number}.md.j2": "x" for number in range(101)})
    ran = run("templates", "check")
    assert ran.code == 1
    assert "more than 100 templates are not checked" in ran.out
