"""What needs attention: which actions, in which order, in the words that members ask for; and whose updates are due."""

from datetime import date

from tests.papers.small_papers import Facts, SmallPaper, all_text, prose, small_paper

OFF = "updates: [{on: 2026-09-30, stage: in-progress, rating: red, summary: It stands still.}]"
AT_RISK = "updates: [{on: 2026-09-30, stage: in-progress, rating: amber, summary: It is tight.}]"
GREEN = "updates: [{on: 2026-09-30, stage: in-progress, rating: green, summary: It goes well.}]"
PAUSED = "updates: [{on: 2026-09-30, stage: paused, summary: There is no money.}]"
DONE = "updates: [{on: 2026-09-30, stage: complete, rating: red, summary: It is done.}]"


def plan(*actions: str) -> str:
    """A plan of such actions, each a title and its other fields."""
    return "actions:\n" + "".join(
        f"  - {{id: a{number}, title: {action.partition('; ')[0]}, outcomes: [o1]"
        f"{', ' + action.partition('; ')[2] if '; ' in action else ''}}}\n"
        for number, action in enumerate(actions, 1)
    )


def in_order(paper: SmallPaper) -> list[str]:
    """The ids of the actions that need attention, the most pressing first."""
    return [concern.action.id for concern in paper.section("attention").concerns]


def only(action: str) -> Facts:
    """The concern of a plan with one action."""
    concern: Facts
    (concern,) = small_paper(plan=plan(action)).section("attention").concerns
    return concern


def test_off_track_comes_before_overdue_before_at_risk_before_running_late_before_paused() -> None:
    moved = "rescheduled: [{to: March 2027, on: 2026-05-01, reason: Slow.}]"
    paper = small_paper(
        plan=plan(
            f"Paused; {PAUSED}",
            f"Slipping; due: May 2026, {moved}, {GREEN}",
            f"At risk; {AT_RISK}",
            f"Overdue; due: August 2026, {GREEN}",
            f"Off track; {OFF}",
            f"Fine; due: March 2027, {GREEN}",
            f"Done; due: May 2026, {DONE}",
        )
    )
    found = [concern.action.title for concern in paper.section("attention").concerns]
    assert found == ["Off track", "Overdue", "At risk", "Slipping", "Paused"]
    assert "5 of 7 actions need attention: 1 off track, 1 overdue, 1 at risk, 1 running late and 1 paused." in prose(
        paper.section("attention")
    )


def test_the_latest_of_one_kind_comes_first_and_else_the_order_of_the_plans_holds() -> None:
    paper = small_paper(plan=plan("One; due: August 2026", "Two; due: May 2026", "Three; due: August 2026"))
    assert in_order(paper) == ["a2", "a1", "a3"]


def test_work_that_is_not_late_yet_stands_in_the_order_of_the_plans() -> None:
    paper = small_paper(
        plan=plan(f"One; due: 2028, {AT_RISK}", f"Two; {AT_RISK}", f"Three; due: March 2027, {AT_RISK}")
    )
    assert in_order(paper) == ["a1", "a2", "a3"]


def test_a_recurring_action_is_as_late_as_its_turn() -> None:
    turn = "start: April 2026, due: quarterly, review: March 2027"
    period = "period: April 2026 to March 2030\n"
    paper = small_paper(
        plan=period + plan("Fixed; due: 15 September 2026", f"Every quarter; {turn}"), as_at=date(2026, 10, 31)
    )
    assert in_order(paper) == ["a1", "a2"]
    paper = small_paper(
        plan=period + plan("Fixed; due: 15 October 2026", f"Every quarter; {turn}"), as_at=date(2026, 10, 31)
    )
    assert in_order(paper) == ["a2", "a1"]


def test_grace_that_the_settings_give_is_no_lateness() -> None:
    moved = "due: September 2026, rescheduled: [{to: October 2026, on: 2026-09-01, reason: Slow.}], "
    forecast = "updates: [{on: 2026-09-30, stage: in-progress, rating: green, summary: Soon., forecast: October 2026}]"
    action = plan(f"Slipping; {moved}{forecast}")
    assert len(in_order(small_paper(plan=action))) == 1
    assert in_order(small_paper(plan=action, settings="rating: {amber_after: 2 months}")) == []


def test_a_concern_joins_what_happened_and_why() -> None:
    action = (
        "Open; due: March 2027, updates: [{on: 2026-09-30, stage: in-progress, rating: red, summary: No site., "
        "reason: Prices rose., impact: Six children wait., next: Look **north**., ask: Agree the cost, "
        "ask_of: board, forecast: June 2027, by: Head of placements}]"
    )
    concern = only(action)
    assert concern.happened == "No site.\n\nPrices rose."
    assert (concern.means, concern.doing) == ("Six children wait.", "Look **north**.")
    assert (concern.ask, concern.asked_of) == ("D1: Agree the cost.", "Corporate parenting board")
    assert (concern.updated, concern.late) == ("30 September 2026, by Head of placements", "forecast 3 months late")
    assert concern.lead == "Nobody is named (The county council)"
    page = small_paper(plan=plan(action)).render("committee-paper", "attention", "html")
    assert "Look <strong>north</strong>." in page
    assert "<p>No site.</p>\n<p>Prices rose.</p>" in page


def test_what_nobody_said_is_said_to_be_missing() -> None:
    concern = only(f"Open; {OFF}")
    assert concern.means == "The last update does not say what it means for children."
    assert concern.doing == "The last update does not say what happens next."
    assert concern.ask == "Nothing is asked of members."
    assert (concern.back_by.words, concern.back_words) == ("no date", "No date")
    silent = only("Open; due: May 2026")
    assert silent.happened == "No update has been sent."
    assert silent.means == "Nobody has said what it means for children."
    assert silent.updated == "No update has been sent"


def test_a_forecast_keeps_every_date_before_it() -> None:
    concern = only(
        "Open; due: March 2026, rescheduled: [{to: August 2026, on: 2026-02-01, reason: Slow., approved_by: board}], "
        "updates: [{on: 2026-09-30, stage: in-progress, rating: red, summary: Slow., forecast: January 2027}]"
    )
    assert (concern.back_by.words, concern.back_by.end) == ("January 2027", "2027-01-31")
    assert concern.back_by.was == ["March 2026", "August 2026"]
    assert concern.back_words == "January 2027; first due March 2026, then August 2026"


def test_a_date_that_has_passed_is_no_day_to_be_back_by() -> None:
    concern = only(
        "Open; due: May 2026, "
        "updates: [{on: 2026-05-30, stage: in-progress, rating: red, summary: Slow., forecast: July 2026}]"
    )
    assert (concern.back_by.words, concern.back_by.end) == ("no new date", "")
    assert concern.back_by.was == ["May 2026", "July 2026"]
    assert concern.back_words == "No new date has been given; first due May 2026, then July 2026"


def test_a_due_date_still_to_come_is_not_called_a_forecast() -> None:
    assert only(f"Open; due: March 2027, {AT_RISK}").back_words == (
        "March 2027, its due date; no forecast has been given"
    )


def test_a_forecast_of_the_due_date_is_shown_once() -> None:
    forecast = "{on: 2026-09-30, stage: in-progress, rating: red, summary: Slow., forecast: March 2027}"
    concern = only(f"Open; due: March 2027, updates: [{forecast}]")
    assert (concern.back_by.was, concern.back_words) == ([], "March 2027")


def test_green_work_that_is_overdue_is_only_rated_as_on_track() -> None:
    concern = only(f"Open; due: May 2026, {GREEN}")
    assert (concern.status.code, concern.status.words, concern.late) == ("on-track", "Rated on track", "4 months late")


def test_lateness_without_a_forecast_is_not_called_one() -> None:
    concern = only(f"Open; due: May 2026, rescheduled: [{{to: March 2027, on: 2026-05-01, reason: Slow.}}], {GREEN}")
    assert concern.late == "4 months late"


def test_twelve_are_shown_in_full_and_the_rest_stand_in_a_table() -> None:
    view = small_paper(plan=plan(*[f"Open {number}; due: May 2026" for number in range(15)])).section("attention")
    assert len(view.concerns) == 12
    assert [line.name.title for line in view.more] == ["Open 12", "Open 13", "Open 14"]
    assert view.more_caption is not None
    assert view.more_caption.label == "Table 1"
    assert "the other 3 are in a table" in prose(view)


def test_two_actions_of_one_title_are_two_concerns_with_two_anchors() -> None:
    concerns = small_paper(plan=plan("Open; due: May 2026", "Open; due: May 2026")).section("attention").concerns
    assert len({concern.anchor for concern in concerns}) == 2


def test_when_nothing_needs_attention_the_paper_says_so() -> None:
    view = small_paper().section("attention")
    assert (view.concerns, view.more, view.more_caption, view.owed) == ([], [], None, [])
    assert prose(view) == "The one action is not known to be off track, overdue, at risk, running late or paused."


def test_without_actions_there_is_no_section_and_no_number_is_taken() -> None:
    paper = small_paper(plan="actions: []")
    assert paper.leaves_out("attention")
    assert paper.leaves_out("exceptions")


def test_silence_is_reported_of_those_that_need_attention_and_of_those_that_should_have_started() -> None:
    text = prose(
        small_paper(
            plan=plan(
                "Late; start: April 2026, due: May 2026",
                "Waiting; start: April 2026, due: 2027",
                "Later; start: 2027",
            )
        ).section("attention")
    )
    assert "It has had no update at all. Nobody is named to answer for it." in text
    assert "There is no word of 1 other action, which should have begun or reported by now." in text


def test_silence_is_counted_where_several_need_attention() -> None:
    text = prose(small_paper(plan=plan("Late; due: May 2026", f"Red; lead: A team, {OFF}")).section("attention"))
    assert "1 of them has had no update at all. Nobody is named to answer for 1 of them." in text
    assert prose(small_paper(plan=plan("Late; due: May 2026")).section("attention")).startswith(
        "The one action needs attention: overdue."
    )


def test_updates_due_stand_by_who_must_send_them_the_oldest_first() -> None:
    home, health = "lead: Home team", "lead: {role: Home team, organisation: icb}"
    view = small_paper(
        plan=plan(
            f"One; start: March 2026, {home}",
            f"Two; start: January 2026, {health}",
            f"Three; start: February 2026, {home}",
            f"Four; start: September 2026, {home}",
        )
    ).section("attention")
    owed = [(owing.who, [name.title for name in owing.actions], owing.words) for owing in view.owed]
    assert owed == [
        ("Home team, The health board", ["Two"], "1 update, due by 15 June 2026"),
        ("Home team, The county council", ["Three", "One"], "2 updates, the first due by 13 July 2026"),
    ]
    assert view.owed_paragraph is not None
    assert view.owed_paragraph.text == (
        "3 updates are due. Those who should say how things stand are listed here, the longest silence first."
    )


def test_the_page_shows_five_and_says_how_many_more_there_are() -> None:
    view = small_paper(plan=plan(*[f"Open {number}; due: May 2026" for number in range(7)])).section("exceptions")
    assert len(view.concerns) == 5
    assert view.more == "2 more actions need attention."
    assert view.heading.name == "exceptions"


def test_hidden_actions_are_no_concern_and_are_named_nowhere() -> None:
    hidden = "Hidden; visibility: internal, due: May 2026"
    paper = small_paper(plan=plan("Seen; due: May 2026, depends_on: [a2]", hidden))
    assert "Hidden" not in all_text(paper.section("attention"))
    internal = small_paper("audience: internal", plan=plan("Seen; due: May 2026", hidden))
    assert "Hidden" in all_text(internal.section("attention"))


def test_a_brief_shows_its_own_actions_alone() -> None:
    paper = small_paper(organisation="icb", plan=plan("Ours; due: May 2026", "Theirs; due: May 2026, partners: [icb]"))
    assert [concern.action.title for concern in paper.section("attention").concerns] == ["Theirs"]


def test_no_word_is_never_good_news_and_is_named_by_who_should_send_it() -> None:
    """Work that should have begun counts with the updates that are due; what has been heard of since does not."""
    heard = "updates: [{on: 2026-08-31, stage: not-started, summary: It waits for the builder.}]"
    paper = small_paper(
        plan=plan(
            "One; start: August 2026, due: 2027, lead: Home team",
            f"Two; start: July 2026, due: 2027, lead: Home team, {heard}",
            f"Three; start: January 2026, due: 2027, lead: Home team, {GREEN}",
        )
    )
    view = paper.section("attention")
    assert prose(view) == (
        "There is no word of 1 action, which should have begun or reported by now. 1 action should have begun by now, "
        "and has not. The other action is not known to be off track, overdue, at risk, running late or paused."
    )
    assert [(lead.who, lead.words) for lead in view.owed] == [
        ("Home team, The county council", "1 action, which should have begun by 31 August 2026")
    ]
    assert "Silent longest: “One”." in prose(paper.section("exceptions"))
    assert "It should have begun by 31 August 2026" in paper.render("action-log", "log")
