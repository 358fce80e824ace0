"""The runner: levels, precedence, places and order, shown on a family of rules made up for the purpose."""

from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from coparent.checking import Report, Selection, SkippedRules, check
from coparent.diagnostics import Diagnostic, Level, Location, Related
from coparent.documents.annotated_source import AnnotatedSource, Comment, WrittenValue
from coparent.documents.reading import Unreadable
from coparent.reporters.style import location_of
from coparent.rules import FAMILIES, Family, LevelByStatus
from coparent.schema.settings import Settings
from coparent.workspace import Workspace, assemble
from tests.workspaces import AS_AT, lay_over

MADE_UP = Family("made-up")
RULE = "made-up-rule"


def run(finder: Family, texts: Mapping[str, str | Unreadable]) -> Report:
    """The report of all families and a made-up one."""
    return check(assemble(texts, AS_AT), texts, (*FAMILIES, finder))


def found(report: Report, *rules: str) -> list[str]:
    """Where the findings of some rules stand, as routes."""
    return [
        f"{finding.rule} {'.'.join(map(str, finding.spot.place.route))}"
        for finding in report.diagnostics
        if finding.rule in rules
    ]


def flagging(*fields: str, level: Level | LevelByStatus = Level.WARNING, rule: str = RULE) -> Family:
    """A family whose one rule flags these fields (or, after a dot, an item) of every action."""
    family = Family("made-up")

    @family.records(rule, level)
    def flag(workspace: Workspace) -> Iterator[Diagnostic]:
        for action in workspace.actions:
            for field in fields:
                keys = [int(key) if key.isdigit() else key for key in field.split(".")]
                yield action.at(*keys).says("flagged")

    return family


# One fault, one finding


def test_a_fault_of_shape_silences_rules_at_its_place_and_nowhere_else() -> None:
    texts = lay_over({"plan": "actions: [{id: a1, title: Open, due: Q3 2025, success: Well}]"})
    report = run(flagging("title", "due", "success"), texts)
    assert found(report, RULE, "bad-timescale") == [
        f"{RULE} actions.0.title",
        "bad-timescale actions.0.due",
        f"{RULE} actions.0.success",
    ]


def test_a_fault_inside_silences_nothing_found_in_the_whole() -> None:
    texts = lay_over({"plan": "actions: [{id: a1, title: Open, outcomes: [o1, o9]}]"})
    report = run(flagging("outcomes", "outcomes.0", "outcomes.1"), texts)
    assert found(report, RULE, "unknown-reference") == [
        f"{RULE} actions.0.outcomes",
        f"{RULE} actions.0.outcomes.0",
        "unknown-reference actions.0.outcomes.1",
    ]


def test_a_fault_of_reading_silences_shape_and_rules() -> None:
    plan = lay_over({})["plans/plan.yaml"] + "status: open\nstatus: shut\n"
    report = run(flagging(), {**lay_over({}), "plans/plan.yaml": plan})
    assert found(report, "duplicate-field", "unknown-value").count("duplicate-field status") == 2
    assert found(report, "unknown-value") == []


def test_a_missing_field_is_reported_once() -> None:
    texts = lay_over({"plan": "actions: [{id: a1, title: Open, milestones: [{id: m1, title: One}]}]"})
    family = Family("made-up")

    @family.records(RULE, Level.ERROR)
    def flag(workspace: Workspace) -> Iterator[Diagnostic]:
        for plan in workspace.plans:
            yield plan.at("actions", 0, "milestones", 0, "due").says("flagged")

    report = run(family, texts)
    assert found(report, RULE, "missing-field") == ["missing-field actions.0.milestones.0.due"]


# Levels


@pytest.mark.parametrize(
    ("status", "level", "capped"),
    [
        ("draft", "note", "note"),
        ("consultation", "warning", "warning"),
        ("approved", "error", "warning"),
        ("closed", None, None),
    ],
)
def test_what_is_missing_is_as_serious_as_the_plans_status(status: str, level: str | None, capped: str | None) -> None:
    texts = lay_over({"plan": f"status: {status}"})
    for most, expected in ((Level.ERROR, level), (Level.WARNING, capped)):
        report = run(flagging("title", level=LevelByStatus(most)), texts)
        assert [finding.level for finding in report.diagnostics if finding.rule == RULE] == (
            [expected] if expected else []
        )


def test_what_is_missing_outside_every_plan_is_as_serious_as_in_an_approved_one() -> None:
    family = Family("made-up")

    @family.records(RULE, LevelByStatus())
    def flag(workspace: Workspace) -> Iterator[Diagnostic]:
        assert workspace.strategy is not None
        yield workspace.strategy.at("title").says("flagged")

    assert [finding.level for finding in run(family, lay_over({})).diagnostics if finding.rule == RULE] == ["error"]


@pytest.mark.parametrize(("action", "level"), [("a1", "note"), ("a9", "error")])
def test_what_is_missing_in_a_return_is_as_serious_as_its_plans_status(action: str, level: str) -> None:
    family = Family("made-up")

    @family.records(RULE, LevelByStatus())
    def flag(workspace: Workspace) -> Iterator[Diagnostic]:
        for file in workspace.returns:
            for update in file.updates:
                yield update.at("summary").says("flagged")

    update = f"updates: [{{action: {action}, stage: in-progress, summary: Well.}}]"
    report = run(family, lay_over({"plan": "status: draft", "updates": update}))
    assert [finding.level for finding in report.diagnostics if finding.rule == RULE] == [level]


@pytest.mark.parametrize("status", ["draft", "approved", "closed"])
@pytest.mark.parametrize("level", ["error", "warning", "note", "off"])
def test_the_settings_win_over_rule_and_status(level: str, status: str) -> None:
    texts = lay_over({"plan": f"status: {status}", "settings": f"levels: {{{RULE}: {level}}}"})
    for own in (Level.WARNING, LevelByStatus()):
        report = run(flagging("title", level=own), texts)
        assert [finding.level for finding in report.diagnostics if finding.rule == RULE] == (
            [level] if level != "off" else []
        )


@pytest.mark.parametrize("level", ["warning", "note", "off"])
def test_some_rules_cannot_be_taken_less_seriously(level: str) -> None:
    rules = ("unknown-reference", "duplicate-id", "bad-timescale", "duplicate-field")
    texts = lay_over(
        {
            "plan": "actions: [{id: a1, title: Open, outcomes: [o9], due: Q3 2025}, {id: a1, title: Train}]",
            "settings": f"levels: {{{', '.join(f'{rule}: {level}' for rule in rules)}}}",
        }
    )
    texts["plans/plan.yaml"] += "title: Twice\n"
    report = run(MADE_UP, texts)
    assert {finding.rule: finding.level for finding in report.diagnostics if finding.rule in rules} == dict.fromkeys(
        rules, "error"
    )


def test_they_can_be_taken_more_seriously() -> None:
    cut = "kind: plan\nid: home\ntitle: Home\norganisation: ecc\nstatus: draft\nsummary: Agreed by panel #4 and all\n"
    texts = {**lay_over({"settings": "levels: {text-cut-by-hash: error}"}), "plans/cut.yaml": cut}
    assert [finding.level for finding in run(MADE_UP, texts).diagnostics if finding.rule == "text-cut-by-hash"] == [
        "error"
    ]


# Waiting


def concluding() -> Family:
    """A family whose one rule concludes from absence."""
    family = Family("made-up")

    @family.records(RULE, Level.WARNING, concludes_from_absence=True)
    def flag(workspace: Workspace) -> Iterator[Diagnostic]:
        for plan in workspace.plans:
            yield plan.at("title").says("nobody serves it")

    return family


def test_nothing_is_concluded_while_a_file_cannot_be_read() -> None:
    report = run(concluding(), {**lay_over({}), "plans/bad.yaml": "{"})
    assert found(report, RULE) == []
    assert RULE in report.skipped.rules
    assert report.skipped.files == ("plans/bad.yaml",)


def test_nothing_is_concluded_while_a_record_is_broken() -> None:
    report = run(concluding(), lay_over({"plan": "actions: [{id: a1, titel: Open}]"}))
    assert found(report, RULE) == []
    assert report.skipped.files == ("plans/plan.yaml",)


def test_sound_plans_wait_for_nothing() -> None:
    report = run(concluding(), lay_over({}))
    assert found(report, RULE) == [f"{RULE} title"]
    assert report.skipped.rules == report.skipped.files == ()


def test_a_rule_that_is_off_waits_for_nothing() -> None:
    texts = {**lay_over({"settings": f"levels: {{{RULE}: off}}"}), "plans/bad.yaml": "{"}
    assert RULE not in run(concluding(), texts).skipped.rules


def test_nothing_waits_where_no_rule_that_runs_concludes_from_absence() -> None:
    texts = {**lay_over({}), "plans/bad.yaml": "{"}
    report = check(assemble(texts, AS_AT), texts, selection=Selection(select=frozenset({"bad-id"})))
    assert report.skipped == SkippedRules()


def test_a_rule_that_is_off_is_not_run() -> None:
    family = Family("made-up")

    @family.records(RULE, Level.WARNING)
    def fail(workspace: Workspace) -> Iterator[Diagnostic]:
        raise AssertionError

    run(family, lay_over({"settings": f"levels: {{{RULE}: off}}"}))


# The other shapes of rule


def test_a_text_rule_sees_values_and_comments_of_the_files_it_may_find_something_in() -> None:
    family = Family("made-up")
    seen: list[str] = []

    @family.texts(RULE, Level.WARNING, prefilter=lambda text: "secret" in text)
    def flag(written: AnnotatedSource, settings: Settings) -> Iterator[Diagnostic]:
        seen.append(written.path)
        parts: list[WrittenValue | Comment] = [*written.values, *written.comments]
        for part in parts:
            if "secret" in part.text:
                start = part.text.index("secret")
                yield part.spot.within(part.text, start, start + 6).says(f"flagged, up to {settings.small_number}")

    texts = {**lay_over({}), "plans/bad.yaml": "title: a: secret\n"}
    texts["plans/plan.yaml"] += "summary: a secret  # and another secret\n"
    report = run(family, texts)
    assert sorted(seen) == ["plans/bad.yaml", "plans/plan.yaml"]
    own = [finding for finding in report.diagnostics if finding.rule == RULE]
    assert [_words(finding, texts) for finding in own] == ["secret"] * 3
    assert [finding.path for finding in own] == ["plans/bad.yaml", "plans/plan.yaml", "plans/plan.yaml"]
    assert {finding.message for finding in own} == {"flagged, up to 5"}


def _words(finding: Diagnostic, texts: Mapping[str, str]) -> str:
    location = location_of(finding)
    return texts[finding.path].splitlines()[location.line - 1][location.column - 1 : location.end_column - 1]


# Places and order


def test_findings_are_in_the_order_of_path_line_column_and_rule() -> None:
    first, second = flagging("title", "id", rule="zebra"), flagging("title", "id", rule="aardvark")
    texts = lay_over({})
    families = (*FAMILIES, Family("both", [*first.rules, *second.rules]))
    report = check(assemble(texts, AS_AT), texts, families)
    assert found(report, "zebra", "aardvark") == [
        "aardvark actions.0.id",
        "zebra actions.0.id",
        "aardvark actions.0.title",
        "zebra actions.0.title",
    ]
    places = [
        (finding.path, location_of(finding).line, location_of(finding).column, finding.rule)
        for finding in report.diagnostics
    ]
    assert places == sorted(places)


def test_what_two_files_are_at_odds_about_is_found_in_both() -> None:
    family = Family("made-up")

    @family.records(RULE, Level.WARNING)
    def flag(workspace: Workspace) -> Iterator[Diagnostic]:
        assert workspace.strategy is not None
        other = Related(workspace.strategy.at("title"), "not what the strategy says")
        yield workspace.plans[0].at("title").says("flagged", related=(other,))

    texts = lay_over({})
    own = next(finding for finding in run(family, texts).diagnostics if finding.rule == RULE)
    assert own.related[0].location == Location("plans/strategy.yaml", 3, 8, 3, 36)


def test_items_after_several_that_were_cut_out_are_counted_as_they_are_written() -> None:
    texts = lay_over({"plan": "actions: [{id: a1, title: Open, outcomes: [o1, {}, [], o2, {}, o3]}]"})
    report = run(flagging("outcomes.0", "outcomes.1", "outcomes.2"), texts)
    assert found(report, RULE) == [f"{RULE} actions.0.outcomes.{index}" for index in (0, 3, 5)]


def test_actions_after_one_that_was_cut_out_are_flagged_where_they_stand() -> None:
    texts = lay_over({"plan": "actions: [{id: a1}, {id: a2, title: Open}, {}, {id: a3, title: Train}]"})
    assert found(run(flagging("title"), texts), RULE) == [f"{RULE} actions.1.title", f"{RULE} actions.3.title"]


class Fickle(dict[str, str | Unreadable]):
    """Texts that somebody changes while they are being checked."""

    later: Mapping[str, str | Unreadable]
    read: frozenset[str] = frozenset()

    def __getitem__(self, path: str) -> str | Unreadable:
        if path in self.read and path in self.later:
            return self.later[path]
        self.read |= {path}
        return super().__getitem__(path)


@pytest.mark.parametrize(
    "later", ["", "kind: plan", "{", "\x00", "a: [", Unreadable("this file is gone", "")], ids=lambda text: str(text)
)
def test_a_file_that_changes_under_the_check_does_no_harm(later: str | Unreadable) -> None:
    texts = Fickle(lay_over({"plan": "actions: [{id: a1, title: Open, due: Q3 2025}]"}))
    texts.later = {"plans/plan.yaml": later}
    report = run(flagging("title", "success"), texts)
    assert "bad-timescale actions.0.due" in found(report, "bad-timescale")


# The report


def test_a_report_counts_what_was_read_and_found() -> None:
    report = run(flagging("title"), {**lay_over({"plan": "status: open"}), "plans/bad.yaml": "{"})
    assert (report.as_at, report.files, report.plans, report.actions) == (date(2026, 9, 30), 4, 1, 1)
    assert report.count(Level.ERROR) == 2


def test_a_report_about_some_files_has_what_stands_in_them_or_points_at_them() -> None:
    twin = "kind: plan\nid: twin\ntitle: Twin\norganisation: ec\nstatus: draft\nactions: [{id: a1, title: Again}]\n"
    report = run(MADE_UP, {**lay_over({}), "plans/twin.yaml": twin})
    rules = ("duplicate-id", "unknown-reference")
    both = ["unknown-reference organisation", "duplicate-id actions.0.id"]
    assert found(report.about(["plans/twin.yaml"]), *rules) == both
    assert found(report.about(["plans/plan.yaml"]), *rules) == ["duplicate-id actions.0.id"]
    assert found(report.about(["plans/strategy.yaml"]), *rules) == []
    assert report.about([]).files == report.files


# What a run is about


def test_findings_that_nobody_asked_to_see_only_count() -> None:
    texts = lay_over({})
    report = check(assemble(texts, AS_AT), texts, (*FAMILIES, flagging("title")), least=Level.ERROR)
    assert RULE not in [finding.rule for finding in report.diagnostics]
    assert [finding.location for finding in report.unlocated if finding.rule == RULE] == [None]
    assert report.count(Level.WARNING) == 1


def test_a_report_about_some_files_has_what_stands_in_them_and_what_points_at_them() -> None:
    family = Family("made-up")

    @family.records(RULE, Level.WARNING)
    def flag(workspace: Workspace) -> Iterator[Diagnostic]:
        assert workspace.strategy is not None
        yield workspace.plans[0].at("title").says("both", related=(Related(workspace.strategy.at("title"), "here"),))
        yield workspace.measures[0].at("title").says("neither")

    texts = lay_over({})
    for least in (Level.NOTE, Level.ERROR):
        report = check(assemble(texts, AS_AT), texts, (family,), least=least).about(["plans/strategy.yaml"])
        assert [finding.message for finding in (*report.diagnostics, *report.unlocated)] == ["both"]
        assert report.paths == ("plans/strategy.yaml",)


def test_a_selection_leaves_out_what_is_wrong_with_the_names_of_rules() -> None:
    texts = lay_over({"settings": "levels: {zebra: off}"})
    for select, rules in (({"references"}, []), ({"tool"}, ["unknown-rule"])):
        report = check(assemble(texts, AS_AT), texts, selection=Selection(select=frozenset(select)))
        assert [finding.rule for finding in report.diagnostics] == rules
