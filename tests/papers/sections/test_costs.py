"""What actions cost and who pays, and the open risks."""

from tests.papers.small_papers import prose, small_paper

PLAN = """
actions:
  - {id: x1, title: A, outcomes: [o1], lead: L, due: 2029, resources: {status: funded, amount: 40000,
     period: 2026/27, funding: The *homes* grant, note: Paid **yearly**.}}
  - {id: x2, title: B, outcomes: [o1], lead: L, due: 2029, resources: {status: unfunded, amount: 2500, note: N.}}
  - {id: x3, title: C, outcomes: [o1], lead: L, due: 2029, resources: {status: unknown}}
  - {id: x4, title: D, outcomes: [o1], lead: L, due: 2029, resources: {status: existing, funding: Core budget}}
  - {id: x5, title: E, outcomes: [o1], lead: L, due: 2029}
  - {id: x6, title: F, outcomes: [o1], lead: L, due: 2029, resources: {status: funded, amount: 9}, updates: [
      {on: 2026-06-30, stage: cancelled, reason: No., summary: Dropped.}]}
  - {id: x7, title: Hidden, outcomes: [o1], lead: L, due: 2029, visibility: internal,
     resources: {status: funded, amount: 1000000}}
risks:
  - {id: r1, title: Small, likelihood: 1, impact: 2, status: open, owner: Homes}
  - {id: r2, title: Large, cause: Rain, effect: It is wet., likelihood: 5, impact: 3, response: reduce,
     mitigations: [Buy coats.], status: open, actions: [x1, x7]}
  - {id: r3, title: Middling, likelihood: 4, impact: 2, status: open, owner: Homes}
  - {id: r4, title: Over, likelihood: 5, impact: 5, status: closed}
  - {id: r5, title: Hidden too, likelihood: 5, impact: 5, status: open, actions: [x7]}
"""


def test_those_that_need_money_come_first() -> None:
    view = small_paper(plan=PLAN).section("resources")
    assert [(line.action.id, line.status, line.amount) for line in view.lines] == [
        ("x2", "Not funded", "£2,500"),
        ("x3", "Cost not known", ""),
        ("x1", "Funded", "£40,000 for 2026/27"),
        ("x4", "Within existing resources", ""),
    ]


def test_where_the_money_comes_from_stands_as_it_is_written_beside_what_else_is_said() -> None:
    lines = {line.action.id: line.words for line in small_paper(plan=PLAN).section("resources").lines}
    page = small_paper(plan=PLAN).render("plan", "resources", "html")
    assert "Paid from: The *homes* grant. Paid <strong>yearly</strong>." in page
    assert lines["x4"] == "Core budget"
    assert lines["x3"] == ""


def test_money_is_counted_in_sentences_less_what_was_dropped_or_hidden() -> None:
    text = prose(small_paper(plan=PLAN).section("resources"))
    assert text == (
        "4 of 5 actions say what they cost: 1 within existing resources, 1 funded, 1 not funded and "
        "1 whose cost is not known. 1 other does not say. "
        "Amounts are given for 2 and come to £42,500, over the time that each covers: £40,000 funded and "
        "£2,500 not funded."
    )


def test_where_nobody_says_what_it_costs_it_is_said() -> None:
    view = small_paper().section("resources")
    assert prose(view) == "The action does not say its cost."
    assert (view.lines, view.caption) == ([], None)
    assert small_paper(plan="actions: []").leaves_out("resources")


def test_open_risks_stand_worst_first_with_their_level() -> None:
    view = small_paper(plan=PLAN).section("risks")
    assert [(line.title, line.score, line.level) for line in view.lines] == [
        ("Large", 15, "high"),
        ("Middling", 8, "medium"),
        ("Small", 2, "low"),
    ]
    text = prose(view)
    assert "3 risks are open: 1 high, 1 medium and 1 low. Nobody is named as owner of 1." in text
    assert "A score of 15 or more is high, 8 to 14 is medium, and less than 8 is low." in text


def test_a_risk_is_described_whole_but_names_nothing_hidden() -> None:
    worst = small_paper(plan=PLAN).section("risks").lines[0]
    assert worst.detail == "Cause: Rain. Effect: It is wet."
    assert (worst.response, worst.mitigations, worst.owner) == ("Reduce", ["Buy coats"], "Nobody is named")
    assert [action.id for action in worst.actions] == ["x1"]


def test_where_no_risk_is_open_it_is_said() -> None:
    view = small_paper().section("risks")
    assert prose(view) == "No open risk is on record."
    assert (view.lines, view.caption) == ([], None)
