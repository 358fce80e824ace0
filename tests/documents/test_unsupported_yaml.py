"""Fields given twice, and the parts of YAML that plans do not use: each at its place, the rest still read."""

import pytest

from coparent.documents.composing import ABANDONED
from coparent.documents.events import DEEPEST
from coparent.documents.lines import Lines
from coparent.documents.parsing import parse
from tests.documents.findings import find_diagnostics, pointed_at
from tests.documents.test_parsing import as_values

REFUSED = "not-supported-yaml"


@pytest.mark.parametrize(
    ("text", "shown", "data"),
    [
        ("a: &name x\nb: c\n", "&name", {"a": "x", "b": "c"}),
        ("a: &name\n  d: x\nb: c\n", "&name", {"a": {"d": "x"}, "b": "c"}),
        ("a: *name\nb: c\n", "*name", {"b": "c"}),
        ("a: [x, *name]\nb: c\n", "*name", {"a": ("x", None), "b": "c"}),
        ("a: !name x\nb: c\n", "!name", {"a": "x", "b": "c"}),
        ("a: !!int '3'\nb: c\n", "!!int", {"a": "3", "b": "c"}),
        ("a: !<tag:x.y,2000:z> [x]\nb: c\n", "!<tag:x.y", {"a": ("x",), "b": "c"}),
        ("<<: *name\nb: c\n", "<<", {"b": "c"}),
        ("<<: [*name, *other]\nb: c\n", "<<", {"b": "c"}),
        ("<<: {d: &name e}\nb: c\n", "<<", {"b": "c"}),
        ("[x, y]: z\nb: c\n", "[x, y]", {"b": "c"}),
        ("{x: y}: z\nb: c\n", "{x: y}", {"b": "c"}),
        ("? - x\n  - y\n: z\nb: c\n", "- x", {"b": "c"}),
        ("*name : z\nb: c\n", "*name", {"*name": "z", "b": "c"}),
        ("&name a: z\nb: c\n", "&name", {"a": "z", "b": "c"}),
    ],
)
def test_a_part_that_plans_do_not_use_is_refused_and_the_rest_is_read(text: str, shown: str, data: object) -> None:
    assert pointed_at(text) == [(REFUSED, shown)]
    document = parse("x.yaml", text)
    assert document.is_readable
    assert as_values(document.data) == data


def test_every_refused_part_of_a_file_is_told() -> None:
    text = "a: &one x\nb: *one\nc: !two y\n<<: *one\n[d]: e\nf: g\nf: h\ni: !three &four [j, *one]\n"
    refused = ["&one", "*one", "!two", "<<", "[d]", "f", "!three", "&four", "*one"]
    assert [shown for _, shown in pointed_at(text)] == refused
    assert as_values(parse("x.yaml", text).data) == {"a": "x", "c": "y", "f": "g", "i": ("j", None)}


def test_a_quoted_merge_key_is_text() -> None:
    assert find_diagnostics("'<<': x\n") == []


@pytest.mark.parametrize("text", ["a: '&x'\nb: \"*x\"\nc: '!x'\n", "a: b & c * d ! e\n", "a: |\n  &x *y !z\n"])
def test_the_same_signs_inside_text_are_no_fault(text: str) -> None:
    assert find_diagnostics(text) == []


@pytest.mark.parametrize("mark", ["---", "--- # next", "--- d: e"])
def test_a_second_document_is_refused_at_its_mark_and_the_first_is_read(mark: str) -> None:
    text = f"---\na: b\n{mark}\nc: *d\n"
    if mark == "--- d: e":
        text = f"a: b\n{mark}"
    assert pointed_at(text) == [(REFUSED, "---")]
    assert as_values(parse("x.yaml", text).data) == {"a": "b"}


@pytest.mark.parametrize("text", ["---\na: b\n", "%YAML 1.1\n---\na: b\n", "a: b\n...\n", "---\na: b\n...\n# end\n"])
def test_one_document_may_have_its_marks(text: str) -> None:
    assert find_diagnostics(text) == []


def test_nesting_is_refused_at_the_first_level_too_many_and_the_rest_is_read() -> None:
    levels = DEEPEST - 1
    sound = f"a: {'[' * levels}x{']' * levels}\nb: c\n"
    assert find_diagnostics(sound) == []
    deeper = f"a: {'[' * levels}[x, [y]]{']' * levels}\nb: [z, {{d: *e}}]\n"
    assert pointed_at(deeper) == [(REFUSED, "["), (REFUSED, "*e")]
    assert parse("x.yaml", deeper).is_readable


@pytest.mark.parametrize("sign", ["[", "{a: ", "- ", "? ", "{"])
def test_nesting_without_a_bottom_is_told_and_not_followed(sign: str) -> None:
    text = f"a:\n {sign * 100_000}"
    document = parse("x.yaml", text)
    assert not document.is_readable
    assert {diagnostic.rule for diagnostic in document.diagnostics} == {REFUSED}


def test_nesting_by_indentation_is_followed_only_so_far() -> None:
    text = "".join(f"{' ' * level}a:\n" for level in range(ABANDONED * 3))
    assert pointed_at(text) == [(REFUSED, "a")] or not parse("x.yaml", text).is_readable


def test_aliases_are_never_expanded() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{name}: &{name} [*{last}, *{last}]\n" for last, name in zip("abcd", "bcde", strict=True)
    )
    assert [shown for _, shown in pointed_at(bomb)] == [
        "&a", "&b", "*a", "*a", "&c", "*b", "*b", "&d", "*c", "*c", "&e", "*d", "*d",
    ]  # fmt: skip
    assert pointed_at("a: &a [*a]\n") == [(REFUSED, "&a"), (REFUSED, "*a")]


TWICE = """\
id: home
title: Home plan
actions:
  - id: home-03
    title: Open two homes
    due: March 2026
    milestones:
      - title: Site agreed
        title: Site bought
    due: June 2026
title: Homes
"""


def test_a_field_given_twice_is_told_at_the_second_with_the_record_named() -> None:
    found = find_diagnostics(TWICE)
    assert [diagnostic.message for diagnostic in found] == [
        'the first milestone of home-03 gives "title" twice',
        'home-03 "Open two homes" gives "due" twice',
        'home "Home plan" gives "title" twice',
    ]
    assert [shown for _, shown in pointed_at(TWICE)] == ["title", "due", "title"]
    assert [
        TWICE[: diagnostic.related[0].spot.region[0]].count("\n")
        for diagnostic in found
        if diagnostic.related[0].spot.region
    ] == [
        7,
        5,
        1,
    ]
    assert found[0].help == "take out  title: Site agreed  or  take out  title: Site bought"
    assert found[1].help.startswith("take out  due: March 2026  or  take out  due: June 2026")
    assert "rescheduled:" in found[1].help


def test_the_first_of_a_field_given_twice_is_kept() -> None:
    assert as_values(parse("x.yaml", "a: 1\na: {b: 2}\nc: 3\na: 4\n").data) == {"a": "1", "c": "3"}
    assert [shown for _, shown in pointed_at("a: 1\na: 2\na: 3\n")] == ["a", "a"]


def test_a_field_given_twice_is_told_where_the_rest_cannot_be_read() -> None:
    found = find_diagnostics("id: p\ntitle: Plan\ntitle: Again\nb: [c\n")
    assert [diagnostic.rule for diagnostic in found] == ["duplicate-field", "yaml-syntax"]
    assert found[0].message == 'p "Plan" gives "title" twice'


@pytest.mark.parametrize("text", ["a: 1\n'a': 2\n", "{a: 1, a: 2}", '"a": 1\na:\n', "a:\na: 1\n"])
def test_a_field_is_given_twice_however_it_is_written(text: str) -> None:
    assert [rule for rule, _ in pointed_at(text)] == ["duplicate-field"]


@pytest.mark.parametrize("text", ["a: {b: 1}\nc: {b: 1}\n", "- {a: 1}\n- {a: 1}\n", "A: 1\na: 2\n"])
def test_the_same_name_in_two_records_is_no_fault(text: str) -> None:
    assert find_diagnostics(text) == []


@pytest.mark.parametrize(
    ("text", "shown", "help"),
    [
        ("{id: a, title: Two homes, and a garden}", "and a garden", 'write  title: "Two homes, and a garden"'),
        ("{title: One, two, three, id: a}", "two, three", 'write  title: "One, two, three"'),
        ("{title: ,x}", "x", 'write  title: ",x"'),
        ('{title: "One", two}', "two", "put quotes round the whole text"),
        ("{title: One, two\n  three, four: x}", "two", "put quotes round the whole text"),
        ("{ecc\n  and, icb}", "ecc", "write  name: value,  or for a list  [ ]  in place of  { }"),
        ("{ecc, icb}", "ecc, icb", "write  name: value,  or for a list  [ ]  in place of  { }"),
        ("{id a, title: b}", "id a", "write  name: value,  or for a list  [ ]  in place of  { }"),
    ],
)
def test_words_in_braces_without_a_colon_are_told_once(text: str, shown: str, help: str) -> None:
    assert pointed_at(text) == [("yaml-syntax", shown)]
    assert find_diagnostics(text)[0].help == help


@pytest.mark.parametrize(
    "text", ["{a: , b: x}", "{a: x, b: }", "{}", "a:\nb: x\n", "? a\n", "[a, b]", "{a: {}, b: []}"]
)
def test_a_field_with_nothing_in_it_is_no_fault(text: str) -> None:
    assert find_diagnostics(text) == []


@pytest.mark.parametrize(
    ("list_name", "item", "next_item"),
    [
        ("actions", "id: a1\ntitle: Open\nlead: Head", "id: a2\ntitle: Train\nlead: Head"),
        ("milestones", "title: Site agreed\ndue: June 2026", "title: Doors open\ndone: 2027-05-01\ndue: May 2027"),
        ("updates", "on: 2026-03-31\nstage: in-progress\nby: {role: Head}", "on: 2026-06-30\nstage: complete"),
        ("measures", "id: m1\ntitle: Moves\nreadings:\n  - {period: 2025/26, value: 1}", "id: m2\ntitle: Stays"),
        ("readings", "period: 2024/25\nvalue: 4", "period: 2025/26\nvalue: 4"),
        ("organisations", "id: ecc\nname: Essex\ntype: council", "id: icb2\nname: Health\ntype: nhs"),
        ("risks", "title: No sites\nid: r1\nowner: Head", "id: r2\ntitle: No money\nowner: Head"),
    ],
)
@pytest.mark.parametrize("gap", [1, 3])
def test_an_item_without_its_hyphen_is_one_finding_and_an_item(
    list_name: str, item: str, next_item: str, gap: int
) -> None:
    body = "\n".join([item, next_item, next_item.replace("2", "3")]).replace("\n", "\n   " + " " * gap)
    text = f"kind: x\n{list_name}:\n  -{' ' * gap}{body}\nend: y\n"
    found = find_diagnostics(text)
    assert [finding.message for finding in found] == ["a hyphen is missing before this item"] * 2
    second_line = item.count("\n") + 4
    for finding in found:
        region = finding.spot.region
        assert region is not None
        number, column = Lines(text).position(region[0])
        assert finding.help == f"write  -{' ' * gap}{Lines(text)[number].strip()}  with two spaces in front"
        assert (number, column) in [(second_line, 4 + gap), (second_line + next_item.count("\n") + 1, 4 + gap)]
        text = text.replace(Lines(text)[number], f"  -{' ' * gap}{Lines(text)[number].strip()}", 1)
    mended = parse("x.yaml", text)
    assert not mended.diagnostics
    assert as_values(mended.data) == as_values(
        parse("x.yaml", f"kind: x\n{list_name}:\n  -{' ' * gap}{body}\nend: y").data
    )


def test_a_list_without_any_hyphen_is_one_finding() -> None:
    text = "a: b\nrescheduled:\n  to: May 2026\n  on: 2026-01-02\n  to: June 2026\n  on: 2026-02-02\n"
    [found] = find_diagnostics(text)
    assert found.help == "write  - to: May 2026  with no spaces in front, and so on line 5"
    assert as_values(parse("x.yaml", text).data)["rescheduled"][1] == {"to": "June 2026", "on": "2026-02-02"}
    item = "updates:\n  - on: 1\n    by:\n      role: a\n      on: 2\n      role: b\n      on: 3\n"
    assert [shown for _, shown in pointed_at(item)] == ["role", "on"]


@pytest.mark.parametrize(
    "text",
    [
        "actions:\n  - id: a\n    due: x\n    id: b\n",
        "actions:\n  - id: a\n    due: x\n    id: a\n    due: y\n",
        "actions:\n  - id: a\n    due: x\n    lead: y\n    due: x\n    lead: y\n",
        "actions:\n  - {id: a, due: x, id: b, due: y}\n",
        "lead:\n  role: a\n  organisation: b\n  role: c\n  organisation: d\n",
    ],
)
def test_fields_given_twice_where_no_item_begins_stay_what_they_are(text: str) -> None:
    assert {rule for rule, _ in pointed_at(text)} == {"duplicate-field"}
    assert all("take" in found.help and "hyphen" not in found.message for found in find_diagnostics(text))


@pytest.mark.parametrize(
    ("text", "helps"),
    [
        ("title: &t Home plan  # c\nsummary: *t\n", ["write  title: Home plan  # c", "write  summary: Home plan"]),
        ("a:\n  - &x {n: [1, 2]}\n  - *x\n  - *y\n", ["write  - {n: [1, 2]}"] * 2 + ['write  - "*y"']),
        ("a: &l\n  - x\n  - y\nb: *l\n", ["write  a:", "write  b: [x, y]"]),
        ("a: !x [b]\nb: !now Head\n", ["write  a: [b]", 'write  b: "!now Head"']),
        ("a: !!str 3\n", ["write  a: 3"]),
        ("a: &b\n  c: d\n  e: f\ng:\n  e: h\n  <<: *b\n", ["write  a:", "write  c: d"]),
        ("a:\n  <<: [{c: d}, {c: x, e: '#'}]\n  b: y\n", ['write  c: d  and  e: "#"']),
        ("a: {<<: {c: d}}\n", ["write  a: {c: d}"]),
        ("a: &b {c: d}\ne:\n  c: f\n  <<: *b\n", ["write  a: {c: d}", "take this line out"]),
        ("a: &b [*b]\n", ["write  a: [*b]", 'write  a: &b ["*b"]']),
        ("title: {{ title }}\n", ['write  title: "{{ title }}"']),
        ("a: b\n---\nc: d\n", ["split at line 2 into a file of its own"]),
        (f"a: &b {'long ' * 60}\nc: *b\n", ["take out  &b", "write out here what &b stands before"]),
        (f"a: &b x\nc: [{'long, ' * 60}*b]\n", ["write  a: x", "write  x"]),
    ],
)
def test_what_is_refused_is_written_out(text: str, helps: list[str]) -> None:
    assert [found.help for found in find_diagnostics(text)] == helps
