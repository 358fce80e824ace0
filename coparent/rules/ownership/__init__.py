"""Ownership: whether every action has one role that answers for it, and every name is written one way."""

from coparent.rules.ownership import leads, names, partners
from coparent.rules.registry import Family

FAMILY = Family("ownership", [*leads.FAMILY.rules, *partners.FAMILY.rules, *names.FAMILY.rules])
