"""Everything found in the plans: rules run, levels applied, places looked up, all as one report."""

from coparent.checking.report import Report, Waiting
from coparent.checking.running import check
from coparent.checking.selection import Selection

__all__ = ["Report", "Selection", "Waiting", "check"]
