"""Bytes to text, and what stops a file from being read at all."""

import pytest

from coparent.documents.lines import Lines
from coparent.documents.parsing import parse
from coparent.documents.reading import LARGEST, Unreadable, decode, find_unreadable, report_unreadable
from tests.documents.findings import find_diagnostics, pointed_at


def refused(raw: bytes) -> Unreadable:
    """Why bytes gave no text."""
    text = decode(raw)
    assert isinstance(text, Unreadable)
    return text


@pytest.mark.parametrize("text", ["", "a: é\n", "a: 😀\r\nb: c", "a: \u2028\n"])
def test_utf_8_is_read_with_or_without_its_mark(text: str) -> None:
    assert decode(text.encode("utf-8")) == text
    assert decode(text.encode("utf-8-sig")) == text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(encoding: str) -> None:
    assert refused("kind: plan\n".encode(encoding)) == Unreadable(
        "this file is saved as UTF-16", 'save it again as "UTF-8"'
    )


def test_bytes_that_are_not_utf_8_are_reported_with_their_line() -> None:
    for content in (b"a: b\nc: caf\xe9\n", b"a: b\rc: caf\xe9\r", b"a: b\r\nc: caf\xe9\0\r\n"):
        fault = refused(content)
        assert fault.message == "this file is not UTF-8 text (line 2 has a byte that is none)"
        assert Lines(fault.text).position(fault.region[0]) == (2, 7)


@pytest.mark.parametrize(
    ("raw", "line", "label"),
    [
        (b"a: b\nc: caf\xe9\n", "c: caf|\ufffd", '"\xe9", as older programs save it'),
        (
            "\ufeffa: \xe9\u20ac ".encode() + b"\xa35 \xa36",
            "a: \xe9\u20ac |\ufffd5 \ufffd6",
            '"\xa3", as older programs save it',
        ),
        (b"a: \xe2\x82", "a: |\ufffd", '"\xe2", as older programs save it'),
        (b"a: \x81\n", "a: |\ufffd", "not UTF-8"),
    ],
)
def test_the_first_byte_that_is_not_utf_8_is_pointed_at(raw: bytes, line: str, label: str) -> None:
    fault = refused(raw)
    start, end = fault.region
    before = fault.text[:start].rsplit("\n", 1)[-1]
    assert f"{before}|{fault.text[start:].splitlines()[0]}" == line
    assert (fault.text[start:end], fault.label) == ("\ufffd", label)


@pytest.mark.parametrize(
    "raw", [b"\x89PNG\r\n\x1a\n\x00\x00", b"PK\x03\x04\x14\x00", b"\xff\xff\xff", bytes(range(256))]
)
def test_a_binary_file_is_not_read(raw: bytes) -> None:
    text = decode(raw)
    assert isinstance(text, Unreadable) or not parse("x.yaml", text).is_readable


def test_a_file_over_the_limit_is_not_read_and_one_of_just_that_size_is() -> None:
    assert isinstance(decode(b"#" * LARGEST), str)
    assert refused(b"#" * (LARGEST + 1)).message == "this file is too large: 5.0 MB, and a plan may have 5 MB"


def test_a_file_without_text_is_reported_at_its_first_character() -> None:
    found = report_unreadable("plans/x.yaml", refused("kind: plan\n".encode("utf-16")))
    assert (found.rule, found.path, found.spot.region) == ("unreadable-file", "plans/x.yaml", (0, 0))


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x9f", "\ufffe", "\uffff"])
def test_a_control_character_is_pointed_at(character: str) -> None:
    assert pointed_at(f"a: b\nc: d{character}e\n") == [("unreadable-file", character)]


def test_only_the_first_control_character_is_reported() -> None:
    assert pointed_at("a: \x00\nb: \x01\n") == [("unreadable-file", "\x00")]


def test_a_byte_order_mark_inside_a_file_is_reported() -> None:
    [found] = find_diagnostics("a: b\n\ufeffkind: plan\n")
    assert found.message == "this file holds a character that nobody can see (U+FEFF)"


@pytest.mark.parametrize("character", ["\t", "\x85", "\xa0", "\u2028", "\u200b", "\u202e", "\ufffd", "😀"])
def test_unusual_characters_inside_quotes_are_no_fault(character: str) -> None:
    assert find_diagnostics(f'a: "b{character}c"\n') == []


CONFLICT = """\
id: p
<<<<<<< HEAD
due: March 2027
=======
due: June 2027
>>>>>>> theirs
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_conflict_is_one_finding_with_both_sides(newline: str) -> None:
    text = CONFLICT.replace("\n", newline)
    [found] = find_diagnostics(text)
    assert found.rule == "merge-conflict"
    assert found.message == "git could not join two versions of this file"
    regions = [found.spot.region, *(related.spot.region for related in found.related)]
    assert [text[slice(*region)] for region in regions if region] == ["<<<<<<<", "=======", ">>>>>>>"]


def test_the_common_ancestor_of_a_conflict_is_no_side_of_it() -> None:
    [found] = find_diagnostics(CONFLICT.replace("=======", "||||||| base\ndue: May 2027\n======="))
    assert [related.message for related in found.related] == ["the other version begins here", "and ends here"]


def test_two_conflicts_are_one_finding_that_counts_them() -> None:
    [found] = find_diagnostics(CONFLICT + CONFLICT)
    assert found.message == "git could not join two versions of this file in 2 places"
    assert len(found.related) == 2


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("id: p\n>>>>>>> theirs\n", ">>>>>>>"),
        ("<<<<<<< HEAD\nid: p\n", "<<<<<<<"),
        ("id: p\n=======\ntitle: x\n", "======="),
        ("id: p\n=======\ntitle: x\n>>>>>>> theirs", "======="),
        ("=======\n<<<<<<< HEAD\nid: p\n", "<<<<<<<"),
    ],
)
def test_a_marker_that_was_left_over_is_a_conflict(text: str, marker: str) -> None:
    assert pointed_at(text) == [("merge-conflict", marker)]


@pytest.mark.parametrize(
    "text", ["a: |\n  <<<<<<< x\n  =======\n  >>>>>>> y\n", "a: <<<<<<<\nb: '>>>>>>>'\n", "# <<<<<<< x\na: ========\n"]
)
def test_markers_inside_text_are_no_conflict(text: str) -> None:
    assert find_unreadable("x.yaml", text) == ()
    assert find_diagnostics(text) == []


CONTROL_CHARACTERS = [
    *range(0x09),
    0x0B,
    0x0C,
    *range(0x0E, 0x20),
    0x7F,
    0x84,
    0x86,
    0x9F,
    0xD800,
    0xDFFF,
    0xFEFF,
    0xFFFE,
    0xFFFF,
]


@pytest.mark.parametrize("code", CONTROL_CHARACTERS, ids=hex)
def test_a_control_character_makes_a_file_unreadable_wherever_it_stands(code: int) -> None:
    sign = chr(code)
    for text in (
        f"a: b{sign}\n",
        f"a: b\n# c{sign}d\n",
        f"a{sign}: b\n",
        f"a: |\n  b\n  {sign}c\n",
        f"{sign}a: b\n",
        f"a: b\n...{sign}",
    ):
        assert [diagnostic.rule for diagnostic in parse("x.yaml", text).diagnostics] == ["unreadable-file"]
