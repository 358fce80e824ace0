"""References: ids that lead nowhere, lead to two things, go round in circles, or are named by nobody."""

from coparent.rules.references import ids, links
from coparent.rules.registry import join

FAMILY = join(ids.FAMILY, links.FAMILY)
