"""Shape: fields, values and files that the plan format does not know, and papers that no template can make."""

from coparent.rules.registry import join
from coparent.rules.shape import pages, papers

FAMILY = join(pages.FAMILY, papers.FAMILY)
