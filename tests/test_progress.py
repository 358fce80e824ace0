"""How far things have come as at a day: stage, rating, lateness, updates owed, measures against their targets."""

from datetime import date

import pytest

from coparent.progress import (
    ActionProgress,
    Direction,
    MeasureProgress,
    MilestoneProgress,
    is_performance,
    milestones_met,
    progress_of,
)
from coparent.progress.wording import lateness_in_words
from coparent.workspace import assemble
from tests.workspaces import AS_AT, lay_over


def action(fields: str, *, plan: str = "", as_at: date = AS_AT, **other: str) -> ActionProgress:
    """The progress of an action a1 with these fields, in a plan with those."""
    overlays = {"plan": f"{{actions: [{{id: a1, title: Open two homes, {fields}}}], {plan}}}", **other}
    return progress_of(assemble(lay_over(overlays), as_at)).by_action["a1"]


def measure(fields: str, *, as_at: date = AS_AT, **other: str) -> MeasureProgress:
    """The progress of a measure m1 with these fields."""
    overlays = {"measures": f"{{measures: [{{id: m1, title: Homes open, {fields}}}]}}", **other}
    return progress_of(assemble(lay_over(overlays), as_at)).by_measure["m1"]


REPORTS = ("2026-08-30", "2026-09-30")


def updates(*written: str) -> str:
    return f"updates: [{', '.join(f'{{summary: As said., {update}}}' for update in written)}]"


# Stage and rating: those of the latest update.


def test_without_an_update_nothing_has_started() -> None:
    progress = action("due: March 2027")
    assert (progress.stage, progress.rating, progress.latest, progress.completed_on) == (
        "not-started",
        None,
        None,
        None,
    )
    assert progress.is_live
    assert progress.counts_towards_goals


def test_the_latest_update_is_the_state_wherever_it_is_written() -> None:
    own = updates("on: 2026-03-31, stage: in-progress, rating: amber")
    returned = "{updates: [{action: a1, stage: paused, summary: It rests.}]}"
    progress = action(own, updates=returned)
    assert (progress.stage, progress.rating) == ("paused", None)
    assert progress.latest is not None
    assert progress.latest.on == date(2026, 6, 30)


def test_an_update_dated_after_the_day_is_not_seen() -> None:
    own = updates("on: 2026-03-31, stage: in-progress", "on: 2026-09-30, stage: complete")
    assert action(own, as_at=date(2026, 9, 29)).stage == "in-progress"
    assert action(own).stage == "complete"


@pytest.mark.parametrize(
    ("stage", "is_live", "serves"),
    [
        ("not-started", True, True),
        ("in-progress", True, True),
        ("paused", True, True),
        ("complete", False, True),
        ("superseded", False, False),
        ("carried-forward", False, False),
        ("cancelled", False, False),
    ],
)
def test_every_stage_is_live_and_serves_or_not(stage: str, is_live: bool, serves: bool) -> None:
    progress = action(updates(f"on: 2026-06-30, stage: {stage}"))
    assert (progress.is_live, progress.counts_towards_goals) == (is_live, serves)


def test_it_was_completed_on_the_day_of_the_first_complete_update() -> None:
    both = "on: 2026-06-30, stage: complete", "on: 2026-09-30, stage: complete"
    assert action(updates(*both)).completed_on == date(2026, 6, 30)


def test_work_that_is_open_again_is_not_completed() -> None:
    reopened = "on: 2026-06-30, stage: complete", "on: 2026-09-30, stage: in-progress, reason: A flood."
    assert action(updates(*reopened)).completed_on is None


# Lateness, and the rating the settings make of it.


@pytest.mark.parametrize(
    ("fields", "late_by", "rating"),
    [
        ("due: 2026-10-01", -1, "green"),
        ("due: 2026-09-30", 0, "green"),
        ("due: 2026-09-29", 1, "amber"),
        ("due: 2026-07-01", 91, "amber"),
        ("due: 2026-06-30", 92, "red"),
        ("due: ongoing", None, None),
        ("due: TBC", None, None),
        ("start: April 2026", None, None),
    ],
)
def test_without_a_forecast_live_work_is_as_late_as_the_day(fields: str, late_by: int | None, rating: str) -> None:
    progress = action(fields)
    assert (progress.late_by, progress.expected_rating) == (late_by, rating)


@pytest.mark.parametrize(
    ("forecasts", "late_by", "rating"),
    [
        (["forecast: November 2026"], -31, "green"),
        (["forecast: Q3 2026/27"], 0, "green"),
        (["forecast: 2027-01-01"], 1, "amber"),
        (["forecast: 2027-03-30"], 89, "amber"),
        (["forecast: March 2027"], 90, "red"),
        (["forecast: June 2027", "forecast: January 2027"], 31, "amber"),
        (["forecast: January 2027", "percent: 50"], 31, "amber"),
        (["forecast: TBC"], -92, "green"),
    ],
)
def test_the_last_forecast_counts(forecasts: list[str], late_by: int, rating: str) -> None:
    written = [
        f"on: 2026-0{place}-30, stage: in-progress, {forecast}" for place, forecast in enumerate(forecasts, start=8)
    ]
    progress = action(f"due: December 2026, {updates(*written)}")
    assert (progress.late_by, progress.expected_rating) == (late_by, rating)


@pytest.mark.parametrize("stage", ["complete", "cancelled", "carried-forward", "superseded"])
def test_work_that_is_over_is_not_late(stage: str) -> None:
    progress = action(f"due: March 2026, {updates(f'on: 2026-09-30, stage: {stage}, forecast: June 2026')}")
    assert (progress.late_by, progress.expected_rating) == (None, None)


MOVED = (
    "due: March 2026, rescheduled: [{to: June 2026, on: 2026-02-01, reason: Flood., approved_by: board}, "
    "{to: December 2026, on: 2026-08-01, reason: Flood.}]"
)


def test_lateness_is_counted_from_the_last_date_a_board_approved() -> None:
    progress = action(MOVED)
    assert [due and due.written for due in (progress.first_due, progress.promised, progress.due)] == [
        "March 2026",
        "June 2026",
        "December 2026",
    ]
    assert progress.late_by == 92
    assert not progress.is_overdue


def test_the_settings_may_count_from_the_date_first_agreed() -> None:
    progress = action(MOVED, settings="{rating: {against: original}}")
    assert progress.promised is progress.first_due
    assert progress.late_by == 183


def test_a_move_made_after_the_day_is_not_seen() -> None:
    progress = action(MOVED, as_at=date(2026, 1, 31))
    assert progress.due is progress.first_due is progress.promised


def test_the_settings_say_how_late_is_amber_and_red() -> None:
    settings = "{rating: {amber_after: 1 month, red_after: 6 months}}"
    assert action("due: 2026-08-31", settings=settings).expected_rating == "amber"
    assert action("due: 2026-09-01", settings=settings).expected_rating == "green"
    assert action("due: 2026-04-01", settings=settings).expected_rating == "amber"
    assert action("due: 2026-03-31", settings=settings).expected_rating == "red"


def test_dates_by_the_plans_period_are_placed_in_it() -> None:
    progress = action("due: year 1", plan="period: April 2025 to March 2028")
    assert progress.due is not None
    assert progress.due.end == date(2026, 3, 31)
    assert progress.late_by == 183


# Overdue.


@pytest.mark.parametrize(
    ("fields", "is_overdue"),
    [
        ("due: 2026-09-30", False),
        ("due: 2026-09-29", True),
        ("due: ongoing", False),
        (f"due: August 2026, {updates('on: 2026-09-01, stage: paused')}", False),
        (f"due: August 2026, {updates('on: 2026-09-01, stage: complete')}", False),
        ("due: August 2026, rescheduled: [{to: October 2026, on: 2026-07-01, reason: Flood.}]", False),
    ],
)
def test_live_work_is_overdue_when_its_date_has_passed(fields: str, is_overdue: bool) -> None:
    assert action(fields).is_overdue is is_overdue


@pytest.mark.parametrize(
    ("fields", "turn_ends", "is_overdue"),
    [
        ("start: April 2026", date(2026, 6, 30), True),
        (f"start: April 2026, {updates('on: 2026-03-31, stage: in-progress')}", date(2026, 6, 30), True),
        (f"start: April 2026, {updates('on: 2026-04-01, stage: in-progress')}", date(2026, 6, 30), False),
        ("start: May 2026", date(2026, 6, 30), True),
        ("start: 2026-06-30", date(2026, 6, 30), True),
        ("start: 2026-07-01", None, False),
        ("start: July 2026", None, False),
        (f"start: April 2026, {updates('on: 2026-07-01, stage: in-progress')}", date(2026, 6, 30), False),
    ],
)
def test_a_recurring_action_is_overdue_when_a_turn_went_by_without_an_update(
    fields: str, turn_ends: date | None, is_overdue: bool
) -> None:
    progress = action(f"due: quarterly, review: March 2027, {fields}")
    assert (progress.turn.end if progress.turn else None) == turn_ends
    assert progress.is_overdue is is_overdue


def test_a_turn_that_was_over_before_the_plan_was_approved_is_nobodys_fault() -> None:
    approved = "status: approved, approval: {by: board, on: 2026-07-01}"
    progress = action("due: quarterly, review: March 2027, start: April 2026", plan=approved)
    assert progress.turn is None
    assert not progress.is_overdue


@pytest.mark.parametrize(
    ("fields", "deadline"),
    [
        ("due: March 2027", date(2027, 3, 31)),
        ("due: ongoing, review: March 2027", None),
        ("due: quarterly, review: March 2027, start: April 2026", date(2026, 6, 30)),
        (f"due: quarterly, start: April 2026, {updates('on: 2026-04-01, stage: in-progress')}", None),
        ("start: April 2026", None),
    ],
)
def test_the_deadline_of_a_recurring_action_is_the_end_of_a_turn_it_missed(fields: str, deadline: date | None) -> None:
    assert action(fields).deadline == deadline


@pytest.mark.parametrize(
    ("fields", "is_late"),
    [
        ("due: 2026-09-29", True),
        ("due: 2026-09-30", False),
        (f"due: December 2026, {updates('on: 2026-09-01, stage: in-progress, forecast: 2027-01-01')}", True),
        (f"due: December 2026, {updates('on: 2026-09-01, stage: in-progress, forecast: 2026-12-31')}", False),
        ("due: quarterly, review: March 2027, start: April 2026", True),
        ("due: ongoing, review: March 2027", False),
    ],
)
def test_late_is_overdue_or_forecast_to_be(fields: str, is_late: bool) -> None:
    assert action(fields).is_late is is_late


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ("due: 2026-09-30", ""),
        ("due: 2026-09-29", "1 day late"),
        ("due: 2026-08-31", "1 month late"),
        ("due: 2026-09-01", "29 days late"),
        ("due: Summer 2026", "1 month late"),
        ("due: quarterly, review: March 2027, start: April 2026", "3 months late"),
        (f"due: July 2026, {updates('on: 2026-09-01, stage: paused')}", "2 months late"),
        (f"due: August 2026, {updates('on: 2026-09-01, stage: in-progress, forecast: January 2027')}",
         "1 month late"),
        (f"due: July 2026, {updates('on: 2026-09-01, stage: in-progress, forecast: August 2026')}", "2 months late"),
        (f"due: December 2026, {updates('on: 2026-09-01, stage: in-progress, forecast: May 2027')}",
         "forecast 5 months late"),
        (MOVED, "3 months late"),
        (f"{MOVED}, {updates('on: 2026-09-01, stage: in-progress, forecast: October 2026')}", "forecast 4 months late"),
        ("due: December 2026, rescheduled: [{to: August 2026, on: 2026-07-01, reason: Early.}]", "1 month late"),
    ],
)  # fmt: skip
def test_how_late_is_counted_in_whole_months_of_the_calendar(fields: str, words: str) -> None:
    progress = action(fields)
    assert lateness_in_words(progress) == words
    assert progress.is_late is bool(words)


# Milestones.


def milestone(fields: str, *, action_fields: str = "due: March 2027", as_at: date = AS_AT) -> MilestoneProgress:
    """The progress of the one milestone of an action."""
    (only,) = action(
        f"{action_fields}, milestones: [{{title: The first home opens, {fields}}}]", as_at=as_at
    ).milestones
    return only


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ("due: 2026-09-29", {"is_open", "is_missed"}),
        ("due: 2026-09-30", {"is_open"}),
        ("due: 2026-06-30, rescheduled: [{to: October 2026, on: 2026-06-01, reason: Flood.}]", {"is_open"}),
        ("due: June 2026, done: 2026-09-30", {"is_reached"}),
        ("due: October 2026, done: 2026-10-01", {"is_open"}),
        ("due: June 2026, dropped: {on: 2026-09-30, reason: No bids.}", {"is_dropped"}),
        ("due: October 2026, dropped: {on: 2026-10-01, reason: No bids.}", {"is_open"}),
    ],
)
def test_a_milestone_is_reached_dropped_or_open_as_known_on_the_day(fields: str, state: set[str]) -> None:
    progress = milestone(fields)
    assert {name for name in ("is_reached", "is_dropped", "is_open", "is_missed") if getattr(progress, name)} == state


@pytest.mark.parametrize(
    ("stage", "open_ones"), [("in-progress", ["Later"]), ("paused", ["Later"]), ("complete", []), ("cancelled", [])]
)
def test_milestones_are_to_come_while_the_action_is_live(stage: str, open_ones: list[str]) -> None:
    steps = "milestones: [{title: Early, due: June 2026, done: 2026-06-01}, {title: Later, due: October 2026}]"
    progress = action(f"{steps}, {updates(f'on: 2026-09-30, stage: {stage}')}")
    assert [step.milestone.title for step in progress.milestones_to_come] == open_ones


@pytest.mark.parametrize(
    ("fields", "met"),
    [
        ("due: 2026-09-30, done: 2026-09-30", (1, 1)),
        ("due: 2026-09-29, done: 2026-09-30", (0, 1)),
        ("due: 2026-09-30", (0, 1)),
        ("due: 2026-10-01, done: 2026-09-30", (0, 0)),
        ("due: June 2026, dropped: {on: 2026-09-30, reason: No bids.}", (0, 0)),
        ("due: TBC, done: 2026-09-30", (0, 0)),
        (
            "due: June 2026, done: 2026-08-01, "
            "rescheduled: [{to: August 2026, on: 2026-06-01, reason: Flood., approved_by: board}]",
            (1, 1),
        ),
        ("due: June 2026, done: 2026-08-01, rescheduled: [{to: August 2026, on: 2026-06-01, reason: Flood.}]", (0, 1)),
    ],
)
def test_a_milestone_is_met_by_its_promised_date_and_counted_once_that_has_come(
    fields: str, met: tuple[int, int]
) -> None:
    steps = f"due: March 2027, milestones: [{{title: The first home opens, {fields}}}]"
    assert milestones_met([action(steps)]) == met
    assert milestones_met([action(f"{steps}, {updates('on: 2026-09-30, stage: superseded')}")]) == (0, 0)


def test_every_date_there_was_is_kept_in_order() -> None:
    assert [due.written for due in action(MOVED).due_dates] == ["March 2026", "June 2026", "December 2026"]
    assert [due.written for due in action(MOVED, as_at=date(2026, 3, 1)).due_dates] == ["March 2026", "June 2026"]


# Updates owed.


@pytest.mark.parametrize(
    ("fields", "plan", "update_due_since"),
    [
        ("start: 2026-05-14", "", date(2026, 9, 29)),
        ("start: 2026-05-15", "", None),
        ("start: October 2025", "", date(2026, 3, 15)),
        (f"start: October 2025, {updates('on: 2026-03-31, stage: in-progress')}", "", date(2026, 8, 15)),
        (f"start: October 2025, {updates('on: 2026-03-31, stage: paused')}", "", None),
        (f"start: October 2025, {updates('on: 2026-03-31, stage: complete')}", "", None),
        (f"start: August 2026, {updates('on: 2023-06-30, stage: not-started')}", "", None),
        ("due: March 2027", "", None),
        ("due: March 2027", "status: approved, approval: {by: board, on: 2026-03-31}", date(2026, 8, 15)),
        ("start: August 2026", "status: approved, approval: {by: board, on: 2026-03-31}", None),
        ("start: October 2025", "status: closed, approval: {by: board, on: 2025-10-01}", None),
    ],
)
def test_an_update_is_owed_when_start_and_last_update_are_both_long_ago(
    fields: str, plan: str, update_due_since: date | None
) -> None:
    assert action(fields, plan=plan).update_due_since == update_due_since


def test_monthly_updates_are_owed_after_a_month_and_a_half() -> None:
    assert action("start: 2026-08-01", settings="{update_every: monthly}").update_due_since == date(2026, 9, 16)


# Measures.


def readings(*written: str) -> str:
    return f"readings: [{', '.join(f'{{{reading}}}' for reading in written)}]"


@pytest.mark.parametrize(
    ("better", "values", "direction"),
    [
        ("higher", (60, 64), Direction.BETTER),
        ("higher", (64, 60), Direction.WORSE),
        ("lower", (64, 60), Direction.BETTER),
        ("lower", (60, 64), Direction.WORSE),
        ("neither", (60, 64), Direction.CHANGED),
        ("lower", (60, 60), Direction.SAME),
        ("lower", (70, "suppressed", 60), Direction.BETTER),
        ("lower", (60,), Direction.UNKNOWN),
        ("lower", ("not-available", 60), Direction.UNKNOWN),
    ],
)
def test_the_direction_is_what_is_good_for_the_measure(
    better: str, values: tuple[object, ...], direction: Direction
) -> None:
    written = readings(*(f"period: {2022 + place}/{23 + place}, value: {value}" for place, value in enumerate(values)))
    assert measure(f"unit: percent, better: {better}, {written}").direction is direction


def test_the_latest_figure_is_of_the_latest_period_that_has_ended() -> None:
    written = readings("period: 2024/25, value: 60", "period: 2025/26, value: 64", "period: 2026/27, value: 70")
    progress = measure(f"unit: percent, better: higher, {written}")
    assert progress.latest is not None
    assert progress.latest.value == 64
    assert len(progress.readings) == 2


def test_a_figure_in_a_return_is_one_of_the_measures() -> None:
    returned = "{readings: [{measure: m1, period: Q1 2026/27, value: 70}, {measure: m2, period: Q2 2025/26, value: 1}]}"
    progress = measure(f"unit: percent, better: higher, {readings('period: Q4 2025/26, value: 64')}", updates=returned)
    assert [reading.value for reading in progress.readings] == [64, 70]
    assert progress.direction is Direction.BETTER


@pytest.mark.parametrize("final_is_returned", [True, False])
def test_the_final_figure_of_a_period_is_no_change_from_its_provisional_one(final_is_returned: bool) -> None:
    figures = "period: 2025/26, value: 70, provisional: true", "period: 2025/26, value: 64"
    own, returned = figures if final_is_returned else figures[::-1]
    progress = measure(
        f"unit: percent, better: higher, {readings('period: 2024/25, value: 66', own)}",
        updates=f"{{readings: [{{measure: m1, {returned}}}]}}",
    )
    assert progress.latest is not None
    assert progress.latest.value == 64
    assert progress.direction is Direction.WORSE


@pytest.mark.parametrize(
    ("first", "second", "figure"),
    [
        ("value: 70, provisional: true", "value: 68, provisional: true", 68),
        ("value: 70", "value: 68", 68),
        ("value: 70", "value: 68, provisional: true", 70),
    ],
)
def test_of_two_figures_for_a_period_the_later_counts_unless_only_it_is_provisional(
    first: str, second: str, figure: int
) -> None:
    progress = measure(
        f"unit: percent, better: higher, {readings(f'period: 2025/26, {first}')}",
        updates=f"{{readings: [{{measure: m1, period: 2025/26, {second}}}]}}",
    )
    assert [reading.value for reading in progress.figures] == [figure]


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ("better: higher, target: {value: 64, by: March 2028}", "met"),
        ("better: higher, target: {value: 64.1, by: March 2026}", "missed"),
        ("better: higher, target: {value: 64.1, by: 2026-09-29}", "short"),
        ("better: higher, target: {value: 64.1, by: ongoing}", "short"),
        ("better: higher, target: {value: 64.1, by: March 2028}", "short"),
        ("better: higher, target: {value: 64.1, by: March 2028}, baseline: {period: 2025/26, value: 60}", "short"),
        ("better: higher, target: {value: 68, by: March 2028}, baseline: {period: 2023/24, value: 60}", "on-course"),
        ("better: higher, target: {value: 68.1, by: March 2028}, baseline: {period: 2023/24, value: 60}", "off-course"),
        ("better: lower, target: {value: 60, by: March 2028}, baseline: {period: 2023/24, value: 68}", "on-course"),
        ("better: lower, target: {value: 59, by: March 2028}, baseline: {period: 2023/24, value: 68}", "off-course"),
        ("better: lower, target: {value: 60, by: March 2028}, baseline: {period: 2023/24, value: suppressed}", "short"),
        ("better: higher, target: {value: 64.3, by: March 2028}, tolerance: 0.3", "amber"),
        ("better: higher, target: {value: 64.4, by: March 2026}, tolerance: 0.3", "missed"),
        ("better: lower, target: {value: 64, by: March 2028}", "met"),
        ("better: lower, target: {value: 60, by: March 2028}, tolerance: 4", "amber"),
        ("better: lower, target: {value: 59, by: March 2026}, tolerance: 4", "missed"),
        ("better: neither, target: {value: 60, by: March 2028}", None),
        ("better: lower, type: context, target: {value: 60, by: March 2028}", None),
        ("better: lower", None),
    ],
)
def test_a_figure_is_held_against_the_target(fields: str, status: str | None) -> None:
    assert measure(f"unit: percent, {fields}, {readings('period: 2025/26, value: 64')}").status == status


def test_a_target_is_missed_from_the_day_after_its_day() -> None:
    aim = "unit: percent, better: higher, target: {value: 80, by: March 2026}"
    written = f"{aim}, {readings('period: 2025/26, value: 64')}"
    assert measure(written, as_at=date(2026, 3, 31)).status == "short"
    assert measure(written, as_at=date(2026, 4, 1)).status == "missed"


def test_the_first_figure_stands_in_for_a_baseline() -> None:
    aim = "unit: percent, better: higher, target: {value: 68, by: March 2028}"
    for latest, standing in ((64, "on-course"), (63.9, "off-course")):
        written = readings("period: 2023/24, value: 60", f"period: 2025/26, value: {latest}")
        assert measure(f"{aim}, {written}").status == standing


def test_a_figures_own_target_goes_before_the_measures() -> None:
    written = readings("period: 2025/26, value: 64, target: 62")
    assert measure(f"unit: percent, better: higher, target: {{value: 80, by: March 2028}}, {written}").status == "met"
    missed = readings("period: 2025/26, value: 61, target: 62")
    assert measure(f"unit: percent, better: higher, target: {{value: 80, by: March 2028}}, {missed}").status == "missed"


def test_tolerance_is_counted_as_people_count() -> None:
    written = readings("period: 2025/26, value: 1.1")
    fields = "unit: ratio, better: lower, tolerance: 0.1, target: {value: 1, by: March 2028}"
    assert measure(f"{fields}, {written}").status == "amber"


@pytest.mark.parametrize(
    ("fields", "performs"),
    [
        ("type: performance", True),
        ("target: {value: 64, by: March 2028}", True),
        ("type: context, target: {value: 64, by: March 2028}", False),
        ("unit: count", False),
    ],
)
def test_a_measure_is_judged_if_its_type_says_so_or_it_has_a_target(fields: str, performs: bool) -> None:
    unit = "" if "unit" in fields else "unit: count, "
    assert is_performance(measure(f"{unit}better: higher, {fields}").measure) is performs


@pytest.mark.parametrize(
    ("fields", "stale_since"),
    [
        ("frequency: quarterly", date(2026, 8, 15)),
        ("frequency: quarterly, lag: 1 month", date(2026, 9, 15)),
        ("frequency: quarterly, lag: 46 days", None),
        ("frequency: monthly", date(2026, 5, 15)),
        ("frequency: termly", None),
        ("frequency: yearly", None),
        ("tolerance: 1", None),
    ],
)
def test_a_measure_is_stale_one_and_a_half_times_its_frequency_and_the_lag_after_its_last_figure(
    fields: str, stale_since: date | None
) -> None:
    written = readings("period: Q3 2025/26, value: 60", "period: Q4 2025/26, value: not-available")
    assert measure(f"unit: percent, better: higher, {fields}, {written}").stale_since == stale_since


def test_a_measure_without_figures_is_stale_after_its_baseline() -> None:
    baseline = "baseline: {period: Q4 2025/26, value: 60}"
    assert measure(f"unit: percent, better: higher, frequency: quarterly, {baseline}").stale_since == date(2026, 8, 15)
    assert measure("unit: percent, better: higher, frequency: quarterly").stale_since is None


# The whole.


def test_everything_is_in_the_order_of_the_plans() -> None:
    plan = "{actions: [{id: a2, title: Recruit 20 carers}, {id: a1, title: Open two homes}]}"
    other = {
        "kind: plan\nid: b\ntitle: B\norganisation: ecc\nstatus: draft\nactions: [{id: b1, title: Train 20 carers}]\n"
    }
    texts = {**lay_over({"plan": plan}), "plans/z.yaml": other.pop()}
    progress = progress_of(assemble(texts, AS_AT))
    assert [action.id for action in progress.actions] == ["a2", "a1", "b1"]
    assert [measure.measure.id for measure in progress.measures] == ["m1"]


def test_an_id_given_twice_stands_for_the_first() -> None:
    plan = "{actions: [{id: a1, title: First}, {id: a1, title: Second}]}"
    progress = progress_of(assemble(lay_over({"plan": plan}), AS_AT))
    assert progress.by_action["a1"].action.title == "First"
    assert len(progress.actions) == 2


def test_it_is_worked_out_once() -> None:
    workspace = assemble(lay_over({}), AS_AT)
    assert progress_of(workspace) is progress_of(workspace)
