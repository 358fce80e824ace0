"""From a view to a text: its style, its policy, its last line, and whose fault it is when there is none."""

import base64
import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest

from coparent.errors import CoparentError
from coparent.papers import paper_forms
from coparent.papers.rendering import render
from coparent.papers.template_folders import shipped_folder
from coparent.text.escaping import join_lines
from tests.papers.hostile import HOSTILE
from tests.papers.own_templates import Page, write_templates

PAGE = '<meta content="{{ policy }}"><style>{{ style }}</style>'


def style_of(html: str) -> str:
    """What stands in a page's style."""
    ((style,),) = (re.findall("<style>(.*?)</style>", html, re.DOTALL),)
    return str(style)


def test_the_policy_allows_exactly_this_style_and_nothing_else(tmp_path: Path) -> None:
    own = write_templates(tmp_path, {"own.html.j2": PAGE, "theme.css": "h1 { color: #12436d }\r\n"})
    html = render(Page(), "own", "html", own)
    digest = base64.b64encode(hashlib.sha256(style_of(html).encode()).digest()).decode()
    assert html.startswith(
        f"<meta content=\"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'\">"
    )
    assert "\r" not in html


def test_one_s_own_theme_comes_after_the_shipped_and_before_the_foot(tmp_path: Path) -> None:
    own = write_templates(tmp_path, {"own.html.j2": PAGE, "theme.css": "\nh1 { color: #12436d }\n"})
    shipped = (shipped_folder() / "theme.css").read_text(encoding="utf-8").strip()
    foot = '@page{@bottom-left{content:"PAF\\2f 31\\2f 23"}}'
    assert style_of(render(Page(), "own", "html", own)) == f"{shipped}\nh1 {{ color: #12436d }}\n{foot}"


@pytest.mark.parametrize("text", [*HOSTILE, '"}*{display:none}</style><script>', "\\", "a\nb"])
def test_no_foot_ends_its_rule_or_its_style(tmp_path: Path, text: str) -> None:
    own = write_templates(tmp_path, {"own.html.j2": PAGE})
    html = render(replace(Page(), running=text), "own", "html", own)
    foot = style_of(html).rpartition('content:"')[2]
    assert re.fullmatch(r'(?:[\w ]|\\[0-9a-f]+ )*"}}', foot)
    written = re.sub(r"\\([0-9a-f]+) ", lambda match: chr(int(match[1], 16)), foot[:-3])
    assert "".join(written.split()) == "".join(join_lines(text).split())


@pytest.mark.parametrize(
    ("sheet", "line"),
    [
        ("@import 'https://a.example/a.css';", 1),
        ("\n\n@IMPORT url(a.css);", 3),
        ("@\\69mport 'a.css';", 1),
        ("a {\n background: url(https://a.example/a.png) }", 2),
        ('a { background: url( "a.png") }', 1),
        ('a { background: url("\t https://a.example/a.png") }', 1),
        ("a { background: \\75rl('//a.example') }", 1),
        ("a { background: image-set('a.png' 1x) }", 1),
        ("a { background: src('a.png') }", 1),
        ("/* </style><script>alert(1)</script> */", 1),
    ],
)
def test_a_theme_that_would_load_anything_or_end_its_style_is_refused(tmp_path: Path, sheet: str, line: int) -> None:
    own = write_templates(tmp_path, {"own.html.j2": PAGE, "theme.css": sheet})
    with pytest.raises(CoparentError, match=f"^templates/theme.css:{line}: a paper loads nothing, so .* cannot stay"):
        render(Page(), "own", "html", own)


@pytest.mark.parametrize(
    "address", ["data:image/png;base64,AA==", '"data:image/png;base64,AA=="', "#hatch", "'#hatch'"]
)
def test_a_theme_may_hold_pictures_and_patterns_of_its_own(tmp_path: Path, address: str) -> None:
    own = write_templates(tmp_path, {"own.html.j2": PAGE, "theme.css": f"a {{ fill: url({address}) }}"})
    assert f"url({address})" in render(Page(), "own", "html", own)


def test_the_shipped_theme_would_pass_as_one_s_own(tmp_path: Path) -> None:
    shipped = (shipped_folder() / "theme.css").read_text(encoding="utf-8")
    own = write_templates(tmp_path, {"own.html.j2": PAGE, "theme.css": shipped})
    assert style_of(render(Page(), "own", "html", own)).count(shipped.strip()) == 2


def test_a_theme_that_is_a_link_to_elsewhere_is_refused(tmp_path: Path) -> None:
    own = write_templates(tmp_path, {"own.html.j2": PAGE})
    (tmp_path / "elsewhere.css").write_text("a {}", encoding="utf-8")
    (own / "theme.css").symlink_to(tmp_path / "elsewhere.css")
    with pytest.raises(CoparentError, match="leads out of templates/"):
        render(Page(), "own", "html", own)


def test_markdown_is_not_given_a_style(tmp_path: Path) -> None:
    with pytest.raises(CoparentError, match='nothing is called "style" here'):
        render(Page(), "own", "md", write_templates(tmp_path, {"own.md.j2": "{{ style }}"}))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("\n\n\na  \n\n\n\nb\t\n\n", "a\n\nb\n"),
        ("a\r\nb", "a\nb\n"),
        ("a\n```mermaid\nx  \n\n\ny\n```\n\n\nb", "a\n```mermaid\nx  \n\n\ny\n```\n\nb\n"),
        ("~~~~\n```\n\n\n~~~\n~~~~\n\n\na", "~~~~\n```\n\n\n~~~\n~~~~\n\na\n"),
        ("{% if paper.nothing %}\nx\n{% endif %}\n\n{% if true %}\n\na\n{% endif %}", "a\n"),
        ("", "\n"),
    ],
)
def test_markdown_has_one_empty_line_at_most_and_no_space_at_the_ends(tmp_path: Path, source: str, text: str) -> None:
    assert render(Page(), "own", "md", write_templates(tmp_path, {"own.md.j2": source})) == text


def test_html_opens_with_its_first_tag_and_ends_with_one_line_end(tmp_path: Path) -> None:
    own = write_templates(tmp_path, {"own.html.j2": "{# For: us. #}\n\n<!doctype html>\n<p>\n\n\n"})
    assert render(Page(), "own", "html", own) == "<!doctype html>\n<p>\n"


def test_the_same_view_gives_the_same_text(tmp_path: Path) -> None:
    own = write_templates(tmp_path, {"own.html.j2": PAGE + "{{ paper.rich }}"})
    assert len({render(Page(), "own", "html", own) for _ in range(3)}) == 1


def test_a_fault_of_ours_is_not_laid_on_the_user(tmp_path: Path) -> None:
    with pytest.raises(Exception, match='Page has no field "') as fault:
        render(Page(), "highlight", "md", None)
    assert not isinstance(fault.value, CoparentError)


def test_a_fault_met_in_a_shipped_part_is_reported_where_one_s_own_called_it(tmp_path: Path) -> None:
    source = "{% import 'parts/blocks.md.j2' as blocks %}\n\n{{ blocks.due(paper) }}"
    with pytest.raises(CoparentError, match=r"^templates/own.md.j2:3: Page has no field "):
        render(Page(), "own", "md", write_templates(tmp_path, {"own.md.j2": source}))


def test_a_paper_that_is_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper_forms, "LONGEST", 100)
    own = write_templates(tmp_path, {"own.md.j2": "{% for i in range(99) %}text\n{% endfor %}"})
    with pytest.raises(CoparentError, match=r"^templates/own.md.j2: this makes a text of more than"):
        render(Page(), "own", "md", own)
