"""References: ids that lead nowhere, lead to two things, go round in circles, or are named by nobody."""

from coparent.rules.references import circles, ids, priorities, unused
from coparent.rules.registry import Family

FAMILY = Family(
    "references",
    [*ids.FAMILY.rules, *circles.FAMILY.rules, *unused.FAMILY.rules, *priorities.FAMILY.rules],
)
