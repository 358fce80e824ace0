"""How much room text takes on a terminal: measured, cut and wrapped by cells."""

from bisect import bisect_right

from coparent.text.patterns import compile_later

# Latin letters, punctuation, lines, blocks and ticks take one cell each: only other writing costs the import of rich.
_NARROW = compile_later("[ -~\xa0-\u02ff\u2010-\u2027\u2030-\u205e\u20ac\u2400-\u2421\u2500-\u259f\u2713\u2717\ufffd]*")
_LEAST = 12
"""How many cells of a row are left for the text itself, whatever it is indented by."""
_WORD = compile_later(" *[^ ]+")


def measure(text: str) -> int:
    """How many cells a text takes."""
    if text.isascii() or _NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def fits(text: str, room: int) -> bool:
    """Whether a text takes no more cells than there is room for; of a long one only the beginning is measured."""
    few = _few(room)
    return (len(text) <= few or measure(text[:few]) <= room) and measure(text) <= room


def head(text: str, room: int) -> str:
    """The longest beginning of a text that takes no more cells than there is room for."""
    few = _few(room)
    if len(text) > few and measure(text[:few]) > room:  # The rest cannot be part of it.
        text = text[:few]
    return text[: bisect_right(range(len(text) + 1), room, key=lambda length: measure(text[:length])) - 1]


def _few(room: int) -> int:
    """More characters than there are in most texts that fit: only signs of no width could be more."""
    return 2 * max(0, room) + 16


def tail(text: str, room: int) -> str:
    """The longest end of a text that takes no more cells than there is room for."""
    size = len(text)
    fitting = bisect_right(range(size + 1), room, key=lambda length: measure(text[size - length :])) - 1
    return text[size - fitting :]


def wrap(text: str, width: int, *, hanging: int = 0, first: int | None = None) -> list[str]:
    """Break a text at ordinary spaces into rows no wider than `width`; rows after the first are indented by `hanging`.

    `first` is how many cells of the first row are already taken: as many as `hanging` if left out.
    """
    hanging = hanging if hanging < width else max(0, width - _LEAST)
    used = hanging if first is None else first
    if fits(text, width - used):
        return [text]
    rows = [""]
    for word in _WORD.findall(text):
        if used > hanging and not fits(word, width - used):
            rows.append(" " * hanging)
            used = hanging
        piece = word if rows[-1].strip(" ") else word.lstrip(" ")
        while piece and not fits(piece, width - used):
            part = head(piece, max(0, width - used)) or piece[0]
            rows[-1] += part
            piece = piece[len(part) :]
            rows.append(" " * hanging)
            used = hanging
        rows[-1] += piece
        used += measure(piece)
    # No other space is taken out: a hard one is part of its word.
    return [rows[0], *(row for row in rows[1:] if row.strip(" "))]
