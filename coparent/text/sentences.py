"""The small words of our own sentences: counted nouns, their verbs, and lists."""

from collections.abc import Mapping, Sequence

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_PLURAL_VERBS = {"is": "are", "has": "have", "was": "were", "does": "do"}


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


def listing(items: Sequence[str], joint: str = "and") -> str:
    """Items as a sentence names them: "a, b and c"."""
    return f" {joint} ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def verb(number: int, singular: str) -> str:
    """The verb for so many of something.

    >>> verb(1, "is"), verb(2, "is"), verb(2, "serves")
    ('is', 'are', 'serve')
    """
    return singular if number == 1 else _PLURAL_VERBS.get(singular, singular.removesuffix("s"))


def count_each(numbers: Mapping[str, int], words: Mapping[str, str | tuple[str, str]]) -> list[str]:
    """How many there are of each kind, in the order of its words, less those that there are none of.

    >>> count_each({"a": 1, "b": 2}, {"b": ("date", "dates"), "a": "funded"})
    ['2 dates', '1 funded']
    """
    found = ((numbers[kind], word) for kind, word in words.items() if numbers.get(kind))
    return [f"{number} {word if isinstance(word, str) else word[number > 1]}" for number, word in found]


def upper_first(words: str) -> str:
    """Words as they begin a sentence."""
    return words[:1].upper() + words[1:]


def lower_first(words: str) -> str:
    """Words as they stand within a sentence."""
    return words[:1].lower() + words[1:]


def end_sentence(words: str) -> str:
    """A sentence with one full stop."""
    tidy = words.strip()
    return tidy if tidy.endswith((".", "!", "?")) else f"{tidy}."
