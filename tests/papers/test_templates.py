"""Where templates come from, which there are, and which sections they show in which order."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from coparent.errors import CoparentError
from coparent.papers import SECTIONS, template_folders
from coparent.papers.rendering import render
from coparent.papers.template_folders import LARGEST, names_below, own_folder, shipped_folder
from coparent.papers.template_outlines import block_source, build_extension, outline
from coparent.papers.templates import all_templates, find, find_file, purpose_of
from coparent.workspace.templates import ShippedTemplates
from tests.conftest import ROOT
from tests.papers.own_templates import BASE, Page, write_templates
from tests.papers.own_templates import SECTIONS as PAGE_SECTIONS
from tests.papers.pages import rendered, view

SHIPPED = [template.name for template in all_templates(None)]
FORMS = ("md", "html")
CHILD = "{% extends 'base.md.j2' %}{% block purpose %}Why.{% endblock %}{% block risks %}Risks.{% endblock %}"


def parse(source: str) -> nodes.Template:
    """A template as a tree."""
    return Environment(autoescape=True).parse(source)


def order(tmp_path: Path, templates: Mapping[str, str], name: str = "own") -> tuple[str, ...]:
    """The sections of a template of one's own."""
    return outline(name, "md", write_templates(tmp_path, {"base.md.j2": BASE, **templates}), PAGE_SECTIONS)


def test_the_shipped_templates_lie_beside_the_package_or_in_it() -> None:
    assert shipped_folder() in (ROOT / "templates", ROOT / "coparent" / "templates")


def test_every_template_that_is_shipped_says_what_it_is_for_in_both_forms() -> None:
    assert len(SHIPPED) >= 8
    for template in all_templates(None):
        assert purpose_of(template), template.name
        assert [file.form for file in template.files] == list(FORMS), template.name
        assert template.own_files == ()


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_template_has_the_same_sections_in_each_form(name: str) -> None:
    markdown, html = (outline(name, form, None, SECTIONS) for form in FORMS)
    assert markdown
    assert markdown == html


def test_a_check_knows_the_shipped_templates_and_their_sections_without_opening_one() -> None:
    known = ShippedTemplates()
    assert {name: tuple(known.sections(name)) for name in known.names()} == {
        name: outline(name, "md", None, SECTIONS) for name in SHIPPED
    }


def test_one_s_own_templates_come_first_and_are_marked_as_such(tmp_path: Path) -> None:
    own = write_templates(
        tmp_path, {"mine.md.j2": "{# For: us. #}a", "highlight.html.j2": "b", "parts/x.md.j2": "", "notes.txt": ""}
    )
    mine, highlight = find("mine", own), find("highlight", own)
    assert {template.name for template in all_templates(own)} == {*SHIPPED, "mine"}
    assert ([file.shown for file in mine.own_files], mine.shipped) == (["templates/mine.md.j2"], ())
    assert [file.is_own for file in highlight.files] == [False, True]
    assert purpose_of(mine) == "us."
    assert purpose_of(highlight) == purpose_of(find("highlight", None))
    assert render(Page(), "mine", "md", own) == "a\n"


def test_a_template_that_is_not_there_offers_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(CoparentError, match='no template "comittee-paper"') as refused:
        find("comittee-paper", None)
    assert refused.value.advice == "did you mean  committee-paper?"
    with pytest.raises(CoparentError) as refused:
        find("zzz", None)
    assert "coparent templates list" in refused.value.advice


def test_a_form_that_a_template_lacks_is_refused_with_those_it_has(tmp_path: Path) -> None:
    own = write_templates(tmp_path, {"mine.md.j2": "a"})
    with pytest.raises(CoparentError, match='"mine" makes Markdown, not HTML') as refused:
        find_file("mine", "html", own)
    assert refused.value.advice == "add  templates/mine.html.j2"


def test_without_a_folder_there_are_no_templates_of_one_s_own(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    assert own_folder(tmp_path / "plans") is None


def test_the_shipped_folder_is_nobody_s_own(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    assert own_folder(shipped_folder().parent / "plans") is None


def test_a_folder_that_is_a_link_to_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "here" / "plans").mkdir(parents=True)
    (tmp_path / "here" / "templates").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    with pytest.raises(CoparentError, match="leads out of the folder that holds plans/"):
        own_folder(tmp_path / "here" / "plans")


@pytest.mark.parametrize(
    ("target", "why"),
    [
        (".", "to plans/, or to a folder that holds it"),
        ("plans", "to plans/, or to a folder that holds it"),
        ("plans/deep", "to plans/, or to a folder that holds it"),
        ("plans/..", "to plans/, or to a folder that holds it"),
        ("..", "that leads out of the folder that holds plans/"),
        ("/", "that leads out of the folder that holds plans/"),
        (".git", "to a hidden folder"),
        ("council/.kept/deep", "to a hidden folder"),
        ("nowhere", "that leads nowhere"),
        ("templates", "that leads nowhere"),
        ("a" * 300, "that leads nowhere"),
    ],
)
def test_templates_are_never_what_no_paper_may_show(tmp_path: Path, target: str, why: str) -> None:
    for folder in (".git", "plans/deep", "council/.kept/deep"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "templates").symlink_to(target)
    with pytest.raises(CoparentError, match=f"templates/ is a link {why}"):
        own_folder(tmp_path / "plans")


@pytest.mark.parametrize("verb", ["include", "import"])
@pytest.mark.parametrize(
    "name", ["link", "folder/config", ".git/config", "deep/.kept", "./.git/config", "../.git/config", "/etc/passwd"]
)
def test_nothing_outside_and_nothing_hidden_is_put_into_a_paper(tmp_path: Path, verb: str, name: str) -> None:
    source = f"{{% {verb} '{name}'{' as config' if verb == 'import' else ''} %}}"
    own = write_templates(tmp_path, {"own.md.j2": source, "deep/.kept": "token", ".git/config": "token"})
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("token", encoding="utf-8")
    (own / "link").symlink_to(".git/config")
    (own / "folder").symlink_to("../.git")
    with pytest.raises(CoparentError, match=r"leads out of templates/|there is no template"):
        render(Page(), "own", "md", own)


def test_what_is_no_ordinary_file_is_never_read_as_a_template(tmp_path: Path) -> None:
    own = write_templates(tmp_path, {"own.md.j2": "{% include 'pipe.md.j2' %}", "own.html.j2": "a"})
    os.mkfifo(own / "pipe.md.j2")
    os.mkfifo(own / "theme.css")
    for form, name in (("md", "pipe.md.j2"), ("html", "theme.css")):
        with pytest.raises(CoparentError, match=f"templates/{name}: this file cannot be read: it is not an ordinary"):
            render(Page(), "own", form, own)


def test_more_templates_than_anybody_writes_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_folders, "MOST_FILES", 3)
    own = write_templates(tmp_path, {"own.md.j2": "a", "deep/b.md.j2": "b"})
    assert names_below(own) == ["deep/b.md.j2", "own.md.j2"]
    write_templates(tmp_path, {"deep/c.md.j2": "c"})
    with pytest.raises(CoparentError, match="more than 3 files and folders"):
        names_below(own)


def test_a_folder_that_is_a_link_within_is_one_s_own(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "council").mkdir()
    (tmp_path / "council" / "mine.md.j2").write_text("a", encoding="utf-8")
    (tmp_path / "templates").symlink_to(tmp_path / "council", target_is_directory=True)
    assert render(Page(), "mine", "md", own_folder(tmp_path / "plans")) == "a\n"


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"\xff\xfe", "is not written in UTF-8"), (b"a" * (LARGEST + 1), "is too large: 256 KiB is the most")],
)
def test_a_file_that_is_no_text_of_ours_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    own = write_templates(tmp_path, {"mine.md.j2": ""})
    (own / "mine.md.j2").write_bytes(content)
    with pytest.raises(CoparentError, match=f"templates/mine.md.j2: this file {why}"):
        render(Page(), "mine", "md", own)


def test_a_file_with_windows_line_ends_and_a_mark_at_its_head_is_read(tmp_path: Path) -> None:
    own = write_templates(tmp_path, {"mine.md.j2": "\ufeffa\r\n{{ paper.number }}\r\n"})
    assert render(Page(), "mine", "md", own) == "a\n2.5\n"


def test_a_template_saved_while_we_run_is_read_again(tmp_path: Path) -> None:
    own = write_templates(tmp_path, {"mine.md.j2": "{% include 'part.md.j2' %}", "part.md.j2": "a"})
    assert render(Page(), "mine", "md", own) == "a\n"
    (own / "part.md.j2").write_text("b", encoding="utf-8")
    os.utime(own / "part.md.j2", ns=(1, 1))
    assert render(Page(), "mine", "md", own) == "b\n"


def test_a_template_added_while_we_run_stands_before_the_shipped(tmp_path: Path) -> None:
    own = write_templates(tmp_path, {"mine.md.j2": "{% include 'parts/blocks.md.j2' %}"})
    assert render(Page(), "mine", "md", own) == "\n"
    write_templates(tmp_path, {"parts/blocks.md.j2": "mine"})
    assert render(Page(), "mine", "md", own) == "mine\n"


def test_builtin_is_the_shipped_one_even_where_there_is_one_s_own(tmp_path: Path) -> None:
    own = write_templates(
        tmp_path, {"parts/blocks.md.j2": "mine", "mine.md.j2": "{% include 'builtin/parts/blocks.md.j2' %}"}
    )
    assert render(Page(), "mine", "md", own) == "\n"


def test_sections_stand_in_the_order_of_their_blocks(tmp_path: Path) -> None:
    assert order(tmp_path, {"own.md.j2": CHILD}) == ("purpose", "risks")


def test_blocks_that_are_no_sections_are_none_of_the_outline(tmp_path: Path) -> None:
    assert order(
        tmp_path, {"own.md.j2": CHILD + "{% block head %}x{% endblock %}{% block colour %}x{% endblock %}"}
    ) == (("purpose", "risks"))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("{% block risks %}{% endblock %}", ("purpose",)),
        ("{% block risks %} \n {# not here #} {% endblock %}", ("purpose",)),
        ("{% block risks required %}{% endblock %}", ("purpose",)),
        ("{% block risks %}{{ super() }}{% endblock %}", ("purpose", "risks")),
        ("{% block risks %}x{% endblock %}{% block purpose %}x{% endblock %}", ("purpose", "risks")),
        ("{% block changes %}x{% endblock %}", ("purpose", "risks", "changes")),
        ("{% block purpose %}x{% endblock %}{% block changes %}x{% endblock %}", ("purpose", "changes", "risks")),
        ("{% block changes %}{% endblock %}", ("purpose", "risks")),
    ],
)
def test_a_template_that_extends_another_changes_its_sections(
    tmp_path: Path, written: str, shown: tuple[str, ...]
) -> None:
    assert order(tmp_path, {"mine.md.j2": CHILD, "own.md.j2": "{% extends 'mine.md.j2' %}" + written}) == shown


def test_a_shipped_section_can_be_taken_out_by_an_empty_block(tmp_path: Path) -> None:
    shown = outline("committee-paper", "md", None, SECTIONS)
    own = write_templates(
        tmp_path,
        {"committee-paper.md.j2": '{% extends "builtin/committee-paper.md.j2" %}{% block timeline %}{% endblock %}'},
    )
    assert "timeline" in shown
    assert outline("committee-paper", "md", own, SECTIONS) == tuple(
        section for section in shown if section != "timeline"
    )


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("{% extends 'own.md.j2' %}", "templates/own.md.j2:1: this template extends itself: write  builtin/own.md.j2"),
        (
            "{% extends paper.title %}",
            "templates/own.md.j2:1: write the name of the template that is extended in quotes",
        ),
        ("\n{% extends 'nowhere.md.j2' %}", 'templates/own.md.j2:2: there is no template "nowhere.md.j2"'),
        ("\n{% block x %}", "templates/own.md.j2:2: unexpected end of template"),
        ("{% extends '../x' %}", 'there is no template "../x"'),
    ],
)
def test_an_outline_that_cannot_be_read_is_reported_at_its_line(tmp_path: Path, source: str, why: str) -> None:
    with pytest.raises(CoparentError, match=re.escape(why)):
        order(tmp_path, {"own.md.j2": source})


def test_the_whole_of_a_template_can_be_copied() -> None:
    file = find_file("highlight", "md", None)
    assert file.read() == file.path.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["committee-paper", "young-people"])
def test_every_block_of_a_template_can_be_taken_alone(tmp_path: Path, name: str, form: str) -> None:
    file = find_file(name, form, None)
    layouts = [path.read_text("utf-8") for path in (file.path, shipped_folder() / f"parts/paper.{form}.j2")]
    blocks = {block.name for layout in layouts for block in parse(layout).find_all(nodes.Block)}
    assert len(blocks) > 5
    for block in sorted(blocks):
        text = build_extension(file, block)
        assert text.startswith(f'{{% extends "builtin/{name}.{form}.j2" %}}\n\n{{%')
        assert [found.name for found in parse(text).body if isinstance(found, nodes.Block)] == [block]
        own = write_templates(tmp_path, {f"{name}.{form}.j2": text})
        assert render(view("example", name, form), name, form, own) == rendered(name, form)


def test_a_block_is_taken_with_all_that_is_in_it_and_nothing_after() -> None:
    inner = "{% raw %}{% endblock %}{% endraw %}{# {% endblock %} #}\n{% block x %}a{% endblock x -%}\n"
    block = f"{{%- block risks scoped %}}\n{inner}{{%- endblock %}}"
    source = f"{{% block purpose %}}b{{% endblock %}}\n{block}\n\n{{% block y %}}{{% endblock %}}"
    assert block_source("risks", source) == block
    assert block_source("x", source) == "{% block x %}a{% endblock x -%}"
    assert block_source("z", source) == ""


def test_a_block_that_is_not_there_offers_the_nearest() -> None:
    with pytest.raises(CoparentError, match='has no block "purpse"') as refused:
        build_extension(find_file("committee-paper", "md", None), "purpse")
    assert refused.value.advice == "did you mean  purpose?"
    with pytest.raises(CoparentError) as refused:
        build_extension(find_file("committee-paper", "md", None), "zzz")
    assert "purpose" in refused.value.advice


@pytest.mark.parametrize("name", [*names_below(shipped_folder())])
def test_no_shipped_template_goes_round_escaping(name: str) -> None:
    source = (shipped_folder() / name).read_text("utf-8")
    tree = parse(source)
    assert [node for node in tree.find_all(nodes.Filter) if node.name in ("safe", "e", "escape")] == []
    assert "Markup" not in source
    assert "autoescape" not in source
    for joined in tree.find_all(nodes.Concat):
        assert not [*joined.find_all(nodes.Call)], f"{name}:{joined.lineno}: print the parts one after the other"


@pytest.mark.parametrize("name", [name for name in names_below(shipped_folder()) if ".html." in name])
def test_every_address_in_a_page_is_checked_or_our_own(name: str) -> None:
    source = (shipped_folder() / name).read_text("utf-8")
    for address in re.findall(r'\b(?:href|src|action)="([^"]*)"', source):
        assert address.startswith(("#", "tel:")) or "|href" in address, address
