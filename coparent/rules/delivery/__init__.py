"""Delivery: updates that are missing or out of order, ratings that say too little or too much, untidy endings."""

from coparent.rules.delivery import disagreements, endings, ratings, updates
from coparent.rules.registry import join

FAMILY = join(updates.FAMILY, ratings.FAMILY, disagreements.FAMILY, endings.FAMILY)
