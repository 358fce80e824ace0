"""The small words of our own sentences: counted nouns and lists."""

from collections.abc import Sequence

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def count(number: int, noun: str) -> str:
    """A number and its noun, in the plural when it should be.

    >>> count(1, "action"), count(0, "action")
    ('1 action', '0 actions')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {plural(noun)}"


def plural(noun: str) -> str:
    """A noun as it is called when there are several.

    >>> plural("outcome"), plural("priority"), plural("day")
    ('outcomes', 'priorities', 'days')
    """
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"


def in_letters(number: int) -> str:
    """A number as a sentence has it: up to nine in letters.

    >>> in_letters(2), in_letters(12)
    ('two', '12')
    """
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def listing(items: Sequence[str]) -> str:
    """Items as a sentence names them: "a, b and c"."""
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))
