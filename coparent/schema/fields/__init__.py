"""The types of fields: how each reads what was written, and the words it finds when it cannot.

Reading is typed here and nowhere else: the parser hands on text, so "no", 3.10 and 007 are still what they look like.
"""

from coparent.schema.fields.surroundings import Surroundings
from coparent.schema.fields.texts import Role

__all__ = ["Role", "Surroundings"]
