"""What stands round the sections of a paper: whom it is for, what a reader must know first, and the front block."""

from tests.papers.small_papers import Facts, SmallPaper, small_paper
from tests.workspaces import lay_over

FRONT = """\
reference: PAF/1/26
board: board
report_author: Strategy team
date: 2026-10-15
for: Decision
enquiries_to: Involvement Service
divisions_affected: All
"""
HIDDEN = "actions: [{id: a1, title: Open a home}, {id: a2, title: Watch, visibility: partner}]"


def notices(fields: str = "", plan: str = "") -> dict[str, str]:
    """What kinds of notice stand at the head, and what they say."""
    return {notice.kind: notice.words for notice in small_paper(fields, plan=plan).facts().notices}


def test_the_front_block_stands_in_the_order_of_the_essex_paper() -> None:
    front = small_paper(FRONT).facts().front
    assert [(entry.label, entry.words) for entry in front] == [
        ("Reference number", "PAF/1/26"),
        ("Report title", "A paper"),
        ("Report to", "Corporate parenting board"),
        ("Report author", "Strategy team"),
        ("Date", "Thursday 15 October 2026"),
        ("For", "Decision"),
        ("Enquiries to", "Involvement Service"),
        ("County Divisions affected", "All"),
        ("Position as at", "30 September 2026"),
    ]
    assert Facts(label="Date", words="Thursday 15 October 2026", iso="2026-10-15") in front


def test_what_was_not_given_takes_no_line() -> None:
    assert [entry.label for entry in small_paper().facts().front] == ["Report title", "Position as at"]


def test_words_for_whom_it_is_reported_to_win_over_the_boards_name() -> None:
    assert (
        Facts(label="Report to", words="Full council", iso="")
        in small_paper("board: board\nreport_to: Full council\n").facts().front
    )


def test_a_tab_of_a_browser_shows_which_paper_it_is() -> None:
    assert small_paper(FRONT).facts().document_title == "PAF/1/26 A paper: Corporate parenting board"
    assert small_paper(organisation="icb").facts().document_title == "A paper: The health board"


def test_an_audience_learns_what_was_left_out_for_it() -> None:
    assert notices(plan=HIDDEN)["left-out"] == (
        "1 action is not for the public, and no number in this paper counts it."
    )
    assert "left-out" not in notices("audience: partner\n", HIDDEN)


def test_an_exempt_paper_says_why_and_nowhere_that_it_is_public() -> None:
    frame = small_paper("exempt: It would tell who somebody is.\n").facts()
    assert frame.classification == "Exempt: not for publication"
    assert frame.notices[0].words == "It would tell who somebody is."
    assert "Exempt" in frame.running


def test_a_plan_that_is_an_example_is_called_one_at_the_head_and_on_every_printed_page() -> None:
    frame = small_paper(plan="basis: illustrative").facts()
    assert [notice.kind for notice in frame.notices] == ["illustrative"]
    assert frame.notices[0].words.startswith("Every plan here is an example.")
    assert frame.is_illustrative
    assert frame.running.endswith("Illustrative")


def test_examples_among_other_actions_are_counted() -> None:
    actions = "actions: [{id: a1, title: Open a home}, {id: a2, title: Buy a bus, basis: illustrative}]"
    assert notices(plan=actions)["illustrative"].startswith("1 of 2 actions is an example")


def test_a_paper_about_some_plans_says_which() -> None:
    other = "kind: plan\nid: other\ntitle: Other plan.\norganisation: ecc\nstatus: draft\n"
    files = {**lay_over({}), "plans/other.yaml": other}

    def part(plans: str) -> list[str]:
        facts = SmallPaper(files, f"plans: [{plans}]\n").facts()
        return [notice.words for notice in facts.notices if notice.kind == "part"]

    assert part("home-plan") == ["This paper is about this plan alone: Home plan."]
    assert part("home-plan, other") == [], "it is about all of them"
    assert "part" not in notices()
