"""How many files of a kind a workspace has: one strategy, at most one with settings, any number of the rest."""

from datetime import date

import pytest

from coparent.checking import check
from coparent.documents.reading import Unreadable
from coparent.workspace import Workspace, assemble
from tests.workspaces import SMALLEST, lay_over

AS_AT = date(2026, 9, 30)


def rules(workspace: Workspace) -> list[tuple[str, str]]:
    """The rule and the file of every finding of reading and validating."""
    return [(one.rule, one.path) for one in workspace.diagnostics]


def test_the_smallest_workspace_is_sound() -> None:
    workspace = assemble(lay_over({}), AS_AT)
    assert rules(workspace) == []
    assert workspace.settings.small_number == 5


def test_a_workspace_of_no_files_is_sound_and_empty() -> None:
    workspace = assemble({}, AS_AT)
    assert rules(workspace) == []
    assert workspace.strategy is None


def test_a_second_strategy_is_reported_at_the_later_path_and_the_first_is_the_one() -> None:
    again = SMALLEST["strategy"].replace("id: strategy", "id: other", 1)
    texts: dict[str, str | Unreadable] = {**lay_over({}), "plans/z.yaml": again, "plans/y/z.yaml": again}
    workspace = assemble(texts, AS_AT)
    assert rules(workspace) == [("second-strategy", "plans/y/z.yaml"), ("second-strategy", "plans/z.yaml")]
    assert workspace.strategy is not None
    assert workspace.strategy.id == "strategy"
    found = [one for one in check(workspace, texts).diagnostics if one.rule == "second-strategy"]
    assert [(one.location.line, one.location.column) for one in found if one.location] == [(1, 7), (1, 7)]
    assert [one.related[0].spot.place.path for one in found] == ["plans/strategy.yaml", "plans/strategy.yaml"]


def test_second_settings_are_reported_and_the_first_count() -> None:
    texts = {**lay_over({"settings": "small_number: 3"}), "plans/zebra.yaml": "kind: settings\nsmall_number: 9\n"}
    workspace = assemble(texts, AS_AT)
    assert rules(workspace) == [("second-settings", "plans/zebra.yaml")]
    assert workspace.settings.small_number == 3


def test_a_missing_strategy_is_reported_once() -> None:
    texts = lay_over({})
    del texts["plans/strategy.yaml"]
    assert rules(assemble(texts, AS_AT)) == [("no-strategy", "plans/measures.yaml")]


@pytest.mark.parametrize("hidden", ["title: [\n", "kind: strategie\n", "- x\n", Unreadable("gone", "bring it back")])
def test_no_strategy_is_missed_while_a_file_hides_what_it_is(hidden: str | Unreadable) -> None:
    texts = {**lay_over({}), "plans/hidden.yaml": hidden}
    del texts["plans/strategy.yaml"]
    assert "no-strategy" not in {rule for rule, _ in rules(assemble(texts, AS_AT))}


@pytest.mark.parametrize("name", ["aardvark", "settings", "zebra"])
def test_the_calendar_of_the_settings_holds_for_every_file_whatever_they_are_called(name: str) -> None:
    texts = lay_over({"plan": "period: Q1 2026/27"})
    texts[f"plans/{name}.yaml"] = "kind: settings\nyear_starts: 1\n"
    (plan,) = assemble(texts, AS_AT).plans
    assert plan.period is not None
    assert (plan.period.start, plan.period.end) == (date(2026, 1, 1), date(2026, 3, 31))


def test_settings_with_a_fault_still_set_the_calendar() -> None:
    texts = lay_over({"plan": "period: Q1 2026/27", "settings": "year_starts: 1\nsmall_number: many"})
    workspace = assemble(texts, AS_AT)
    assert rules(workspace) == [("wrong-type", "plans/settings.yaml")]
    assert workspace.plans[0].period is not None
    assert workspace.plans[0].period.start == date(2026, 1, 1)


def test_files_that_cannot_be_read_and_those_with_broken_records_are_named() -> None:
    texts: dict[str, str | Unreadable] = {
        **lay_over({}),
        "plans/a.yaml": "kind: plan\nid: [\n",
        "plans/b.yaml": SMALLEST["plan"].replace("home-plan", "b").replace("id: a1", "id: A1"),
        "plans/c.yaml": Unreadable("this is not an ordinary file", "take it out"),
        "plans/d.yaml": SMALLEST["plan"]
        .replace("home-plan", "d")
        .replace("a1", "d1")
        .replace("rating: green", "rating: blue"),
    }
    workspace = assemble(texts, AS_AT)
    assert workspace.unreadable == ("plans/a.yaml", "plans/c.yaml")
    assert workspace.broken == ("plans/b.yaml",)
    assert workspace.broken_ids == {"A1", "first"}
    assert [plan.id for plan in workspace.plans] == ["b", "d", "home-plan"]
    assert [action.id for action in workspace.actions] == ["d1", "a1"]
    assert workspace.paths == tuple(sorted(texts))


def test_a_file_is_asked_for_its_text_no_more_than_twice() -> None:
    class Counting(dict[str, str | Unreadable]):
        asked = 0

        def __getitem__(self, path: str) -> str | Unreadable:
            self.asked += 1
            return super().__getitem__(path)

    texts = Counting(lay_over({"settings": "year_starts: 1"}))
    assemble(texts, AS_AT)
    assert texts.asked == len(texts)
