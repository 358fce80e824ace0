"""Every sentence of every paper, over workspaces with none, one, two and many of each thing: grammar and figures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import cycle

import pytest

from coparent.papers import SECTIONS, PaperView, Source, find_paper, views_of
from coparent.papers.facts import Words
from coparent.papers.rendering import render
from coparent.papers.rich_text import to_plain
from coparent.papers.template_outlines import outline
from coparent.workspace import Workspace, assemble
from tests.papers.pages import TEMPLATES

AS_AT = date(2026, 9, 30)
NAMES = ("The eight district councils", "Oak House Ltd.", "Children's services", "Barnardo's")
TITLES = ("Open two homes.", "Who decides?", "Train carers", "Listen!")
LED = "lead: {role: Head of homes, organisation: o2}"
RED = "{on: 2026-09-01, stage: in-progress, rating: red, summary: It stands still, reason: No builder"
MOVED = "rescheduled: [{to: March 2027, on: 2026-08-01, reason: It rained}]"
STATES = {
    "bare": "promises: [pr1]",
    "silent": f"start: January 2026, due: March 2027, {LED}",
    "unled": "start: January 2026, due: March 2026, milestones: [{title: The first opens., due: September 2026}]",
    "due today": f"start: January 2026, due: 30 September 2026, {LED}, "
    "milestones: [{title: Today., due: 30 September 2026}, {title: Met, due: 30 September 2026, done: 2026-09-30}]",
    "done": f"start: January 2026, due: May 2026, {LED}, "
    "updates: [{on: 2026-05-01, stage: complete, summary: It is done}]",
    "green": f"start: January 2026, due: March 2027, {LED}, resources: {{status: funded, amount: 5}}, "
    "updates: [{on: 2026-09-01, stage: in-progress, rating: green, summary: It goes well.}]",
    "red": f"start: January 2026, due: March 2026, {LED}, partners: [o1], updates: [{RED}}}]",
    "asking": f"start: January 2026, due: March 2026, {LED}, updates: [{RED}, ask: Write, ask_of: b1}}], {MOVED}",
    "asking others": f"due: March 2026, updates: [{RED}, ask: Write to them, ask_of: b2}}], {MOVED}",
    "moved": f"due: March 2026, {LED}, {MOVED.replace('}', ', approved_by: b1}')}",
    "paused": f"due: March 2027, {LED}, updates: [{{on: 2026-08-01, stage: paused, summary: There is no money}}]",
    "cancelled": f"due: March 2027, {LED}, updates: [{{on: 2026-08-01, stage: cancelled, summary: It is over}}]",
    "carried": f"due: March 2027, {LED}, updates: [{{on: 2026-08-01, stage: carried-forward, summary: It goes on}}]",
    "recurring": f"start: January 2026, due: quarterly, review: March 2027, {LED}",
    "unrated": f"start: January 2026, due: October to December 2026, {LED}, plain: We open homes., "
    "updates: [{on: 2026-08-01, stage: in-progress, summary: It goes on, plain: It goes on.}]",
    "later": f"start: April 2027, due: March 2028, {LED}, plain: We will open homes.",
}
"""What may be known of an action."""


@dataclass(frozen=True)
class Case:
    """How many there are of each thing, and the states that the actions of each plan go through."""

    plans: int
    actions: int
    states: tuple[str, ...] = ("bare",)
    others: int = 1
    since: str = ""

    def __str__(self) -> str:
        states = "all" if len(self.states) == len(STATES) else " and ".join(self.states)
        return f"{self.plans} plans of {self.actions} actions, {states}, {self.others} of the rest"


CASES = (
    Case(0, 0),
    Case(1, 0),
    *(Case(1, 1, (state,), since="2026-06-30") for state in STATES),
    Case(1, 2, ("silent",)),
    Case(1, 2, ("done",), since="2026-06-30"),
    Case(1, 2, ("unled",), others=2),
    Case(2, 1, ("asking",), others=2, since="2026-06-30"),
    Case(2, 16, tuple(STATES), others=3, since="2026-06-30"),
    Case(3, 9, tuple(reversed(STATES)), others=3),
)
_COUNTED = (
    "actions|plans|updates|outcomes|measures|milestones|organisations|decisions|dates|things|requests|goals|risks"
)
WRONG = {
    "one of what are many": rf"(?<![\d.,/-])1 (?:more |other |of them )?(?:{_COUNTED}|are|were|have|lead|join|need)\b",
    "one of several are": r"(?<![\d.,/-])1 of \d+ \w+ (?:are|were|have|need|lead|do)\b",
    "several is": rf"(?<!of )(?<![\d.,/-])(?:[2-9]|\d\d+) (?:more |other )?(?:{_COUNTED}) (?:is|was|has|needs)\b",
    "none of one": r"\b(?:None|[Aa]ll|[Bb]oth) of (?:the )?1\b|\b[Aa]ll [12] |\b[Tt]he other 1\b|\b1 of 1 \w+ \w+s\b",
    "no such number": r"\b0 of 0\b|(?<![\d.,%£])\b0 (?:actions|updates) (?:is|are|in|and)\b",
    "two stops": r"(?<!\.)\.\.(?!\.)|[.?!]:|[?!]\.|:\.|[.:;] ?,|,,|;\.",
    "a stop apart": r"\w [,.;:](?:\s|$)",
    "an article within": r"\b(?:[Tt]he|of|by|to|with|for|from|that) The\b",
    "two verbs": r"\b(?:is are|are is|is is|has have|was were)\b",
    "words we do not use": r"\b(?:owe[sd]?|owing|tells?|told)\b",
    "nothing said": r"\(\)|“”",
    "silence as good news": r"\bNo action is\b|none owes\b",
}
"""What stands in no paper, whatever the plans hold."""
_LINKS_AND_LINES = re.compile(r"\]\([^)]*\)|^\|[-:| ]+\|$", re.MULTILINE)


def texts_of(case: Case) -> dict[str, str]:
    """The files of a workspace with so many of each thing."""
    rest = range(1, case.others + 1)
    files = {"plans/strategy.yaml": strategy(rest)}
    if case.actions:
        files["plans/measures.yaml"] = "kind: measures\nmeasures:\n" + "".join(map(measure, rest))
    titles, states = cycle(TITLES), cycle(case.states)
    for number in range(1, case.plans + 1):
        actions = "".join(
            f"  - {{id: a{number}-{place}, title: {next(titles)}, "
            f"outcomes: [out{1 + place % len(rest)}], {STATES[next(states)]}}}\n"
            for place in range(case.actions)
        )
        files[f"plans/plan{number}.yaml"] = (
            f"kind: plan\nid: plan{number}\ntitle: Plan {number}.\norganisation: o{number}\npartners: [o4]\n"
            f"status: {'consultation' if number % 2 else 'draft'}\nreports_to: [b1]\n"
            "risks: [{id: k1, title: The builder leaves., likelihood: 2, impact: 3, status: open}]\n"
            f"actions:{'' if actions else ' []'}\n{actions}"
        )
    return files


def strategy(rest: range) -> str:
    """A strategy with so many priorities and outcomes, and names of every kind."""
    return "\n".join(
        [
            "kind: strategy\nid: s\ntitle: The promise\norganisation: o1\nperiod: April 2024 to March 2030",
            "priorities:",
            *(f"  - {{id: p{number}, title: {title}}}" for number, title in zip(rest, TITLES, strict=False)),
            "outcomes:",
            *(f"  - {{id: out{number}, title: Be well {number}., priorities: [p{number}]}}" for number in rest),
            "organisations:",
            *(f'  - {{id: o{number}, name: "{name}", type: council}}' for number, name in enumerate(NAMES, 1)),
            "boards: [{id: b1, name: The Parenting Board}, {id: b2, name: The cabinet}]",
            "recommendations: [{id: r1, title: Open homes., by: The inspectors, on: March 2025, outcomes: [out1]}]",
            "promises: [{id: pr1, title: We listen., outcomes: [out1]}]",
            "consulted: [{who: The choir, kind: young-people, on: May 2026, heard: Too few homes}]",
        ]
    )


def measure(number: int) -> str:
    """A measure with a target still to come."""
    return (
        f"  - {{id: m{number}, title: How many., unit: count, better: higher, outcomes: [out{number}], "
        "target: {value: 9, by: March 2028}, "
        "readings: [{period: 2024/25, value: 2}, {period: 2025/26, value: 3}]}\n"
    )


def workspace_of(case: Case, template: str) -> Workspace:
    """The workspace of a case, with a paper of that template."""
    paper = (
        f"kind: paper\nid: paper\ntitle: A paper.\ntemplate: {template}\nas_at: {AS_AT}\nboard: b1\n"
        + (f"since: {case.since}\n" if case.since else "")
        + ("recommendations: [Note it.]\n" if case.others == 2 else "")
    )
    workspace = assemble({**texts_of(case), "plans/paper.yaml": paper}, AS_AT)
    assert not workspace.diagnostics, [str(found) for found in workspace.diagnostics]
    return workspace


def papers_of(case: Case) -> Iterator[tuple[str, PaperView, str]]:
    """Each template's paper over a case: its name, its facts and its Markdown."""
    for template in TEMPLATES:
        workspace = workspace_of(case, template)
        organisation = "o1" if template == "partner-brief" else None
        shown = outline(template, "md", None, tuple(SECTIONS))
        for _, view in views_of(Source(workspace), find_paper(workspace, "paper"), shown, organisation):
            yield template, view, render(view, template, "md")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_no_sentence_is_wrong_and_the_figures_agree_with_what_is_listed(case: Case) -> None:
    for template, view, paper in papers_of(case):
        text = _LINKS_AND_LINES.sub("", paper)
        found = [
            f"{template}: {what}: …{text[max(0, match.start() - 60) : match.end() + 30]}…"
            for what, pattern in WRONG.items()
            for match in re.finditer(pattern, text, re.MULTILINE)
        ]
        assert found == []
        check_asks(view, paper)
        check_answer(view)
        check_attention(view)


def check_asks(view: PaperView, paper: str) -> None:
    """A paper lists as many decisions as it says that members are asked for, and its cards say the same."""
    asked = re.findall(r"Members are asked for (\d+) decision", paper)
    labels = re.findall(r"^- \*\*(D\d+): ", paper, re.MULTILINE)
    assert [*map(int, asked)] == ([len(labels)] * 2 if labels else []), view.template
    assert labels == [f"D{number}" for number in range(1, len(labels) + 1)]
    if view.purpose is not None:
        assert len(view.purpose.recommendations) == len(labels)
    decisions = view.decisions.decisions if view.decisions is not None else ()
    for concern in view.attention.concerns if view.attention is not None else ():
        about = [each.label for each in decisions if each.action is not None and each.action.id == concern.action.id]
        assert re.findall(r"\bD\d+", plain(concern.ask)) == about


def check_answer(view: PaperView) -> None:
    """The numbers of the first sentences add up to all actions, and so do those by status."""
    spread, sentence = view.glance.spread, view.glance.sentence
    assert sum(share.number for share in spread.shares) == spread.total
    if spread.total > 1:
        well = re.match(r"(?:None|Both|All \d+|\d+)(?= )", sentence)
        urgent = re.search(r"(?:One|\d+)(?= needs? attention)", sentence)
        silent = re.search(r"(?<=There is no word of )\d+(?=, which)", sentence)
        rest = re.search(r"(?<=Of the others, ).*(?=\.$)", sentence)
        parts = rest[0].replace("there is no word of ", "").split("; ") if rest else []
        numbers = [*(match[0] for match in (well, urgent, silent) if match), *parts]
        assert sum(as_number(words, spread.total) for words in numbers) == spread.total, sentence


def check_attention(view: PaperView) -> None:
    """What is counted as needing attention, and as silent, is listed."""
    section = view.attention
    if section is None:
        return
    counted = re.match(r"(.*?) needs? attention:", plain(section.paragraphs[0].text))
    number = as_number(counted[1], view.glance.spread.total) if counted else 0
    assert len(section.concerns) + len(section.more) == number
    silent = plain(section.owed_paragraph.text) if section.owed_paragraph is not None else ""
    due = sum(map(int, re.findall(r"(\d+) (?:updates?|turns?|actions?)\b", silent)))
    assert sum(len(lead.actions) for lead in section.owed) == due


def as_number(words: str, total: int) -> int:
    """The number that words begin with."""
    first = words.split()[0].rstrip(",")
    known = {"None": 0, "One": 1, "The": 1, "Both": total, "All": total}
    return known[first] if first in known else int(first)


def plain(words: Words) -> str:
    """The words of a text, rich or not."""
    return words if isinstance(words, str) else to_plain(words)
