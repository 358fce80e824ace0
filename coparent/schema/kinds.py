"""The kinds of file, each by the word that its `kind` field has."""

from collections.abc import Mapping
from typing import TypeAlias

from coparent.schema.measures import Measures
from coparent.schema.paper import Paper
from coparent.schema.plan import Plan
from coparent.schema.settings import Settings
from coparent.schema.strategy import Strategy
from coparent.schema.updates import Updates

FileRecord: TypeAlias = Strategy | Plan | Updates | Measures | Paper | Settings

KINDS: Mapping[str, type[FileRecord]] = {
    "strategy": Strategy,
    "plan": Plan,
    "updates": Updates,
    "measures": Measures,
    "paper": Paper,
    "settings": Settings,
}
