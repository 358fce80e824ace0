"""`coparent explain`: every rule has a page, and a name half remembered finds it."""

import json

import pytest

from coparent.rules import FAMILIES, RULES
from tests.conftest import Run


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_a_page_with_all_its_parts(run: Run, name: str) -> None:
    ran = run("explain", name)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{name} (")
    assert all(f"\n{part}" in ran.out for part in ("Why: ", "Fix: ", "Before:\n", "After:\n"))


def test_alone_it_lists_every_rule_under_its_family(run: Run) -> None:
    out = run("explain").out
    assert all(f"\n  {name} " in out for name in RULES)
    assert all(family.name.capitalize() in out for family in FAMILIES)


def test_no_line_is_wider_than_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    out = run("explain", "yaml-syntax").out
    assert max(map(len, out.splitlines())) <= 100


def test_a_misspelt_name_offers_what_to_type(run: Run) -> None:
    ran = run("explain", "unkown-value")
    assert ran.code == 2
    assert "coparent explain unknown-value" in ran.err


def test_the_json_of_a_page_has_every_part(run: Run) -> None:
    page = json.loads(run("explain", "bad-date", "--format", "json").out)
    assert list(page) == ["format", "name", "family", "level", "what", "why", "fix", "before", "after"]
    assert all(page.values())


def test_the_json_of_the_table_has_every_rule(run: Run) -> None:
    table = json.loads(run("explain", "--format", "json").out)
    assert [rule["name"] for rule in table["rules"]] == list(RULES)


def test_the_markdown_of_a_page_shows_the_examples_as_yaml(run: Run) -> None:
    out = run("explain", "bad-date", "--format", "markdown").out
    assert out.startswith("## bad-date\n")
    assert out.count("```yaml") == 2
