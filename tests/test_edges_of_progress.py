"""The edges of progress: the day itself, the first and the last of several, and what cannot be read."""

from collections.abc import Callable
from datetime import date

import pytest

from coparent.progress import (
    ActionProgress,
    Direction,
    MeasureProgress,
    milestones_met,
    progress_of,
    read_in_full,
    steps_to_come,
)
from coparent.progress.dates import month_end_after
from coparent.workspace import Workspace, assemble
from tests.workspaces import AS_AT, lay_over

UPDATED = "updates: [{on: 2026-06-30, stage: in-progress, summary: Begun.}]"


def action(fields: str, *, plan: str = "", as_at: date = AS_AT, **other: str) -> ActionProgress:
    """The progress of an action with these fields, in a plan with those."""
    overlays = {"plan": f"{{actions: [{{id: a1, title: Open two homes, {fields}}}], {plan}}}", **other}
    return progress_of(assemble(lay_over(overlays), as_at)).actions[0]


def measure(fields: str, *, as_at: date = AS_AT) -> MeasureProgress:
    """The progress of a measure with these fields."""
    overlays = {"measures": f"{{measures: [{{id: m1, title: Homes open, unit: percent, {fields}}}]}}"}
    return progress_of(assemble(lay_over(overlays), as_at)).measures[0]


def forecast(due: str, forecast: str) -> str:
    return f"due: {due}, updates: [{{on: 2026-06-30, stage: in-progress, summary: Begun., forecast: {forecast}}}]"


QUARTERLY = "due: quarterly, review: March 2027, start: April 2026"


@pytest.mark.parametrize(
    ("fields", "is_late"),
    [
        ("due: 2026-09-30", False),
        ("due: 2026-09-29", True),
        (forecast("2026-10-31", "2026-10-31"), False),
        (forecast("2026-10-31", "2026-11-01"), True),
        (QUARTERLY, True),
        (f"{QUARTERLY}, {UPDATED}", False),
        ("due: to be confirmed", False),
        (UPDATED, False),
    ],
)
def test_work_is_late_from_the_day_after_it_was_promised(fields: str, is_late: bool) -> None:
    assert action(fields).is_late is is_late


@pytest.mark.parametrize(
    ("fields", "deadline"),
    [
        ("due: October 2026", date(2026, 10, 31)),
        (QUARTERLY, date(2026, 6, 30)),
        (f"{QUARTERLY}, {UPDATED}", None),
        ("due: to be confirmed", None),
        (UPDATED, None),
    ],
)
def test_the_deadline_is_the_last_day_of_the_due_date_or_of_a_missed_turn(fields: str, deadline: date | None) -> None:
    assert action(fields).deadline == deadline


@pytest.mark.parametrize(
    ("start", "as_at", "turn_ends"),
    [
        ("2026-06-30", date(2026, 7, 1), date(2026, 6, 30)),
        ("2026-07-01", date(2026, 7, 1), None),
        ("2026-04-01", date(2026, 6, 30), None),
        ("2026-01-01", date(2026, 9, 30), date(2026, 6, 30)),
        ("2026-01-01", date(2026, 10, 1), date(2026, 9, 30)),
    ],
)
def test_a_turn_counts_from_the_day_on_which_work_begins_until_the_day_before(
    start: str, as_at: date, turn_ends: date | None
) -> None:
    turn = action(f"due: quarterly, review: March 2027, start: {start}", as_at=as_at).turn
    assert (turn.end if turn is not None else None) == turn_ends


def test_work_that_is_over_has_no_turn_to_miss() -> None:
    over = "updates: [{on: 2026-01-31, stage: cancelled, reason: No money., summary: Ended.}]"
    progress = action(f"{QUARTERLY}, {over}")
    assert progress.turn is None
    assert not progress.is_overdue


def test_silence_is_counted_from_the_last_of_several_updates() -> None:
    first, last = (
        "{on: 2025-12-31, stage: in-progress, summary: A.}",
        "{on: 2026-03-31, stage: in-progress, summary: B.}",
    )
    progress = action(f"start: October 2025, updates: [{first}, {last}]")
    assert progress.update_due_since == date(2026, 8, 15)
    assert progress.latest is not None
    assert progress.latest.on == date(2026, 3, 31)


@pytest.mark.parametrize(("as_at", "since"), [(date(2026, 8, 15), None), (date(2026, 8, 16), date(2026, 8, 15))])
def test_an_update_is_due_from_the_day_after_the_silence(as_at: date, since: date | None) -> None:
    assert (
        action(
            "due: March 2027", plan="status: approved, approval: {by: board, on: 2026-03-31}", as_at=as_at
        ).update_due_since
        == since
    )


@pytest.mark.parametrize(
    ("fields", "review"),
    [
        ("due: ongoing, review: March 2027", "March 2027"),
        ("due: March 2028, review: June 2027", "June 2027"),
        ('due: "ongoing, review May 2027"', "May 2027"),
        ("due: March 2028", None),
        (UPDATED, None),
    ],
)
def test_the_review_is_the_actions_own_or_the_one_in_its_due_date(fields: str, review: str | None) -> None:
    found = action(fields).review
    assert (found.written if found is not None else None) == review


def test_a_review_by_the_plans_period_is_placed_in_it() -> None:
    found = action("due: ongoing, review: year 2", plan="period: April 2025 to March 2028").review
    assert found is not None
    assert found.end == date(2027, 3, 31)


MOVES = (
    "rescheduled: [{to: June 2026, on: 2026-02-01, reason: Flood.}, "
    "{to: December 2026, on: 2026-08-01, reason: Flood.}]"
)


def test_every_due_date_is_known_in_order() -> None:
    assert [due.written for due in action(f"due: March 2026, {MOVES}").due_dates] == [
        "March 2026",
        "June 2026",
        "December 2026",
    ]
    assert action(UPDATED).due_dates == ()


@pytest.mark.parametrize(
    ("fields", "leaders", "organisations"),
    [
        ("lead: Head of homes", ("ecc",), ("ecc",)),
        ("partners: [icb]", ("ecc",), ("ecc", "icb")),
        ("lead: {role: Head nurse, organisation: icb}", ("icb",), ("icb",)),
        ("lead: {role: Head nurse, organisation: icb}, partners: [ecc]", ("icb",), ("icb", "ecc")),
        ("joint_leads: [{role: Head nurse, organisation: icb}]", ("icb",), ("icb",)),
        ("lead: Head, joint_leads: [{role: Nurse, organisation: icb}]", ("ecc", "icb"), ("ecc", "icb")),
    ],
)
def test_the_plans_organisation_leads_where_no_other_is_named(
    fields: str, leaders: tuple[str, ...], organisations: tuple[str, ...]
) -> None:
    progress = action(fields)
    assert (progress.lead_organisations, progress.organisations) == (leaders, organisations)
    assert len(progress.lead_roles) == fields.count("lead: ") + fields.count("joint_leads: ")


@pytest.mark.parametrize(
    ("fields", "priorities"),
    [
        ("outcomes: [o1, o4, o2]", ("home", "health")),
        ("outcomes: [o1], priorities: [health]", ("health",)),
        ("priorities: [health]", ("health",)),
        ("outcomes: [o7]", ()),
    ],
)
def test_an_action_serves_its_own_priorities_or_those_of_its_outcomes(fields: str, priorities: tuple[str, ...]) -> None:
    assert action(fields).priorities == priorities


# Milestones.


def milestones(*written: str) -> str:
    return f"milestones: [{', '.join(f'{{id: s{number}, title: Step, {one}}}' for number, one in enumerate(written))}]"


STEPS = milestones(
    "due: October 2026",
    "due: August 2026, done: 2026-08-01",
    "due: August 2026, done: 2026-09-30",
    "due: August 2026",
    "due: 2026-09-30",
    "due: August 2026, dropped: {on: 2026-09-30, reason: No need.}",
)


def test_milestones_are_reached_dropped_missed_or_to_come_by_the_day() -> None:
    progress = action(f"due: March 2027, {UPDATED}, {STEPS}")

    def numbers(holds: Callable[..., bool]) -> list[int]:
        return [number for number, milestone in enumerate(progress.milestones) if holds(milestone)]

    assert numbers(lambda milestone: milestone.is_reached) == [1, 2]
    assert numbers(lambda milestone: milestone.is_dropped) == [5]
    assert numbers(lambda milestone: milestone.is_open) == [0, 3, 4]
    assert numbers(lambda milestone: milestone.is_missed) == [3]
    assert [milestone.milestone.id for milestone in progress.milestones_to_come] == ["s0", "s3", "s4"]


def test_a_milestone_is_dropped_and_reached_from_that_day_on() -> None:
    reached, dropped = "due: May 2026, done: 2026-05-01", "due: May 2026, dropped: {on: 2026-05-01, reason: No need.}"
    fields = f"due: March 2027, {milestones(reached, dropped)}"
    before, then = (action(fields, as_at=day).milestones for day in (date(2026, 4, 30), date(2026, 5, 1)))
    assert [(milestone.is_reached, milestone.is_dropped) for milestone in before] == [(False, False), (False, False)]
    assert [(milestone.is_reached, milestone.is_dropped) for milestone in then] == [(True, False), (False, True)]


def test_work_that_is_complete_has_no_milestones_to_come() -> None:
    done = "updates: [{on: 2026-06-30, stage: complete, summary: Done.}]"
    assert action(f"due: March 2027, {done}, {STEPS}").milestones_to_come == ()
    assert action("due: March 2027").milestones_to_come == ()


@pytest.mark.parametrize(
    ("fields", "to_come"),
    [
        (f"due: March 2027, {UPDATED}, {STEPS}", ["s0", "s3", "s4"]),
        (f"due: soon, {UPDATED}, {STEPS}", []),
        (
            f"due: March 2027, {UPDATED}, "
            + milestones(
                "due: October 2026", "due: October 2026, rescheduled: [{to: soon, on: 2026-09-01, reason: Flood.}]"
            ),
            ["s0"],
        ),
        (f"due: March 2027, {UPDATED}, " + milestones("due: October 2026", "due: October 2026, done: soon"), ["s0"]),
    ],
)
def test_while_something_is_broken_only_what_was_read_in_full_is_to_come(fields: str, to_come: list[str]) -> None:
    broken = "{measures: [{id: m1, title: Homes open, unit: cats, better: higher}]}"
    assert [milestone.milestone.id for milestone in action(fields, measures=broken).milestones_to_come] == to_come


# Measures.


def readings(*written: str) -> str:
    return f"readings: [{', '.join(f'{{{reading}}}' for reading in written)}]"


def test_the_direction_is_from_the_figure_before_the_last() -> None:
    written = readings(
        *(f"period: {year}/{year - 1999}, value: {value}" for year, value in ((2022, 60), (2023, 70), (2024, 65)))
    )
    assert measure(f"better: higher, {written}").direction is Direction.WORSE
    assert measure(f"better: lower, {written}").direction is Direction.BETTER


@pytest.mark.parametrize(
    ("frequency", "since"),
    [
        ("monthly", date(2022, 5, 15)),
        ("quarterly", date(2022, 8, 15)),
        ("termly", date(2022, 9, 30)),
        ("six-monthly", date(2022, 12, 31)),
        ("yearly", date(2023, 9, 30)),
    ],
)
def test_a_reading_is_due_half_as_long_again_after_the_last(frequency: str, since: date) -> None:
    written = readings("period: 2020/21, value: 60", "period: 2021/22, value: 61")
    assert measure(f"better: higher, frequency: {frequency}, {written}").stale_since == since


@pytest.mark.parametrize(("as_at", "since"), [(date(2022, 8, 15), None), (date(2022, 8, 16), date(2022, 8, 15))])
def test_a_reading_is_late_from_the_day_after(as_at: date, since: date | None) -> None:
    written = readings("period: 2021/22, value: 61")
    assert measure(f"better: higher, frequency: quarterly, {written}", as_at=as_at).stale_since == since


def test_of_two_provisional_figures_of_a_period_the_later_counts_and_of_two_final_ones_too() -> None:
    for kind in ("true", "false"):
        written = readings(*(f"period: 2024/25, value: {value}, provisional: {kind}" for value in (60, 64)))
        latest = measure(f"better: higher, {written}").latest
        assert latest is not None
        assert latest.value == 64


# The whole.


def whole(*actions: str, as_at: date = AS_AT, **other: str) -> Workspace:
    written = ", ".join(f"{{id: a{number}, title: Act, {fields}}}" for number, fields in enumerate(actions))
    return assemble(lay_over({"plan": f"{{actions: [{written}]}}", **other}), as_at)


def test_the_steps_to_come_are_those_of_every_action() -> None:
    steps = steps_to_come(
        whole(f"due: March 2027, {UPDATED}, {STEPS}", f"due: March 2027, {milestones('due: May 2027')}")
    )
    assert [(step.action.action.id, step.milestone.id, step.due.written) for step in steps] == [
        ("a0", "s0", "October 2026"),
        ("a0", "s3", "August 2026"),
        ("a0", "s4", "2026-09-30"),
        ("a1", "s0", "May 2027"),
    ]


def test_what_could_not_be_read_in_full_is_left_out_by_field() -> None:
    workspace = whole("due: soon", "due: March 2027, start: soon", "due: March 2027")
    assert [progress.action.id for progress in read_in_full(workspace, "due")] == ["a1", "a2"]
    assert [progress.action.id for progress in read_in_full(workspace, "due", "start")] == ["a2"]
    assert len(list(read_in_full(whole("due: March 2027"), "due"))) == 1


@pytest.mark.parametrize(
    ("step", "met"),
    [
        ("due: 2026-09-30, done: 2026-09-30", (1, 1)),
        ("due: 2026-09-29, done: 2026-09-30", (0, 1)),
        ("due: 2026-09-30", (0, 0)),
        ("due: 2026-10-01", (0, 0)),
        ("due: 2026-10-01, done: 2026-09-01", (0, 0)),
        ("due: 2026-09-01, dropped: {on: 2026-08-01, reason: No need.}", (0, 0)),
        ("due: ongoing", (0, 0)),
        ("due: 2026-08-31, done: 2026-09-15, rescheduled: [{to: October 2026, on: 2026-07-01, reason: A.}]", (0, 1)),
        (
            "due: 2026-07-31, done: 2026-08-15, "
            "rescheduled: [{to: August 2026, on: 2026-07-01, reason: A., approved_by: board}]",
            (1, 1),
        ),
    ],
)
def test_milestones_are_met_by_the_day_that_was_promised(step: str, met: tuple[int, int]) -> None:
    workspace = whole(f"due: March 2027, {UPDATED}, {milestones(step)}")
    assert milestones_met(progress_of(workspace).actions) == met


def test_a_milestone_counts_from_the_date_it_was_moved_to() -> None:
    moved = milestones("due: March 2026, rescheduled: [{to: October 2026, on: 2026-02-01, reason: Flood.}]")
    milestone = action(f"due: March 2027, {moved}").milestones[0]
    assert milestone.due is not None
    assert milestone.due.written == "October 2026"
    assert not milestone.is_missed


def test_an_update_after_two_others_is_the_latest() -> None:
    ratings = {2: "red", 4: "amber", 6: "green"}
    written = (
        f"{{on: 2026-0{month}-28, stage: in-progress, rating: {rating}, summary: As said.}}"
        for month, rating in ratings.items()
    )
    progress = action(f"due: March 2027, updates: [{', '.join(written)}]")
    assert progress.latest is not None
    assert (progress.latest.on, progress.rating) == (date(2026, 6, 28), "green")


@pytest.mark.parametrize(
    ("day", "months", "end"),
    [
        (date(2026, 1, 1), 1, date(2026, 2, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 31), 0, date(2026, 12, 31)),
    ],
)
def test_months_ahead_end_with_a_month(day: date, months: int, end: date) -> None:
    assert month_end_after(day, months) == end
