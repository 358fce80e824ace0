"""What an audience may not see is gone before anything is counted, and nothing that stays tells of it."""

import pytest

from coparent.workspace import Workspace, assemble
from coparent.workspace.audience import Audience, for_audience
from tests.workspaces import AS_AT, lay_over

PLAN = """\
actions:
  - {id: a1, title: Open a home}
  - {id: a2, title: Watch a house, visibility: internal}
  - {id: a3, title: Tell partners, visibility: partner}
risks:
  - {id: known, title: It rains, likelihood: 1, impact: 1, actions: [a1, a2], status: open}
  - {id: secret, title: The house is found, likelihood: 1, impact: 1, actions: [a2], status: open}
  - {id: general, title: Money runs out, likelihood: 1, impact: 1, status: open}
"""


@pytest.fixture
def workspace() -> Workspace:
    return assemble(lay_over({"plan": PLAN}), AS_AT)


def seen(workspace: Workspace, audience: Audience) -> tuple[list[str], list[str], int]:
    shown, left_out = for_audience(workspace, audience)
    return [one.id for one in shown.actions], [risk.id for risk in shown.plans[0].risks], left_out


def test_the_public_sees_neither_hidden_actions_nor_the_risks_to_them_alone(workspace: Workspace) -> None:
    assert seen(workspace, Audience.PUBLIC) == (["a1"], ["known", "general"], 2)


def test_partners_see_what_is_for_them(workspace: Workspace) -> None:
    assert seen(workspace, Audience.PARTNER) == (["a1", "a3"], ["known", "general"], 1)


def test_inside_everything_is_seen_and_nothing_is_copied(workspace: Workspace) -> None:
    assert seen(workspace, Audience.INTERNAL) == (["a1", "a2", "a3"], ["known", "secret", "general"], 0)
    assert for_audience(workspace, Audience.INTERNAL)[0] is workspace
