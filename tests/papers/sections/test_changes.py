"""What has changed since the last report, from dated updates, moves, milestones, approvals and figures."""

from datetime import date

from tests.papers.small_papers import Facts, SmallPaper, all_text, prose, small_paper
from tests.workspaces import AS_AT, lay_over

SINCE = "since: 2026-06-30"


def since_june(*actions: str, more: str = "", **overlays: str) -> SmallPaper:
    """Actions with these fields, in a paper that follows one of June."""
    listed = "".join(f"  - {{id: a{number}, {action}}}\n" for number, action in enumerate(actions, 1))
    plan = f"actions:\n{listed}{more}" if listed else f"actions: []\n{more}"
    return small_paper(SINCE, "", AS_AT, plan=plan, **overlays)


def update(on: str, stage: str, rating: str = "", summary: str = "Told.") -> str:
    """An update, as YAML in one line."""
    return f"{{on: {on}, stage: {stage}, {f'rating: {rating}, ' if rating else ''}summary: {summary}}}"


def went(before: str, after: str) -> str:
    """An action of which there was one update by June and another since; "" for none."""
    updates = [update(day, *words.split()) for day, words in (("2026-06-30", before), ("2026-09-30", after)) if words]
    return f"title: Open, updates: [{', '.join(updates)}]"


def kinds(view: Facts) -> dict[str, list[str]]:
    """What stands in each group."""
    return {group.kind: [change.title for change in group.changes] for group in view.groups}


def only_change(view: Facts, kind: str) -> Facts:
    """The one change of a kind."""
    change: Facts
    (change,) = next(group.changes for group in view.groups if group.kind == kind)
    return change


def kind_of(before: str, after: str) -> list[str]:
    """The groups in which such an action stands."""
    return list(kinds(since_june(went(before, after)).section("changes")))


def test_without_a_report_before_there_is_no_section_and_no_number_is_taken() -> None:
    assert small_paper().leaves_out("changes")


def test_when_nothing_changed_the_paper_says_so() -> None:
    view = since_june("title: Open, due: March 2027", went("in-progress green", "")).section("changes")
    assert view.groups == []
    assert "Nothing has changed since the last report, which was as at 30 June 2026." in prose(view)


def test_each_way_that_a_status_goes_has_its_group() -> None:
    assert kind_of("in-progress green", "in-progress amber") == ["worse"]
    assert kind_of("in-progress amber", "in-progress red") == ["worse"]
    assert kind_of("in-progress green", "paused") == ["worse"]
    assert kind_of("in-progress amber", "in-progress") == ["worse"]
    assert kind_of("complete", "in-progress green") == ["worse"]
    assert kind_of("in-progress green", "not-started") == ["worse"]
    assert kind_of("", "in-progress red") == ["worse"]
    assert kind_of("in-progress red", "in-progress amber") == ["better"]
    assert kind_of("in-progress", "in-progress green") == ["better"]
    assert kind_of("", "in-progress green") == ["started"]
    assert kind_of("paused", "in-progress") == ["started"]
    assert kind_of("not-started amber", "in-progress amber") == ["started"]
    assert kind_of("cancelled", "in-progress green") == ["started"]
    assert kind_of("in-progress red", "complete") == ["completed"]
    assert kind_of("in-progress red", "cancelled") == ["stopped"]
    assert kind_of("complete", "superseded") == ["stopped"]
    assert kind_of("in-progress green", "in-progress green") == []


def test_a_change_of_status_says_what_was_what_is_and_what_the_update_says() -> None:
    action = (
        f"title: Open, ref: '1.2', updates: [{update('2026-06-30', 'in-progress', 'green')}, "
        f"{update('2026-08-31', 'in-progress', 'red', 'The **builder** left.')}]"
    )
    change = only_change(since_june(action).section("changes"), "worse")
    assert change.before is not None
    assert change.after is not None
    assert (change.before.words, change.after.words) == ("On track", "Off track")
    assert change.words == "The **builder** left."
    assert "The <strong>builder</strong> left." in since_june(action).render("committee-paper", "changes", "html")
    assert (change.on.words, change.action and change.action.ref) == ("31 August 2026", "1.2")


def test_a_completed_action_stands_with_the_day_it_was_completed() -> None:
    action = (
        f"title: Open, updates: [{update('2026-07-31', 'complete', '', 'It opened.')}, "
        f"{update('2026-09-30', 'complete', '', 'It still is.')}]"
    )
    change = only_change(since_june(action).section("changes"), "completed")
    assert (change.words, change.on.words) == ("It opened.", "31 July 2026")


def test_an_action_that_changed_twice_stands_once_as_it_is_now() -> None:
    action = (
        f"title: Open, updates: [{update('2026-06-30', 'in-progress', 'green')}, "
        f"{update('2026-07-31', 'in-progress', 'red')}, {update('2026-09-30', 'in-progress', 'amber')}]"
    )
    assert kinds(since_june(action).section("changes")) == {"worse": ["Open"]}


def test_groups_stand_with_the_weightiest_first_and_the_worst_leads_its_group() -> None:
    view = since_june(
        went("", "in-progress green"),
        went("in-progress green", "in-progress amber").replace("Open", "Amber"),
        went("in-progress green", "in-progress red").replace("Open", "Red"),
        went("in-progress amber", "in-progress green"),
        went("in-progress amber", "complete"),
        went("in-progress amber", "cancelled"),
        went("in-progress green", "paused").replace("Open", "Paused"),
    ).section("changes")
    assert list(kinds(view)) == ["worse", "completed", "better", "started", "stopped"]
    assert kinds(view)["worse"] == ["Red", "Amber", "Paused"]
    assert (
        "7 actions have changed status: 3 are worse or less certain, 1 was completed, 1 is better, "
        "1 started or was taken up again and 1 was stopped or passed on." in prose(view)
    )


def test_a_moved_date_says_from_when_to_when_why_and_who_agreed() -> None:
    action = (
        "title: Open, due: July 2026, rescheduled: ["
        "{to: August 2026, on: 2026-05-31, reason: Before the last report}, "
        "{to: October 2026, on: 2026-07-31, reason: The builder left, approved_by: board}, "
        "{to: March 2027, on: 2026-08-31, reason: It rained.}, {to: May 2027, on: 2026-10-31, reason: After.}]"
    )
    view = since_june(action).section("changes")
    change = only_change(view, "moved")
    assert change.words == (
        "From August 2026 to October 2026, 2 months later: The builder left. Agreed by Corporate parenting board. "
        "Then from October 2026 to March 2027, 5 months later: It rained. Not yet approved by a board."
    )
    assert (change.before, change.after, change.on.words) == (None, None, "31 August 2026")
    assert "1 due date moved. The date that moved has not yet been approved by a board." in prose(view)


def test_a_milestone_that_moved_is_named() -> None:
    milestone = "{title: Doors open, due: May 2027, rescheduled: [{to: April 2027, on: 2026-09-01, reason: Faster}]}"
    change = only_change(since_june(f"title: Open, milestones: [{milestone}]").section("changes"), "moved")
    assert (
        change.words == "Doors open: from May 2027 to April 2027, 1 month earlier: Faster. Not yet approved by a board."
    )


def test_a_date_that_moved_before_the_last_report_is_no_news() -> None:
    move = "rescheduled: [{to: March 2027, on: 2026-06-30, reason: Slow}]"
    action = f"title: Open, due: December 2026, {move}, milestones: [{{title: Step, due: December 2026, {move}}}]"
    assert since_june(action).section("changes").groups == []


def test_a_move_is_measured_in_whole_months_and_a_short_one_in_days() -> None:
    action = "title: Open, due: 10 July 2026, rescheduled: [{to: 2 October 2027, on: 2026-09-01, reason: Slow}]"
    assert "to 2 October 2027, 14 months later" in str(
        only_change(since_june(action).section("changes"), "moved").words
    )
    action = action.replace("October 2027", "August 2026")
    assert "to 2 August 2026, 23 days later" in str(only_change(since_june(action).section("changes"), "moved").words)


def test_milestones_are_described_as_reached_missed_or_given_up() -> None:
    view = since_june(
        "title: Open, milestones: ["
        "{title: In time, due: July 2026, done: 2026-07-20}, "
        "{title: Late, due: May 2026, done: 2026-07-20}, "
        "{title: Long done, due: May 2026, done: 2026-06-30}, "
        "{title: Missed, due: July 2026}, {title: Missed before, due: May 2026}, "
        "{title: Today, due: 30 September 2026}, {title: To come, due: 2027}, "
        "{title: Given up, due: July 2026, dropped: {on: 2026-08-01, reason: No money}}]"
    ).section("changes")
    words = [str(change.words) for group in view.groups for change in group.changes]
    assert words == [
        "In time: reached on 20 July 2026, on time.",
        "Late: reached on 20 July 2026, 1 month late.",
        "Missed: due July 2026, and not reached.",
        "Given up: this milestone was given up. No money.",
    ]
    assert "2 milestones were reached, 1 date was missed and 1 milestone was given up." in prose(view)


def test_a_milestone_of_an_action_that_is_over_is_not_missed() -> None:
    step = "milestones: [{title: Step, due: July 2026}]"
    done = f"title: Open, {step}, updates: [{update('2026-06-30', 'complete')}]"
    assert since_june(done).section("changes").groups == []


def test_a_due_date_that_passed_is_missed_even_where_nobody_wrote_an_update() -> None:
    view = since_june("title: Open, due: August 2026", "title: Long late, due: May 2026").section("changes")
    assert kinds(view) == {"missed": ["Open"]}
    assert only_change(view, "missed").words == "It was due August 2026, and is not complete."
    assert "No update has come in since then." in prose(view)


def test_a_turn_that_passed_without_an_update_is_missed() -> None:
    action = "title: Ask, start: April 2026, due: quarterly, review: March 2027"
    view = small_paper("since: 2026-07-15", plan=_with_period(action), as_at=date(2026, 10, 15)).section("changes")
    assert only_change(view, "missed").words == "No update tells of the turn that ended on 30 September 2026."


def test_work_that_got_better_and_missed_its_date_stands_once_as_missed() -> None:
    action = went("in-progress amber", "in-progress green").replace("Open", "Open, due: August 2026")
    view = since_june(action).section("changes")
    assert kinds(view) == {"missed": ["Open"]}
    change = only_change(view, "missed")
    assert change.after is not None
    assert change.after.words == "On track"
    assert "1 action has changed status: it went on but missed its date." in prose(view)


def test_work_that_got_worse_and_missed_its_date_stands_once_as_worse() -> None:
    action = went("in-progress amber", "in-progress red").replace("Open", "Open, due: August 2026")
    assert kinds(since_june(action).section("changes")) == {"worse": ["Open"]}


def test_updates_that_change_no_status_are_counted() -> None:
    view = since_june(went("in-progress green", "in-progress green")).section("changes")
    assert view.groups == []
    assert prose(view) == (
        "No action has changed status since the last report, which was as at 30 June 2026. "
        "1 update has come in since then, about 1 action."
    )


def test_updates_of_a_return_count_like_those_of_a_plan() -> None:
    paper = since_june(
        went("in-progress green", ""),
        updates="{on: 2026-08-31, updates: [{action: a1, stage: complete, summary: From a return.}]}",
    )
    assert only_change(paper.section("changes"), "completed").words == "From a return."


def test_plans_approved_since_are_listed() -> None:
    approved = "status: approved\napproval: {by: board, on: 2026-07-15}\n"
    change = only_change(since_june("title: Open", more=approved).section("changes"), "approved")
    assert (change.action, change.title) == (None, "Home plan")
    assert change.words == "Approved by Corporate parenting board."
    before = approved.replace("07-15", "06-30")
    assert kinds(since_june("title: Open", more=before).section("changes")) == {}


def test_hidden_actions_change_nothing_that_is_shown() -> None:
    hidden = went("", "complete").replace("Open", "Hidden, visibility: internal")
    view = since_june(hidden, went("", "in-progress green")).section("changes")
    assert kinds(view) == {"started": ["Open"]}
    assert "Hidden" not in all_text(view)


MEASURE = """
measures:
  - id: m1
    title: Homes
    unit: count
    better: higher
    target: {value: 10, by: 2027}
    readings: [%s]
"""


def figures(*readings: str, **overlays: str) -> SmallPaper:
    """A measure with such readings."""
    return since_june("title: Open", measures=MEASURE % ", ".join(readings), **overlays)


def test_a_new_figure_says_what_it_was_and_which_way_it_went() -> None:
    view = figures("{period: 2025/26, value: 6}", "{period: August 2026, value: 8, provisional: true}").section(
        "changes"
    )
    change = only_change(view, "measure")
    assert (change.action, change.title, change.on.words) == (None, "Homes", "31 August 2026")
    assert change.words == (
        "8 for August 2026 (provisional). It was 6 for 2025 to 2026. Better. "
        "Below target, due December 2027, on course."
    )
    assert "1 measure has a new figure." in prose(view)


def test_a_figure_is_new_when_it_was_published_and_not_when_its_period_ended() -> None:
    old = "{period: 2025/26, value: 12, published: 2026-08-15}"
    change = only_change(figures(old).section("changes"), "measure")
    assert change.words == "12 for 2025 to 2026. There is no earlier figure. The target is met."
    assert change.on.words == "15 August 2026"
    assert kinds(figures("{period: July 2026, value: 12, published: 2026-10-15}").section("changes")) == {}
    assert kinds(figures("{period: 2025/26, value: 12}").section("changes")) == {}


def test_a_new_figure_for_a_day_stands_on_that_day_and_one_that_is_missing_says_so() -> None:
    assert only_change(figures("{period: 31 July 2026, value: 5}").section("changes"), "measure").words == (
        "5 on 31 July 2026. There is no earlier figure. Below target, due December 2027."
    )
    assert only_change(figures("{period: July 2026, value: not-available}").section("changes"), "measure").words == (
        "Not available for July 2026."
    )


def test_a_small_number_is_not_shown_nor_which_way_it_went() -> None:
    people = MEASURE.replace("better:", "counts_people: true\n    better:")
    texts = people % "{period: 2025/26, value: 4}, {period: August 2026, value: 7}"
    words = only_change(since_june("title: Open", measures=texts).section("changes"), "measure").words
    assert words == "7 for August 2026. It was 5 or fewer for 2025 to 2026. Below target, due December 2027."
    texts = people % "{period: 2025/26, value: 7}, {period: August 2026, value: 4}"
    words = only_change(since_june("title: Open", measures=texts).section("changes"), "measure").words
    assert words == "5 or fewer for August 2026."


def test_of_many_new_figures_those_that_got_worse_come_first_and_twelve_are_shown() -> None:
    better = "  - {id: b%d, title: B%d, unit: count, better: higher, readings: [{period: 2025/26, value: 1}, %s]}\n"
    texts = "measures:\n" + "".join(better % (n, n, "{period: July 2026, value: 2}") for n in range(13))
    texts += better % (99, 99, "{period: July 2026, value: 0}")
    view = since_june("title: Open", measures=texts).section("changes")
    assert kinds(view)["measure"] == ["B99", *(f"B{number}" for number in range(11))]
    assert "14 measures have a new figure. Of the new figures, 12 are told here" in prose(view)


OTHER_PLAN = """
kind: plan
id: other
title: Other plan
organisation: ecc
status: approved
approval: {by: board, on: 2026-07-15}
"""


def test_a_brief_covers_its_own_actions_plans_and_measures() -> None:
    plan = (
        "status: approved\napproval: {by: board, on: 2026-07-15}\nactions:\n"
        f"  - {{id: a1, {went('', 'in-progress green')}}}\n"
        f"  - {{id: a2, partners: [icb], measures: [m1], {went('', 'in-progress green').replace('Open', 'Ours')}}}\n"
    )
    other = "{id: m2, title: Theirs, unit: count, better: higher, readings: [{period: July 2026, value: 9}]}"
    texts = MEASURE % "{period: July 2026, value: 9}" + f"  - {other}\n"
    files = {**lay_over({"plan": plan, "measures": texts}), "plans/other.yaml": OTHER_PLAN}
    view = SmallPaper(files, SINCE, "icb").section("changes")
    assert kinds(view) == {"started": ["Ours"], "approved": ["Home plan"], "measure": ["Homes"]}


def _with_period(action: str) -> str:
    return f"period: April 2026 to March 2030\nactions:\n  - {{id: a1, {action}}}\n"
