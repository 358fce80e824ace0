"""Telling a person's name from the name of a role, a team or a place."""

from coparent.text.personal_names.finding import find_person

__all__ = ["find_person"]
