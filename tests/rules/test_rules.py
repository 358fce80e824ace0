"""Every rule finds what its cases say, at the place they say, and nothing else.

cases/<rule>.yaml is a list of cases. `says` is a sentence. `plan`, `strategy`, `measures`, `updates`, `settings` and
`paper` are laid over the smallest sound workspace (tests/workspaces.py), field by field; `text` is the whole of
plans/plan.yaml; `files` adds files as text or YAML (one with nothing is taken out), `hex` files as bytes; `as_at` is
the day; `fails` is a rule that has a bug in that case.

`flags` are what the rule finds, in the order of the report; none in a clean case. Each is a place: a route such as
`actions.0.due`, or a stretch such as `3:5-9` (line:column-end), in plans/plan.yaml unless a path and a colon stand
before it. Or fields: `at` the place, and any of `words` (what the caret is under), `level`, `message`, `label`, `help`
(each a part of what it says) and `related` (places). `besides` names the rules of Reading and Shape that find
something else there; no others may.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Required, TypedDict

import pytest
import yaml

from coparent.checking import Report
from coparent.diagnostics import Diagnostic, Location, Related
from coparent.documents.reading import decode
from coparent.reporters.style import location_of
from coparent.rules import FAMILIES, RULES
from tests.workspaces import AS_AT, SMALLEST, Texts, fail, judge_texts, lay_over, write_node

CASES = Path(__file__).parent / "cases"
PLAN = "plans/plan.yaml"
KNOWN = {"says", "text", "files", "hex", "as_at", "flags", "besides", "fails", *SMALLEST}
STRETCH = re.compile(r"\d+:\d+-(\d+:)?\d+")


class Flag(TypedDict, total=False):
    """What a case says of a finding; all but the place may be left out."""

    at: Required[str]
    words: str
    level: str
    message: str
    label: str
    help: str
    related: list[str]


@dataclass(frozen=True, eq=False)
class Case:
    """One case: the texts of the files, and what its rule finds there."""

    rule: str
    says: str
    texts: Texts
    as_at: date
    flags: tuple[Flag, ...]
    besides: frozenset[str]
    fails: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.says}"


def _read(path: Path) -> Iterator[Case]:
    cases = yaml.compose(path.read_text(encoding="utf-8"))
    assert isinstance(cases, yaml.SequenceNode), path.name
    for node in cases.value:
        nodes = {key.value: value for key, value in node.value}
        plain = yaml.load(write_node(node), yaml.BaseLoader)  # noqa: S506 - it makes nothing but text, lists and dicts.
        assert nodes.keys() <= KNOWN, f"{path.name}: {nodes.keys() - KNOWN}"
        flags = tuple(Flag(at=flag) if isinstance(flag, str) else flag for flag in plain.get("flags") or ())
        assert all(flag.keys() <= Flag.__annotations__.keys() for flag in flags), f"{path.name}: {flags}"
        yield Case(
            rule=path.stem,
            says=plain["says"],
            texts=_texts(nodes),
            as_at=date.fromisoformat(plain["as_at"]) if "as_at" in plain else AS_AT,
            flags=flags,
            besides=frozenset(plain.get("besides", ())),
            fails=plain.get("fails", ""),
        )


def _texts(nodes: Mapping[str, yaml.Node]) -> Texts:
    texts: Texts = {**lay_over({kind: write_node(nodes[kind]) for kind in SMALLEST if kind in nodes})}
    if "text" in nodes:
        texts[PLAN] = nodes["text"].value
    for key, value in nodes["files"].value if "files" in nodes else ():
        texts[key.value] = value.value if isinstance(value, yaml.ScalarNode) else write_node(value)
    for key, value in nodes["hex"].value if "hex" in nodes else ():
        texts[key.value] = decode(bytes.fromhex(value.value))
    return {path: text for path, text in texts.items() if text != ""}


@cache
def _check(case: Case) -> Report:
    return judge_texts(case.texts, case.as_at, fail(case.fails) if case.fails else FAMILIES)


def _place(found: Diagnostic | Related, like: str) -> str:
    """Where a finding stands, in the form that `like` is written in."""
    location = location_of(found)
    prefix = f"{location.path}:" if like.startswith("plans/") or location.path != PLAN else ""
    if STRETCH.fullmatch(like.removeprefix(prefix)):
        return prefix + _stretch(location)
    return prefix + ".".join(map(str, found.spot.place.route))


def _stretch(location: Location) -> str:
    end = f"{location.end_line}:" if location.end_line != location.line else ""
    return f"{location.line}:{location.column}-{end}{location.end_column}"


def _places(found: Iterable[Diagnostic | Related], like: Iterable[str]) -> list[str]:
    """Where findings stand, each in the form of the expected one beside it; those too many as routes."""
    forms = iter(like)
    return [_place(finding, next(forms, "")) for finding in found]


ALL = [case for path in sorted(CASES.glob("*.yaml")) for case in _read(path)]


@pytest.mark.parametrize("case", ALL, ids=str)
def test_a_rule_flags_what_its_case_says(case: Case) -> None:
    report = _check(case)
    found = [diagnostic for diagnostic in report.diagnostics if diagnostic.rule == case.rule]
    assert _places(found, (flag["at"] for flag in case.flags)) == [flag["at"] for flag in case.flags]
    for diagnostic, flag in zip(found, case.flags, strict=True):
        assert flag.get("message", "") in diagnostic.message
        assert flag.get("label", "") in diagnostic.label
        assert flag.get("help", "") in diagnostic.help
        assert flag.get("level", diagnostic.level) == diagnostic.level
        related = flag.get("related", _places(diagnostic.related, ()))
        assert _places(diagnostic.related, related) == related
        if "words" in flag:
            location = location_of(diagnostic)
            line = report.sources[location.path][location.line]
            assert line[location.column - 1 : location.end_column - 1] == flag["words"]


@pytest.mark.parametrize("case", ALL, ids=str)
def test_a_case_has_no_fault_that_it_does_not_speak_of(case: Case) -> None:
    """A record that was cut for some slip of the case's writer would make any rule look clean."""
    rules_of_form = {
        found.rule for found in _check(case).diagnostics if RULES[found.rule].family in ("reading", "shape")
    }
    assert rules_of_form - {case.rule} == case.besides


def test_every_rule_has_cases_and_every_case_a_rule() -> None:
    assert {case.rule for case in ALL} == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_flagged_and_a_clean_case(rule: str) -> None:
    assert {bool(case.flags) for case in ALL if case.rule == rule} == {True, False}


def test_the_workspace_that_cases_are_laid_over_has_no_problem() -> None:
    report = judge_texts(lay_over({}))
    assert [found for found in report.diagnostics if found.level != "note"] == []
    families = {family.name for family in FAMILIES[:3]}
    assert [found for found in report.diagnostics if RULES[found.rule].family in families] == []
