"""The timeline: which actions are drawn, on which scale, and what is said of those that are not."""

from datetime import date

from tests.papers.small_papers import Facts, prose, small_paper

GREEN = "updates: [{on: 2026-09-30, stage: in-progress, rating: green, summary: It goes well.}]"
PERIOD = "period: April 2024 to March 2040\n"


def plan(*actions: str) -> str:
    """A plan of actions with these fields, which begin in April 2026 unless they say when."""
    return f"{PERIOD}actions:\n" + "".join(
        f"  - {{id: a{number}, title: Open {number}, {_usual(action)}}}\n" for number, action in enumerate(actions, 1)
    )


def _usual(action: str) -> str:
    start = "" if "start:" in action else "start: April 2026, "
    return f"{start}{'' if 'outcomes:' in action else 'outcomes: [o1], '}{action}"


def view_of(*actions: str, fields: str = "", organisation: str = "", settings: str = "") -> Facts:
    """The section over such actions."""
    return small_paper(fields, organisation, plan=plan(*actions), settings=settings).section("timeline")


def drawn(view: Facts) -> list[list[str]]:
    """The actions of each figure."""
    return [[line.name.id for line in figure.actions] for figure in view.figures]


def test_drawn_are_those_due_within_six_months_overdue_or_moved_by_due_date() -> None:
    moved = "due: March 2027, rescheduled: [{to: March 2028, on: 2026-06-01, reason: Slow}]"
    view = view_of("due: March 2027", "due: April 2027", moved, f"due: May 2026, {GREEN}")
    assert drawn(view) == [["a4", "a1", "a3"]]
    assert "1 live action due later is not drawn." in prose(view)
    assert "are due by 31 March 2027 or were moved." in prose(view)


def test_what_was_completed_since_the_last_report_is_drawn_too() -> None:
    done = "due: May 2026, updates: [{on: 2026-%s, stage: complete, summary: Done.}]"
    actions = (done % "05-31", done % "08-31", "due: March 2027")
    assert drawn(view_of(*actions, fields="since: 2026-06-30")) == [["a2", "a3"]]
    assert drawn(view_of(*actions)) == [["a3"]]


def test_what_was_stopped_is_not_drawn() -> None:
    stopped = "due: March 2027, updates: [{on: 2026-08-31, stage: cancelled, summary: Over.}]"
    assert drawn(view_of(stopped, "due: March 2027")) == [["a2"]]


def test_each_priority_has_a_figure_and_each_action_stands_once() -> None:
    view = view_of("outcomes: [o4, o1], due: March 2027", "outcomes: [o1, o4], due: March 2027")
    assert drawn(view) == [["a2"], ["a1"]]
    assert [figure.caption.label for figure in view.figures] == ["Figure 1", "Figure 2"]
    assert view.figures[0].caption.text == "A home that suits me: when actions start and are due"


def test_no_figure_has_more_than_forty_rows_and_what_finds_no_room_is_counted() -> None:
    view = view_of(*["due: March 2027"] * 41, "due: May 2026", "due: 2029")
    ((first, *others),) = drawn(view)
    assert (first, len(others)) == ("a42", 39)
    assert "Each shows the 40 with the earliest dates. 2 more found no room." in prose(view)
    assert "1 live action due later is not drawn." in prose(view)


def test_the_scale_begins_no_more_than_a_year_before_the_day() -> None:
    view = view_of("start: April 2024, due: March 2027")
    (figure,) = view.figures
    first = figure.scale.years[0]
    assert (first.x, first.words) == (0, "2025/26")
    span = figure.actions[0].span
    assert span is not None
    assert span.x == 0
    assert "Drawn from September 2025 to March 2027." in figure.description


def test_the_scale_ends_no_more_than_three_years_after_the_day() -> None:
    far = "due: March 2027, rescheduled: [{to: March 2039, on: 2026-06-01, reason: Slow}]"
    view = view_of(far, "due: March 2027")
    assert "Drawn from April 2026 to September 2029." in view.figures[0].description
    assert "A bar that reaches the right edge ends after the figure does, on 1 October 2029 or later." in prose(view)
    assert drawn(view_of(far.replace("due:", "start: 2035, due:", 1), "due: March 2027")) == [["a2"]]


def test_what_was_due_before_the_scale_begins_is_explained() -> None:
    view = view_of(f"start: April 2024, due: March 2025, {GREEN}")
    assert "A bar at the left edge should have ended before the figure begins." in prose(view)
    done = "start: April 2024, due: March 2025, updates: [{on: 2025-03-31, stage: complete, summary: Done.}]"
    assert drawn(view_of(done, "due: March 2027", fields="since: 2024-12-31")) == [["a2"]]


def test_a_milestone_outside_the_scale_is_not_drawn_at_its_edge() -> None:
    view = view_of(
        "start: April 2024, due: March 2027, "
        "milestones: [{title: Old, due: May 2025, done: 2025-05-01}, {title: New, due: January 2027}]"
    )
    span = view.figures[0].actions[0].span
    assert span is not None
    assert [mark.state for mark in span.marks] == ["coming"]


def test_years_begin_in_the_month_that_the_settings_say() -> None:
    view = view_of("due: March 2027", settings="year_starts: 1")
    assert [year.words for year in view.figures[0].scale.years] == ["2026", "2027"]


def test_a_figure_says_in_words_what_it_shows() -> None:
    moved = "due: May 2026, rescheduled: [{to: March 2027, on: 2026-05-01, reason: Slow}]"
    figure = view_of(f"due: August 2026, {GREEN}", moved).figures[0]
    assert figure.description == (
        "2 actions: 1 on track and 1 not started. Drawn from April 2026 to March 2027. "
        "Of these, 1 overdue and 1 with a date that has moved. A line marks 30 September 2026."
    )


def test_what_has_no_end_date_is_counted_in_words() -> None:
    view = view_of(
        "due: ongoing, review: March 2027", "due: quarterly, review: March 2027", "due: TBC", "lead: A team",
        "due: March 2027",
    )  # fmt: skip
    assert view.undated == (
        "4 live actions have no end date and are not drawn: 1 ongoing, 1 recurring and 2 without a date so far."
    )
    assert view_of("due: TBC", "due: March 2027").undated == (
        "1 live action has no end date and is not drawn: it is without a date so far."
    )
    assert view_of("due: March 2027").undated == ""


def test_where_there_is_nothing_to_draw_or_say_there_is_no_section_and_no_number_is_taken() -> None:
    assert small_paper(plan="actions: []").leaves_out("timeline")


def test_hidden_actions_and_those_of_others_are_not_drawn() -> None:
    actions = ("due: March 2027", "partners: [icb], due: March 2027", "visibility: internal, due: March 2027")
    assert drawn(view_of(*actions)) == [["a1", "a2"]]
    assert drawn(view_of(*actions, organisation="icb")) == [["a2"]]


def test_the_day_of_the_paper_is_marked_on_every_figure() -> None:
    view = small_paper(as_at=date(2026, 12, 31), plan=plan("due: March 2027", "outcomes: [o4], due: 2027")).section(
        "timeline"
    )
    assert all(figure.scale.as_at is not None for figure in view.figures)


def test_the_bar_of_an_action_without_a_start_is_marked_and_explained_in_words() -> None:
    said, unsaid = "due: March 2027", "start: , due: March 2027"
    assert not [line for figure in view_of(said).figures for line in figure.actions if line.span.is_open]
    assert "open on the left" not in prose(view_of(said)) + view_of(said).figures[0].description
    one = view_of(said, unsaid)
    assert [line.span.is_open for line in one.figures[0].actions] == [False, True]
    sentence = (
        "1 action does not say when it starts: its bar is marked as open on the left, and begins with the first update "
        "or, where there is none, with the plan."
    )
    assert sentence in prose(one)
    assert sentence in one.figures[0].description
    assert "2 actions do not say when they start: their bars are marked as open on the left, and begin" in prose(
        view_of(unsaid, said, f"{unsaid}, {GREEN}")
    )
    page = small_paper(plan=plan(said, unsaid)).render("committee-paper", "timeline", "html")
    assert page.count("Start not given") == page.count("No start is given.") == 1
    assert "Start not given" not in small_paper(plan=plan(said)).render("committee-paper", "timeline", "html")
