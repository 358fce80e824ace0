"""How a plan ended: on time and late, carried forward to where, dropped and why, and what is left."""

from tests.papers.small_papers import SmallPaper, all_text, prose, small_paper
from tests.workspaces import lay_over

PLAN = """
actions:
  - {id: f1, title: On time, outcomes: [o1], lead: L, due: March 2026, updates: [
      {on: 2026-03-31, stage: complete, summary: Done.}]}
  - {id: f2, title: A little late, outcomes: [o1], lead: L, due: 31 March 2026, updates: [
      {on: 2026-04-10, stage: complete, summary: Done.}]}
  - {id: f3, title: Very late, outcomes: [o1], lead: L, due: March 2026, rescheduled: [
      {to: August 2026, on: 2026-03-01, reason: Snow.}], updates: [
      {on: 2026-07-31, stage: complete, summary: Done.}]}
  - {id: f4, title: Agreed, outcomes: [o1], lead: L, due: March 2026, rescheduled: [
      {to: August 2026, on: 2026-03-01, reason: Snow., approved_by: board}], updates: [
      {on: 2026-07-31, stage: complete, summary: Done.}]}
  - {id: f5, title: Undated, outcomes: [o1], lead: L, due: TBC, updates: [
      {on: 2026-07-31, stage: complete, summary: Done.}]}
  - {id: c1, title: Carried, outcomes: [o1], lead: L, due: March 2026, becomes: [n1, hidden], updates: [
      {on: 2026-07-31, stage: carried-forward, summary: It goes on., reason: Time ran out.}]}
  - {id: c2, title: Replaced, outcomes: [o1], lead: L, due: March 2026, becomes: [f1], updates: [
      {on: 2026-07-31, stage: superseded, summary: Another does it.}]}
  - {id: c3, title: Lost, outcomes: [o1], lead: L, due: March 2026, becomes: [hidden], updates: [
      {on: 2026-07-31, stage: carried-forward, summary: Somewhere.}]}
  - {id: d1, title: Dropped, outcomes: [o1], lead: L, due: March 2026, updates: [
      {on: 2026-07-31, stage: cancelled, summary: It stops., reason: "The *money* went."}]}
  - {id: d2, title: Dropped too, outcomes: [o1], lead: L, due: March 2026, updates: [
      {on: 2026-07-31, stage: cancelled, summary: It was not needed.}]}
  - {id: o1, title: Says what is next, outcomes: [o1], lead: L, due: March 2027, updates: [
      {on: 2026-07-31, stage: in-progress, rating: green, summary: Half., next: The other half.}]}
  - {id: o2, title: Has steps, outcomes: [o1], lead: L, due: March 2027, milestones: [
      {title: Dig, due: May 2026, done: 2026-05-01}, {title: "Build *it*", due: August 2026}], updates: [
      {on: 2026-07-31, stage: paused, summary: Half., reason: Rain.}]}
  - {id: o3, title: Says nothing, outcomes: [o1], lead: L, due: March 2027, updates: [
      {on: 2026-07-31, stage: in-progress, rating: green, summary: Half.}]}
  - {id: o4, title: Never said anything, outcomes: [o1], lead: L, due: March 2027}
  - {id: hidden, title: A hidden home, outcomes: [o1], lead: L, due: March 2027, visibility: internal}
"""
NEXT = """
kind: plan
id: next
title: Next plan
organisation: icb
status: draft
actions: [{id: n1, title: Go on, outcomes: [o1], lead: L, due: March 2028}]
"""
TEXTS = {**lay_over({"plan": PLAN}), "plans/next.yaml": NEXT}
ALONE = "plans: [home-plan]\n"
ENDINGS = ("finished", "carried", "dropped", "unfinished")


def test_what_was_finished_is_on_time_late_or_without_a_date() -> None:
    view = SmallPaper(TEXTS, ALONE).section("finished")
    assert [(group.title, [(line.name.id, line.late) for line in group.actions]) for group in view.groups] == [
        ("Finished on time", [("f1", ""), ("f4", "")]),
        ("Finished late", [("f3", "4 months late"), ("f2", "10 days late")]),
        ("Finished, with no date to hold it to", [("f5", "")]),
    ]
    text = prose(view)
    assert text.startswith("5 of 14 actions were finished: 2 on time, 2 late and 1 with no date to hold them to.")
    assert "after the last one that a board approved" in text


def test_the_settings_say_against_which_date() -> None:
    texts = {**TEXTS, "plans/settings.yaml": "kind: settings\nrating: {against: original}\n"}
    view = SmallPaper(texts, ALONE).section("finished")
    assert [line.name.id for line in view.groups[1].actions] == ["f3", "f4", "f2"]
    assert "whatever it was moved to" in prose(view)


def test_old_dates_are_not_lost() -> None:
    view = SmallPaper(TEXTS, ALONE).section("finished")
    assert view.groups[1].actions[0].due.was == ["March 2026"]


def test_what_goes_on_says_where_even_in_a_plan_that_the_paper_is_not_about() -> None:
    view = SmallPaper(TEXTS, ALONE).section("carried")
    assert [(group.title, [line.name.id for line in group.actions]) for group in view.groups] == [
        ("Carried forward", ["c1", "c3"]),
        ("Superseded by other work", ["c2"]),
    ]
    becomes = {line.name.id: [name.title for name in line.becomes] for group in view.groups for line in group.actions}
    assert becomes == {"c1": ["Go on (Next plan)"], "c3": [], "c2": ["On time"]}
    text = prose(view)
    assert text.startswith("Of 14 actions, 2 were carried forward and 1 was superseded by other work.")
    assert "Nothing here shows where the work of 1 action goes on." in text


def test_where_it_goes_on_names_nothing_hidden() -> None:
    public = SmallPaper(TEXTS, ALONE).section("carried")
    inside = SmallPaper(TEXTS, f"{ALONE}audience: internal\n").section("carried")
    assert [name.id for name in inside.groups[0].actions[0].becomes] == ["n1", "hidden"]
    assert "hidden" not in all_text(public)


def test_what_was_dropped_says_why() -> None:
    view = SmallPaper(TEXTS, ALONE).section("dropped")
    assert [line.update.summary for line in view.groups[0].actions] == [
        "It stops.\n\nThe *money* went.",
        "It was not needed.",
    ]
    page = SmallPaper(TEXTS, ALONE).render("closure", "dropped", "html")
    assert "It stops. The <em>money</em> went." in page
    text = prose(view)
    assert "2 actions were dropped and will not be done." in text
    assert "For 1 of them the last update gives no further reason." in text


def test_what_is_open_says_what_is_left() -> None:
    view = SmallPaper(TEXTS, ALONE).section("unfinished")
    lines = {line.name.id: line for group in view.groups for line in group.actions}
    assert lines["o1"].update.summary == "Half.\n\nStill to do: The other half."
    assert lines["o3"].update.summary == "Half.\n\nStill to do: the last update does not say."
    page = SmallPaper(TEXTS, ALONE).render("closure", "unfinished", "html")
    assert "Half. Still to do: Build *it*." in page, "a title is no rich text"
    assert lines["o4"].update is None
    assert [group.title for group in view.groups] == ["In progress", "Paused", "Not started"]
    assert "4 actions are still open: 2 in progress, 1 paused and 1 not started." in prose(view)


def test_every_action_stands_in_one_section() -> None:
    facts = SmallPaper(TEXTS, ALONE).facts(*ENDINGS, "log")
    ids = [line.name.id for name in ENDINGS for group in getattr(facts, name).groups for line in group.actions]
    assert sorted(ids) == sorted(line.name.id for group in facts.log.groups for line in group.actions)
    assert len(ids) == 14


def test_what_did_not_happen_is_said_and_has_no_table() -> None:
    views = [small_paper(plan="actions: []").section(name) for name in ENDINGS]
    assert [prose(view) for view in views] == [
        "No action was finished.",
        "No action was carried forward, and none was superseded.",
        "No action was dropped.",
        "Nothing is still open.",
    ]
    assert all(not view.groups for view in views)


def test_where_all_ended_alike_it_is_said_once() -> None:
    plan = """
actions:
  - {id: f1, title: A, outcomes: [o1], lead: L, due: May 2026, updates: [{on: 2026-03-31, stage: complete, summary: D}]}
  - {id: f2, title: A, outcomes: [o1], lead: L, due: May 2026, updates: [{on: 2026-03-31, stage: complete, summary: D}]}
"""
    text = prose(small_paper(plan=plan).section("finished"))
    assert text.startswith("2 of 2 actions were finished, both on time.")


def test_where_all_goes_on_somewhere_known_nothing_is_lost() -> None:
    plan = """
actions:
  - {id: c1, title: A, outcomes: [o1], lead: L, due: May 2026, becomes: [c2], updates: [
      {on: 2026-03-31, stage: superseded, summary: S}]}
  - {id: c2, title: B, outcomes: [o1], lead: L, due: May 2028}
"""
    text = prose(small_paper(plan=plan).section("carried"))
    assert text == "Of 2 actions, 1 was superseded by other work."
