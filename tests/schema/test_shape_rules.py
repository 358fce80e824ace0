"""Every Shape rule: what it says, of which record, at which characters, and what to type instead."""

import pytest

from tests.schema.looking import ACTION, PLAN, UPDATE, look, only, pointed_at

LINK = f"{ACTION}    sources:\n      - title: Minutes\n"
RISK = f"{PLAN}risks:\n  - id: rain\n    title: Rain\n    impact: 3\n    status: open\n"
READING = """\
kind: measures
measures:
  - id: m1
    title: Homes
    unit: count
    better: higher
    readings:
      - period: 2025/26
"""


@pytest.mark.parametrize(
    ("text", "rule", "shown", "message", "fix"),
    [
        # missing-field
        (PLAN.replace("status: draft\n", ""), "missing-field", "home", 'home "Home plan" has no "status"', "add a line  status: draft"),
        (PLAN.replace("status: draft", "status:"), "missing-field", "status", 'home "Home plan" has no "status"', "add a line  status: draft"),
        (f"{ACTION}    milestones:\n      - title: Site agreed\n", "missing-field", "title", 'the first milestone of home-03 has no "due"', "add a line  due: March 2027"),
        (f"{ACTION}    milestones:\n      - title: Site\n        id: m1\n", "missing-field", "m1", 'the first milestone of home-03 has no "due"', "add a line  due: March 2027"),
        (f"{ACTION}    resources:\n      note: x\n", "missing-field", "resources", 'the resources of home-03 "Open two homes" has no "status"', "add a line  status: existing"),
        ("kind: measures\n", "missing-field", "kind", 'the measures file has no "measures"', "add a line  measures:  and below it  - {id: home-03, title: Open two homes, unit: percent}"),
        ("id: home\n", "missing-field", "home", 'home has no "kind"', "add a line  kind: plan  (or updates, measures, paper, settings, strategy)"),
        ("", "missing-field", "", "this file is empty", "start it with a line  kind: plan"),
        # unknown-field
        (f"{ACTION}    duue: March 2027\n", "unknown-field", "duue", 'home-03 "Open two homes" has a field we do not know: "duue"', "write  due:"),
        (f"{ACTION}    due_date: March 2027\n", "unknown-field", "due_date", 'home-03 "Open two homes" has a field we do not know: "due_date"', "write  due:"),
        (f"{ACTION}    owner: Head of homes\n", "unknown-field", "owner", 'home-03 "Open two homes" has a field we do not know: "owner"', "write  lead:"),
        (f"{ACTION}    'summary': x\n", "unknown-field", "'summary'", 'home-03 "Open two homes" has a field we do not know: "summary"', "move the line there, or take it out"),
        (f"{ACTION}    lead: {{role: x, organization: ecc}}\n", "unknown-field", "organization", 'the lead of home-03 "Open two homes" has a field we do not know: "organization"', "write  organisation:"),
        ("kimd: plan\nid: home\n", "unknown-field", "kimd", 'home has a field we do not know: "kimd"', "write  kind:"),
        ("kind: settings\nrating: {meanings: {blue: done}}\n", "unknown-field", "blue", 'the rating of the settings file has a name in "meanings" that we do not know: "blue"', "write one of these, or take the line out"),
        # wrong-type
        (f"{ACTION}    outcomes: o1\n", "wrong-type", "o1", 'the "outcomes" of home-03 "Open two homes" is not a list', "write  outcomes: [o1]"),
        (f"{ACTION}    outcomes: o1, o2\n", "wrong-type", "o1, o2", 'the "outcomes" of home-03 "Open two homes" is not a list', "write  outcomes: [o1, o2]"),
        (f"{ACTION}    outcomes:\n      o1: x\n", "wrong-type", "outcomes", 'the "outcomes" of home-03 "Open two homes" is not a list', "put each on a line of its own, after a dash"),
        (f"{ACTION}    outcomes:\n      - o1\n      - {{a: b}}\n", "wrong-type", "a", 'the "outcomes" of home-03 "Open two homes" is not text', "write text after the dash"),
        (f"{ACTION}    milestones: none\n", "wrong-type", "none", 'the "milestones" of home-03 "Open two homes" is not a list', "write below it  - {title: Open two homes, due: March 2027}"),
        (f"{ACTION}  - home-04\n", "wrong-type", "home-04", 'home "Home plan" has an action that is not written as fields', "write  - {id: home-03, title: Open two homes}"),
        (f"{ACTION}    sources: [https://x.uk]\n", "wrong-type", "https://x.uk", 'home-03 "Open two homes" has a source that is not written as fields', "write  - {title: …, url: https://x.uk}"),
        (f"{ACTION}    joint_leads: [[x]]\n", "wrong-type", "[x]", 'home-03 "Open two homes" has a joint lead that is not written as fields', "write  - {role: Head of fostering}"),
        (f"{ACTION}    resources: funded\n", "wrong-type", "funded", 'the "resources" of home-03 "Open two homes" is not a group of fields', "write  resources: {status: existing}"),
        (f"{ACTION}    group: [x]\n", "wrong-type", "[x]", 'the "group" of home-03 "Open two homes" is not text', "write  group: …"),
        (f"{ACTION}    why: {{a: b}}\n", "wrong-type", "why", 'the "why" of home-03 "Open two homes" is not text, or a list of texts', "write  why: …"),
        (f"{ACTION}    why:\n      - x\n      - [y]\n", "wrong-type", "[y]", 'home-03 "Open two homes" has something in "why" that is not text', "write text after the dash"),
        (f"{ACTION}    due: [March 2027]\n", "wrong-type", "[March 2027]", 'the "due" of home-03 "Open two homes" is not a date or a period', "write it as  31 March 2027  or  March 2027"),
        (f"{RISK}    likelihood: high\n", "wrong-type", "high", 'the "likelihood" of the first risk of home is not a number: "high"', "write a whole number from 1 to 5"),
        (f"{RISK}    likelihood: 2.5\n", "wrong-type", "2.5", 'the "likelihood" of the first risk of home is not a number: "2.5"', "write a whole number from 1 to 5"),
        (f"{RISK}    likelihood: '3'\n", "wrong-type", "'3'", 'the "likelihood" of the first risk of home is not a number: "3"', "write  3"),
        (f"{ACTION}    resources: {{status: funded, amount: '£1,200'}}\n", "wrong-type", "'£1,200'", 'the "amount" of the resources of home-03 "Open two homes" is not a number: "£1,200"', "write  1200"),
        (f"{READING}        value: '12'\n", "wrong-type", "'12'", 'the "value" of the first reading of m1 is not a number, suppressed or not-available: "12"', "write  12"),
        (f"{READING}        value: c\n", "wrong-type", "c", 'the "value" of the first reading of m1 is not a number, suppressed or not-available: "c"', "write  suppressed"),
        (f"{READING}        value: 1\n        comparators: {{England: many}}\n", "wrong-type", "many", 'the "England" of the comparators of the first reading of m1 is not a number: "many"', "write a plain number, such as  12.5"),
        (f"{READING}        value: 1\n        comparators: England\n", "wrong-type", "England", 'the "comparators" of the first reading of m1 is not a group of fields', "write  comparators: {NAME: 5}"),
        ("- a\n- b\n", "wrong-type", "- a", "this file holds a list, not fields", "start it with a line  kind: plan"),
        ("Home plan\n", "wrong-type", "Home plan", "this file holds text, not fields", "start it with a line  kind: plan"),
        # unknown-value, unknown-kind
        (f"{UPDATE}        stage: in-progres\n", "unknown-value", "in-progres", 'the first update of home-03 has a stage we do not know: "in-progres"', "write  stage: in-progress"),
        (PLAN.replace("draft", "ready"), "unknown-value", "ready", 'home "Home plan" has a status we do not know: "ready"', "write one of these, such as  status: draft"),
        (READING.replace("count", "homes") + "        value: 1\n", "unknown-value", "homes", 'm1 "Homes" has a unit we do not know: "homes"', "write one of these, such as  unit: months"),
        (f"{READING}        value: 1\n        provisional: maybe\n", "unknown-value", "maybe", 'the "provisional" of the first reading of m1 cannot be right: "maybe"', "write  true  or  false"),
        ("kind: settings\nlevels: {overdue: warn}\n", "unknown-value", "warn", 'the levels of the settings file has a value for "overdue" we do not know: "warn"', "write  overdue: warning"),
        (PLAN.replace("kind: plan", "kind: delivery plan"), "unknown-kind", "delivery plan", 'home "Home plan" is of a kind we do not know: "delivery plan"', "write  kind: plan"),
        (PLAN.replace("kind: plan", "kind: [plan]"), "unknown-kind", "[plan]", 'home "Home plan" is of a kind we do not know: a list', "write  kind: plan"),
        # out-of-range
        (f"{RISK}    likelihood: 6\n", "out-of-range", "6", 'the "likelihood" of the first risk of home cannot be right: "6"', "write a whole number from 1 to 5"),
        (f"{UPDATE}        stage: complete\n        percent: 101\n", "out-of-range", "101", 'the "percent" of the first update of home-03 cannot be right: "101"', "write a number from 0 to 100"),
        ("kind: settings\nyear_starts: 0\n", "out-of-range", "0", 'the "year_starts" of the settings file cannot be right: "0"', "write a whole number from 1 to 12"),
        (f"{READING}        value: 1e999\n", "out-of-range", "1e999", 'the "value" of the first reading of m1 cannot be right: "1e999"', "write the number with fewer digits"),
        # empty-text
        (f"{ACTION}    group: ''\n", "empty-text", "''", 'home-03 "Open two homes" has nothing in "group"', "write the text, or take it out"),
        (f"{ACTION}    success: '  '\n", "empty-text", "'  '", 'home-03 "Open two homes" has nothing in "success"', "write the text, or take it out"),
        (PLAN.replace("Home plan", '""'), "empty-text", '""', 'home has nothing in "title"', "write the text"),
        (f"{UPDATE}        stage: ''\n", "empty-text", "''", 'the first update of home-03 has nothing in "stage"', "write the text"),
        (f"{ACTION}    outcomes:\n      - o1\n      -\n", "empty-text", "-", 'home-03 "Open two homes" has an empty line in "outcomes"', "write something after the dash, or take it out"),
        (f"{ACTION}    why:\n      -\n      - x\n", "empty-text", "-", 'home-03 "Open two homes" has an empty line in "why"', "write something after the dash, or take it out"),
        (f"{ACTION}  -\n", "empty-text", "-", 'home "Home plan" has an empty line in "actions"', "write something after the dash, or take it out"),
        # bad-id
        (ACTION.replace("home-03", "Home 03"), "bad-id", "Home 03", 'Home 03 "Open two homes" has an id we cannot use: "Home 03"', "write  id: home-03"),
        (ACTION.replace("home-03", "home--03"), "bad-id", "home--03", 'home--03 "Open two homes" has an id we cannot use: "home--03"', "write  id: home-03"),
        (ACTION.replace("home-03", "'!'"), "bad-id", "'!'", '! "Open two homes" has an id we cannot use: "!"', "write an id such as  home-03"),
        # bad-date, bad-timescale
        (f"{ACTION}    due: 2026-02-30\n", "bad-date", "2026-02-30", 'the "due" of home-03 "Open two homes" is not a date or a period: "2026-02-30"', "write  2026-02-28"),
        (UPDATE.replace("2026-03-31", "March 2026") + "        stage: complete\n", "bad-date", "March 2026", 'the "on" of the first update of home-03 is not a date: "March 2026"', "write  31 March 2026"),
        (UPDATE.replace("2026-03-31", "Marhc 2026") + "        stage: complete\n", "bad-date", "Marhc 2026", 'the "on" of the first update of home-03 is not a date: "Marhc 2026"', "write one day, such as  31 March 2027"),
        ("kind: settings\nterm_dates: {autumn: {start: 09-01, end: 12-32}}\n", "bad-date", "12-32", 'the "end" of the autumn of the term dates of the settings file is not a month and a day: "12-32"', 'write it as  "09-01", the month first'),
        (f"{ACTION}    due: Q3 2025\n", "bad-timescale", "Q3 2025", 'the "due" of home-03 "Open two homes" is not a date or a period: "Q3 2025"', "write  Q3 2025/26"),
        (f"{PLAN}period: ongoing\n", "bad-timescale", "ongoing", 'the "period" of home "Home plan" is not a period: "ongoing"', "write it as  2026/27  or  April 2026 to March 2027"),
        (f"{PLAN}period: {{start: 2026/27, end: soon}}\n", "bad-timescale", "soon", 'the "end" of the period of home "Home plan" is not a date or a period: "soon"', "write it as  2026/27  or  April 2026 to March 2027"),
        ("kind: settings\nrating: {red_after: long}\n", "bad-timescale", "long", 'the "red_after" of the rating of the settings file is not a length of time: "long"', "write  3 months  or  6 weeks"),
        # bad-link
        (LINK, "bad-link", "title", "the first source of home-03 has a link that cannot be right", "add a line  url:  or  path:  or  held_by:"),
        (f"{LINK}        url: www.essex.gov.uk\n", "bad-link", "www.essex.gov.uk", 'the first source of home-03 has a link that cannot be right: "www.essex.gov.uk"', "write  https://www.essex.gov.uk"),
        (f"{LINK}        url: javascript:alert(1)\n", "bad-link", "javascript:alert(1)", 'the first source of home-03 has a link that cannot be right: "javascript:alert(1)"', "write the whole address, from  https://"),
        (f"{LINK}        url: 'https:// essex.gov.uk'\n", "bad-link", "'https:// essex.gov.uk'", 'the first source of home-03 has a link that cannot be right: "https:// essex.gov.uk"', "copy it again from the browser"),
        (f"{LINK}        url: https://\n", "bad-link", "https://", 'the first source of home-03 has a link that cannot be right: "https://"', "copy it again from the browser"),
        (f"{LINK}        path: minutes.pdf\n", "bad-link", "minutes.pdf", 'the first source of home-03 has a link that cannot be right: "minutes.pdf"', "check the path, from the folder that holds plans/"),
        (f"{LINK}        path: ../minutes.pdf\n", "bad-link", "../minutes.pdf", 'the first source of home-03 has a link that cannot be right: "../minutes.pdf"', "write it from there:  documents/minutes.pdf"),
        (f"{LINK}        path: documents/x.pdf\n        held_by: Clerk\n", "bad-link", "Clerk", 'the first source of home-03 has a link that cannot be right: "Clerk"', "keep one of path and held_by"),
    ],
)  # fmt: skip
def test_a_fault_of_shape_is_told_at_its_place(text: str, rule: str, shown: str, message: str, fix: str) -> None:
    found = only(text)
    assert (found.rule, found.shown, found.message, found.fix) == (rule, shown, message, fix)


@pytest.mark.parametrize(
    ("stage", "fix"),
    [
        ("completed", "write  stage: complete"),
        ("Done", "write  stage: complete"),
        ("on hold", "write  stage: paused"),
        ("On Hold", "write  stage: paused"),
        ("IN PROGRESS", "write  stage: in-progress"),
        ("in_progress", "write  stage: in-progress"),
        ("on track", "write  stage: in-progress  and  rating: green"),
        ("delayed", "write  stage: in-progress  and  rating: amber  (or red), and say why under  reason:"),
        ("amber", "write  stage: in-progress  and  rating: amber"),
        ("blue", "write  stage: complete"),
    ],
)
def test_a_stage_as_councils_write_it_is_put_into_the_words_of_a_plan(stage: str, fix: str) -> None:
    assert only(f"{UPDATE}        stage: {stage}\n").fix == fix


@pytest.mark.parametrize(
    ("rating", "fix"),
    [
        ("blue", "blue is how a paper shows a finished action: leave rating out and write  stage: complete"),
        ("completed", "leave rating out and write  stage: complete"),
        ("on track", "write  rating: green"),
        ("Red", "write  rating: red"),
        ("n/a", "leave rating out"),
    ],
)
def test_a_rating_as_councils_write_it_is_put_into_the_words_of_a_plan(rating: str, fix: str) -> None:
    assert only(f"{UPDATE}        stage: in-progress\n        rating: {rating}\n").fix == fix


def test_a_field_that_is_already_filled_in_is_not_offered_as_new() -> None:
    found = only(f"{ACTION}    due: March 2027\n    duue: June 2027\n")
    assert found.label == "like due, which is already filled in"
    assert found.fix == "take this line out, or join the two"


def test_a_misspelt_field_that_is_needed_is_one_finding() -> None:
    assert pointed_at(PLAN.replace("status", "statuss")) == [("unknown-field", "statuss")]
    assert pointed_at(ACTION.replace("title: Open", "tittle: Open")) == [("unknown-field", "tittle")]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (f"{ACTION}    stage: complete\n", '"stage" belongs to an update, under updates:'),
        (f"{ACTION}    amount: 3\n", '"amount" belongs under resources:'),
        (f"{UPDATE}        stage: complete\n        due: March 2027\n", '"due" belongs one level up'),
        (f"{PLAN}milestones: []\n", '"milestones" belongs to an action, under actions:'),
        (f"{ACTION}    xyzzy: 1\n", "the nearest known fields: why, visibility"),
        (f"{ACTION}    lead: {{role: x, phone: 1}}\n", "known fields: role, organisation"),
    ],
)
def test_an_unknown_field_is_sent_to_where_it_belongs(text: str, label: str) -> None:
    assert only(text).label == label


def test_the_choices_are_named_where_they_are_few_and_the_nearest_where_they_are_many() -> None:
    assert only(f"{ACTION}    basis: official\n").label == "one of: public, derived, illustrative"
    few = only(READING.replace("count", "homes") + "        value: 1\n").label
    assert few.startswith("one of: ")
    assert few.count(",") == 2


def test_a_suspicion_about_a_value_is_dropped_where_the_value_is_wrong_as_it_stands() -> None:
    assert pointed_at(f"{ACTION}    partners: ecc\n      - icb\n") == [("wrong-type", "partners")]
    assert pointed_at(f"{ACTION}    due: soon #3 of them\n") == [("bad-timescale", "soon")]
    assert pointed_at(f"{ACTION}    due: March 2027 #3 of them\n") == [("text-cut-by-hash", "#3 of them")]


def test_every_finding_stands_in_the_order_of_the_file() -> None:
    found = look(f"{UPDATE}        stage: done\n    duue: x\nstatuss: x\n")
    assert [one.line for one in found] == sorted(one.line for one in found)


@pytest.mark.parametrize(
    ("texts", "rule", "path"),
    [
        ({"a": "kind: settings\n", "b": "kind: settings\n"}, "second-settings", "plans/b.yaml"),
        ({"a": PLAN}, "no-strategy", "plans/a.yaml"),
    ],
)
def test_a_workspace_has_one_strategy_and_at_most_one_settings(texts: dict[str, str], rule: str, path: str) -> None:
    from tests.schema.looking import together

    found = [one for one in together(**texts).diagnostics if one.rule == rule]
    assert [one.path for one in found] == [path]
