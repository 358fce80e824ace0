"""Everything found in the plans: rules run, levels applied, lines looked up, all as one report."""

from coparent.checking.report import Report, SkippedRules
from coparent.checking.run import check
from coparent.checking.selection import Selection

__all__ = ["Report", "Selection", "SkippedRules", "check"]
