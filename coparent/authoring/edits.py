"""Changes of a text, character for character: what is not named stays as it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from coparent.documents.lines import Region


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The characters of a region, and what takes their place."""

    region: Region
    text: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Make changes that do not overlap; raises ValueError if two do."""
    changed = text
    end_of_next = len(text) + 1
    for edit in sorted(edits, reverse=True):
        start, end = edit.region
        if end > end_of_next:
            raise ValueError(f"two changes overlap at character {end_of_next}")
        changed = changed[:start] + edit.text + changed[end:]
        end_of_next = start
    return changed
