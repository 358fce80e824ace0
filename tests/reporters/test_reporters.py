"""The same findings in every format, against the output they should give."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coparent import __version__
from coparent.checking import Report, SkippedRules
from coparent.diagnostics import Diagnostic, Level, Location, Place, Related, Spot
from coparent.documents.lines import Lines
from coparent.reporters import REPORTERS
from coparent.reporters.style import ReportStyle
from tests.conftest import unmeasured

GOLDENS = Path(__file__).parent / "goldens"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
CLEAN = Report(as_at=date(2026, 3, 31), diagnostics=(), files=9, plans=8, actions=64)

LOOKS = {
    "text-80.txt": ("text", ReportStyle(width=80)),
    "text-44.txt": ("text", ReportStyle(width=44)),
    "text-200.txt": ("text", ReportStyle(width=200, show=Level.NOTE)),
    "text-colour.txt": ("text", ReportStyle(width=80, show=Level.NOTE, colour=True)),
    "text-ascii.txt": ("text", ReportStyle(width=80, ascii=True)),
    "concise.txt": ("concise", ReportStyle()),
    "concise-colour.txt": ("concise", ReportStyle(show=Level.NOTE, colour=True)),
    "report.json": ("json", ReportStyle()),
}


def finding(level: Level = Level.ERROR, path: str = "plans/home.yaml", line: int = 1) -> Diagnostic:
    """The shortest finding."""
    location = Location(path, line, 1, line, 4)
    return Diagnostic("bad-id", "wrong", Spot(Place(None, path)), level=level, location=location)


def many(number: int) -> Report:
    """A report of that many errors, each with its line, its label and a related place."""
    text = Lines("".join(f"  outcome-{line}: children\u2019s homes\n" for line in range(number)))
    other = Related(Spot(Place(None, "plans/home.yaml")), "first here", Location("plans/home.yaml", 2, 3, 2, 9))
    found = tuple(
        replace(finding(line=line), label="not this", help="write  that", related=(other,))
        for line in range(1, number + 1)
    )
    return replace(CLEAN, diagnostics=found, sources={"plans/home.yaml": text})


def last_line(report: Report, style: ReportStyle) -> str:
    """What stands at the foot of the text."""
    return REPORTERS["text"](report, style).splitlines()[-1]


@pytest.mark.parametrize("name", LOOKS)
def test_every_format_looks_as_its_golden_file_says(name: str, report: Report) -> None:
    form, style = LOOKS[name]
    written = REPORTERS[form](report, style)
    golden = GOLDENS / name
    # UPDATE_GOLDENS=1 rewrites the expected files: read the difference before committing it.
    if os.environ.get("UPDATE_GOLDENS") == "1":
        golden.write_bytes(written.encode())
    assert written == golden.read_bytes().decode()


@pytest.mark.parametrize("example", ["unknown-value", "missing-field", "duplicate-field"])
def test_the_examples_of_the_contract_come_out_to_the_letter(example: str, report: Report) -> None:
    expected = {
        "unknown-value": """\
error[unknown-value]: home-03 "Open two homes" has a stage we do not know: "in-progres"
  --> plans/home.yaml:48:16
   |
48 |         stage: in-progres
   |                ^^^^^^^^^^ did you mean in-progress?
   |
   = fix: write  stage: in-progress
""",
        "missing-field": """\
error[missing-field]: the second milestone of home-03 has no "due"
  --> plans/home.yaml:41:9
   |
41 |       - id: m2
   |         ^^ "due" is missing here
   |
   = fix: add a line  due: March 2027
""",
        "duplicate-field": """\
error[duplicate-field]: home-03 gives "due" twice
  --> plans/home.yaml:52:5
   |
39 |     due: March 2026
   |     --- first here
52 |     due: June 2026
   |     ^^^ and again here
   |
   = fix: keep one. If the date has moved, keep the first and record the move under  rescheduled
""",
    }
    assert expected[example] in REPORTERS["text"](report, ReportStyle(width=100))


@pytest.mark.parametrize("form", ["text", "concise"])
def test_colour_adds_nothing_but_colour(form: str, report: Report) -> None:
    plain = REPORTERS[form](report, ReportStyle(width=60))
    coloured = REPORTERS[form](report, ReportStyle(width=60, colour=True))
    assert coloured != plain
    assert COLOUR.sub("", coloured) == plain


@pytest.mark.parametrize("form", REPORTERS)
def test_an_ascii_console_can_show_every_format(form: str, report: Report) -> None:
    assert REPORTERS[form](report, ReportStyle(ascii=True, width=60)).isascii()


@pytest.mark.parametrize("form", REPORTERS)
def test_every_format_ends_in_one_newline(form: str, report: Report) -> None:
    for reported in (report, CLEAN):
        written = REPORTERS[form](reported, ReportStyle())
        assert not written or written.endswith("\n")
        assert not written.endswith("\n\n")


@pytest.mark.parametrize("form", ["text", "concise"])
def test_paths_are_shown_from_the_working_directory(form: str, report: Report) -> None:
    written = REPORTERS[form](report, ReportStyle(paths=lambda path: path.removeprefix("plans/")))
    assert "home.yaml:48:16" in written
    assert "plans/home.yaml:" not in written
    assert "wait for home.yaml" in written


@pytest.mark.parametrize("form", REPORTERS)
def test_a_file_name_cannot_move_the_cursor_or_stop_the_writing(form: str) -> None:
    report = replace(CLEAN, diagnostics=(finding(path="plans/a\x1b[2J\udcff.yaml"),))
    written = REPORTERS[form](report, ReportStyle())
    assert "\x1b" not in written
    written.encode()


def test_a_clean_run_says_what_was_read() -> None:
    assert REPORTERS["text"](CLEAN, ReportStyle()) == "8 plans, 64 actions, no problems\n"
    assert REPORTERS["concise"](CLEAN, ReportStyle()) == "8 plans, 64 actions, no problems\n"
    assert last_line(replace(CLEAN, plans=1, actions=1), ReportStyle()) == "1 plan, 1 action, no problems"


def test_the_footer_says_what_is_hidden_and_how_to_see_it() -> None:
    notes = replace(CLEAN, diagnostics=(finding(Level.NOTE),) * 3)
    assert last_line(notes, ReportStyle()) == (
        "8 plans, 64 actions, no problems; 3 notes hidden: --show note shows them"
    )
    assert last_line(notes, ReportStyle(show=Level.NOTE)) == "8 plans, 64 actions, no problems; 3 notes in 1 file"
    warned = replace(CLEAN, diagnostics=(finding(Level.WARNING),))
    assert last_line(warned, ReportStyle(show=Level.ERROR)) == (
        "8 plans, 64 actions, no errors; 1 warning hidden: --show warning shows it"
    )


def test_the_footer_counts_problems_notes_and_files() -> None:
    levels = (Level.ERROR, Level.WARNING, Level.WARNING, Level.NOTE)
    mixed = replace(CLEAN, diagnostics=tuple(finding(level, f"plans/{level}.yaml") for level in levels))
    assert last_line(mixed, ReportStyle()) == (
        "3 problems in 2 files: 1 error, 2 warnings. 1 note hidden: --show note shows it"
    )
    assert last_line(mixed, ReportStyle(show=Level.NOTE)) == ("3 problems and 1 note in 3 files: 1 error, 2 warnings.")
    assert last_line(mixed, ReportStyle(show=Level.ERROR)) == (
        "1 problem in 1 file. 2 warnings and 1 note hidden: --show note shows them"
    )


def test_the_footer_says_which_checks_wait_for_which_files() -> None:
    files = tuple(f"plans/{letter}.yaml" for letter in "abcdef")
    single = replace(CLEAN, skipped=SkippedRules(("unused-measure",), files[:2]))
    assert last_line(single, ReportStyle()) == (
        "1 check waits for plans/a.yaml and plans/b.yaml: mend these first, then run it again"
    )
    several = replace(CLEAN, skipped=SkippedRules(("unused-measure", "update-owed"), files))
    assert last_line(several, ReportStyle(width=200)) == (
        "2 checks wait for plans/a.yaml, plans/b.yaml, plans/c.yaml and 3 more files: "
        "mend these first, then run it again"
    )
    many = replace(CLEAN, skipped=SkippedRules(tuple(f"rule-{letter}" for letter in "abcdef"), files[:1]))
    assert last_line(many, ReportStyle()) == "6 checks wait for plans/a.yaml: mend it first, then run it again"


def test_twenty_findings_are_written_in_full_and_more_one_line_each() -> None:
    assert REPORTERS["text"](many(20), ReportStyle()).count("= fix: write  that") == 20
    written = REPORTERS["text"](many(21), ReportStyle())
    assert "= fix" not in written
    assert written.count("error[bad-id] wrong; fix: write  that\n") == 21
    assert written.endswith(
        "\n\n21 problems in 1 file.\n"
        "To see them in full: coparent check -v, or one file at a time: coparent check plans/home.yaml\n"
    )
    assert REPORTERS["text"](many(21), ReportStyle(full=True)).count("= fix: write  that") == 21


def test_json_has_every_finding_and_every_key_in_order(report: Report) -> None:
    written = json.loads(REPORTERS["json"](report, ReportStyle(show=Level.ERROR)))
    assert list(written) == ["format", "tool", "as_at", "summary", "diagnostics"]
    assert written["tool"] == {"name": "coparent", "version": __version__}
    assert " ".join(written["summary"]) == ("files plans actions errors warnings notes ignored fixable waiting")
    assert len(written["diagnostics"]) == len(report.diagnostics)
    keys = "rule level message fix path line column end_line end_column record field fixable related"
    assert {" ".join(found) for found in written["diagnostics"]} == {keys}
    places = [[found[key] for key in ("path", "line", "column", "rule")] for found in written["diagnostics"]]
    assert places == sorted(places)


def test_json_keeps_words_readable_and_gives_back_every_character() -> None:
    message = "£9 寮 \udc80 \u202e \x1b \x9b"
    report = replace(CLEAN, diagnostics=(replace(finding(), message=message),))
    written = REPORTERS["json"](report, ReportStyle())
    assert "£9 寮" in written
    assert json.loads(written)["diagnostics"][0]["message"] == message
    assert written.replace("\n", "").isprintable()


def test_a_finding_nobody_could_place_stands_at_the_start_of_its_file() -> None:
    report = replace(CLEAN, diagnostics=(replace(finding(), location=None),))
    assert "--> plans/home.yaml:1:1\n" in REPORTERS["text"](report, ReportStyle())


def test_nothing_is_imported_that_the_chosen_format_does_not_need() -> None:
    program = (
        "import sys; from datetime import date; from coparent.checking import Report;"
        "from coparent.reporters import REPORTERS; from coparent.reporters.style import ReportStyle;"
        "REPORTERS['text'](Report(date(2026, 3, 31), ()), ReportStyle());"
        "print([name for name in ('json', 'rich', 'coparent.reporters.json') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], env=unmeasured(), capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
