"""Wording: titles that promise nothing, gaps left to fill, and words that readers do not know or have asked to avoid.

The strategy's own text is never judged, nor are the titles of links.
"""

from coparent.rules.registry import Family
from coparent.rules.wording import placeholders, plain, preferred, short_forms, titles

FAMILY = Family(
    "wording",
    [
        *titles.FAMILY.rules,
        *placeholders.FAMILY.rules,
        *short_forms.FAMILY.rules,
        *plain.FAMILY.rules,
        *preferred.FAMILY.rules,
    ],
)
