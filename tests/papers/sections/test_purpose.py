"""What a paper is for, what members must weigh, what is attached, and officers' own sections in their places."""

import pytest

from coparent.errors import CoparentError
from tests.papers.small_papers import prose, small_paper

OUTLINE = ("purpose", "measures", "glossary")


def places(sections: str) -> list[str]:
    """What stands where: the template's sections, and officers' own by their titles."""
    facts = small_paper(f"sections: [{sections}]\n").facts(*OUTLINE)
    return [heading.name or heading.title for heading in facts.sections]


def test_a_purpose_stands_in_its_own_words_with_the_days_it_is_about() -> None:
    view = small_paper("purpose: See **how** it goes.\nsince: 2026-06-30\nnext_report: January 2027\n").section(
        "purpose"
    )
    assert prose(view) == (
        "See **how** it goes. It gives the position on 30 September 2026, and what has changed since the last report, "
        "which was as at 30 June 2026. The next report is due in January 2027."
    )
    assert (view.ask, view.heading.title) == (None, "Purpose")
    page = small_paper("purpose: See **how** it goes.\n").render("committee-paper", "purpose", "html")
    assert "See <strong>how</strong> it goes." in page


def test_what_members_are_asked_to_agree_follows_a_paragraph_of_its_own() -> None:
    view = small_paper("recommendations: [Note it., Agree it.]\n").section("purpose")
    assert view.heading.title == "Purpose and recommendations"
    assert view.ask is not None
    assert (view.ask.number, view.ask.text) == ("1.3", "Members are asked to:")
    assert view.recommendations == ["Note it.", "Agree it."]


def test_implications_stand_in_one_order_and_only_those_that_were_written() -> None:
    view = small_paper("implications: {finance: No money., legal: The Act.}\n").section("implications")
    assert [(implication.title, implication.paragraph.number) for implication in view.implications] == [
        ("Legal", "1.1"),
        ("Finance", "1.2"),
    ]
    assert small_paper().leaves_out("implications")


def test_the_full_list_is_appendix_a_and_officers_follow_it() -> None:
    appendices = "appendices: [{title: Inquiry, link: {title: Inquiry, held_by: the board}}, {title: Map}]\n"
    view = small_paper(appendices).section("appendices")
    assert [(appendix.letter, appendix.title) for appendix in view.appendices] == [
        ("A", "Full list of actions"), ("B", "Inquiry"), ("C", "Map")
    ]  # fmt: skip
    assert [action.name.id for group in view.groups for action in group.actions] == ["a1"]


def test_there_may_be_more_appendices_than_letters() -> None:
    attached = ", ".join(f"{{title: Part {number}}}" for number in range(27))
    letters = [
        appendix.letter for appendix in small_paper(f"appendices: [{attached}]\n").section("appendices").appendices
    ]
    assert letters[-3:] == ["Z", "AA", "AB"]


def test_officers_sections_stand_where_they_were_put() -> None:
    assert places(
        "{title: End, text: x}, {title: Start, text: x, place: first}, {title: Mid, text: x, place: after measures}, "
        "{title: Pre, text: x, place: before measures}"
    ) == ["Start", "purpose", "Pre", "measures", "Mid", "End", "glossary"]


@pytest.mark.parametrize("place", ["", ", place: last"])
def test_a_section_without_a_place_stands_last_but_before_what_closes_the_paper(place: str) -> None:
    sections = f"sections: [{{title: End, text: x{place}}}]\n"
    for outline, expected in {
        ("purpose", "implications", "glossary", "appendices"): ["purpose", "End", "glossary", "appendices"],
        ("glossary", "appendices", "measures"): ["glossary", "appendices", "measures", "End"],
        ("measures",): ["measures", "End"],
        ("glossary",): ["End", "glossary"],
    }.items():
        facts = small_paper(sections).facts(*outline)
        assert [heading.name or heading.title for heading in facts.sections] == expected
        assert [heading.number for heading in facts.sections] == [str(n) for n in range(1, len(expected) + 1)]


def test_a_place_beside_a_section_that_is_not_there_offers_the_nearest() -> None:
    with pytest.raises(CoparentError) as raised:
        places("{title: Mid, text: x, place: after mesures}")
    assert '"Mid"' in raised.value.message
    assert raised.value.advice == "did you mean  measures?"


def test_officers_text_is_numbered_paragraph_by_paragraph() -> None:
    paper = small_paper('sections: [{title: Ours, text: "One.\\n\\nTwo.\\n\\n- three"}]\n')
    (heading,) = paper.facts().sections
    assert [(paragraph.number, paragraph.text) for paragraph in heading.paragraphs] == [
        ("1.1", "One."), ("1.2", "Two."), ("1.3", "- three")
    ]  # fmt: skip


def test_a_table_of_officers_belongs_to_the_paragraph_above_it() -> None:
    table = "| Home | £ |\\n|---|---|\\n| Elm | 3 |"
    text = f"Costs:\\n \\n{table}\\n\\nThen:\\n\\n- one\\n\\n  of two\\n\\n- two"
    (heading,) = small_paper(f'sections: [{{title: Ours, text: "{text}"}}]\n').facts().sections
    assert [paragraph.text.split("\n")[0] for paragraph in heading.paragraphs] == ["Costs:", "Then:", "- one", "- two"]
    assert heading.paragraphs[0].text.endswith("| Elm | 3 |")
    assert heading.paragraphs[2].text == "- one\n\n  of two"
