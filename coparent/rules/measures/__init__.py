"""Measures: actions nobody can judge, targets that ask for nothing, figures that cannot be or that point to a child."""

from coparent.rules.measures import figures, people, readings, targets
from coparent.rules.registry import join

FAMILY = join(targets.FAMILY, figures.FAMILY, readings.FAMILY, people.FAMILY)
