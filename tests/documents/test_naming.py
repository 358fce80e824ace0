"""What a person calls a record."""

import pytest

from coparent.diagnostics import Route
from coparent.documents.naming import name_record, ordinal, shortened, singular, with_title
from coparent.documents.parsing import parse

PLAN = """\
id: home
title: Home plan
actions:
  - id: home-03
    title: Open two homes
    milestones:
      - title: Site agreed
      - title: Site bought
        rescheduled: [{to: May 2027}]
    resources: {status: funded}
  - title: No id
    updates: [{on: 2026-01-01}]
consulted:
  - who: The council
sources:
  - {title: x}
"""


@pytest.mark.parametrize(
    ("route", "name"),
    [
        ((), 'home "Home plan"'),
        (("title",), 'home "Home plan"'),
        (("actions", 0), 'home-03 "Open two homes"'),
        (("actions", 0, "due"), 'home-03 "Open two homes"'),
        (("actions", 0, "milestones", 1, "due"), "the second milestone of home-03"),
        (("actions", 0, "milestones", 1, "rescheduled", 0, "to"), "the first move of the second milestone of home-03"),
        (("actions", 0, "resources", "status"), 'the resources of home-03 "Open two homes"'),
        (("actions", 1), "the second action of home"),
        (("actions", 1, "updates", 0), "the first update of the second action of home"),
        (("consulted", 0), "the first consultation of home"),
        (("sources", 0, "url"), "the first source of home"),
        (("actions", 7, "due"), 'home "Home plan"'),
        (("nothing", 0, "there"), 'home "Home plan"'),
    ],
)
def test_a_record_is_named_by_its_id_or_by_what_it_belongs_to(route: Route, name: str) -> None:
    assert name_record(parse("x.yaml", PLAN).data, route) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [("kind: plan\ntitle: x\n", "the plan"), ("title: x\n", "this file"), ("- x\n", "this file"), ("", "this file")],
)
def test_a_file_without_an_id_is_named_by_its_kind(text: str, name: str) -> None:
    assert name_record(parse("x.yaml", text).data, ()) == name


def test_ordinals_are_written_as_people_say_them() -> None:
    assert [ordinal(index) for index in (0, 9, 10, 11, 12, 20, 21, 22, 23, 110, 111)] == [
        "first", "tenth", "11th", "12th", "13th", "21st", "22nd", "23rd", "24th", "111th", "112th",
    ]  # fmt: skip


def test_one_of_a_list_is_named_in_the_singular() -> None:
    assert [singular(name) for name in ("actions", "priorities", "policies", "evidence", "help", "rescheduled")] == [
        "action", "priority", "policy", "piece of evidence", "help entry", "move",
    ]  # fmt: skip


def test_a_long_title_is_cut_after_a_word() -> None:
    assert shortened("word " * 20) == "word " * 10 + "word…"
    assert shortened("over\n  two   lines") == "over two lines"
    assert with_title("a", "a") == with_title("a", None) == with_title("a", "") == "a"
