"""Dates: whether they can all be kept, which are missing or passed, and which are said to lie ahead of the day."""

from coparent.rules.dates import deadlines, future, moves, order, overdue, periods, reviews
from coparent.rules.registry import Family

FAMILY = Family(
    "dates",
    [
        *order.FAMILY.rules,
        *periods.FAMILY.rules,
        *deadlines.FAMILY.rules,
        *reviews.FAMILY.rules,
        *overdue.FAMILY.rules,
        *moves.FAMILY.rules,
        *future.FAMILY.rules,
    ],
)
