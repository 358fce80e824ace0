"""The small words of our own sentences: numbers, plurals, verbs that agree with a number, and lists."""

from collections.abc import Iterable, Mapping

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_STOPS = (".", "!", "?", "…", ":")
_CLOSING = "\"')]”\N{RIGHT SINGLE QUOTATION MARK}*_"
"""What may stand after the stop of a sentence: quotation marks, brackets, the marks of emphasis."""
_PLURAL_VERBS = {"is": "are", "has": "have", "was": "were", "does": "do"}


def count(number: int, noun: str, singular_verb: str = "") -> str:
    """A number and its noun, and its verb if it has one, in the plural when they should be.

    >>> count(1, "action"), count(0, "action"), count(2, "action", "is")
    ('1 action', '0 actions', '2 actions are')
    """
    counted = f"{number} {noun if number == 1 else plural(noun)}"
    return f"{counted} {verb(number, singular_verb)}" if singular_verb else counted


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


def listing(items: Iterable[str], joint: str = "and") -> str:
    """Items as a sentence names them, less those that are empty, with a word before the last.

    >>> listing(["a", "b", "c"]), listing(["a", "b"], "or"), listing([""])
    ('a, b and c', 'a or b', '')
    """
    *others, last = [item for item in items if item] or [""]
    return f"{', '.join(others)} {joint} {last}" if others else last


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
    """A sentence with one full stop.

    >>> end_sentence("Done"), end_sentence("Why?"), end_sentence("They said (at last) yes.)")
    ('Done.', 'Why?', 'They said (at last) yes.)')
    """
    tidy = words.strip()
    return tidy if tidy.rstrip(_CLOSING).endswith(_STOPS) else f"{tidy}."


def without_stop(title: str) -> str:
    """A title as it stands within a sentence or before a colon: less the full stop that some people end it with.

    >>> without_stop("Open two homes. "), without_stop("Ask why?")
    ('Open two homes', 'Ask why?')
    """
    return title.strip().rstrip(".").rstrip() or title


def headed(title: str, words: str) -> str:
    """What is said under a title: after a colon, but for a title that ends with a mark of its own.

    >>> headed("Open two homes", "done"), headed("Who decides?", "done")
    ('Open two homes: done', 'Who decides? Done')
    """
    return f"{title} {upper_first(words)}" if title.endswith(_STOPS) else f"{title}: {words}"


def within(name: str) -> str:
    """A name as it stands within a sentence: its first word in small letters where that is an article.

    >>> within("The Promise"), within("Theatre Royal")
    ('the Promise', 'Theatre Royal')
    """
    return lower_first(name) if name.startswith("The ") else name
