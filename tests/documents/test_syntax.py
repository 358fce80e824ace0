"""What a person is told about YAML that cannot be read, case by case and for any slip of the hand."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coparent.documents.lines import Lines
from coparent.documents.parsing import parse
from coparent.documents.retyping import LONGEST_RETYPED, quote
from coparent.documents.syntax.complaints import explain_complaint
from coparent.documents.syntax.fault import SyntaxFault

CASES = Path(__file__).with_name("syntax-cases.txt")
PARSERS: dict[str, Any] = {"pure": yaml.SafeLoader}
if yaml.__with_libyaml__:
    PARSERS["libyaml"] = yaml.CSafeLoader

BANNED = re.compile(
    r"\b(schema|mapping|scalar|instance|property|input|token|block|indent\w*|sequence|pars\w+|flow|alias|anchor|yaml|node)\b"
)

NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

PLAN = """\
kind: plan
id: home
title: "Homes: a place to stay"
status: draft
# A note between fields.
summary: >-
  More homes near school and friends,
  and fewer moves.
actions:
  - id: home-01
    title: Open two homes
    outcomes: [o1, o2]
    lead: {role: Head of Homes, organisation: ecc}
    due: March 2027
    milestones:
      - id: m1
        title: 'Children''s views heard'
        due: June 2026
  - id: home-02
    title: Train carers
    partners:
      - nhs
      - police
    due: 2027
consulted:
  - who: Children in Care Council
    heard: |
      We want to stay
      near our friends.
"""


@dataclass(frozen=True)
class Case:
    """One broken file of syntax-cases.txt, and what a person should be told."""

    says: str
    text: str
    told: str

    def __str__(self) -> str:
        return self.says


def read_cases() -> list[Case]:
    """Read the cases; <U+0009> stands for a character that would not show."""
    cases = []
    for case in re.split(r"^=== ", CASES.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        says, rest = case.split("\n", 1)
        text, told = rest.split("---\nsays:", 1)
        cases.append(Case(says, reveal(text), reveal(f"says:{told}".strip())))
    return cases


def reveal(text: str) -> str:
    return re.sub(r"<U\+([0-9A-F]{4})>", lambda match: chr(int(match.group(1), 16)), text)


def refuse(text: str, parser: str) -> SyntaxFault | None:
    """The fault a parser finds, explained; none where it reads the text."""
    try:
        list(yaml.parse(text, Loader=PARSERS[parser]))
    except yaml.YAMLError as error:
        return explain_complaint(text, error)
    return None


def tell(text: str, fault: SyntaxFault) -> str:
    """A fault as syntax-cases.txt writes it."""
    told = f"says: {fault.message}\nat: {place(text, fault.region)} => {fault.label}\nfix: {fault.help}"
    return f"{told}\nalso: {place(text, fault.opened)} => {fault.opened_label}" if fault.opened else told


def place(text: str, region: tuple[int, int]) -> str:
    line, column = Lines(text).position(region[0])
    return f"{line}:{column} {text[slice(*region)]}"


MOVED = r"(?:on line (\d+) (write  .+)  and here|write)  (.+)  with (\w+) spaces? in front(.*)"
MORE_LINES = r"(?:, and )?add (\w+) spaces? in front of lines? (\d+)(?: (?:and|to) (\d+))?"


def move(text: str, fault: SyntaxFault, moved: re.Match[str]) -> str:
    """The text with a line retyped and put where it belongs, and what else the fix speaks of."""
    above, opening, retyped, spaces, rest = moved.groups("")
    lines = Lines(text)
    line = lines.position(fault.region[0])[0]
    if rest:
        added = re.fullmatch(MORE_LINES, rest)
        assert added is not None
        text = add_spaces(text, added)
    text = f"{text[: lines.start(line)]}{' ' * NUMBERS.index(spaces)}{retyped}{text[lines.end(line) :]}"
    return retype(text, int(above), opening.removeprefix("write  ")) if above else text


def retype(text: str, line: int, retyped: str) -> str:
    """The text with another line in the place of one, as far in as that was."""
    lines = Lines(text)
    indent = len(lines[line]) - len(lines[line].lstrip(" "))
    return f"{text[: lines.start(line) + indent]}{retyped}{text[lines.end(line) :]}"


def add_spaces(text: str, added: re.Match[str]) -> str:
    """The text with spaces in front of some lines."""
    lines = Lines(text)
    start, end = lines.start(int(added[2])), lines.end(int(added[3] or added[2]))
    return text[:start] + re.sub("(?m)^", " " * NUMBERS.index(added[1]), text[start:end]) + text[end:]


def follow(text: str, fault: SyntaxFault) -> str | None:
    """The text as a person would mend it who does just what the fix says; none where that takes judgement."""
    if moved := re.fullmatch(MOVED, fault.help):
        return move(text, fault, moved)
    if added := re.fullmatch(MORE_LINES, fault.help):
        return add_spaces(text, added)
    lines = Lines(text)
    elsewhere = re.fullmatch(r"(write  .+)  on line (\d+)", fault.help)
    help = elsewhere.group(1) if elsewhere else fault.help
    line = int(elsewhere.group(2)) if elsewhere else lines.position(fault.region[0])[0]
    start, end = lines.start(line), lines.end(line)
    written = text[start:end]
    if match := re.fullmatch(r"(take|add) (\w+) spaces?(?: away)?", help):
        number = NUMBERS.index(match.group(2))
        mended = " " * number + written if match.group(1) == "add" else written[number:]
    elif match := re.fullmatch(r"write  (?!.*  if it is text$)(?!.*  and start )(.+)", help):
        mended = written[: len(written) - len(written.lstrip(" "))] + match.group(1)
    elif match := re.fullmatch(r"put  (.+)  on a line of its own", help):
        kept = written.replace(match.group(1), "").rstrip(" ,")
        field = re.search(r"\w", kept)
        mended = f"{kept}\n{' ' * (field.start() if field else 0)}{match.group(1)}"
    elif match := re.fullmatch(
        r"(?:delete|replace) (?:it|them)(?: (?:and type|with) (\w+) (?:ordinary )?spaces?)?", help
    ):
        spaces = " " * NUMBERS.index(match.group(1) or "no")
        return text[: fault.region[0]] + spaces + text[fault.region[1] :]
    elif match := re.fullmatch(r"delete the tab(?: and start the line with (\w+) spaces)?", help):
        mended = " " * NUMBERS.index(match.group(1) or "no") + written.replace("\t", "").lstrip()
    else:
        return None
    return text[:start] + mended + text[end:]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("case", read_cases(), ids=str)
def test_a_broken_file_is_explained(case: Case, parser: str) -> None:
    fault = refuse(case.text, parser)
    assert fault is not None
    assert tell(case.text, fault) == case.told


NOT_MENDED_BY_ITS_LINE = {
    "stars for hyphens": "the next line has a star too",
    "a star behind a hyphen": "the next item has a star too",
    "a list that lost its spaces": "the second item lost its spaces too",
    "a line of text too far to the left": "the field below stands wrong as well",
    "a tab before a list item": "the next line has a tab too",
    "a list item one space too far to the left": "the item's other field moves with it",
    "a list item where a field belongs": "the item's other field moves with it",
    "a list item behind a field": "how far in it belongs is for its writer to say",
}


@pytest.mark.parametrize("case", [case for case in read_cases() if case.says not in NOT_MENDED_BY_ITS_LINE], ids=str)
def test_doing_what_the_fix_says_mends_the_file(case: Case) -> None:
    fault = refuse(case.text, "pure")
    assert fault is not None
    mended = follow(case.text, fault)
    if mended is not None:
        assert mended != case.text
        assert [refuse(mended, parser) for parser in PARSERS] == [None for _ in PARSERS]


def test_every_fix_is_short_enough_to_read() -> None:
    for case in read_cases():
        assert all(len(line) <= LONGEST_RETYPED + 60 for line in case.told.splitlines())


def test_libyaml_takes_a_tab_behind_a_colon_and_the_pure_parser_does_not() -> None:
    text = "kind: plan\ntitle:\t@Home\n"
    pure = refuse(text, "pure")
    assert pure is not None
    assert tell(text, pure) == (
        "says: a tab stands where a space belongs\nat: 2:7 \t => a tab\nfix: replace it with one space"
    )
    if "libyaml" in PARSERS:
        fault = refuse(text, "libyaml")
        assert fault is not None
        assert fault.message == "text that starts with @ needs quotes"


@pytest.mark.skipif("libyaml" not in PARSERS, reason="PyYAML was installed without libyaml")
@pytest.mark.parametrize(
    ("text", "message", "help"),
    [
        ("lead: {role:[A]}\n", "a space is missing after a colon", "write  lead: {role: [A]}"),
        (
            "kind: plan\n\ufefftitle: y\n",
            "a character that does not show stands in this line",
            "delete the start of this line, up to its first letter, and type it again",
        ),
    ],
)
def test_what_libyaml_alone_refuses_is_explained(text: str, message: str, help: str) -> None:
    fault = refuse(text, "libyaml")
    assert fault is not None
    assert (fault.message, fault.help) == (message, help)


@pytest.mark.parametrize(
    "value", ["Health: ours", 'The "Big" plan', "C:\\plans", 'the "Big" children\'s C:\\plan', "It's", "@home", ""]
)
def test_quoting_keeps_every_character(value: str) -> None:
    assert yaml.safe_load(f"title: {quote(value)}") == {"title": value}


def test_a_fault_in_an_empty_or_blank_text_points_inside_it() -> None:
    error = yaml.YAMLError()
    assert explain_complaint("", error).region == (0, 0)
    assert explain_complaint("\n\n", error).region == (0, 0)
    assert explain_complaint("  a", error).region == (2, 3)


@pytest.mark.parametrize(
    "text",
    [
        " &a { ",
        "k: !t [a\n",
        "measures: [a, b   sources:\n",
        "- {j@: k, [l: }",
        "- [a: b, {c",
        "'\n- ",
        "x: {a: [b: c\n  -  \n",
    ],
)
def test_a_bracket_behind_an_anchor_or_with_none_of_its_own_is_no_trouble(text: str) -> None:
    found = parse("plans/home.yaml", text).diagnostics
    assert "yaml-syntax" in [diagnostic.rule for diagnostic in found]
    for spot in [
        spot for diagnostic in found for spot in (diagnostic.spot, *(other.spot for other in diagnostic.related))
    ]:
        assert spot.region is not None
        assert 0 <= spot.region[0] <= spot.region[1] <= len(text)


def test_what_the_parser_says_in_its_own_words_is_never_shown() -> None:
    mark = yaml.Mark("", 3, 0, 3, None, 0)
    error = yaml.MarkedYAMLError("while parsing a mapping", None, "an unheard-of scalar", mark)
    fault = explain_complaint("id: x\n", error)
    assert fault.message == "this line cannot be read"
    assert fault.region == (2, 3)


LETTERS = "\t \t:-#'\"[]{},&*!|>%@`?\\\u00a0\n\r\u2028\ufeff\u2013\u201cab1~=;."


@st.composite
def slips(draw: st.DrawFn) -> str:
    """A sound plan with one to three slips of the hand: a character or a line too many, too few or moved."""
    text = PLAN
    for _ in range(draw(st.integers(1, 3))):
        lines = text.splitlines(keepends=True) or [""]
        here = draw(st.integers(0, max(len(text) - 1, 0)))
        line = draw(st.integers(0, len(lines) - 1))
        slip = draw(st.sampled_from(["delete", "insert", "delete line", "double line", "move line", "cut"]))
        if slip == "delete":
            text = text[:here] + text[here + 1 :]
        elif slip == "insert":
            text = text[:here] + draw(st.sampled_from(LETTERS)) + text[here:]
        elif slip == "cut":
            text = text[: here + 1]
        else:
            other = draw(st.integers(0, len(lines) - 1))
            kept = lines[line]
            lines[line : line + 1] = [] if slip != "double line" else [kept]
            if slip != "delete line":
                lines.insert(other, kept.lstrip(" ") if draw(st.booleans()) else kept)
            text = "".join(lines) or "\n"
    return text


@settings(max_examples=300, deadline=None)
@given(slips())
@example("kind: plan\ntitle: [")
@example("'")
@example("{")
@example("%")
@example("\t@")
@example("*")
@example("a: !<")
@example("- -\t- a: 'b\n\r\r")
def test_every_slip_gets_a_plain_sentence_with_a_place(text: str) -> None:
    for parser in PARSERS:
        fault = refuse(text, parser)
        if fault is None:
            continue
        for start, end in [fault.region] + ([fault.opened] if fault.opened else []):
            assert 0 <= start < end <= len(text)
            assert not re.search(r"[\r\n]", text[start:end])
        told = f"{fault.message} {fault.label} {fault.help}"
        assert not BANNED.search(told.lower())
        assert all((fault.message, fault.label, fault.help))
        assert not fault.message[0].isupper()
        assert not fault.message.endswith(".")
