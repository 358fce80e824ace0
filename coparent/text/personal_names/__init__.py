"""Recognising a person's name among the names of roles, teams and places."""

from coparent.text.personal_names.detection import find_person

__all__ = ["find_person"]
