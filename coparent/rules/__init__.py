"""Every rule there is. A new family is a module or a package here and a line in FAMILIES."""

from collections.abc import Mapping

from coparent.errors import CoparentError
from coparent.rules import (
    coverage,
    dates,
    delivery,
    measures,
    ownership,
    personal_data,
    reading,
    references,
    shape,
    tool,
    wording,
)
from coparent.rules.registry import Family, LevelByStatus, RecordRule, Rule, TextRule
from coparent.text.suggestions import nearest

FAMILIES: tuple[Family, ...] = (
    reading.FAMILY,
    shape.FAMILY,
    references.FAMILY,
    dates.FAMILY,
    ownership.FAMILY,
    delivery.FAMILY,
    measures.FAMILY,
    wording.FAMILY,
    personal_data.FAMILY,
    coverage.FAMILY,
    tool.FAMILY,
)
"""In the order of the manual; a finding of an earlier one of the first three silences later ones at its place."""

RULES: Mapping[str, Rule] = {rule.name: rule for family in FAMILIES for rule in family.rules}


def find_rule(name: str) -> Rule:
    """The rule of that name. Raises CoparentError, with the nearest names, if there is none."""
    asked = name.strip().lower()
    if asked in RULES:
        return RULES[asked]
    commands = [f"coparent explain {near}" for near in nearest(asked, RULES, most=3, cutoff=0.5)]
    advice = f"did you mean  {'  or  '.join(commands)}?" if commands else "coparent explain  lists the rules"
    raise CoparentError(f'there is no rule "{name}"', advice)


__all__ = ["FAMILIES", "RULES", "Family", "LevelByStatus", "RecordRule", "Rule", "TextRule", "find_rule"]
