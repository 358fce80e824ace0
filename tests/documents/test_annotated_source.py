"""What a file says, key by key and comment by comment, for the rules that look at words."""

import pytest

from coparent.documents.annotated_source import AnnotatedSource, Comment, annotate_source


def written(text: str) -> AnnotatedSource:
    return annotate_source("plans/x.yaml", text)


def comment_texts(text: str) -> list[str]:
    return [comment.text for comment in written(text).comments]


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("# one\na: b # two\n#three\n", [" one", " two", "three"]),
        ("a: b#c\nd: e #f # g\n", ["f # g"]),
        ("a: 'b # c' # d\n", [" d"]),
        ('"a # b": "c # d" # e\n', [" e"]),
        ("'a #b': c\n", []),
        ("a: | # header\n  # text\n  more # text\n# end\n", [" header", " end"]),
        ("a: >-\t# header\n\n  text\n", [" header"]),
        ("a: [b, # one\n  c] # two\n", [" one", " two"]),
        ("a: {b: c # one\n  }\n", [" one"]),
        ("a: # one\n  - b # two\n", [" one", " two"]),
        ("a: b # one\r\n# two\r\n", [" one", " two"]),
        ("a: b\n# last", [" last"]),
        ("a: 'b\n  # c\n  d'\n", []),
        ("#\n", [""]),
        ("", []),
    ],
)
def test_every_comment_is_told_as_it_stands(text: str, comments: list[str]) -> None:
    assert comment_texts(text) == comments


def test_a_comment_knows_its_place_and_whether_it_has_the_line_to_itself() -> None:
    text = "a: b # one\r\n  # two\r\n"
    first, second = written(text).comments
    assert [text[slice(*comment.spot.region)] for comment in (first, second) if comment.spot.region] == [" one", " two"]
    assert (first.is_alone, second.is_alone) == (False, True)
    assert (first.line_start, second.line_start) == (0, 12)
    assert text[second.start :] == " two\r\n"


def test_keys_and_values_are_told_with_their_routes() -> None:
    found = written("a: b\nc:\n  - d: 'e'\n  - |\n    f\n  -\n")
    assert [(value.text, value.spot.place.route) for value in found.values] == [
        ("b", ("a",)),
        ("e", ("c", 0, "d")),
        ("f\n", ("c", 1)),
    ]
    assert [(value.text, value.spot.place.route) for value in found.keys] == [
        ("a", ("a",)),
        ("c", ("c",)),
        ("d", ("c", 0, "d")),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: secret\n",
        "a: &secret b\n",
        "a: *secret\n",
        "a: !secret b\n",
        "<<: {x: secret}\n",
        "[secret]: b\n",
        "a: b\n---\nsecret: c\n",
        f"a: {'[' * 40}secret{']' * 40}\n",
        f"a: {'[' * 400}secret{']' * 400}\n",
        "a: [\nb: secret\n",
        "a: \x00secret\n",
        "a: b\n<<<<<<< ours\nsecret\n",
    ],
)
def test_what_no_field_can_hold_is_told_too(text: str) -> None:
    assert sum("secret" in value.text for value in written(text).values) == 1


def test_what_is_told_besides_the_fields_stands_where_it_says() -> None:
    text = "a: 1\na: secret &x\nb: !t 'c' # d\n"
    for value in written(text).values:
        if value.spot.region is not None:
            assert text[slice(*value.spot.region)] == value.text
            assert text.startswith(value.text, value.start)


def test_the_record_of_a_spot_is_named() -> None:
    found = written("id: p\ntitle: Plan\nactions:\n  - id: a1\n    title: Open\n    why: x\n")
    assert [found.name(value.spot) for value in (found.values[0], found.values[-1])] == ['p "Plan"', 'a1 "Open"']


def test_comments_are_equal_by_what_they_say() -> None:
    (comment,) = written("# x\n").comments
    assert comment == Comment(" x", comment.spot, 1, 0, is_alone=True)
