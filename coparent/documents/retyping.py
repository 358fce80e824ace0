"""The wording of what to type in place of a line, a value or some spaces."""

LONGEST_RETYPED = 240
"""A line longer than this is described in help, not repeated."""

LONGEST_SHOWN = 50
"""Part of a line longer than this is described, where the help says more than the part."""


def quote(value: str) -> str:
    """Text in the plainest quotes that hold it."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    if "'" not in value:
        return f"'{value}'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def advise_quotes(before: str, value: str, after: str = "") -> str:
    """What to type to put quotes round a value: the line retyped, or what to do where it is long."""
    retyped = f"{before.lstrip()}{quote(value)}{after}"
    if len(retyped) <= LONGEST_RETYPED:
        return f"write  {retyped}"
    if quote(value).startswith("'"):
        return "put single quotes round the whole text"
    if '"' in value or "\\" in value:
        return 'put double quotes round the whole text, and a \\ before every " and \\ inside it'
    return "put double quotes round the whole text"


def advise_line(retyped: str, otherwise: str) -> str:
    """What to type in place of a line: the line retyped, or `otherwise` where it is long."""
    retyped = retyped.strip()
    return f"write  {retyped}" if len(retyped) <= LONGEST_RETYPED else otherwise


def advise_line_at(retyped: str, column: int) -> str:
    """What to type in place of a line, and how many spaces stand in front of it."""
    return f"write  {retyped.strip()}  {in_front(column)}"


def in_front(column: int) -> str:
    """In words, how many spaces a line begins with."""
    return f"with {count_of(column, 'space')} in front"


def name_lines(first: int, last: int) -> str:
    """Lines by their numbers: line 4, lines 4 and 5, lines 4 to 6."""
    if last <= first:
        return f"line {first}"
    return f"lines {first} {'and' if last == first + 1 else 'to'} {last}"


def count_of(number: int, thing: str) -> str:
    """A number with what it counts, in words up to nine: one space, four spaces, 12 spaces."""
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    word = words[number] if number < len(words) else str(number)
    return f"{word} {thing}{'' if number == 1 else 's'}"
