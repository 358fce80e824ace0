"""The key and glossary: every status, and the short forms that a paper uses."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.papers.small_papers import Facts, prose, small_paper

STATUSES = {"complete", "on-track", "at-risk", "off-track", "unrated", "paused", "not-started", "stopped"}
GLOSSARY = """
glossary:
  - {short: PEP, long: personal education plan}
  - {short: PA, long: personal adviser}
  - {short: EET, long: in work}
  - {short: NEET, long: not in work}
  - {short: CiCC, long: Children in Care Council}
  - {short: R&D, long: research}
"""


def explained(*texts: str, glossary: str = GLOSSARY) -> list[Facts]:
    """The short forms that the glossary of a paper explains whose purpose is these texts."""
    purpose = json.dumps(" ".join(("The purpose:", *texts)))
    facts = small_paper(f"purpose: {purpose}\n", settings=glossary).facts("purpose", "glossary")
    return [*facts.glossary.terms]


def terms(*texts: str) -> list[str]:
    """The short forms found in texts."""
    return [term.short for term in explained(*texts)]


def meanings(written: str = "") -> dict[str, str]:
    """What each status means."""
    return {
        meaning.status.code: meaning.words for meaning in small_paper(settings=written).section("glossary").meanings
    }


def test_every_status_has_a_meaning() -> None:
    assert set(meanings()) == STATUSES
    assert all(meanings().values())


def test_ratings_mean_what_the_settings_make_of_dates() -> None:
    assert meanings()["at-risk"] == "Late, or likely to be late, by 1 day or more but less than 3 months."
    own = meanings("rating: {amber_after: 2 weeks, red_after: 6 weeks}")
    assert own["at-risk"] == "Late, or likely to be late, by 2 weeks or more but less than 6 weeks."
    assert own["off-track"].startswith("Late, or likely to be late, by 6 weeks or more")


def test_a_council_may_say_itself_what_its_ratings_mean() -> None:
    own = meanings("rating: {meanings: {red: Stop and ask.}}")
    assert own["off-track"] == "Stop and ask."
    assert own["on-track"] == "On course to be done by its date."


def test_the_date_that_counts_is_explained() -> None:
    assert "as a board has since approved it" in prose(small_paper().section("glossary"))
    original = small_paper(settings="rating: {against: original}").section("glossary")
    assert "whatever it was moved to" in prose(original)


def test_measures_are_explained_only_where_there_are_any() -> None:
    assert "Where lower is better, a lower figure is better." in prose(small_paper().section("glossary"))
    bare = small_paper(measures="measures: []", plan="actions: []")
    assert "lower" not in prose(bare.section("glossary"))


def test_a_short_form_is_found_as_a_word_and_as_written() -> None:
    assert terms("A PEP for all", "Meet the CiCC.") == ["CiCC", "PEP"]
    assert terms("PEPPER, pep and xPA") == []
    assert terms("Two PEPs and a PA's view; R&D") == ["PA", "PEP", "R&D"]


def test_a_short_form_inside_another_is_not_taken_for_it() -> None:
    assert terms("NEET") == ["NEET"]
    assert terms("NEET or EET") == ["EET", "NEET"]


def test_short_forms_stand_once_in_order_with_what_they_stand_for() -> None:
    assert explained("PA PA", "EET", "PA") == [
        Facts(short="EET", long="in work"), Facts(short="PA", long="personal adviser")
    ]  # fmt: skip


def test_no_short_form_at_all_is_no_term() -> None:
    assert terms("Nothing here", "") == []
    assert explained("PEP", glossary="") == []


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(["PEP", "PA", "EET", "NEET", "CiCC", "R&D", "word", "(", ".", "s"]), max_size=12))
def test_every_word_that_is_a_short_form_is_found(words: list[str]) -> None:
    known = {"PEP", "PA", "EET", "NEET", "CiCC", "R&D"}
    assert set(terms(" ".join(words))) == known & set(words)
