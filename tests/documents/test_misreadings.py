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
    [found] = find_diagnostics("- a: Agreed by panel #4\n")
    assert found.help == 'write  - a: "Agreed by panel #4"; or put a space after the # if it is a comment'
    assert "put double quotes round the whole text" in find_diagnostics(f"a: {'word ' * 60}#4\n")[0].help
    assert "put double quotes round the whole text" in find_diagnostics("a: Agreed by\n  panel #4\n")[0].help


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
        ("success: 'We will see\n  - two homes\n  - open'\n", ["- two", "- open"]),
        ('success: "We will see:\n  - two homes"\n', ["- two"]),
        ("a:\n  \u2022 Homes are full\n  \u2022 Beds are few\n", ["\u2022 Homes", "\u2022 Beds"]),
        ("a: \u2022Homes are full \u2022Beds are few\n", ["\u2022Homes", "\u2022Beds"]),
        ("a: >\n  Here is what we will do\n  \u25aa homes\n", ["\u25aa homes"]),
        ("a: >\n  \uf0b7\tHomes\n  \uf0b7\tBeds\n", ["\uf0b7\tHomes", "\uf0b7\tBeds"]),
        ("a:\n  \u2014 Near\n  \u2014 Glad\n", ["\u2014 Near", "\u2014 Glad"]),
        ("a: We will\n  \u2013 2 homes\n  \u2013 10 beds\n", ["\u2013 2", "\u2013 10"]),
        ("a: We will\n  -two homes\n  -ten beds\n", ["-two", "-ten"]),
        ("a: >-\n  * two homes\n  * ten beds\n", ["* two", "* ten"]),
        ("a: >-\n  o two homes\n  o ten beds\n", ["o two", "o ten"]),
        ("a:\n  1. Two homes\n  2. Ten beds\n", ["1. Two", "2. Ten"]),
        ("a: 1) Two homes\n  2) Ten beds\n", ["1) Two", "2) Ten"]),
        ("a: We open homes\n  a) two\n  b) three\n", ["a) two", "b) three"]),
        ("a: We open homes\n  (i) two\n  (ii) three\n", ["(i) two", "(ii) three"]),
        ("a: 'We open homes\n  iv. two\n  v. three'\n", ["iv. two", "v. three"]),
        ("a: 'We open:\n  1. two'\n", ["1. two"]),
        ("a: It was 2026\n  8. Two homes\n  9. Ten beds\n  12. All\n", ["8. Two", "9. Ten"]),
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
    assert found.help == "write  success: |  and below it  We will see  and  - two homes  and  - open"


@pytest.mark.parametrize(
    ("text", "help"),
    [
        (
            "a:\n  1. Homes two\n  2. Ten\n    beds\n",
            "write  a:  and below it  - Homes two  and  - Ten beds",
        ),
        ("a: >\n  \u2022 Homes: two\n  \u2022 Beds\n", 'write  a:  and below it  - "Homes: two"  and  - Beds'),
        ("a:\n  - We\n    \u2022 see\n", "write  - |  and below it  We  and  - see"),
        ("a:\n  - \u2022 We\n    \u2022 see\n", "write  - We  and below it  - see"),
        (
            f"a:\n  \u2022 {'word ' * 40}\n  \u2022 {'word ' * 40}\n",
            "write  a:  and below it a line for each item, with a hyphen and a space before it",
        ),
    ],
)
def test_the_lines_of_the_list_are_printed(text: str, help: str) -> None:
    assert [found.help for found in find_diagnostics(text)] == [help]


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
        "success: '- two homes\n\n  - open'\n",
        "success: |\n  \u2022 two homes\n  \u2022 open\n",
        "success: |-\n  1. two homes\n  2. open\n",
        "success: >\n  \u2013 two\n\n  \u2013 ten\n",
        'success: "Homes:\\n- two\\n- ten"\n',
        "success: Telephone \u2022 Post\n",
        "success: \u2022 Two homes\n  and a garden\n",
        "success: The panel met\n  \u2013 as it always does \u2013 and said\n  \u2013 though not fully \u2013 yes\n",
        "success: The panel agreed in full\n  \u2014 and then went home\n",
        "success: as it is said in section\n  12. The next is in section\n  14. That is all\n",
        "success: We will have\n  1.5 posts and\n  2.5 posts\n",
        "success: The best year was\n  2026 was better than\n  2027 was\n",
        "success: It was colder than\n  - 5 degrees\n",
        "success: Below\n  - 5 degrees\n",
        "success: one of the homes is at\n  1) the old house\n",
        "success: >\n  *Two* homes\n  *Ten* beds\n",
        "success: >\n  **Two** homes\n  **Ten** beds\n",
        "success: the two words are co\n  -operation and\n  nothing else\n",
        "success: the plan of year 1 and year\n  2. That is all\n",
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
