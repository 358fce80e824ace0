"""Sound YAML that does not say what its writer meant: told where it is plain, and never where it is not."""

import pytest

from coparent.diagnostics import Level
from coparent.documents.parsing import parse
from coparent.documents.scalars import value_at
from tests.documents.findings import find_diagnostics, pointed_at


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("success: Agreed by panel #4 and funded\n", "#4 and funded"),
        ("success: Agreed by panel #4\n", "#4"),
        ("title: Home #2\n", "#2"),
        ("a:\n  - Agreed by the whole panel #and funded\n", "#and funded"),
        ("a: {b: Agreed by panel #4 and\n }\n", "#4 and"),
        ("summary: Agreed\n  by panel #4\nb: c\n", "#4"),
        ("success: Agreed by panel #4 and funded\r\nb: c\r\n", "#4 and funded"),
        ("title: Ää öö #1\n", "#1"),
    ],
)
def test_text_cut_at_a_hash_is_told(text: str, cut: str) -> None:
    assert pointed_at(text) == [("text-cut-by-hash", cut)]
    assert find_diagnostics(text)[0].level is Level.WARNING


def test_the_whole_text_is_offered_in_quotes_where_it_is_short() -> None:
    assert '"Agreed by panel #4"' in find_diagnostics("a: Agreed by panel #4\n")[0].help
    assert "put double quotes round the whole text" in find_diagnostics(f"a: {'word ' * 30}#4\n")[0].help


@pytest.mark.parametrize(
    "text",
    [
        "due: March 2027 # agreed by panel 4\n",
        "due: March 2027  #4 of the panel's list\n",
        "due: March 2027\t#4\n",
        "title: Homes #agreed\n",
        "title: Open two homes # 2 of 3\n",
        "title: Open two homes #coparent: ignore[long-title] agreed\n",
        "title: Open two homes ## see below\n",
        'title: "Agreed by panel #4"\n',
        "title: 'Agreed by panel #4' #4\n",
        "title: |\n  Agreed by panel #4\n",
        "title: > #4\n  Agreed by panel #4\n",
        "url: https://www.essex.gov.uk/page#4\n",
        "title: C#4 and B#5\n",
        "milestones: #4 of them\n  - title: x\n",
        "#4 at the top\na: b\n  #4 on its own line\n",
        "a: [b, c] #4\n",
        "a: #4\n",
    ],
)
def test_a_comment_is_not_taken_for_text(text: str) -> None:
    assert find_diagnostics(text) == []


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("success: >\n  - two homes\n  - open all year\n", ["- two", "- open"]),
        ("success: >-\n  We will see\n  - two homes\n  - open all year\n", ["- two", "- open"]),
        ("success: We will see\n  - two homes\n  - open all year\n", ["- two", "- open"]),
        ("success:\n  We will see the following\n  - two homes\n  - open all year\n", ["- two", "- open"]),
        ("partners: ecc\n  - icb\n", ["- icb"]),
        ("success: |\n  x\nwhy: All of\n  - this\n", ["- this"]),
        ("a:\n  - b: text\n      - one\n      - two\n", ["- one", "- two"]),
        ("a:\r\n  - text\r\n    - one\r\n    - two\r\n", ["- one", "- two"]),
    ],
)
def test_a_list_read_as_one_paragraph_is_told(text: str, items: list[str]) -> None:
    [found] = find_diagnostics(text)
    assert (found.rule, found.level) == ("folded-list", Level.WARNING)
    regions = [found.spot.region, *(related.spot.region for related in found.related)]
    assert [text[slice(*region)] for region in regions if region] == items


def test_the_message_names_the_field() -> None:
    [found] = find_diagnostics("actions:\n  - success: We will see\n      - two homes\n      - open\n")
    assert found.message == 'the list in "success" is read as one paragraph'
    assert found.help == "write  success: |  and the list below it, or make every line an item"


@pytest.mark.parametrize(
    "text",
    [
        "success:\n  - two homes\n  - open all year\n",
        "success: |\n  - two homes\n  - open all year\n",
        "success: |\n  We will see\n  - two homes\n  - open all year\n",
        "success: >\n  We will see\n\n  - two homes\n\n  - open all year\n",
        "success: >\n  We will see\n    - two homes\n    - open all year\n",
        "success: The panel - which met in May - agreed\n",
        "success: The panel - which met in May -\n  agreed\n",
        "success: The whole panel agreed in May\n  - and said so\n",
        "success: >\n  The whole panel agreed in May\n  - and said so to all -\n  in June\n",
        "success: >\n  - one item only\n",
        "success: 'We will see\n  - two homes\n  - open'\n",
        "success: 12 to 18\n  -5 degrees\n  -6 degrees\n",
        "a: 1 - 2\nb:\n  - c - d\n  - e - f\n",
    ],
)
def test_a_dash_in_text_is_not_taken_for_a_list(text: str) -> None:
    assert find_diagnostics(text) == []


def test_what_was_meant_as_one_list_is_read_all_the_same() -> None:
    document = parse("x.yaml", "a: We see\n  - one\n  - two\nb: c #4\n")
    assert value_at(document.data, ["a"]) == "We see - one - two"
    assert value_at(document.data, ["b"]) == "c"
    assert [diagnostic.rule for diagnostic in document.diagnostics] == ["folded-list", "text-cut-by-hash"]
