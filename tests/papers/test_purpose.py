"""What a paper is for, what members must weigh, what is attached, and officers' own sections in their places."""

import pytest

from coparent.errors import CoparentError
from coparent.papers.rich_text import RichText
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.officers import Placed, place_sections
from coparent.papers.sections.purpose import build_appendices, build_implications, build_purpose
from tests.papers.contexts import laid, said, told

OUTLINE = ("purpose", "measures", "glossary")


def places(sections: str) -> list[str]:
    """What stands where: the template's sections, and officers' own by their titles."""
    paper = laid(f"sections: [{sections}]\n").paper
    return [one.section.title if isinstance(one, Placed) else one for one in place_sections(paper, OUTLINE)]


def test_a_purpose_is_told_in_its_own_words_with_the_days_it_is_about() -> None:
    view = told(build_purpose, laid("purpose: See **how** it goes.\nsince: 2026-06-30\nnext_report: January 2027\n"))
    assert said(view.paragraphs) == (
        "See **how** it goes. It gives the position on 30 September 2026, and what has changed since the last report, "
        "which was as at 30 June 2026. The next report is due in January 2027."
    )
    assert (view.ask, view.heading.title) == (None, "Purpose")


def test_what_members_are_asked_to_agree_follows_a_paragraph_of_its_own() -> None:
    view = told(build_purpose, laid("recommendations: [Note it., Agree it.]\n"))
    assert view.heading.title == "Purpose and recommendations"
    assert view.ask is not None
    assert (view.ask.number, view.ask.text) == ("1.3", "Members are asked to:")
    assert view.recommendations == (RichText("Note it."), RichText("Agree it."))


def test_implications_stand_in_one_order_and_only_those_that_were_written() -> None:
    view = told(build_implications, laid("implications: {finance: No money., legal: The Act.}\n"))
    assert [(one.title, one.paragraph.number) for one in view.implications] == [("Legal", "1.1"), ("Finance", "1.2")]
    assert build_implications(laid(), Numbers(are_shown=True)) is None


def test_the_full_list_is_appendix_a_and_officers_follow_it() -> None:
    appendices = "appendices: [{title: Inquiry, link: {title: Inquiry, held_by: the board}}, {title: Map}]\n"
    view = told(build_appendices, laid(appendices))
    assert [(one.letter, one.title) for one in view.appendices] == [
        ("A", "Full list of actions"), ("B", "Inquiry"), ("C", "Map")
    ]  # fmt: skip
    assert [action.name.id for group in view.groups for action in group.actions] == ["a1"]


def test_there_may_be_more_appendices_than_letters() -> None:
    attached = ", ".join(f"{{title: Part {number}}}" for number in range(27))
    letters = [one.letter for one in told(build_appendices, laid(f"appendices: [{attached}]\n")).appendices]
    assert letters[-3:] == ["Z", "AA", "AB"]


def test_officers_sections_stand_where_they_were_put() -> None:
    assert places(
        "{title: End, text: x}, {title: Start, text: x, place: first}, {title: Mid, text: x, place: after measures}, "
        "{title: Pre, text: x, place: before measures}"
    ) == ["Start", "purpose", "Pre", "measures", "Mid", "glossary", "End"]


def test_a_place_beside_a_section_that_is_not_there_offers_the_nearest() -> None:
    with pytest.raises(CoparentError) as raised:
        places("{title: Mid, text: x, place: after mesures}")
    assert '"Mid"' in raised.value.message
    assert raised.value.advice == "did you mean  measures?"


def test_officers_text_is_numbered_paragraph_by_paragraph() -> None:
    paper = laid('sections: [{title: Ours, text: "One.\\n\\nTwo.\\n\\n- three"}]\n').paper
    (placed,) = (one for one in place_sections(paper, ()) if isinstance(one, Placed))
    heading = placed.tell(Numbers(are_shown=True))
    assert [(one.number, one.text) for one in heading.paragraphs] == [
        ("1.1", RichText("One.")), ("1.2", RichText("Two.")), ("1.3", RichText("- three"))
    ]  # fmt: skip
