"""References: ids that lead nowhere, lead to two things, go round in circles, or are named by nobody."""

from coparent.rules.references import circles, ids, repeats, successors, unused
from coparent.rules.registry import join

FAMILY = join(ids.FAMILY, circles.FAMILY, repeats.FAMILY, successors.FAMILY, unused.FAMILY)
