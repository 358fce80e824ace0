"""Where keys, values and comments stand: to the character, in every way of writing them."""

import pytest
from hypothesis import given, settings

from coparent.diagnostics import Part, Route, Words
from coparent.documents.annotated_source import annotate_source
from coparent.documents.composing import compose
from coparent.documents.lines import Lines
from coparent.documents.regions import find_record, find_region, find_value, find_words
from tests.documents.samples import Sample, samples


def shown(text: str, route: Route, part: Part = Part.VALUE) -> str:
    """What a caret for a route would stand under."""
    start, end = find_region(compose("x.yaml", text).root, route, part, text)
    return text[start:end]


@given(samples())
@settings(max_examples=60, deadline=None)
def test_every_key_and_value_is_found_to_the_character(sample: Sample) -> None:
    root = compose("x.yaml", sample.text).root
    for route, region in sample.keys.items():
        assert find_region(root, route, Part.KEY, sample.text) == region
    for route, region in sample.values.items():
        assert find_value(root, route) == region
        if "\n" not in sample.text[slice(*region)] and sample.text[region[0]] != "{":
            assert find_region(root, route, Part.VALUE, sample.text) == region


@given(samples())
@settings(max_examples=50, deadline=None)
def test_every_caret_stands_on_one_line_of_the_text(sample: Sample) -> None:
    root, lines = compose("x.yaml", sample.text).root, Lines(sample.text)
    for route in [*sample.keys, *sample.values]:
        for part in Part:
            start, end = find_region(root, route, part, sample.text)
            assert 0 <= start <= end <= len(sample.text)
            assert lines.position(start)[0] == lines.position(end)[0]
            assert "\r" not in sample.text[start:end]


@given(samples())
@settings(max_examples=50, deadline=None)
def test_every_comment_is_found_and_nothing_else_is_taken_for_one(sample: Sample) -> None:
    written = annotate_source("x.yaml", sample.text)
    assert [(comment.start - 1, comment.start + len(comment.text)) for comment in written.comments] == sample.comments


@given(samples())
@settings(max_examples=40, deadline=None)
def test_every_written_value_is_told_with_its_place(sample: Sample) -> None:
    written = annotate_source("x.yaml", sample.text)
    found = {value.spot.place.route: value.start for value in written.values}
    scalars = {
        route: region[0]
        for route, region in sample.values.items()
        if sample.text[region[0]] not in "[{" or route in found
    }
    assert found == scalars
    assert {key.spot.place.route: key.start for key in written.keys} == {
        route: region[0] for route, region in sample.keys.items()
    }


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_end_as_in_an_editor(newline: str) -> None:
    lines = Lines(newline.join(["ab", "", "c\u2028d\x85e"]))
    assert [lines[number] for number in range(1, len(lines) + 1)] == ["ab", "", "c\u2028d\x85e"]
    assert lines.position(lines.start(3) + 2) == (3, 3)
    assert lines.end(1) == 2


def test_a_missing_field_is_shown_at_its_records_id() -> None:
    text = "id: p\nactions:\n  - title: x\n    id: a1\n"
    assert shown(text, ("actions", 0, "due")) == "a1"
    assert shown(text, ("status",)) == "p"


def test_a_missing_field_of_a_record_without_id_is_shown_at_its_key_or_first_field() -> None:
    assert shown("resources:\n  note: x\n", ("resources", "status")) == "resources"
    assert shown("links:\n  - title: x\n", ("links", 0, "url")) == "title"
    assert shown("links:\n  - id:\n    title: x\n", ("links", 0, "url")) == "id"


@pytest.mark.parametrize(
    "text", ["a: |\n  x\n  y\n", "a: x\n  y\n", "a:\n  b: c\n", "a:\n", "a: [x,\n  y]\n", "a:\n  - x\n  - y\n"]
)
def test_a_value_over_several_lines_or_none_is_shown_at_its_key(text: str) -> None:
    assert shown(text, ("a",)) == "a"


def test_a_record_in_a_list_is_shown_at_its_id_and_a_long_text_in_a_list_at_its_first_line() -> None:
    assert shown("a:\n  - title: x\n    id: a1\n", ("a", 0)) == "a1"
    assert shown("a:\r\n  - >\r\n    x\r\n    y\r\n", ("a", 0)) == ">"


def test_keys_that_the_text_does_not_have_are_stepped_over() -> None:
    assert shown("a:\n  - b: x\n", ("a", "some-tag", 0, "b")) in ("a", "x")
    assert shown("a: x\n", ("a", "function-after", 3)) == "x"


def test_a_field_given_twice_is_found_at_the_first() -> None:
    assert shown("a: x\na: y\n", ("a",)) == "x"


@pytest.mark.parametrize(
    ("text", "value"),
    [("a: &name x\n", "x"), ("a: !tag 'x'\n", "'x'"), ("a: !tag &name [x]\n", "[x]"), ("a: *name\n", "*name")],
)
def test_what_hangs_on_a_value_is_no_part_of_it(text: str, value: str) -> None:
    assert shown(text, ("a",)) == value


def test_columns_count_characters_whatever_their_width() -> None:
    text = "größe: 😀 住宅 x\n"
    root = compose("x.yaml", text).root
    start, end = find_region(root, ("größe",), Part.VALUE, text)
    assert Lines(text).position(start) == (1, 8)
    assert text[start:end] == "😀 住宅 x"


def test_words_of_a_long_text_are_found_where_they_are_broken() -> None:
    text = "a: >\n  one two\n  two one two\n"
    root = compose("x.yaml", text).root
    assert find_words(root, ("a",), Words("two two"), text) == (11, 14)
    assert find_words(root, ("a",), Words("two", before=2), text) == (25, 28)
    assert find_words(root, ("a",), Words("three"), text) is None
    assert find_words(root, ("a",), Words(""), text) is None


def test_the_record_of_a_route_is_the_nearest_with_an_id() -> None:
    text = "kind: plan\nid: p\nactions:\n  - id: a1\n    milestones:\n      - title: x\n"
    root = compose("x.yaml", text).root
    assert find_record(root, ("actions", 0, "milestones", 0, "due")) == ("a1", ("actions", 0), "milestones.due")
    assert find_record(root, ("title",)) == ("p", (), "title")
    assert find_record(None, ("title",)) == ("", (), "title")
