"""Text made safe for where it is printed: nothing from a plan may move the cursor, colour or hide."""

from unicodedata import category


class _StandIns(dict[int, str]):
    """What `str.translate` puts for each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = standing = _stand_in(code)
        return standing


def _stand_in(code: int) -> str:
    character = chr(code)
    if character.isprintable() or category(character) == "Zs":
        return character
    if code < 0x20:
        return chr(0x2400 + code)
    return "\N{SYMBOL FOR DELETE}" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"


_STAND_INS = _StandIns()


def make_visible(text: str, *, only_ascii: bool = False) -> str:
    """Put one visible character, one cell wide, for each control, bidirectional or other unprintable one.

    With `only_ascii` every character a plain console cannot show becomes its backslash escape instead.
    """
    if text.isprintable() and not (only_ascii and not text.isascii()):
        return text
    if only_ascii:
        return "".join(c if " " <= c <= "~" else c.encode("unicode_escape").decode("ascii") for c in text)
    return text.translate(_STAND_INS)
