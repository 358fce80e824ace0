"""What fields make of what was written: text as it looks, numbers plain, dates, periods, roles and lists of lines."""

from datetime import date
from typing import Any

import pytest

from coparent.schema.fields.texts import Role
from coparent.schema.measures import Measure
from coparent.schema.plan import Action, Plan
from coparent.timescales import parse_duration
from tests.schema.findings import ACTION, PLAN, pointed_at, together

MEASURE = "kind: measures\nmeasures:\n  - {id: m1, title: x, unit: count, better: higher}\n"


def plan(text: str) -> Plan:
    workspace = together(x=text)
    assert workspace.broken == ()
    (found,) = workspace.plans
    return found


def action(fields: str) -> Action:
    (found,) = plan(f"{ACTION}    {fields}\n").actions
    return found


def measure(fields: str) -> Measure:
    (found,) = together(x=MEASURE.replace("}\n", f", {fields}}}\n")).measures
    return found


@pytest.mark.parametrize("written", ["3.10", "007", "2026", "no", "on", "yes", "2026-02-30", "nulls", "1e3", "0.0"])
def test_a_text_is_as_written(written: str) -> None:
    assert action(f"ref: {written}").ref == written
    assert action(f"ref: '{written}'").ref == written
    assert action(f"why: {written}").why == written
    assert plan(PLAN.replace("Home plan", written)).title == written


@pytest.mark.parametrize("identity", ["007", "2026", "no", "3"])
def test_an_id_may_look_like_something_else(identity: str) -> None:
    assert plan(PLAN.replace("id: home", f"id: {identity}")).id == identity


def test_a_field_with_nothing_after_it_is_as_if_left_out() -> None:
    with_nothing, left_out = action("due:\n    outcomes:\n    lead: # later"), action("group: x")
    assert (with_nothing.due, with_nothing.outcomes, with_nothing.lead) == (left_out.due, (), None)
    assert with_nothing.outcomes == left_out.outcomes


def test_space_round_a_text_does_not_count() -> None:
    assert action("group: ' Staying close '").group == "Staying close"
    assert action("why: |\n      One\n\n      two\n").why == "One\n\ntwo"


def test_a_list_of_lines_is_read_as_bullets() -> None:
    assert action("success: [One home, Two\n      homes]").success == "- One home\n- Two homes"
    assert action("success:\n      - 3.10\n      - no\n").success == "- 3.10\n- no"


@pytest.mark.parametrize(
    ("written", "value"),
    [("0", 0), ("12", 12), ("-3", -3), ("12.5", 12.5), ("3.0", 3), ("1e3", 1000.0), ("1.5E-1", 0.15)],
)
def test_a_number_is_plain(written: str, value: float) -> None:
    found = measure(f"tolerance: {written}").tolerance
    assert found == value
    assert isinstance(found, int) == (value == int(value) and "e" not in written)


@pytest.mark.parametrize(
    "written", ["007", "+3", ".5", "5.", "1,5", "1_000", "0x1f", "0o7", ".inf", ".nan", "twelve", "'3'", "12 %"]
)
def test_a_number_is_nothing_but_plain(written: str) -> None:
    assert [rule for rule, _ in pointed_at(MEASURE.replace("x,", f'x, tolerance: "{written}",'))] == ["wrong-type"]
    if "," not in written:
        assert [rule for rule, _ in pointed_at(MEASURE.replace("x,", f"x, tolerance: {written},"))] == ["wrong-type"]


@pytest.mark.parametrize(("written", "value"), [("true", True), ("yes", True), ("False", False), ("NO", False)])
def test_yes_and_no_may_be_written_either_way(written: str, value: bool) -> None:
    assert measure(f"counts_people: {written}").counts_people is value


@pytest.mark.parametrize("written", ["'yes'", "1", "on", "y"])
def test_nothing_else_is_yes_or_no(written: str) -> None:
    assert [rule for rule, _ in pointed_at(MEASURE.replace("x,", f"x, counts_people: {written},"))] == ["unknown-value"]


@pytest.mark.parametrize(
    ("written", "value"), [("12", 12), ("0.5", 0.5), ("suppressed", "suppressed"), ("'not-available'", "not-available")]
)
def test_a_reading_is_a_number_or_says_why_there_is_none(written: str, value: object) -> None:
    (reading,) = measure(f"readings: [{{period: 2025/26, value: {written}}}]").readings
    assert reading.value == value


def test_the_names_of_comparators_are_their_writers_own() -> None:
    (reading,) = measure("readings: [{period: 2025/26, value: 1, comparators: {England: 2, no: 3.5}}]").readings
    assert reading.comparators == {"England": 2, "no": 3.5}


# Roles and periods have two forms each.


@pytest.mark.parametrize(
    ("written", "role", "organisation"),
    [
        ("Head of homes", "Head of homes", None),
        ("{role: Head of homes}", "Head of homes", None),
        ("{role: Head of homes, organisation: icb}", "Head of homes", "icb"),
        ("{role: Head of homes, organisation: }", "Head of homes", None),
        ("007", "007", None),
    ],
)
def test_a_role_is_a_text_or_a_role_and_its_organisation(written: str, role: str, organisation: str | None) -> None:
    lead = action(f"lead: {written}").lead
    assert isinstance(lead, Role)
    assert (lead.role, lead.organisation) == (role, organisation)
    assert lead.where.route == ("actions", 0, "lead")
    own = () if not written.startswith("{") else ("role",)
    assert lead.at("role").place.route == (*lead.where.route, *own)


@pytest.mark.parametrize(
    ("written", "finding"),
    [
        ("''", ("empty-text", "''")),
        ("[x]", ("wrong-type", "[x]")),
        ("{organisation: icb}", ("missing-field", "lead")),
        ("{role: '', organisation: icb}", ("empty-text", "''")),
        ("{role: x, organisation: [icb]}", ("wrong-type", "[icb]")),
        ("{role: x, person: y}", ("unknown-field", "person")),
        ("{}", ("missing-field", "lead")),
    ],
)
def test_a_fault_inside_a_role_is_reported_once_at_its_place(written: str, finding: tuple[str, str]) -> None:
    assert pointed_at(f"{ACTION}    lead: {written}\n") == [finding]


def test_faults_of_several_roles_are_all_reported() -> None:
    text = f"{ACTION}    joint_leads:\n      - ''\n      - {{rol: x}}\n      - Health\n      - [y]\n      -\n"
    assert pointed_at(text) == [
        ("empty-text", "''"),
        ("unknown-field", "rol"),
        ("wrong-type", "[y]"),
        ("empty-text", "-"),
    ]
    assert [role.role for role in together(x=text).plans[0].actions[0].joint_leads] == ["Health"]


@pytest.mark.parametrize(
    "written",
    [
        "2026/27",
        "April 2026 to March 2027",
        "{start: April 2026, end: March 2027}",
        "{start: 2026-04-01, end: 2026/27}",
    ],
)
def test_a_period_is_a_timescale_or_its_start_and_end(written: str) -> None:
    period = plan(f"{PLAN}period: {written}\n").period
    assert period is not None
    assert (period.start, period.end) == (date(2026, 4, 1), date(2027, 3, 31))


@pytest.mark.parametrize(
    ("written", "finding"),
    [
        ("to be confirmed", ("bad-timescale", "to be confirmed")),
        ("every October", ("bad-timescale", "every October")),
        ("[2026/27]", ("wrong-type", "[2026/27]")),
        ("{start: April 2026}", ("missing-field", "period")),
        ("{start: April 2026, end: ongoing}", ("bad-timescale", "ongoing")),
        ("{start: 31 April 2026, end: March 2027}", ("bad-date", "31 April 2026")),
        ("{start: April 2026, end: March 2027, to: x}", ("unknown-field", "to")),
        ("{from: April 2026, end: March 2027}", ("unknown-field", "from")),
        ("''", ("bad-timescale", "''")),
    ],
)
def test_a_fault_inside_a_period_is_reported_at_its_place(written: str, finding: tuple[str, str]) -> None:
    found = pointed_at(f"{PLAN}period: {written}\n")
    assert finding in found
    assert len(found) == (2 if "from" in written else 1)


def test_settings_have_a_default_for_everything() -> None:
    usual = together().settings
    written = together(x="kind: settings\n").settings
    for name in ("year_starts", "update_every", "small_number", "levels", "contacts", "vocabulary", "glossary", "help"):
        assert getattr(usual, name) == getattr(written, name)
    assert (written.year_starts, written.update_every, written.small_number) == (4, "quarterly", 5)
    assert written.rating.red_after == parse_duration("3 months")
    assert written.calendar() == usual.calendar()


def test_term_dates_are_a_month_and_a_day() -> None:
    settings = together(x='kind: settings\nterm_dates: {autumn: {start: "09-03", end: 12-20}}\n').settings
    assert settings.calendar().autumn == ((9, 3), (12, 20))
    assert settings.calendar().spring == together().settings.calendar().spring


@pytest.mark.parametrize(
    ("written", "value"),
    [("2026-03-31", date(2026, 3, 31)), ("31 March 2026", date(2026, 3, 31)), ("q3-report", "q3-report")],
)
def test_a_paper_goes_back_to_a_day_or_to_an_earlier_paper(written: str, value: object) -> None:
    text = f"kind: paper\nid: p\ntitle: x\ntemplate: y\nas_at: 2026-09-30\nsince: {written}\nfor: decision\n"
    (paper,) = together(x=text).papers
    assert paper.since == value
    assert paper.for_ == "decision"


@pytest.mark.parametrize("url", ["https://x.uk", "HTTP://x.uk/a?b=c#d", "mailto:clerk@x.uk", "https://x.uk/ü"])
def test_a_whole_address_is_a_link(url: str) -> None:
    (link,) = action(f"sources: [{{title: x, url: '{url}'}}]").sources
    assert link.url == url


@pytest.mark.parametrize("path", ["documents/a.pdf", "plans/home.yaml", "documents/./a.pdf"])
def test_a_path_is_looked_for_beside_the_plans(path: str) -> None:
    (link,) = action(f"sources: [{{title: x, path: {path}}}]").sources
    assert link.path == path


@pytest.mark.parametrize("path", ["/etc/passwd", "..\\x", "a/../../b", "~/x", "C:/x", "\\\\server\\x"])
def test_a_path_never_leaves_the_folder_that_holds_the_plans(path: str) -> None:
    assert pointed_at(f"{ACTION}    sources: [{{title: x, path: '{path}'}}]\n") == [("bad-link", f"'{path}'")]


def test_records_are_frozen_and_know_their_place() -> None:
    found: Any = action("milestones: [{title: x, due: May 2027}]")
    with pytest.raises(AttributeError):
        found.title = "y"
    assert found.milestones[0].at("due").place.route == ("actions", 0, "milestones", 0, "due")
