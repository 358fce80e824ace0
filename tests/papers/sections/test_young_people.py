"""The young people's version: what is in plain words is shown, and the rest is counted."""

from tests.papers.small_papers import prose, small_paper

ACTIONS = """\
actions:
  - id: a1
    title: Open two homes
    outcomes: [o1]
    due: March 2026
    rescheduled: [{to: January 2027, on: 2026-03-01, reason: Slow, approved_by: board}]
    plain: We are opening homes.
    who_for: Children from 8
    updates: [{on: 2026-08-31, stage: in-progress, rating: green, summary: One is open., plain: One is open.}]
  - {id: a2, title: Ask everyone, outcomes: [o1], due: May 2026, plain: We ask you., updates: [
      {on: 2026-05-20, stage: complete, summary: All were asked.}]}
  - {id: a3, title: See a dentist, outcomes: [o4], due: March 2027, plain: You get a dentist.}
  - {id: a4, title: See a nurse, outcomes: [o4], due: March 2027}
  - {id: a5, title: Write it down, outcomes: [o7], due: March 2027}
  - {id: a6, title: Fix a bus, outcomes: [o2], due: June 2026, plain: You get a bus., updates: [
      {on: 2026-08-31, stage: in-progress, rating: red, summary: Late.}]}
"""


def test_what_is_done_or_being_done_says_how_far_it_is_and_by_when() -> None:
    view = small_paper(plan=ACTIONS).section("doing")
    (home,) = view.groups
    assert [(doing.words, doing.state, doing.when) for doing in home.doings] == [
        ("We ask you.", "Done", "By 20 May 2026"),
        ("You get a bus.", "This is taking longer than we said", "By June 2026"),
        ("We are opening homes.", "We are doing this now", "By January 2027 (we first said March 2026)"),
    ]
    assert (home.doings[2].who_for, home.doings[2].update) == ("Children from 8", "One is open.")


def test_what_nobody_has_put_in_plain_words_is_counted() -> None:
    view = small_paper(plan=ACTIONS).section("upcoming")
    (health,) = view.groups
    assert [doing.words for doing in health.doings] == ["You get a dentist."]
    assert health.more == "There is 1 more thing like this in our plans. Ask us about them."
    assert view.more == "There is 1 other thing in our plans that nobody has put into plain words yet. Ask us."


def test_where_nothing_is_so_there_is_no_section() -> None:
    plan = "actions: [{id: a1, title: Wait, plain: We wait.}]"
    assert small_paper(plan=plan).facts("doing").doing is None
    assert small_paper(plan="actions: []").facts("upcoming").upcoming is None


def test_talks_in_plain_words_are_shown_and_the_others_counted() -> None:
    consulted = """\
consulted:
  - {who: Children, kind: young-people, on: May 2026, heard: Moves hurt., plain: You said that moves hurt.}
  - {who: Others, kind: young-people, on: May 2026, heard: Visits are short.}
  - {who: Carers, kind: carers, on: May 2026, heard: Nobody asks us.}
"""
    view = small_paper(plan=consulted).section("told")
    assert [voice.who for voice in view.voices] == ["Children"]
    assert view.more == ("Young people were asked 1 more time. Nobody has put that into plain words yet, so ask us.")


def test_where_nobody_was_asked_it_says_so() -> None:
    assert prose(small_paper().section("told")) == "We have not written down yet what young people said."


def test_whom_to_call_has_a_number_that_a_phone_can_dial() -> None:
    settings = 'help: [{title: Childline, phone: "0800 1111", url: "https://www.childline.org.uk"}]'
    (line,) = small_paper(settings=settings).section("help").lines
    assert (line.title, line.phone, line.dial) == ("Childline", "0800 1111", "08001111")
    assert "someone you trust" in prose(small_paper().section("help"))
