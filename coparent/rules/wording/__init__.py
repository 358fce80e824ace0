"""Wording: titles that promise nothing, gaps left to fill, and words that readers do not know or have asked to avoid.

The strategy's own text is never judged, nor are the titles of links.
"""

from coparent.rules.registry import join
from coparent.rules.wording import placeholders, plain, preferred, short_forms, titles, vague

FAMILY = join(vague.FAMILY, titles.FAMILY, placeholders.FAMILY, short_forms.FAMILY, plain.FAMILY, preferred.FAMILY)
