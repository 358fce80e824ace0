"""Every rule has a whole manual page, its examples are true, and no rule is declared in vain."""

import ast
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

import coparent
from coparent.checking import Report
from coparent.rules import FAMILIES, RULES, RecordRule, Rule, TextRule
from coparent.schema.measures import Measure
from coparent.schema.paper import Paper
from coparent.schema.plan import Action, Plan, Risk, Update
from coparent.schema.settings import Settings
from coparent.schema.shapes import shapes
from coparent.schema.shared import LinkRecord
from coparent.schema.strategy import Strategy
from coparent.schema.updates import Updates
from tests.workspaces import Texts, judge_texts, lay_over, leave_out

ROOMS = ("documents", "schema", "workspace", "checking")
"""Where the rules are found that are declared as manuals alone."""
NOT_FOR_PEOPLE = re.compile(r"\b(schema|mapping|scalar|instance|property|input)s?\b", re.IGNORECASE)

EXAMPLES_IN_WORDS = {
    "unreadable-file": "of bytes",
    "not-read": "of a file's name",
    "no-strategy": "of files",
    "second-strategy": "of files",
    "second-settings": "of files",
    "personal-data": "of a number that no page may hold",
    "contact-details": "of a number that no page may hold",
    "rule-failed": "of a bug",
}
"""Rules whose example tells of something that no lines of a plan can show, and of what; their cases show it."""

HOMES = {
    Action: ("plan", "actions:\n  -\n    id: home-09\n    title: Open two homes\n    {}\n"),
    Plan: ("plan", "{}\n"),
    Update: (
        "plan",
        "actions:\n  -\n    id: home-09\n    title: Open two homes\n    updates:\n      -\n"
        "        on: 30 September 2026\n        stage: in-progress\n        summary: Both are bought.\n        {}\n",
    ),
    Measure: (
        "measures",
        "measures:\n  -\n    id: places\n    title: Places\n    unit: count\n    better: higher\n    {}\n",
    ),
    Risk: (
        "plan",
        "risks:\n  -\n    id: cost\n    title: Cost\n    likelihood: 1\n    impact: 1\n    status: open\n    {}\n",
    ),
    LinkRecord: ("plan", "sources:\n  -\n    title: Our site\n    {}\n"),
    Strategy: ("strategy", "{}\n"),
    Settings: ("settings", "{}\n"),
    Updates: ("updates", "{}\n"),
    Paper: ("paper", "{}\n"),
}
"""Records that an example may be a part of: a kind of file, and the lines round the example in it."""

FIELD = re.compile(r"^([a-z_]+):", re.MULTILINE)
MARKER = re.compile(r"^ +(?=<<<<<<<|=======|>>>>>>>)", re.MULTILINE)


def _name(rule: Rule) -> str:
    return rule.name


@pytest.mark.parametrize("rule", RULES.values(), ids=_name)
def test_a_manual_page_is_whole(rule: Rule) -> None:
    assert re.fullmatch(r'[A-Z"“].*\.', rule.summary), "the first line says what the rule finds, with a full stop"
    headings = re.findall(r"^(Why|Fix|Before|After):", rule.manual, re.MULTILINE)
    assert headings == ["Why", "Fix", "Before", "After"]
    page = rule.page
    for sentence in (page.what, page.why, page.fix):
        assert sentence.endswith(".")
        assert not NOT_FOR_PEOPLE.search(sentence)
    assert page.before
    assert page.after
    assert page.before != page.after


def test_names_are_in_kebab_case_and_used_once() -> None:
    names = [rule.name for family in FAMILIES for rule in family.rules]
    assert [name for name in names if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)] == []
    assert len(names) == len(set(names))
    assert not set(names) & {family.name for family in FAMILIES}


def test_what_the_rooms_below_find_is_declared() -> None:
    assert {name: places for name, places in _found_by_name().items() if name not in RULES} == {}


def test_every_manual_is_of_something_that_is_found() -> None:
    written = {node.value for _, node in _strings()}
    manuals = [rule.name for rule in RULES.values() if not isinstance(rule, TextRule | RecordRule)]
    assert [name for name in manuals if name not in written] == []


@pytest.mark.parametrize("rule", [rule for name, rule in RULES.items() if name not in EXAMPLES_IN_WORDS], ids=_name)
def test_the_examples_of_a_manual_are_true(rule: Rule) -> None:
    page = rule.page
    before = _write_example(page.before, page.after)
    assert rule.name in _rules(judge_texts(before))
    # An example's second half may be about another file than its first.
    after = before if _home(page.before, "") not in (None, _home(page.after, "")) else {}
    report = judge_texts({**after, **_write_example(page.after, "", within=after)})
    assert rule.name not in _rules(report)
    assert [found for found in report.diagnostics if RULES[found.rule].family in ("reading", "shape")] == []


def _rules(report: Report) -> set[str]:
    return {found.rule for found in report.diagnostics}


def _write_example(example: str, otherwise: str, within: Texts | None = None) -> Texts:
    """The smallest workspace with an example put where its fields belong (or those of the other half)."""
    home = _home(example, otherwise)
    assert home is not None, "no record has these fields"
    kind, around = HOMES[home]
    given = set(FIELD.findall(_as_fields(example)))
    indent = re.search(r"^ *(?=\{\})", around, re.MULTILINE)
    assert indent is not None
    own = [line for line in around.splitlines() if not _gives(line, indent[0], given)]
    top = set(FIELD.findall(around)) or given
    text = leave_out(kind, top) + "\n".join(own) + "\n"
    lines = f"\n{indent[0]}".join(_as_fields(example).splitlines())
    return {**lay_over({}), **(within or {}), f"plans/{kind}.yaml": MARKER.sub("", text.replace("{}", lines))}


def _gives(line: str, indent: str, fields: set[str]) -> bool:
    return any(line.startswith(f"{indent}{field}:") for field in fields)


def _home(example: str, otherwise: str) -> type | None:
    """The first sort of record that knows all the fields of an example; of its other half, if none does."""
    for text in filter(None, (example, otherwise)):
        fields = set(FIELD.findall(_as_fields(text)))
        for record in HOMES:
            if fields <= shapes(record).keys():
                return record
    return None


def _as_fields(example: str) -> str:
    """An example that is one item of a list, as the fields of that item."""
    if not example.startswith("- "):
        return example
    return "\n".join(line[2:] for line in example.splitlines())


def _strings() -> Iterator[tuple[str, ast.Constant]]:
    package = Path(coparent.__file__).parent
    for path in chain.from_iterable(sorted((package / room).rglob("*.py")) for room in ROOMS):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield path.name, node


def _found_by_name() -> dict[str, set[str]]:
    """Names given as `rule=`, as the first argument of refuse() or to a variable called rule, with their files."""
    found: dict[str, set[str]] = {}
    package = Path(coparent.__file__).parent
    for path in chain.from_iterable(sorted((package / room).rglob("*.py")) for room in ROOMS):
        for value in chain.from_iterable(map(_named, ast.walk(ast.parse(path.read_text(encoding="utf-8"))))):
            for node in ast.walk(value):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
                    found.setdefault(node.value, set()).add(path.name)
    return found


def _named(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.Call):
        yield from (keyword.value for keyword in node.keywords if keyword.arg == "rule")
        if isinstance(node.func, ast.Name) and node.func.id == "refuse" and node.args:
            yield node.args[0]
    elif isinstance(node, ast.Assign) and any(
        isinstance(target, ast.Name) and target.id == "rule" for target in node.targets
    ):
        yield node.value
