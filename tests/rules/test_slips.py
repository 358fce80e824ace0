"""Everyday slips, each mended by typing what the messages say and nothing else.

A slip is a part of the smallest sound workspace (tests/workspaces.py) written as people write it. The fix of the first
finding is done by machine, the files are checked again, and so on until there is no error and no warning. `holds` is
what the mended files must then say, so that nothing was lost on the way; where a person has to choose, the first way
offered is taken.
"""

from datetime import date
from typing import NamedTuple

import pytest

from coparent.checking import Report
from coparent.diagnostics import Diagnostic, Level
from tests.printed_fixes import Files, alternatives, apply
from tests.printed_lines import CannotBeDone
from tests.workspaces import SMALLEST, judge_texts

MOST_FIXES = 12
AS_AT = date(2026, 10, 20)
PLAN, STRATEGY, MEASURES = ("plans/plan.yaml", "plans/strategy.yaml", "plans/measures.yaml")
SOUND = {PLAN: SMALLEST["plan"], STRATEGY: SMALLEST["strategy"], MEASURES: SMALLEST["measures"]}
UPDATE = "      - {on: 2026-09-30, stage: in-progress, rating: green, summary: Both sites are bought.}\n"
LONG_UPDATE = """\
      - on: 2026-09-30
        stage: in-progress
        rating: green
        summary: Both sites are bought.
"""


class Slip(NamedTuple):
    """What stood there, what was written in its place, and what the mended file must hold."""

    says: str
    was: str
    typed: str
    holds: tuple[str, ...] = ()
    path: str = PLAN


def due(typed: str, *holds: str) -> Slip:
    """A slip in the date of an action."""
    return Slip(f"due: {typed}", "due: March 2027\n    measures", f"due: {typed}\n    measures", holds)


def stage(typed: str, *holds: str) -> Slip:
    """A slip in the stage of an update."""
    return Slip(f"stage: {typed}", "stage: in-progress, rating: green", f"stage: {typed}", holds)


def line(typed: str, *holds: str) -> Slip:
    """A line more in the action."""
    return Slip(typed.splitlines()[0], "    measures: [m1]\n", f"    measures: [m1]\n    {typed}\n", holds)


SLIPS = [
    due("31 / 03 / 2027", "due: 2027-03-31"),
    due("31. 03. 2027", "due: 2027-03-31"),
    due("2027 March", "due: March 2027"),
    due("~March 2027", "due: March 2027"),
    due("Jan/Feb/Mar 2027", "January to March 2027"),
    due("Quarter Three 2026/27", "Q3 2026/27"),
    due("Q4 26/27", "Q4 2026/27"),
    due("2026/7", "2026/27"),
    due("2026/27 academic year", "academic year 2026/27"),
    due("the thirty-first of March 2027", "due: 2027-03-31"),
    due("“March 2027”", "due: March 2027"),
    due("'March 2027.'", "March 2027."),
    due("by Marhc 2027", "March 2027"),
    due("Mar-27", "March 2027"),
    due("31st Mar 27", "due: 2027-03-31"),
    due("30/02/2027"),
    due("2027-02-30"),
    due("Spring"),
    due("Q3"),
    due("ASAP"),
    due("Commencing April 2026", "start: April 2026"),
    due("Monthly from October 2026", "due: monthly", "start: October 2026"),
    due("March 2027 and annually thereafter", "due: every March"),
    due("March 2027 (was December 2026)", "March 2027", "December 2026"),
    due("twice yearly", "due: six-monthly"),
    due("bi-monthly"),
    due("completed", "stage: complete"),
    due("ongoing"),
    due("Autumn Term", "September to December 2026"),
    due("winter 2026"),
    due("2027", "2027"),
    stage("In Progress", "stage: in-progress"),
    stage("in-progres", "stage: in-progress"),
    stage("Not started", "stage: not-started"),
    stage("on track", "rating: green", "stage: in-progress"),
    stage("Not complete"),
    stage("delayed", "stage: in-progress"),
    stage("Green", "rating: green"),
    stage("TBC"),
    line("Responsible officer: Head of fostering"),
    line("By when: March 2027", "March 2027"),
    line("RAG: Green"),
    line("Progress: The first home has a builder.", "The first home has a builder."),
    line("Success criteria: Two homes are open.", "success: Two homes are open."),
    line("cost: £20,000", "20000"),
    line("theme: Sufficiency", "group: Sufficiency"),
    line("KPI: m1", "m1"),
    line("reference: '3.10'", "ref: 3.10"),
    line("succes: Two homes are open.", "success: Two homes are open."),
    line("Why: Children move too far away.", "why: Children move too far away."),
    line("why : Children move too far away.", "Children move too far away."),
    line("why:Children move too far away.", "why: Children move too far away."),
    line("why: Health: our plan says so.", "Health: our plan says so."),
    line("why: @home is where it begins.", "@home is where it begins."),
    line('why: "Home" is where it begins.', "Home", "is where it begins."),
    line("why: 'It's where it begins.'", "It's where it begins."),
    line("why: Panel #4 and funded by them.", "Panel #4 and funded by them."),
    line("\twhy: Children move too far away.", "why: Children move too far away."),
    line(" why: Children move too far away.", "why: Children move too far away."),
    line("why: [Children move, too far away", "Children move"),
    line("joint_leads: Head of fostering", "Head of fostering"),
    line("partners: icb", "partners: [icb]"),
    line("partners: [ICB]", "partners: [icb]"),
    line("partners: [icb.]", "partners: [icb]"),
    line("partners: [“icb”]", "partners: [icb]"),
    line("partners: [icb, icb]", "partners: [icb]"),
    line("resources: {status: funded, amount: £1.2m}", "1200000"),
    line("resources: {status: funded, amount: £250k}", "250000"),
    line("lead: Head of fostering", "Head of fostering"),
    Slip("lead as a list", "lead: Head of placements", "lead: [Head of placements, Fostering team]",
         ("lead: Head of placements", "Fostering team")),
    Slip("lead is nothing", "lead: Head of placements", "lead: ~"),
    Slip("an update without a hyphen", UPDATE, LONG_UPDATE.replace("- on", "  on"), ("Both sites are bought.",)),
    Slip("an update on one line", UPDATE, "      Both sites are bought.\n", ("Both sites are bought.",)),
    Slip("outcomes with commas", "outcomes: [o1, o2, o3, o4, o5, o6, o7]", "outcomes: o1, o2, o3, o4, o5, o6, o7",
         ("o1", "o7")),
    Slip("outcomes by one title", "outcomes: [o1, o2, o3", "outcomes: [Children are heard, o1, o2, o3", ("o7",)),
    Slip("an id in capitals", "id: a1", "id: A1", ("id: a1",)),
    Slip("an id with spaces", "id: a1", "id: Open homes", ("id: open-homes",)),
    Slip("status of a plan", "status: draft", "status: Draft version", ()),
    Slip("status not approved", "status: draft", "status: Not approved", ()),
    Slip("approved without approval", "status: draft", "status: approved", ()),
    Slip("kind in capitals", "kind: plan", "kind: Plan", ("kind: plan",)),
    Slip("kind left out", "kind: plan\n", "", ("kind: plan",)),
    Slip("organisation left out", "organisation: ecc\n", "", ("organisation: ecc",)),
    Slip("period to and fro", "status: draft", "status: draft\nperiod: {start: March 2028, end: April 2026}",
         ("start: April 2026", "end: March 2028")),
    Slip("a second action without a hyphen", "    updates:\n" + UPDATE,
         "    id: a2\n    title: Train ten carers\n    outcomes: [o1]\n    lead: Head of placements\n"
         "    due: March 2027\n    success: Ten carers are trained.\n", ("id: a1", "id: a2", "Train ten carers")),
    Slip("a colon in a run-over line", "    title: Open two homes\n",
         "    title: Open two homes\n    success: Two homes\n  are open: both of them\n", ("are open: both of them",)),
    Slip("strategy: period of several years", "period: April 2026 to March 2030", "period: 2026 to 2030",
         ("2026/27", "2029/30"), STRATEGY),
    Slip("strategy: outcomes at the priority", "{id: home, title: A home that suits me}",
         "{id: home, title: A home that suits me, outcomes: [o1]}", (), STRATEGY),
    Slip("measure: target as a percent", "unit: count, better: higher", "unit: percent, better: higher, target: 65%",
         ("value: 65",), MEASURES),
    Slip("measure: unit in words", "unit: count", "unit: '%'", ("unit: percent",), MEASURES),
    Slip("measure: better in words", "better: higher", "better: up", ("better: higher",), MEASURES),
    Slip("measure: a small reading", "unit: count", "unit: count, readings: [{period: 2026-06, value: <5}]",
         ("suppressed",), MEASURES),
]  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.says)
def test_a_slip_is_mended_by_typing_what_the_messages_say(slip: Slip) -> None:
    assert slip.was in SOUND[slip.path], "the smallest workspace has changed"
    files = {**SOUND, slip.path: SOUND[slip.path].replace(slip.was, slip.typed, 1)}
    known = len(_problems(judge_texts(SOUND, AS_AT)))
    for _ in range(MOST_FIXES):
        problems = _problems(judge_texts(files, AS_AT))
        if len(problems) <= known:
            break
        files = _mend(problems, files)
    assert len(_problems(judge_texts(files, AS_AT))) <= known
    mended = "\n".join(files.values())
    assert [words for words in slip.holds if words not in mended] == []


def _problems(report: Report) -> list[Diagnostic]:
    return [found for found in report.diagnostics if found.level is not Level.NOTE]


def _mend(problems: list[Diagnostic], files: Files) -> Files:
    """The files after the first way to mend of the first finding that has a way."""
    for found in sorted(problems, key=lambda found: found.level.rank):
        for steps in alternatives(found.help):
            mended = dict(files)
            for step in steps:
                mended = apply(step, found, mended)
            return mended
    raise CannotBeDone("\n".join(f"{found.message} | {found.label} | {found.help}" for found in problems))
