"""Did you mean: the nearest of some known words to one that is not known."""

from collections.abc import Iterable

CUTOFF = 0.7
"""How alike (by difflib's ratio) words must be to be offered."""

LONGEST = 200
"""A longer text is no word that a few letters have slipped in, and comparing it takes as long as its length squared."""


def nearest(word: str, known: Iterable[str], most: int = 1, cutoff: float = CUTOFF) -> list[str]:
    """The known words most like this one, best first; none if nothing is near."""
    from difflib import get_close_matches  # Imported only when there is something to suggest.

    if len(word) > LONGEST:
        return []
    by_plain = {_plain(name): name for name in known if len(name) <= LONGEST}
    return [by_plain[match] for match in get_close_matches(_plain(word.strip()), by_plain, most, cutoff)]


def _plain(word: str) -> str:
    return word.lower().replace("_", "-").replace(" ", "-")
