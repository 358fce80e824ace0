"""Every rule there is. A new family is a module here and a line in FAMILIES."""

from collections.abc import Mapping

from coparent.rules import reading, references, shape
from coparent.rules.registry import Completeness, Family, Rule, Sees

FAMILIES: tuple[Family, ...] = (reading.FAMILY, shape.FAMILY, references.FAMILY)
"""In the order of the manual; a finding of an earlier one of the first three silences later ones at its place."""

RULES: Mapping[str, Rule] = {rule.name: rule for family in FAMILIES for rule in family.rules}

__all__ = ["FAMILIES", "RULES", "Completeness", "Family", "Rule", "Sees"]
