"""The decisions that a paper asks for, gathered from updates, moved dates, accepted gaps and plans."""

import re
from dataclasses import replace

import pytest

from coparent.papers import SECTIONS
from coparent.papers.rendering import render
from coparent.papers.template_outlines import outline
from tests.papers.small_papers import Facts, SmallPaper, all_text, prose, small_paper
from tests.workspaces import AS_AT

TWO_BOARDS = "boards: [{id: board, name: Parenting board}, {id: cabinet, name: The cabinet}]"
MOVED = "due: May 2026, rescheduled: [{to: March 2027, on: 2026-05-01, reason: It rained.}]"


def asking(ask: str = "Write to them", ask_of: str = "", stage: str = "in-progress", rating: str = "green") -> str:
    """An update that asks for something."""
    of = f", ask_of: {ask_of}" if ask_of else ""
    return f"updates: [{{on: 2026-09-30, stage: {stage}, rating: {rating}, summary: Slow., ask: {ask}{of}}}]"


def paper_with(*actions: str, fields: str = "", more: str = "", organisation: str = "", **overlays: str) -> SmallPaper:
    """Actions with these fields, of a strategy with two boards."""
    listed = "".join(
        f"  - {{id: a{number}, title: Open {number}, {action}}}\n" for number, action in enumerate(actions, 1)
    )
    plan = f"actions:\n{listed}" if actions else "actions: []\n"
    strategy = overlays.pop("strategy", "") + f"\n{TWO_BOARDS}"
    return small_paper(fields, organisation, AS_AT, plan=plan + more, strategy=strategy, **overlays)


def decisions_of(paper: SmallPaper) -> list[Facts]:
    """The decisions of a paper, none if it has no section for them."""
    view = paper.facts("decisions").decisions
    return [*view.decisions] if view is not None else []


def kinds(paper: SmallPaper) -> list[tuple[str, str]]:
    """Each decision's kind and title."""
    return [(decision.kind, decision.title) for decision in decisions_of(paper)]


def test_where_nothing_is_asked_there_is_no_section_and_no_number_is_taken() -> None:
    assert paper_with().leaves_out("decisions")


def test_an_ask_of_the_papers_board_or_of_none_is_a_decision_and_one_of_another_board_is_not() -> None:
    actions = (asking(), asking(ask_of="board"), asking(ask_of="cabinet"))
    assert kinds(paper_with(*actions, fields="board: board")) == [("ask", "Open 1"), ("ask", "Open 2")]
    assert [title for _, title in kinds(paper_with(*actions))] == ["Open 1", "Open 2", "Open 3"]


def test_an_ask_says_what_and_why() -> None:
    update = "updates: [{on: 2026-09-30, stage: in-progress, summary: Slow., ask: Write **now**, reason: Prices rose.}]"
    (decision,) = decisions_of(paper_with(update))
    assert (decision.label, decision.ask, decision.why) == ("D1", "Write **now**.", "Prices rose.")
    assert "Write <strong>now</strong>" in paper_with(update).render("committee-paper", "decisions", "html")
    assert decision.action is not None
    assert decision.action.title == "Open 1"
    (decision,) = decisions_of(paper_with(asking()))
    assert decision.why == "Slow."


def test_only_the_last_update_of_a_live_action_asks() -> None:
    answered = (
        "updates: [{on: 2026-06-30, stage: in-progress, summary: Slow., ask: Write}, "
        "{on: 2026-09-30, stage: in-progress, summary: Better.}]"
    )
    assert decisions_of(paper_with(answered, asking(stage="complete"), asking(stage="cancelled"))) == []


def test_the_worst_actions_ask_first() -> None:
    assert kinds(paper_with(asking(), asking(rating="red"))) == [("ask", "Open 2"), ("ask", "Open 1")]


def test_a_new_date_that_no_board_approved_is_to_be_agreed() -> None:
    (decision,) = decisions_of(paper_with(MOVED))
    assert (decision.kind, decision.ask) == ("date", "Agree March 2027 as the new date. It was first due May 2026.")
    assert decision.why == "It rained."
    approved = MOVED.replace("rained.", "rained., approved_by: board")
    assert decisions_of(paper_with(approved)) == []
    done = "updates: [{on: 2026-09-01, stage: complete, summary: Done.}]"
    assert decisions_of(paper_with(f"{MOVED}, {done}")) == []
    later = MOVED.replace("2026-05-01", "2026-10-01")
    assert decisions_of(paper_with(later)) == []


def test_only_the_last_move_need_be_approved() -> None:
    moves = (
        "due: May 2026, rescheduled: [{to: July 2026, on: 2026-04-01, reason: Slow}, "
        "{to: March 2027, on: 2026-06-01, reason: Slower, approved_by: board}]"
    )
    assert decisions_of(paper_with(moves)) == []


def test_where_the_first_date_counts_no_board_need_approve_another() -> None:
    assert decisions_of(paper_with(MOVED, settings="rating: {against: original}")) == []


def test_a_board_is_not_asked_for_dates_of_plans_that_report_to_another() -> None:
    assert kinds(paper_with(MOVED, fields="board: board", more="reports_to: [cabinet]")) == []
    assert kinds(paper_with(MOVED, fields="board: board", more="reports_to: [cabinet, board]")) == [("date", "Open 1")]
    approval = "reports_to: [cabinet]\nstatus: approved\napproval: {by: board, on: 2026-04-01}"
    assert kinds(paper_with(MOVED, fields="board: board", more=approval)) == [("date", "Open 1")]


GAP = (
    "promises:\n  - {id: p1, title: We tell you, accepted_gap: {reason: No **money**., until: %s}}\nrecommendations: []"
)


def gap(until: str, fields: str = "", *actions: str) -> list[tuple[str, str]]:
    """The decisions where a gap is accepted until then."""
    return kinds(paper_with(*actions, fields=fields, strategy=GAP % until))


def test_an_accepted_gap_is_looked_at_again_when_its_time_is_up_before_the_next_report() -> None:
    expected = [("gap", "Promise 1: We tell you")]
    assert gap("March 2026") == gap("September 2026") == gap("December 2026") == expected
    assert gap("January 2027") == gap("to be confirmed") == []
    assert gap("March 2027", "next_report: March 2027") == expected
    assert gap("December 2026", "next_report: October 2026") == []


def test_a_gap_says_why_it_was_accepted_and_whether_that_has_run_out() -> None:
    (decision,) = decisions_of(paper_with(strategy=GAP % "March 2026"))
    assert str(decision.ask).endswith("The acceptance ran out in March 2026.")
    assert decision.why == "No **money**."
    page = paper_with(strategy=GAP % "March 2026").render("committee-paper", "decisions", "html")
    assert "No <strong>money</strong>." in page
    (decision,) = decisions_of(paper_with(strategy=GAP % "December 2026"))
    assert str(decision.ask).endswith("The acceptance runs out in December 2026.")


def test_a_gap_that_is_served_by_now_needs_no_decision() -> None:
    assert gap("March 2026", "", "promises: [p1]") == []


def test_some_of_the_plans_show_no_gap() -> None:
    paper = paper_with(fields="plans: [home-plan]", strategy=GAP % "March 2026")
    other = "kind: plan\nid: other\ntitle: Other plan\norganisation: ecc\nstatus: draft\n"
    assert kinds(replace(paper, texts={**paper.texts, "plans/other.yaml": other})) == []
    assert kinds(paper) == [("gap", "Promise 1: We tell you")], "it is about all of them"


def test_a_plan_out_for_consultation_is_put_to_the_board_it_reports_to() -> None:
    consulted = "status: consultation\nreports_to: [board]\nsummary: Homes **near** school."
    (decision,) = decisions_of(paper_with("lead: A team", fields="board: board", more=consulted))
    assert (decision.kind, decision.title, decision.action) == ("plan", "Home plan", None)
    assert decision.ask == "Approve this delivery plan. Led by: The county council. It holds 1 action."
    assert decision.why == "Homes **near** school."
    page = paper_with("lead: A team", fields="board: board", more=consulted).render(
        "committee-paper", "decisions", "html"
    )
    assert "Homes <strong>near</strong> school." in page
    assert kinds(paper_with(fields="board: cabinet", more=consulted)) == []
    assert kinds(paper_with(more=consulted)) == []
    assert kinds(paper_with(fields="board: board", more=consulted.replace("consultation", "draft"))) == []


def test_decisions_stand_kind_by_kind_and_are_counted() -> None:
    more = "status: consultation\nreports_to: [board]"
    found = paper_with(MOVED, asking(), asking(), fields="board: board", more=more, strategy=GAP % "March 2026")
    view = found.section("decisions")
    assert [(decision.label, decision.kind) for decision in view.decisions] == [
        ("D1", "ask"), ("D2", "ask"), ("D3", "date"), ("D4", "gap"), ("D5", "plan"),
    ]  # fmt: skip
    assert prose(view) == (
        "Members are asked for 5 decisions: 2 requests, 1 new date, 1 gap to look at again and 1 plan to approve."
    )


def test_a_brief_has_the_decisions_about_its_own_actions_alone() -> None:
    found = paper_with(asking(), f"partners: [icb], {asking()}", organisation="icb", strategy=GAP % "March 2026")
    assert kinds(found) == [("ask", "Open 2")]


def test_what_is_hidden_asks_nothing() -> None:
    assert decisions_of(paper_with(f"visibility: internal, {asking()}")) == []
    assert "Write to them" in all_text(
        decisions_of(paper_with(f"visibility: internal, {asking()}", fields="audience: internal"))
    )


def test_what_officers_recommend_stands_with_the_rest_under_one_number() -> None:
    found = paper_with(MOVED, fields="recommendations: [Note **it**.]")
    assert [(decision.label, decision.kind) for decision in decisions_of(found)] == [("D1", "officers"), ("D2", "date")]
    assert found.section("purpose").recommendations == [
        "Note **it**.",
        "Agree March 2027 as the new date of “Open 1”. It was first due May 2026.",
    ]
    assert found.facts("decisions").glance.asked == (
        "Members are asked for 2 decisions: 1 recommendation from officers and 1 new date."
    )


def test_a_card_says_what_is_decided_about_its_action_and_what_others_are_asked() -> None:
    def ask(*actions: str) -> tuple[str, str]:
        (concern,) = paper_with(*actions, fields="board: board").section("attention").concerns
        return concern.ask, concern.asked_of

    red = asking(rating="red")
    assert ask(f"{MOVED}, {asking(rating='red', ask_of='board')}") == (
        "D1: Write to them.\n\nD2: Agree March 2027 as the new date. It was first due May 2026.",
        "",
    )
    assert ask(red) == ("D1: Write to them.", "")
    assert ask(asking(rating="red", ask_of="cabinet")) == ("Write to them", "the cabinet")
    assert ask(f"{MOVED}, {asking(rating='red', ask_of='cabinet')}") == (
        "D1: Agree March 2027 as the new date. It was first due May 2026.\n\nAsked of the cabinet: Write to them",
        "",
    )
    assert ask(f"due: May 2026, {asking(ask='', rating='red')}".replace(", ask: ", "")) == (
        "Nothing is asked of members.",
        "",
    )


@pytest.mark.parametrize("template", ["action-log", "closure", "committee-paper", "highlight", "outcomes", "plan"])
@pytest.mark.parametrize("form", ["html", "md"])
def test_every_paper_that_counts_what_members_are_asked_for_lists_it(template: str, form: str) -> None:
    sections = outline(template, form, None, tuple(SECTIONS))
    found = paper_with(MOVED, asking())
    text = render(found.view(*sections), template, form)
    assert "Members are asked for 2 decisions" in text
    assert len(re.findall(r"D\d(?=[: ])", re.sub("<[^>]*>", "", text))) >= 2
