"""The kinds of file, each by the word that its `kind` field has. Whatever deals with files goes by this list."""

from collections.abc import Mapping
from typing import TypeAlias

from coparent.schema.measures import Measures
from coparent.schema.paper import Paper
from coparent.schema.plan import Plan
from coparent.schema.record import FileRecord
from coparent.schema.settings import Settings
from coparent.schema.strategy import Strategy
from coparent.schema.updates import Updates

Kinds: TypeAlias = Mapping[str, type[FileRecord]]

KINDS: Kinds = {
    "strategy": Strategy,
    "plan": Plan,
    "updates": Updates,
    "measures": Measures,
    "paper": Paper,
    "settings": Settings,
}

KIND_SYNONYMS = {
    "action plan": "plan",
    "delivery plan": "plan",
    "indicators": "measures",
    "measure": "measures",
    "report": "paper",
    "return": "updates",
    "setting": "settings",
    "update": "updates",
}
"""What people write when they mean a kind."""
