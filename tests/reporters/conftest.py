"""One report with every kind of finding a reporter has to lay out."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from coparent.checking import Report, SkippedRules
from coparent.diagnostics import Diagnostic, Level, Location, Place, RecordName, Related, Spot
from coparent.documents.lines import Lines

HOME = "plans/home.yaml"
HEALTH = "plans/health.yaml"
STRATEGY = "plans/strategy.yaml"
EMPTY = "plans/empty.yaml"

HOME_TEXT = "\n".join(
    [
        *(f"# {number}" for number in range(1, 12)),
        "    outcomes: [o1, o1]",
        "    measures: [new-homez]",
        "    summary: 寮と住まい を増やす",
        "\tlead: Head of Placements",
        "    note: " + "a room of one\u2019s own, " * 22 + "colour \x1b[31mred\x07 and \u202eturned",
        "    title: Cafe\u0301 mornings",
        *(f"# {number}" for number in range(18, 39)),
        "    due: March 2026",
        "    milestones:",
        "      - id: m2",
        *(f"# {number}" for number in range(42, 48)),
        "        stage: in-progres",
        *(f"# {number}" for number in range(49, 52)),
        "    due: June 2026",
        "",
    ]
)
HEALTH_TEXT = "kind: plan\ntitle: Health: our delivery plan\n# 3\n# 4\n# 5\n    due: May 2026\n     due: January 2027\n"
STRATEGY_TEXT = "kind: strategy\nmeasures:\n  - id: new-homes\n    title: New homes opened\n"
TEXTS = {HOME: HOME_TEXT, HEALTH: HEALTH_TEXT, STRATEGY: STRATEGY_TEXT, EMPTY: ""}
OPEN_HOMES = RecordName("action", "home-03")


def place(path: str, line: int, words: str, nth: int = 1) -> Location:
    """Where words stand in a line; no words mean just past its end."""
    text = Lines(TEXTS[path])[line] if path in TEXTS else ""
    start = len(text)
    if words:
        start = -1
        for _ in range(nth):
            start = text.index(words, start + 1)
    return Location(path, line, start + 1, line, start + 1 + len(words))


def find(rule: str, message: str, location: Location, **more: Any) -> Diagnostic:
    """A diagnostic as it stands in a finished report."""
    found = Diagnostic(rule, message, Spot(Place(None, location.path)), location=location)
    return replace(found, **more)


def also(message: str, location: Location) -> Related:
    """Another place in a finished report."""
    return Related(Spot(Place(None, location.path)), message, location)


def _health() -> list[Diagnostic]:
    return [
        find("wrong-type", "plans/empty.yaml holds nothing", place(EMPTY, 1, ""), label="no plan here"),
        find(
            "yaml-syntax",
            "a colon inside text needs quotes",
            place(HEALTH, 2, ":", nth=2),
            label="reads as the start of a new field",
            help='write  title: "Health: our delivery plan"',
        ),
        find(
            "yaml-syntax",
            "this line starts one space too far to the right",
            Location(HEALTH, 7, 6, 7, 7),
            label="should line up with the line above",
            help="take one space away",
        ),
        find(
            "no-approval",
            "the file ends before its last field is finished",
            place(HEALTH, 8, ""),
            label="the text stops here",
            level=Level.NOTE,
        ),
    ]


def _places() -> list[Diagnostic]:
    first, second = place(HOME, 12, "o1"), place(HOME, 12, "o1", nth=2)
    return [
        find(
            "repeated-reference",
            'home-03 "Open two homes" names the outcome o1 twice',
            second,
            label="and again here",
            help="take one of them away",
            level=Level.WARNING,
            record=OPEN_HOMES,
            field="outcomes",
            related=(also("first here", first),),
        ),
        find(
            "unknown-reference",
            'home-03 "Open two homes" names a measure nobody has: "new-homez"',
            place(HOME, 13, "new-homez"),
            label="did you mean new-homes?",
            help="write  measures: [new-homes]",
            record=OPEN_HOMES,
            field="measures",
            related=(also("new-homes is described here", place(STRATEGY, 3, "new-homes")),),
        ),
        find(
            "duplicate-field",
            'home-03 gives "due" twice',
            place(HOME, 52, "due"),
            label="and again here",
            help="keep one. If the date has moved, keep the first and record the move under  rescheduled",
            record=OPEN_HOMES,
            field="due",
            related=(also("first here", place(HOME, 39, "due")),),
        ),
        find(
            "outcome-far-away",
            "two places far apart in one file disagree, and the sentence that says so is long enough to wrap",
            place(HOME, 48, "in-progres"),
            label="this one, whose label is also too long to stand beside its caret",
            level=Level.WARNING,
            related=(also("this other one", place(HOME, 12, "outcomes")),),
        ),
    ]


def _characters() -> list[Diagnostic]:
    return [
        find("wide", "寮と住まい takes two cells a letter", place(HOME, 14, "住まい"), label="three letters"),
        find("tab", "a tab indents this line", place(HOME, 15, "\t"), label="use spaces"),
        find("after-tab", "the lead follows a tab", place(HOME, 15, "Head"), label="here"),
        find("start-of-long", "the field of a very long line", place(HOME, 16, "note"), label="its key"),
        find("long", "the middle of a long line", place(HOME, 16, "own", nth=11), label="the eleventh"),
        find(
            "control",
            "a plan tries to colour \x1b[31mthe terminal\x1b[0m and to \u202eturn it\nround",
            place(HOME, 16, "\x1b[31mred\x07"),
            label="\x1b[2Jhidden",
            help="write  colour red",
        ),
        find("accent", "an accent of its own takes no room", place(HOME, 17, "mornings"), label="here"),
        find(
            "combining",
            "the accented letter is one cell",
            place(HOME, 17, "e\u0301", nth=1),
            label="one caret",
        ),
    ]


def _rest() -> list[Diagnostic]:
    return [
        find(
            "missing-field",
            'the second milestone of home-03 has no "due"',
            place(HOME, 41, "id"),
            label='"due" is missing here',
            help="add a line  due: March 2027",
            record=OPEN_HOMES,
            field="milestones.due",
        ),
        find(
            "unknown-value",
            'home-03 "Open two homes" has a stage we do not know: "in-progres"',
            place(HOME, 48, "in-progres"),
            label="did you mean in-progress?",
            help="write  stage: in-progress",
            record=OPEN_HOMES,
            field="updates.stage",
        ),
        find(
            "merge-conflict",
            "two people's changes stand here side by side",
            Location(HOME, 39, 5, 41, 9),
            label="everything from here",
            level=Level.NOTE,
        ),
        find(
            "unreadable-file",
            "this file is larger than 5 MB",
            Location("plans/photos.yaml", 1, 1, 1, 1),
            label="not opened",
            help="keep photographs elsewhere",
            related=(also("nor was this", Location("plans/scan.yaml", 1, 1, 1, 1)),),
        ),
    ]


@pytest.fixture(scope="session")
def report() -> Report:
    """Every kind of finding, in every kind of line."""
    found = [*_health(), *_places(), *_characters(), *_rest()]
    found.sort(key=lambda each: (each.location or Location(each.path, 1, 1, 1, 1), each.rule))
    return Report(
        as_at=date(2026, 3, 31),
        diagnostics=tuple(found),
        sources={path: Lines(text) for path, text in TEXTS.items()},
        files=8,
        plans=6,
        actions=64,
        skipped=SkippedRules(("unknown-reference", "unused-measure"), (HOME,)),
    )
