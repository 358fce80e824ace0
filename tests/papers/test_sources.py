"""A figure carries its source, and how it is elsewhere, into every paper that shows it."""

import pytest

from tests.papers.pages import FORMS, rendered

every = pytest.mark.parametrize("template", ["committee-paper", "plan", "outcomes"])
each_form = pytest.mark.parametrize("form", FORMS)


@every
@each_form
def test_where_a_measure_is_shown_its_source_can_be_followed(template: str, form: str) -> None:
    paper = rendered(template, form)
    assert "Children looked after in England" in paper
    assert "https://example.org/statistics" in paper


@every
@each_form
def test_a_source_that_many_measures_share_stands_once_under_their_table(template: str, form: str) -> None:
    paper = rendered(template, form, "shipped")
    sources = [line for line in paper.splitlines() if line.removeprefix('<p class="sources">').startswith("Sources: ")]
    assert sources
    assert all(line.count("Children looked after in England including adoptions") <= 1 for line in sources)


@every
@each_form
def test_figures_elsewhere_stand_beside_a_measure(template: str, form: str) -> None:
    assert "Neighbours 73%" in rendered(template, form)
