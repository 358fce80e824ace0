"""The workspace as at a day: what was known then, and nothing later."""

from datetime import date

import pytest

from coparent.schema.plan import Action, Plan
from coparent.workspace import Workspace, assemble
from tests.workspaces import lay_over

ACTION = """\
actions:
  - id: a1
    title: Open two homes
    due: March 2026
    rescheduled:
      - {to: June 2026, on: 2026-02-10, reason: Planning took longer}
      - {to: September 2026, on: 2026-05-10, reason: The builder left}
    milestones:
      - {id: site, title: Site agreed, due: January 2026, done: 2026-03-01}
      - {id: end, title: All done, due: end of plan}
    updates:
      - {on: 2026-03-31, stage: in-progress, summary: The site is agreed.}
      - {on: 2026-09-30, stage: complete, summary: Both are open.}
"""
RETURN = """\
on: 2026-06-30
updates:
  - {action: a1, stage: in-progress, summary: Building has begun.}
  - {action: a1, on: 2026-07-15, stage: in-progress, summary: The roof is on.}
readings:
  - {measure: m1, period: June 2026, value: 1}
"""


def known(as_at: date) -> Workspace:
    return assemble(lay_over({"plan": ACTION, "updates": RETURN}), as_at)


def only(workspace: Workspace) -> tuple[Plan, Action]:
    (plan,) = workspace.plans
    (action,) = plan.actions
    return plan, action


@pytest.mark.parametrize(
    ("as_at", "days"),
    [
        (date(2026, 3, 30), []),
        (date(2026, 3, 31), [date(2026, 3, 31)]),
        (date(2026, 7, 15), [date(2026, 3, 31), date(2026, 6, 30), date(2026, 7, 15)]),
        (date(2027, 1, 1), [date(2026, 3, 31), date(2026, 6, 30), date(2026, 7, 15), date(2026, 9, 30)]),
    ],
)
def test_updates_of_the_plan_and_of_returns_are_joined_and_those_of_later_days_unseen(
    as_at: date, days: list[date]
) -> None:
    workspace = known(as_at)
    assert [update.on for update in workspace.updates(only(workspace)[1])] == days


@pytest.mark.parametrize(
    ("as_at", "due"),
    [
        (date(2026, 2, 9), date(2026, 3, 31)),
        (date(2026, 2, 10), date(2026, 6, 30)),
        (date(2026, 5, 10), date(2026, 9, 30)),
    ],
)
def test_the_due_date_is_the_one_in_force_on_the_day(as_at: date, due: date) -> None:
    workspace = known(as_at)
    plan, action = only(workspace)
    in_force = workspace.due(action, plan)
    assert in_force is not None
    assert in_force.end == due


def test_a_milestone_is_done_from_its_day_on() -> None:
    for as_at, done in ((date(2026, 2, 28), False), (date(2026, 3, 1), True)):
        workspace = known(as_at)
        assert workspace.is_done(only(workspace)[1].milestones[0]) is done


def test_a_reading_counts_once_its_period_is_over() -> None:
    for as_at, count in ((date(2026, 6, 29), 0), (date(2026, 6, 30), 1)):
        workspace = known(as_at)
        assert len(workspace.readings(workspace.measures[0])) == count


def test_the_end_of_the_plan_is_that_of_the_strategy_where_the_plan_has_no_period() -> None:
    workspace = known(date(2026, 9, 30))
    plan, action = only(workspace)
    due = workspace.due(action.milestones[1], plan)
    assert due is not None
    assert due.end == date(2030, 3, 31)


def test_a_group_stands_for_its_members_even_in_a_circle() -> None:
    organisations = """\
organisations:
  - {id: ecc, name: The county council, type: council, members: []}
  - {id: icb, name: The health board, type: nhs}
  - {id: all, name: Everyone, type: group, members: [ecc, some]}
  - {id: some, name: Some, type: group, members: [icb, all]}
"""
    workspace = assemble(lay_over({"strategy": organisations}), date(2026, 9, 30))
    assert workspace.members("all") == ("ecc", "icb")
    assert workspace.members("ecc") == ("ecc",)


def test_the_backward_map_knows_who_names_an_id() -> None:
    workspace = assemble(lay_over({}), date(2026, 9, 30))
    holders = {type(reference.holder).__name__ for reference in workspace.naming["outcome", "o1"]}
    assert holders == {"Action", "Measure"}


def test_settings_of_an_unusual_name_still_set_the_calendar_of_every_file() -> None:
    texts = lay_over({"plan": "period: Q1 2026/27", "settings": "year_starts: 1"})
    texts["plans/zebra.yaml"] = texts.pop("plans/settings.yaml")
    workspace = assemble(texts, date(2026, 9, 30))
    assert workspace.plans[0].period is not None
    assert workspace.plans[0].period.start == date(2026, 1, 1)
