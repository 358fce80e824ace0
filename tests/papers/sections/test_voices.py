"""Who was asked: what is known on the day, the newest first, and whether they heard back."""

from datetime import date

from tests.papers.small_papers import SmallPaper, prose, small_paper
from tests.workspaces import lay_over

PLAN = """
consulted:
  - {who: Care leavers, kind: young-people, on: April 2026, heard: Too far., changed: Nearer., told: 2026-05-05,
     actions: [a1, a2]}
  - {who: A choir, kind: young-people, on: September 2026, heard: Too loud., answer: It is a choir.}
  - {who: Foster carers, kind: carers, on: June 2026, heard: Too late., told: 2026-11-01}
  - {who: Later people, kind: young-people, on: October 2026, heard: Later.}
  - {who: Nobody yet, kind: staff, on: TBC, heard: Nothing.}
actions:
  - {id: a1, title: Open two homes, outcomes: [o1], lead: Homes, due: March 2027}
  - {id: a2, title: Hide a home, outcomes: [o1], lead: Homes, due: March 2027, visibility: internal}
"""
STRATEGY = "consulted: [{who: The council of children, kind: young-people, on: August 2026, heard: More say.}]"


def test_children_come_first_the_newest_first_and_only_what_had_begun() -> None:
    view = small_paper(plan=PLAN, strategy=STRATEGY).section("voices")
    assert [voice.who for voice in view.voices] == ["A choir", "The council of children", "Care leavers"]
    assert [voice.who for voice in view.others] == ["Foster carers"]


def test_what_began_later_is_heard_later() -> None:
    view = small_paper(plan=PLAN, as_at=date(2026, 10, 1)).section("voices")
    assert view.voices[0].who == "Later people"


def test_whether_they_were_told_is_as_at_the_day() -> None:
    view = small_paper(plan=PLAN).section("voices")
    heard_back = {voice.who: voice.told for voice in (*view.voices, *view.others)}
    assert heard_back["Care leavers"] == "Yes, on 5 May 2026"
    assert heard_back["A choir"] == heard_back["Foster carers"] == "We have no record that we did"
    assert "For 2 of these 3, nothing shows that people heard what came of it." in prose(view)


def test_a_voice_names_what_answers_it_but_nothing_hidden() -> None:
    (voice,) = (voice for voice in small_paper(plan=PLAN).section("voices").voices if voice.who == "Care leavers")
    assert [action.title for action in voice.actions] == ["Open two homes"]
    internal = small_paper("audience: internal\n", plan=PLAN).section("voices")
    (inside,) = (voice for voice in internal.voices if voice.actions)
    assert [action.title for action in inside.actions] == ["Open two homes", "Hide a home"]


def test_the_plan_or_the_strategy_that_holds_it_is_named() -> None:
    view = small_paper(plan=PLAN, strategy=STRATEGY).section("voices")
    assert {voice.who: voice.plan for voice in view.voices} == {
        "A choir": "Home plan",
        "Care leavers": "Home plan",
        "The council of children": "Corporate parenting strategy",
    }


def test_others_are_counted_by_who_they_are() -> None:
    text = prose(small_paper(plan=PLAN).section("voices"))
    assert "Children and young people were asked twice" in text
    assert "Others who were asked: carers (1)." in text


def test_where_nobody_was_asked_it_says_so() -> None:
    view = small_paper().section("voices")
    assert view.voices == view.others == []
    assert "Nobody is on record as having been asked." in prose(view)


def test_a_plan_that_did_not_ask_children_is_named() -> None:
    only_carers = "consulted: [{who: Carers, kind: carers, on: April 2026, heard: Tired.}]"
    text = prose(small_paper(plan=only_carers, strategy=STRATEGY).section("voices"))
    assert "The plan does not record that children or young people were asked about it." in text
    assert "The plan does not" not in prose(small_paper(plan=PLAN).section("voices"))


def test_what_recurs_is_heard_once_a_turn_has_begun() -> None:
    yearly = "consulted: [{who: All, kind: young-people, on: every November, heard: Much.}]"
    assert not small_paper(plan=yearly).section("voices").voices
    assert small_paper(plan=yearly, as_at=date(2026, 12, 1)).section("voices").voices


def test_when_all_were_told_it_says_so() -> None:
    all_answered = "consulted: [{who: All, kind: young-people, on: May 2026, heard: Much., told: 2026-06-01}]"
    assert "Everybody who was asked has heard what came of it." in prose(
        small_paper(plan=all_answered).section("voices")
    )


def test_among_several_plans_those_that_did_not_ask_are_named() -> None:
    second = "kind: plan\nid: second\ntitle: Home plan\norganisation: icb\nstatus: draft\n"
    text = prose(SmallPaper({**lay_over({"plan": PLAN}), "plans/second.yaml": second}).section("voices"))
    assert "1 of 2 plans does not record that children or young people were asked: Home plan." in text


def test_only_carers_asked_is_said_and_what_goes_on_counts_as_now() -> None:
    view = small_paper(plan="consulted: [{who: Carers, kind: carers, on: ongoing, heard: Tired.}]").section("voices")
    assert [voice.on for voice in view.others] == ["ongoing"]
    assert "Nothing shows that children or young people were asked. Others who were asked: carers (1)." in prose(view)
