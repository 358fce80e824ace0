"""Coverage: goals that no action serves, actions that serve no goal, children who were not asked or not answered."""

from coparent.rules.coverage import goals, voices
from coparent.rules.registry import join

FAMILY = join(goals.FAMILY, voices.FAMILY)
