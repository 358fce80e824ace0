"""The edges of rules that a case cannot reach: exact wording, amounts one up and one down, rules found by name."""

from collections.abc import Sequence

import pytest

from coparent.diagnostics import Diagnostic
from coparent.errors import CoparentError
from coparent.rules import RULES, find_rule
from coparent.rules.personal_data.prefilter import may_hold_contact, may_hold_detail, may_hold_number
from coparent.rules.wording.plain import measure_readability
from tests.workspaces import Texts, judge_texts, lay_over


def _find(rule: str, plan: str, more: Texts | None = None) -> list[Diagnostic]:
    """What a rule finds where this plan is laid over the smallest workspace, with more files beside it."""
    report = judge_texts({**lay_over({"plan": plan}), **(more or {})})
    return [found for found in report.diagnostics if found.rule == rule]


def test_a_rule_is_found_by_its_name_however_it_is_typed() -> None:
    assert find_rule("overdue") is RULES["overdue"]
    assert find_rule("  No-Lead ") is RULES["no-lead"]


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("dat", "did you mean  coparent explain bad-date?"),
        (
            "Date",
            "did you mean  coparent explain bad-date  or  coparent explain update-owed"
            "  or  coparent explain no-due-date?",
        ),
        ("wqxz", "coparent explain  lists the rules"),
    ],
)
def test_of_a_rule_that_there_is_not_up_to_three_near_ones_are_offered(name: str, advice: str) -> None:
    with pytest.raises(CoparentError) as raised:
        find_rule(name)
    assert str(raised.value) == f'there is no rule "{name}"'
    assert raised.value.advice == advice


def test_a_goal_that_nothing_ever_served_is_said_in_few_words() -> None:
    (found,) = _find("outcome-without-action", "actions: [{id: a1, title: Open, outcomes: [o1, o2, o3, o4, o5, o6]}]")
    assert found.label == "no action serves this outcome"


def test_that_there_are_joint_leads_is_said_only_where_there_are() -> None:
    (found,) = _find("no-lead", "actions: [{id: a1, title: Open}]")
    assert found.message == 'a1 "Open" has no lead'


@pytest.mark.parametrize(
    ("actions", "listed"),
    [
        (9, "a1, a2, a3, a4, a5, a6, a7, a8, a9"),
        (13, "a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13"),
        (14, "a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12 and 2 more"),
    ],
)
def test_thirteen_actions_of_a_lead_are_listed_and_more_are_counted(actions: int, listed: str) -> None:
    rows = [
        f"{{id: a{number}, title: Open, lead: Head of homes, due: October 2026}}" for number in range(1, actions + 1)
    ]
    (found,) = _find("lead-overloaded", f"actions: [{', '.join(rows)}]")
    assert found.help == f"spread their dates or their leads: {listed}"


def test_names_that_stand_once_and_more_often_are_counted_apart() -> None:
    rows = [
        *["Head of Care & Homes"] * 3,
        *["Head of care and homes"] * 4,
        "Post-16 coordinator",
        *["Post 16 co-ordinator"] * 2,
    ]
    actions = ", ".join(f"{{id: a{number}, title: Open, lead: {lead}}}" for number, lead in enumerate(rows))
    found = _find("near-duplicate-name", f"actions: [{actions}]")
    assert [diagnostic.label for diagnostic in found] == ["and 2 more times", "elsewhere Post 16 co-ordinator"]


def test_what_is_over_or_paused_is_neither_overdue_nor_to_be_reviewed() -> None:
    plan = """
actions:
  - {id: a1, title: Open, due: June 2026, review: June 2026}
  - {id: a2, title: Buy, due: June 2026, review: June 2026, updates: [{on: 2026-05-31, stage: paused, summary: Later.}]}
  - {id: a3, title: Ask, due: June 2026, review: June 2026, updates: [{on: 2026-05-31, stage: complete, summary: Yes}]}
"""
    for rule in ("overdue", "review-overdue"):
        assert [found.spot.place.route[1] for found in _find(rule, plan)] == [0]


def test_each_of_many_ways_through_the_same_actions_is_followed_once() -> None:
    rows = ["{id: a0, title: Open}", "{id: b0, title: Buy}"]
    for number in range(1, 30):
        awaited = f"depends_on: [a{number - 1}, b{number - 1}]"
        rows += [f"{{id: a{number}, title: Open, {awaited}}}", f"{{id: b{number}, title: Buy, {awaited}}}"]
    assert _find("dependency-cycle", f"actions: [{', '.join(rows)}]") == []


# Texts of which everything that is counted is known: sentences of so many words of so many letters.


def _sentence(words: int, letters: int) -> str:
    """A sentence with this many letters in all."""
    short, longer = divmod(letters, words)
    return " ".join("a" * (short + (number < longer)) for number in range(words)) + "."


def _text(sentences: Sequence[tuple[int, int]]) -> str:
    return " ".join(_sentence(words, letters) for words, letters in sentences)


def _find_hard(text: str) -> list[Diagnostic]:
    return _find("hard-to-read", f"plain: {text}")


@pytest.mark.parametrize(
    ("letters", "problem"),
    [(47, None), (48, "about 12"), (60, "about 17"), (62, "18 or more"), (70, "18 or more")],
)
def test_a_text_is_hard_for_readers_over_eleven(letters: int, problem: str | None) -> None:
    found = _find_hard(_text([(10, letters)] * 4))
    assert [diagnostic.message for diagnostic in found] == (
        [f'home-plan "Home plan" has plain text for readers of {problem}'] if problem else []
    )
    if found:
        assert found[0].label == f"10 words a sentence, {letters / 10:.1f} letters a word"


def test_from_forty_words_on_a_text_is_judged_as_a_whole() -> None:
    assert _find_hard(_text([(10, 70), (10, 70), (10, 70), (9, 63)])) == []
    assert len(_find_hard(_text([(10, 70)] * 4))) == 1
    assert _find_hard(_text([(21, 63), (10, 30), (9, 27)])) == []
    (found,) = _find_hard(_text([(21, 63), (10, 30), (8, 24)]))
    assert found.message == 'home-plan "Home plan" has a sentence of 21 words in its plain text'


def test_twenty_words_are_no_long_sentence() -> None:
    assert _find_hard(_text([(20, 60), (10, 30)])) == []
    assert len(_find_hard(_text([(21, 63), (10, 30)]))) == 1


def test_letters_words_and_sentences_are_counted() -> None:
    counts = measure_readability(
        "We ask you.  [Read all of it here](https://example.org/page) now.\n\n...\n\nYou can say no"
    )
    assert (counts.letters, counts.words, counts.sentences) == (37, 13, 3)
    assert (counts.longest, counts.longest_words) == ((13, 64), 6)
    assert counts.index == pytest.approx(4.71 * 37 / 13 + 0.5 * 13 / 3 - 21.43)


def test_the_age_is_five_years_more_than_the_grade() -> None:
    counts = measure_readability(_text([(10, 60)] * 4))
    assert counts.index == pytest.approx(11.83)
    assert counts.age == 17


def test_a_text_without_words_counts_as_one_word() -> None:
    counts = measure_readability("...")
    assert (counts.letters, counts.words, counts.sentences, counts.longest_words) == (0, 1, 1, 0)
    assert counts.longest == (0, 3)


def test_personal_data_may_be_in_the_first_characters_of_a_file() -> None:
    assert may_hold_number("born 1 May 2012")
    assert may_hold_detail("excluded: two children")
    assert may_hold_contact("a@example.org")


@pytest.mark.parametrize("text", ["", "kind: plan\ntitle: Open two homes by March 2027\n", "The strategy of 2026/27."])
def test_a_file_without_anything_personal_is_left_out(text: str) -> None:
    assert not may_hold_number(text)
    assert not may_hold_contact(text)
    assert not may_hold_detail(text)


def _personal_data_in(text: str) -> list[str]:
    """The findings of personal data in a plan."""
    report = judge_texts({**lay_over({}), "plans/plan.yaml": text})
    return [found.rule for found in report.diagnostics if found.rule == "personal-data"]


HEAD = "kind: plan\nid: p\ntitle: P\norganisation: ecc\nstatus: draft\n"


@pytest.mark.parametrize(
    ("rest", "is_found"),
    [
        ("# The child was born on\n# 1 May 2012\n", True),
        ("# The child was born on\r\n# 1 May 2012\r\n", True),
        ("# The child was born on\n\n\n# 1 May 2012\n", False),
        ("# The child was born on\nsummary: 1 May 2012\n", False),
        ("summary: The child was born on\n# 1 May 2012\n", False),
        ("summary: 1 May 2012  # date of birth\n", True),
        ("summary: 1 May 2012\n# date of birth\n", False),
        ("summary: 1 May 2012  # date of birth\nmore: 2\n# All\n", True),
        ("summary: The child was born on\nequality: 1 May 2012\n", False),
    ],
)
def test_only_what_stands_together_is_read_together(rest: str, is_found: bool) -> None:
    assert _personal_data_in(HEAD + rest) == ["personal-data"] * is_found


def test_the_first_word_of_a_file_counts() -> None:
    text = "#Children born on 1 May 2012 get a letter\n"
    assert _personal_data_in(text + HEAD) == []
    assert _personal_data_in("#A child born on 1 May 2012 gets a letter\n" + HEAD) == ["personal-data"]
