"""Workspaces for tests to look at, each laid over the smallest one that is sound."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeAlias

import yaml

from coparent.checking import Report, check
from coparent.diagnostics import Diagnostic
from coparent.documents.reading import Unreadable
from coparent.rules import FAMILIES, Family, RecordRule, Rule, TextRule
from coparent.workspace import assemble

Texts: TypeAlias = dict[str, str | Unreadable]

AS_AT = date(2026, 9, 30)
SMALLEST = {
    "strategy": """\
kind: strategy
id: strategy
title: Corporate parenting strategy
organisation: ecc
period: April 2026 to March 2030
priorities:
  - {id: home, title: A home that suits me}
  - {id: health, title: Good health}
outcomes:
  - {id: o1, title: Children live near the people they know, priorities: [home]}
  - {id: o2, title: Children move less often, priorities: [home]}
  - {id: o3, title: There are enough homes, priorities: [home]}
  - {id: o4, title: Children are seen by a dentist, priorities: [health]}
  - {id: o5, title: Children are well, priorities: [health]}
  - {id: o6, title: Children wait less for help, priorities: [health]}
  - {id: o7, title: Children are heard}
promises:
  - {id: p1, title: We tell you what happens next, outcomes: [o7]}
recommendations:
  - {id: r1, title: Open more homes, by: Ofsted, on: March 2026, outcomes: [o3]}
organisations:
  - {id: ecc, name: The county council, type: council}
  - {id: icb, name: The health board, type: nhs}
boards:
  - {id: board, name: Corporate parenting board}
""",
    "plan": """\
kind: plan
id: home-plan
title: Home plan
organisation: ecc
partners: [icb]
status: draft
actions:
  - id: a1
    title: Open two homes
    outcomes: [o1, o2, o3, o4, o5, o6, o7]
    promises: [p1]
    recommendations: [r1]
    lead: Head of placements
    start: April 2026
    due: March 2027
    measures: [m1]
    milestones:
      - {id: first, title: The first home opens, due: January 2027}
    updates:
      - {on: 2026-09-30, stage: in-progress, rating: green, summary: Both sites are bought.}
""",
    "measures": """\
kind: measures
measures:
  - {id: m1, title: Homes open, type: context, unit: count, better: higher, outcomes: [o1, o2, o3, o4, o5, o6, o7]}
""",
    "updates": "kind: updates\nid: q2\non: 2026-06-30\n",
    "settings": "kind: settings\n",
    "paper": "kind: paper\nid: paper\ntitle: A paper\ntemplate: committee-paper\nas_at: 2026-09-30\n",
}
ALWAYS_THERE = ("strategy", "plan", "measures")


def lay_over(overlays: Mapping[str, str]) -> dict[str, str]:
    """The smallest workspace, with YAML laid over the file of each kind: its fields take the place of those there,
    and stand last."""
    kinds = dict.fromkeys([*ALWAYS_THERE, *overlays])
    return {f"plans/{kind}.yaml": _merge(SMALLEST[kind], overlays.get(kind, "")) for kind in kinds}


def _merge(under: str, over: str) -> str:
    top = yaml.compose(over)
    if top is None:
        return under
    merged = yaml.compose(under)
    assert isinstance(top, yaml.MappingNode)
    assert isinstance(merged, yaml.MappingNode)
    overlaid = {key.value for key, _ in top.value}
    merged.value = [entry for entry in merged.value if entry[0].value not in overlaid] + top.value
    return write_node(merged)


def leave_out(kind: str, fields: Collection[str]) -> str:
    """The smallest file of a kind without some of its fields, which a test then writes by hand below it."""
    node = yaml.compose(SMALLEST[kind])
    assert isinstance(node, yaml.MappingNode)
    node.value = [entry for entry in node.value if entry[0].value not in fields]
    return write_node(node) if node.value else ""


def write_node(node: yaml.Node) -> str:
    """YAML of a part of a case as it was written there: what was quoted stays quoted."""
    _spread(node)
    return yaml.serialize(node, allow_unicode=True, width=1000)


def _spread(node: yaml.Node) -> bool:
    """Whether there is a field with nothing after it inside: only one on a line of its own can be written."""
    if not isinstance(node, yaml.CollectionNode):
        return isinstance(node, yaml.ScalarNode) and not node.value and node.style is None
    children = [value for _, value in node.value] if isinstance(node, yaml.MappingNode) else node.value
    is_open = [_spread(child) for child in children]
    if any(is_open):
        node.flow_style = False
    return any(is_open)


def judge_texts(
    texts: Mapping[str, str | Unreadable], as_at: date = AS_AT, families: tuple[Family, ...] = FAMILIES
) -> Report:
    """What `coparent check` finds in these texts. Only files below documents/ are there for links."""
    workspace = assemble(texts, as_at, lambda path: path if path.startswith("documents/") else "")
    return check(workspace, texts, families)


def fail(name: str) -> tuple[Family, ...]:
    """The families of rules, one of which has a bug."""
    return tuple(Family(family.name, [_spoil(rule, name) for rule in family.rules]) for family in FAMILIES)


def _spoil(rule: Rule, name: str) -> Rule:
    if rule.name != name:
        return rule
    if isinstance(rule, TextRule):
        return replace(rule, finder=_stumble)
    return replace(rule, finder=_stumble) if isinstance(rule, RecordRule) else rule


def _stumble(*_: object) -> Iterator[Diagnostic]:
    raise IndexError("Ann Example, 943 476 5919")
