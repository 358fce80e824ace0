"""Delivery plans for children in care and care leavers, kept as YAML in git and checked like code."""

__version__ = "0.1.0"
