"""A file may hold so much, and so much of it may be wrong, that nobody could wait for it all or read it."""

from dataclasses import replace

import pytest

from coparent.checking.limits import shorten
from coparent.diagnostics import LONGEST_SENTENCE, MOST_FINDINGS, NOWHERE, Level, Spot
from coparent.documents.lines import Lines
from coparent.documents.reading import MOST_PARTS, Unreadable, decode
from coparent.reporters import REPORTERS
from coparent.reporters.style import ReportStyle
from coparent.workspace import assemble
from tests.workspaces import AS_AT, SMALLEST, fail, judge_texts, lay_over

PLAN = "kind: plan\nid: big\ntitle: Big\norganisation: ecc\nstatus: draft\n"


@pytest.mark.parametrize("line", ["a:\n", "\n", "\r", "[", "- ", "? ", "x,", "{", "# c\n"])
def test_a_file_of_a_million_lines_or_values_is_refused_unread(line: str) -> None:
    text = decode((line * (4_900_000 // len(line))).encode())
    assert isinstance(text, Unreadable)
    assert "this file holds too much: about " in text.message
    assert text.help == "split it into several files"


def test_a_long_text_is_read() -> None:
    raw = b"summary: " + b"word " * 900_000
    assert decode(raw) == raw.decode()
    assert isinstance(decode(b"a:\n" * (MOST_PARTS // 2)), str)


def test_lines_of_a_megabyte_of_endings_are_numbers() -> None:
    lines = Lines("\r\n" * 500_000 + "end")
    assert len(lines) == 500_001
    assert lines.position(1_000_001) == (500_001, 2)
    assert lines[500_001] == "end"


def test_of_many_faults_the_most_serious_are_shown_and_all_are_counted() -> None:
    notes = "".join(f"  - {{id: n{number}, title: Consider things}}\n" for number in range(1500))
    errors = "".join(f"  - {{id: e{number}, title: Open two homes, due: soon}}\n" for number in range(600))
    report = judge_texts({**lay_over({}), "plans/big.yaml": f"{PLAN}actions:\n{notes}{errors}"})
    shown = [found for found in report.diagnostics if found.path == "plans/big.yaml"]
    assert len(shown) == MOST_FINDINGS
    assert sum(found.level is Level.ERROR for found in shown) == 600
    assert report.count(Level.NOTE) > 1500
    text = REPORTERS["concise"](report, ReportStyle())
    left = sum(report.more["plans/big.yaml"].values())
    assert f"plans/big.yaml has {left:,} more: 1,000 findings of a file are shown" in text


def test_what_is_only_counted_fails_a_check_like_what_is_shown() -> None:
    fields = "".join(f"f{number}: x\n" for number in range(3000))
    report = judge_texts({**lay_over({}), "plans/big.yaml": PLAN + fields})
    assert report.count(Level.ERROR) == 3000
    assert report.about(["plans/plan.yaml"]).count(Level.ERROR) == 0


def test_fields_given_twice_a_hundred_thousand_times_are_counted() -> None:
    report = judge_texts({**lay_over({}), "plans/big.yaml": PLAN + "summary: x\n" * 40_000})
    assert report.count(Level.ERROR) == 39_999


def test_sentences_are_cut_to_what_anyone_could_read() -> None:
    finding = Spot(NOWHERE).says("é" * 100_000, rule="long-title", help="write  " + "x" * 70_000)
    short = shorten(finding)
    assert short.message == "é" * (LONGEST_SENTENCE // 2) + "…"
    assert short.help.endswith("x…")
    assert shorten(replace(finding, message="x", help="")) == replace(finding, message="x", help="")


def test_a_rule_that_fails_is_one_finding_and_the_others_speak() -> None:
    texts = lay_over({"plan": "title: x\npartners: [icb, icb]"})
    report = judge_texts(texts, families=fail("repeated-title"))
    rules = [found.rule for found in report.diagnostics]
    assert rules.count("rule-failed") == 1
    assert "repeated-reference" in rules
    assert report.count(Level.ERROR) == 1
    assert [type(error) for error in report.failures] == [IndexError]
    assert "943 476 5919" not in REPORTERS["json"](report, ReportStyle())


def test_an_organisation_in_a_hundred_thousand_groups_of_groups_is_visited_once() -> None:
    levels = 3000
    groups = "".join(
        f"  - {{id: {side}{level}, name: x, type: group, members: [a{level + 1}, b{level + 1}]}}\n"
        for level in range(levels)
        for side in "ab"
    )
    ends = f"  - {{id: a{levels}, name: x, type: nhs}}\n  - {{id: b{levels}, name: x, type: nhs}}\n"
    strategy = SMALLEST["strategy"].replace("boards:", groups + ends + "boards:")
    workspace = assemble({"plans/strategy.yaml": strategy}, AS_AT)
    assert workspace.members("a0") == (f"a{levels}", f"b{levels}")
