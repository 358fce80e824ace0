"""Ownership: whether every action has one role that answers for it, and every name is written one way."""

from coparent.rules.ownership import bodies, leads, names
from coparent.rules.registry import join

FAMILY = join(leads.FAMILY, bodies.FAMILY, names.FAMILY)
