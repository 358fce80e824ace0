"""Did you mean: the nearest of some known words to one that is not known."""

from collections.abc import Iterable

CUTOFF = 0.7
"""How alike (by difflib's ratio) words must be to be offered."""


def nearest(word: str, known: Iterable[str], most: int = 1, cutoff: float = CUTOFF) -> list[str]:
    """The known words most like this one, best first; none if nothing is near."""
    from difflib import get_close_matches  # Imported only when there is something to suggest.

    by_lower = {name.lower().replace("_", "-").replace(" ", "-"): name for name in known}
    asked = word.lower().strip().replace("_", "-").replace(" ", "-")
    return [by_lower[match] for match in get_close_matches(asked, by_lower, most, cutoff)]
