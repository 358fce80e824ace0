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
    """The longest beginning of a text that fits."""
    return text[: bisect_right(range(len(text) + 1), room, key=lambda length: measure(text[:length])) - 1]


def tail(text: str, room: int) -> str:
    """The longest end of a text that fits."""
    size = len(text)
    fitting = bisect_right(range(size + 1), room, key=lambda length: measure(text[size - length :])) - 1
    return text[size - fitting :]


def wrap(text: str, width: int, *, hanging: int = 0, first: int | None = None) -> list[str]:
    """Break a text between words; lines after the first are indented by `hanging`.

    `first` is how much already stands on the first line, which comes without it; `hanging` unless told.
    """
    begun = hanging if first is None else first
    if begun + measure(text) <= width:
        return [text]
    rows = [""]
    used = begun
    for word in _WORD.findall(text):
        if used > hanging and used + measure(word) > width:
            rows.append(" " * hanging)
            used = hanging
        piece = word if rows[-1].strip() else word.lstrip(" ")
        while used + measure(piece) > width:
            part = head(piece, width - used) or piece[0]
            rows[-1] += part
            piece = piece[len(part) :]
            rows.append(" " * hanging)
            used = hanging
        rows[-1] += piece
        used += measure(piece)
    return [row for number, row in enumerate(rows) if number == 0 or row.strip()]
