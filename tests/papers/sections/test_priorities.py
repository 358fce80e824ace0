"""Progress by priority: every action counted under each priority it serves, and what falls due there next."""

from datetime import date

from tests.papers.small_papers import Facts, SmallPaper, prose, small_paper
from tests.workspaces import lay_over

GREEN = "updates: [{on: 2026-09-30, stage: in-progress, rating: green, summary: It goes well.}]"
STOPPED = "updates: [{on: 2026-09-30, stage: cancelled, summary: It is over.}]"
PERIOD = "period: April 2026 to March 2030\n"


def plan(*actions: str) -> str:
    """A plan of actions with these fields, under outcomes of the first priority unless they name others."""
    return f"{PERIOD}actions:\n" + "".join(
        f"  - {{id: a{number}, title: Open {number}, {'' if 'outcomes' in action else 'outcomes: [o1], '}{action}}}\n"
        for number, action in enumerate(actions, 1)
    )


def view_of(*actions: str, fields: str = "", organisation: str = "", as_at: date = date(2026, 9, 30)) -> Facts:
    """The section over such actions."""
    return small_paper(fields, organisation, as_at, plan=plan(*actions)).section("priorities")


def listed(view: Facts) -> dict[str, list[str]]:
    """The actions of each table."""
    return {group.title: [line.name.id for line in group.actions] for group in view.groups}


def test_each_priority_has_a_line_with_its_actions_by_status_and_their_change() -> None:
    begun = f"start: April 2026, {GREEN}"
    view = view_of(begun, "start: January 2026, due: 2027", "outcomes: [o4], due: 2027", fields="since: 2026-06-30")
    home, health = view.lines
    assert (home.goal.label, home.goal.title) == ("Priority 1", "A home that suits me")
    assert [(share.status.code, share.number, share.change) for share in home.spread.shares] == [
        ("on-track", 1, "1 more"), ("not-started", 1, "1 fewer"),
    ]  # fmt: skip
    assert health.spread.sentence == "1 action: not started."
    assert [status.code for status in view.statuses] == ["on-track", "not-started"]


def test_an_action_of_two_priorities_counts_in_both_and_the_paper_says_so() -> None:
    view = view_of("outcomes: [o1, o4], due: 2027")
    assert [line.spread.total for line in view.lines] == [1, 1]
    assert "1 action serves more than one priority and counts under each." in prose(view)
    assert "more than one priority" not in prose(view_of("due: 2027"))


def test_actions_that_serve_no_priority_have_a_line_of_their_own() -> None:
    assert len(view_of("due: 2027").lines) == 2
    view = view_of("outcomes: [o7], due: 2027")
    assert [line.spread.total for line in view.lines] == [0, 0, 1]
    assert view.lines[-1].goal.id == ""
    assert "Served by no action: A home that suits me; Good health." in prose(view)


def test_stopped_actions_are_counted_and_explained() -> None:
    view = view_of(STOPPED)
    assert view.lines[0].spread.total == 1
    assert "1 action stopped or passed on is counted here too." in prose(view)


def test_what_is_overdue_or_due_within_six_months_is_listed_by_date() -> None:
    view = view_of(
        "due: December 2026", "due: January 2027", "due: May 2026", "due: ongoing, review: December 2026",
        "due: January 2027, updates: [{on: 2026-09-01, stage: complete, summary: Done.}]",
        "due: quarterly, review: December 2026, start: April 2026, "
        "updates: [{on: 2026-09-01, stage: in-progress, summary: On.}]",
    )  # fmt: skip
    assert listed(view) == {"A home that suits me": ["a3", "a1"]}
    assert view.next_paragraph is not None
    assert "overdue or due by 31 December 2026" in str(view.next_paragraph.text)
    assert view.groups[0].caption.label == "Table 2"
    assert view.caption.label == "Table 1"


def test_a_turn_that_is_over_without_an_update_stands_by_its_last_day() -> None:
    turn = "due: quarterly, review: December 2026, start: April 2026"
    view = view_of("due: 15 October 2026", turn, "due: May 2026", as_at=date(2026, 10, 10))
    assert listed(view) == {"A home that suits me": ["a3", "a2", "a1"]}


def test_each_action_is_listed_once_under_its_first_priority() -> None:
    view = view_of("outcomes: [o4, o1], due: December 2026", "outcomes: [o7], due: December 2026")
    assert [*listed(view).values()] == [["a1"], ["a2"]]
    assert next(iter(listed(view))) == "Good health"


def test_eight_are_listed_and_the_rest_are_counted_in_words() -> None:
    view = view_of(*["due: December 2026"] * 10)
    assert len(view.groups[0].actions) == 8
    assert view.next_paragraph is not None
    assert "not shown are 2 under “A home that suits me”." in str(view.next_paragraph.text)


def test_a_page_has_no_room_for_what_falls_due_and_takes_no_number_for_it() -> None:
    facts = small_paper(plan=plan("due: December 2026")).facts("spread", "priorities")
    assert (facts.spread.groups, facts.spread.next_paragraph) == ([], None)
    assert facts.priorities.caption.label == "Table 2"


def test_where_nothing_falls_due_the_paper_says_so() -> None:
    view = view_of("due: 2028")
    assert view.groups == []
    assert view.next_paragraph is not None
    assert view.next_paragraph.text == "Nothing is overdue, and nothing falls due by 31 December 2026."


def test_without_actions_there_is_no_section_and_no_number_is_taken() -> None:
    assert small_paper(plan="actions: []").leaves_out("priorities")


def test_hidden_actions_are_not_counted() -> None:
    assert [line.spread.total for line in view_of("due: 2027", "visibility: partner, due: 2027").lines] == [1, 0]


def test_a_brief_counts_its_own_actions() -> None:
    view = view_of("due: December 2026", "partners: [icb], due: December 2026", organisation="icb")
    assert view.lines[0].spread.total == 1
    assert listed(view) == {"A home that suits me": ["a2"]}


def test_an_action_under_a_priority_that_does_not_exist_is_listed_all_the_same() -> None:
    texts = lay_over({"plan": plan("outcomes: [o1], priorities: [nowhere], due: December 2026")})
    view = SmallPaper(texts, is_sound=False).section("priorities")
    assert view.lines[-1].spread.total == 1
    assert [*listed(view).values()] == [["a1"]]
