"""What an audience may not see is in no paper of theirs: no template, no format, not even the facts as JSON."""

import re
from functools import cache

import pytest

from coparent.papers import SECTIONS, PaperView, Source, views_of, write_context
from coparent.papers.rendering import render
from coparent.papers.template_outlines import outline
from coparent.schema.record import with_changes
from tests.papers.pages import FORMS, SETS, TEMPLATES, paper_for, workspace_of

HIDDEN = ("secret locations", "Security lead hidden", "Hidden summary", "Hidden ask", "Hidden risk", "home-09", "S-77")
SMALL = ("Hidden note", "three were moved", "36.4")
"""What would give away numbers in m-custody and m-work that stand for five people or fewer."""
EXEMPT = "Paragraph 2 of Schedule 12A: likely to reveal who somebody is"

every = pytest.mark.parametrize("template", TEMPLATES)
each_form = pytest.mark.parametrize("form", [*FORMS, "json"])


@cache
def paper_text(template: str, form: str, audience: str, exempt: str | None = None) -> str:
    """A template's paper over the example, for an audience."""
    paper = with_changes(paper_for("example", template), audience=audience, exempt=exempt)
    sections = outline(template, "md" if form == "json" else form, None, tuple(SECTIONS))
    organisation = SETS["example"].organisation if template == "partner-brief" else None
    views: list[tuple[str, PaperView]] = list(views_of(Source(workspace_of("example")), paper, sections, organisation))
    ((_, view),) = views
    return write_context(view) if form == "json" else render(view, template, form, None)


def is_for_the_young(template: str, form: str) -> bool:
    """Whether the paper says things in plain words of its own; the facts as JSON are the same for every template."""
    return template == "young-people" and form != "json"


def without_tags(text: str) -> str:
    return re.sub(r"<[^>]*>", "", text)


@every
@each_form
@pytest.mark.parametrize("audience", ["public", "partner"])
@pytest.mark.parametrize("words", HIDDEN)
def test_an_action_for_the_inside_is_in_no_paper_for_others(
    template: str, form: str, audience: str, words: str
) -> None:
    assert words not in paper_text(template, form, audience)


@each_form
def test_inside_the_same_action_is_shown(form: str) -> None:
    assert "Review secret locations of new homes" in paper_text("action-log", form, "internal")


@every
@each_form
def test_a_paper_says_that_something_was_left_out(template: str, form: str) -> None:
    says = "Some things are not shown here" if is_for_the_young(template, form) else "1 action is not for the public"
    assert says in paper_text(template, form, "public")
    assert says not in paper_text(template, form, "internal")


@every
@each_form
@pytest.mark.parametrize("audience", ["public", "partner"])
@pytest.mark.parametrize("words", SMALL)
def test_a_small_number_is_in_no_paper_for_others(template: str, form: str, audience: str, words: str) -> None:
    text = paper_text(template, form, audience)
    assert words not in text


@pytest.mark.parametrize("audience", ["public", "partner"])
def test_wherever_a_measure_of_few_people_is_shown_its_number_is_not(audience: str) -> None:
    lines = [
        line for line in paper_text("committee-paper", "md", audience).splitlines() if "Care leavers in custody" in line
    ]
    assert len(lines) >= 3
    assert not [line for line in lines if re.search(r"(?<![/\d])[34](?![\d/])", line)]


def test_inside_the_small_number_is_shown() -> None:
    assert "36.4%" in paper_text("committee-paper", "md", "internal")
    assert "36.4%" not in paper_text("committee-paper", "md", "public")


@every
@each_form
def test_why_a_paper_is_not_for_publication_stands_at_its_head(template: str, form: str) -> None:
    text = paper_text(template, form, "internal", EXEMPT)
    assert EXEMPT in text
    assert "Exempt: not for publication" in text
    assert "Public report" not in text
    if form == "html":
        assert text.index(EXEMPT, text.index("<main")) < text.index("<h1")
    elif form == "md":
        assert text.index(EXEMPT) < text.index("\n## ")


@every
@each_form
def test_a_paper_that_is_published_says_nothing_of_exemption(template: str, form: str) -> None:
    assert "Exempt" not in paper_text(template, form, "public")


@every
@pytest.mark.parametrize("form", FORMS)
def test_what_is_illustrative_says_so_at_the_head(template: str, form: str) -> None:
    text = paper_text(template, form, "public")
    head = text[text.index("<main") : text.index("<h2")] if form == "html" else text[: text.index("\n## ")]
    assert ("This is an example." if is_for_the_young(template, form) else "Illustrative.") in without_tags(head)


@every
def test_every_printed_page_says_that_it_is_illustrative(template: str) -> None:
    page = paper_text(template, "html", "public")
    assert "@page" in page
    style = page[page.index("<style") : page.index("</style>")]
    assert "llustrative" in style.replace("\\", "") or r"\49 llustrative" in style
