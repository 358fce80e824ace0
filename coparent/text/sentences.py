"""The small words of our own sentences: numbers, plurals, verbs that agree with a number, and lists."""

from collections.abc import Sequence

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def plural(noun: str) -> str:
    """The plural of a regular noun.

    >>> plural("action"), plural("priority")
    ('actions', 'priorities')
    """
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"


def count(number: int, noun: str) -> str:
    """A number and its noun, in the plural when it should be.

    >>> count(1, "action"), count(0, "action")
    ('1 action', '0 actions')
    """
    return f"{number} {noun if number == 1 else plural(noun)}"


def agree(number: int, singular: str, several: str) -> str:
    """The word that agrees with a number: the first for one thing, the second for none or several.

    >>> agree(1, "is", "are"), agree(0, "is", "are")
    ('is', 'are')
    """
    return singular if number == 1 else several


def in_letters(number: int) -> str:
    """A number as a sentence has it: up to nine in letters.

    >>> in_letters(2), in_letters(12)
    ('two', '12')
    """
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def listing(items: Sequence[str], word: str = "and") -> str:
    """Items as a sentence names them, with a word before the last.

    >>> listing(["a", "b", "c"]), listing(["a", "b"], "or"), listing([])
    ('a, b and c', 'a or b', '')
    """
    return f" {word} ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))
