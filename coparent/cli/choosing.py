"""One of a few words, as it was typed."""

from collections.abc import Sequence


def choose(option: str, typed: str, known: Sequence[str]) -> str:
    """The word that was meant. Raises CoparentError, with the nearest, for one that is not known."""
    wanted = typed.strip().lower()
    if wanted in known:
        return wanted
    from coparent.errors import CoparentError
    from coparent.text.suggestions import nearest

    near = nearest(typed, known, cutoff=0.5)
    written = f"{option} {near[0]}" if near and option.startswith("-") else "".join(near)
    raise CoparentError(
        f'{option}: "{typed}" is none of {", ".join(known)}',
        f"did you mean  {written}?" if near else f"write  {known[0]}",
    )
