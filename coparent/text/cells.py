"""How much room text takes on a terminal: measured, cut and wrapped by cells."""

from bisect import bisect_right

from coparent.text.patterns import compile_later

# Latin letters, punctuation, lines, blocks and ticks take one cell each: only other writing costs the import of rich.
_NARROW = compile_later("[ -~\xa0-\u02ff\u2010-\u2027\u2030-\u205e\u20ac\u2400-\u2421\u2500-\u259f\u2713\u2717\ufffd]*")
_WORD = compile_later(" *[^ ]+")


def measure(text: str) -> int:
    """How many cells a text takes."""
    if text.isascii() or _NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def head(text: str, room: int) -> str:
    """The longest beginning of a text that takes no more cells than there is room for."""
    return text[: bisect_right(range(len(text) + 1), room, key=lambda length: measure(text[:length])) - 1]


def tail(text: str, room: int) -> str:
    """The longest end of a text that takes no more cells than there is room for."""
    size = len(text)
    fitting = bisect_right(range(size + 1), room, key=lambda length: measure(text[size - length :])) - 1
    return text[size - fitting :]


def wrap(text: str, width: int, *, hanging: int = 0, first: int | None = None) -> list[str]:
    """Break a text at ordinary spaces into rows no wider than `width`; rows after the first are indented by `hanging`.

    `first` is how many cells of the first row are already taken: as many as `hanging` if left out.
    """
    used = hanging if first is None else first
    if used + measure(text) <= width:
        return [text]
    rows = [""]
    for word in _WORD.findall(text):
        if used > hanging and used + measure(word) > width:
            rows.append(" " * hanging)
            used = hanging
        piece = word if rows[-1].strip(" ") else word.lstrip(" ")
        while used + measure(piece) > width:
            part = head(piece, width - used) or piece[0]
            rows[-1] += part
            piece = piece[len(part) :]
            rows.append(" " * hanging)
            used = hanging
        rows[-1] += piece
        used += measure(piece)
    # No other space is taken out: a hard one is part of its word.
    return [rows[0], *(row for row in rows[1:] if row.strip(" "))]
