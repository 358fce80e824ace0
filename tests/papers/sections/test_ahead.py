"""What falls due in the next 90 days: actions, milestones and reviews, the soonest first."""

from tests.papers.small_papers import SmallPaper, prose, small_paper

GREEN = "updates: [{on: 2026-09-30, stage: in-progress, rating: green, summary: It goes well.}]"


def paper_with(*actions: str, fields: str = "", organisation: str = "") -> SmallPaper:
    """Actions with these fields, as at 30 September 2026: 90 days on is 29 December."""
    listed = "".join(
        f"  - {{id: a{number}, title: Open {number}, {action}}}\n" for number, action in enumerate(actions, 1)
    )
    return small_paper(fields, organisation, plan=f"period: April 2026 to March 2030\nactions:\n{listed}")


def coming(*actions: str) -> list[tuple[str, str, str, str]]:
    """The kind, action, day and due words of each line."""
    view = paper_with(*actions).section("ahead")
    return [(line.kind, line.action.id, line.day.iso, line.due) for line in view.coming]


def nothing_falls_due(*actions: str) -> bool:
    """Whether nothing falls due, so that there is no section."""
    return paper_with(*actions).leaves_out("ahead")


def test_actions_fall_due_from_the_day_to_ninety_days_on() -> None:
    found = coming("due: 29 December 2026", "due: October 2026", "due: 30 September 2026")
    assert found == [
        ("action", "a3", "2026-09-30", "30 September 2026"),
        ("action", "a2", "2026-10-31", "October 2026"),
        ("action", "a1", "2026-12-29", "29 December 2026"),
    ]
    assert nothing_falls_due("due: 30 December 2026", "due: 29 September 2026", "due: TBC", "lead: A team")


def test_what_is_over_falls_due_no_more() -> None:
    step = "milestones: [{title: Step, due: October 2026}]"
    assert nothing_falls_due(
        f"due: October 2026, {step}, updates: [{{on: 2026-09-01, stage: complete, summary: Done.}}]"
    )
    assert nothing_falls_due(
        f"due: October 2026, {step}, updates: [{{on: 2026-09-01, stage: cancelled, summary: Over.}}]"
    )


def test_milestones_fall_due_until_they_are_reached_or_dropped() -> None:
    steps = (
        "milestones: [{title: To come, due: October 2026, organisation: icb}, {title: Moved, due: May 2026, "
        "rescheduled: [{to: November 2026, on: 2026-05-01, reason: Slow}]}, {title: Overdue, due: May 2026}, "
        "{title: Reached, due: October 2026, done: 2026-09-01}, "
        "{title: Dropped, due: October 2026, dropped: {on: 2026-09-01, reason: Money}}]"
    )
    view = paper_with(f"lead: A team, {steps}").section("ahead")
    assert [(line.what, line.due, line.who) for line in view.coming] == [
        ("To come", "October 2026", "The health board"),
        ("Moved", "November 2026 (was May 2026)", "A team, The county council"),
    ]


def test_a_date_that_moved_keeps_the_one_before_it() -> None:
    found = coming("due: May 2026, rescheduled: [{to: October 2026, on: 2026-05-01, reason: Slow}]")
    assert found == [("action", "a1", "2026-10-31", "October 2026 (was May 2026)")]


def test_reviews_fall_due_however_they_are_written() -> None:
    found = coming(
        "due: ongoing, review: December 2026", "due: 'ongoing, review November 2026'",
        "due: ongoing, review: 28 October 2026", "due: ongoing, review: every October",
    )  # fmt: skip
    assert found == [
        ("review", "a3", "2026-10-28", "28 October 2026"),
        ("review", "a4", "2026-10-31", "31 October 2026"),
        ("review", "a2", "2026-11-30", "November 2026"),
    ]


def test_the_next_turn_of_a_recurring_action_falls_due_unless_an_update_reports_it() -> None:
    turn = "start: April 2026, due: every November, review: March 2027"
    assert coming(turn) == [("action", "a1", "2026-11-30", "30 November 2026 (every November)")]
    reported = "updates: [{on: 2026-09-15, stage: in-progress, summary: On.}]"
    monthly = "start: April 2026, due: monthly, review: March 2027"
    assert coming(f"{monthly}, {reported}")[0][2] == "2026-10-31"
    assert nothing_falls_due(turn.replace("April 2026", "2027"))


def test_each_line_says_what_who_and_how_the_action_stands() -> None:
    (line,) = paper_with(f"due: October 2026, {GREEN}").section("ahead").coming
    assert (line.what, line.who, line.status.words) == (
        "Its due date",
        "Nobody is named (The county council)",
        "On track",
    )


def test_what_falls_due_is_counted_by_kind() -> None:
    view = paper_with("due: October 2026, milestones: [{title: Step, due: October 2026}]", "due: October 2026").section(
        "ahead"
    )
    assert prose(view) == "2 actions and 1 milestone fall due by 29 December 2026."
    assert view.heading.title == "The next 90 days"
    assert prose(paper_with("due: October 2026").section("ahead")) == ("1 action falls due by 29 December 2026.")


def test_a_page_has_room_for_six_and_says_how_many_follow() -> None:
    whole = paper_with(*["due: October 2026"] * 8)
    page = whole.section("soon")
    assert (len(page.coming), page.more) == (6, "2 more fall due after these, by 29 December 2026.")
    assert len(whole.section("ahead").coming) == 8


def test_where_nothing_falls_due_no_number_is_taken() -> None:
    assert paper_with("due: 2028").leaves_out("ahead")
    assert paper_with("due: 2028").facts("ahead", "priorities").priorities.caption.label == "Table 1"


def test_a_brief_has_its_own_actions_alone_and_what_is_hidden_is_in_none() -> None:
    step = "milestones: [{title: Step, due: October 2026}]"
    actions = (f"due: October 2026, {step}", f"partners: [icb], due: October 2026, {step}")
    view = paper_with(*actions, organisation="icb").section("ahead")
    assert {line.action.id for line in view.coming} == {"a2"}
    assert nothing_falls_due(f"visibility: internal, due: October 2026, {step}")
