"""Dates: whether they can all be kept, which are missing or passed, and which are said to lie ahead of the day."""

from coparent.rules.dates import deadlines, future, moves, order, overdue, periods
from coparent.rules.registry import join

FAMILY = join(order.FAMILY, periods.FAMILY, deadlines.FAMILY, overdue.FAMILY, moves.FAMILY, future.FAMILY)
