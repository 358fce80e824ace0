"""Numbers written as words: "three", "thirty-first"."""

_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TO_NINETEENTH = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth",
)  # fmt: skip

SMALL_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
}
ORDINAL_WORDS = {
    **{word: number for number, word in enumerate((*_ONES, *_TO_NINETEENTH), start=1)},
    "twentieth": 20,
    "thirtieth": 30,
    **{
        f"{tens}{gap}{word}": number + ones
        for tens, number in (("twenty", 20), ("thirty", 30))
        for ones, word in enumerate(_ONES, start=1)
        for gap in "- "
        if number + ones <= 31
    },
}
"""The days of a month as words."""
NUMBER_WORDS = SMALL_NUMBERS | ORDINAL_WORDS
