"""Workflow commands, read back as GitHub's runner reads them."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from coparent.checking import Report
from coparent.diagnostics import Level, Location
from coparent.reporters.github import LONGEST, MOST_OF_A_LEVEL, write
from coparent.reporters.style import ReportStyle
from coparent.text.escaping import escape_command_data, escape_command_property
from tests.reporters.findings import CLEAN, CROWD, crowd, expect, finding, report_of

ALL = ReportStyle(show=Level.NOTE)


@dataclass
class Command:
    """What the runner makes of one line."""

    name: str
    properties: dict[str, str]
    data: str


def obey(line: str) -> Command:
    """Take a command apart."""
    _, information, data = line.split("::", 2)
    name, _, written = information.partition(" ")
    pairs = (pair.split("=", 1) for pair in written.split(","))
    return Command(name, {key: _unescape(value, "\r\n:,%") for key, value in pairs}, _unescape(data, "\r\n%"))


def _unescape(text: str, characters: str) -> str:
    for character in characters:
        text = text.replace(f"%{ord(character):02X}", character)
    return text


def commands(report: Report, style: ReportStyle = ALL) -> list[Command]:
    """What the runner makes of a whole report."""
    lines = write(report, style).split("\n")
    assert lines.pop() == ""
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    return [obey(line) for line in lines]


def test_every_kind_of_finding(report: Report) -> None:
    expect("github.txt", write(report, ALL))


def test_a_clean_run_has_nothing_to_annotate() -> None:
    assert write(CLEAN, ALL) == ""


def test_the_log_repeats_the_place() -> None:
    (command,) = commands(report_of(finding(line=7, help="write  that")))
    assert command.name == "error"
    assert command.data == "plans/home.yaml:7:1: wrong\nfix: write  that"
    assert command.properties == {
        **{"file": "plans/home.yaml", "line": "7", "endLine": "7", "col": "1", "endColumn": "4"},
        "title": "coparent: bad-id",
    }


def test_several_lines_have_no_columns() -> None:
    (command,) = commands(report_of(finding(location=Location("plans/home.yaml", 2, 9, 4, 1))))
    assert (command.properties["line"], command.properties["endLine"]) == ("2", "4")
    assert not {"col", "endColumn"} & command.properties.keys()


def test_only_what_was_asked_for_is_shown() -> None:
    report = report_of(finding(Level.NOTE), finding(Level.WARNING, line=2))
    assert [command.name for command in commands(report, ReportStyle())] == ["warning"]
    assert [command.name for command in commands(report)] == ["warning", "notice"]


def test_errors_come_first_and_a_line_has_one_annotation() -> None:
    found = [finding(Level.NOTE, 1), finding(Level.WARNING, 2), finding(Level.ERROR, 2), finding(Level.ERROR, 3)]
    first, second, third = commands(report_of(*found))
    assert [first.name, second.name, third.name] == ["error", "error", "notice"]
    assert first.data.count("plans/home.yaml:2:1: wrong") == 2
    assert second.data == "plans/home.yaml:3:1: wrong"


def test_a_line_with_many_findings_says_how_many_more() -> None:
    (command,) = commands(report_of(*(finding() for _ in range(7))))
    assert command.data.count("wrong") == 5
    assert command.data.endswith("\nand 2 more on this line")


def test_ten_of_a_level_are_all_there_and_the_tenth_of_more_says_how_many() -> None:
    ten = [finding(level, line) for level in Level for line in range(100 * level.rank, 100 * level.rank + 10)]
    assert len(commands(report_of(*ten))) == 30
    eleven = [finding(level, 100 * level.rank + line) for line in range(11) for level in Level]
    written = commands(report_of(*eleven))
    assert [command.name for command in written] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert {written[index].data for index in (9, 19, 29)} == {"and 2 more, see the job summary"}
    assert "file" not in written[9].properties


def test_a_message_is_no_longer_than_is_kept() -> None:
    (command,) = commands(report_of(finding(message="%" * 9999)))
    assert len(command.data) == LONGEST


def test_three_hundred_findings_stay_within_the_limits_and_no_plan_gives_orders() -> None:
    report = crowd()
    written = commands(report)
    assert [command.name for command in written] == ["error"] * MOST_OF_A_LEVEL
    assert written[-1].data == f"and {CROWD - MOST_OF_A_LEVEL + 1} more, see the job summary"
    assert "::error::x ##[warning]x %0A | <b>x</b>" in written[0].data
    assert not [line for command in written for line in command.data.split("\n") if line.lstrip().startswith("::")]


@given(st.text())
def test_what_is_escaped_is_one_line_and_reads_back(text: str) -> None:
    data, value = escape_command_data(text), escape_command_property(text)
    assert not {"\r", "\n"} & {*data, *value}
    assert not {":", ","} & {*value}
    assert (_unescape(data, "\r\n%"), _unescape(value, "\r\n:,%")) == (text, text)
