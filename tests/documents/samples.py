"""Made-up YAML texts that know what they hold and where every part of it stands."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from coparent.diagnostics import Key, Route
from coparent.documents.lines import Region

WORDS = (
    "due",
    "March",
    "2027",
    "3.10",
    "007",
    "no",
    "on",
    "yes",
    "é",
    "ü!",
    "😀",
    "住宅",
    "-1",
    "a:b",
    "x#y",
)
KEYS = ("id", "title", "due", "on", "no", "outcomes", "größe", "two words", "a-b", "x_y", "2026")
COMMENTS = ("# agreed", '#no space, with "quotes', "# coparent: ignore[overdue] said so", "# 😀 [ { : - '")


@dataclass
class Sample:
    """A text, the data it holds, and the characters of every key and of every value that is not a whole block."""

    newline: str
    text: str = ""
    data: Any = None
    keys: dict[Route, Region] = field(default_factory=dict)
    values: dict[Route, Region] = field(default_factory=dict)
    comments: list[Region] = field(default_factory=list)

    def add(self, written: str) -> Region:
        """Put more text at the end, and tell where it stands."""
        start = len(self.text)
        self.text += written.replace("\n", self.newline)
        return start, len(self.text)


class _Writer:
    def __init__(self, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
        self.draw = draw
        self.sample = Sample(draw(st.sampled_from(["\n", "\r\n"])))
        self.ends_with_block = False

    def chance(self, outcomes: int = 3) -> bool:
        chosen: int = self.draw(st.integers(1, outcomes))
        return chosen == outcomes

    def words(self, least: int = 1, most: int = 3) -> str:
        return " ".join(self.draw(st.lists(st.sampled_from(WORDS), min_size=least, max_size=most)))

    def end_line(self) -> None:
        """End a line, perhaps behind a comment, and perhaps with lines between it and the next."""
        self.ends_with_block = False
        if self.chance():
            self.sample.add(" ")
            self.comment()
        self.sample.add("\n")
        if self.chance():
            self.sample.add(self.draw(st.sampled_from(["\n", "   \n"])))
        if self.chance():
            self.sample.add(" " * self.draw(st.integers(0, 3)))
            self.comment()
            self.sample.add("\n")

    def comment(self) -> None:
        self.sample.comments.append(self.sample.add(self.draw(st.sampled_from(COMMENTS))))

    def mapping(self, route: Route, indent: int, depth: int) -> dict[str, Any]:
        """Fields on lines of their own; the first stands where the text ends."""
        found = {}
        keys = st.sampled_from([*KEYS, "panel #4"])
        for place, key in enumerate(self.draw(st.lists(keys, min_size=1, max_size=4, unique=True))):
            if place:
                self.sample.add(" " * indent)
            quoted = [f'"{key}"', f"'{key}'"]
            self.sample.keys[*route, key] = self.sample.add(
                self.draw(st.sampled_from(quoted if "#" in key else [key, *quoted]))
            )
            self.sample.add(self.draw(st.sampled_from([":", " :"])))
            value = self.value((*route, key), indent, depth)
            if value is not None:
                found[key] = value
        return found

    def sequence(self, route: Route, indent: int, depth: int) -> tuple[Any, ...]:
        """Items on lines of their own; the first dash stands where the text ends."""
        found = []
        for place in range(self.draw(st.integers(1, 3))):
            if place:
                self.sample.add(" " * indent)
            self.sample.add("-")
            if depth and self.chance():
                self.sample.add(" ")
                found.append(self.mapping((*route, place), indent + 2, depth - 1))
            else:
                found.append(self.value((*route, place), indent, depth))
        return tuple(found)

    def value(self, route: Route, indent: int, depth: int) -> Any:
        """What stands behind a colon or a dash, to the end of its line or lines."""
        forms = [self.plain, self.quoted, self.long_plain, self.block, self.flow, self.nothing]
        if depth and self.chance(2):
            return self.nested(route, indent, depth)
        return self.draw(st.sampled_from(forms))(route, indent)

    def nested(self, route: Route, indent: int, depth: int) -> Any:
        self.end_line()
        deeper = indent + self.draw(st.integers(1, 4))
        self.sample.add(" " * deeper)
        return self.draw(st.sampled_from([self.mapping, self.sequence]))(route, deeper, depth - 1)

    def one_line(self, route: Route, written: str) -> None:
        self.sample.add(" " * self.draw(st.integers(1, 3)))
        self.sample.values[route] = self.sample.add(written)
        self.end_line()

    def plain(self, route: Route, indent: int) -> str:
        text = self.words()
        self.one_line(route, text)
        return text

    def quoted(self, route: Route, indent: int) -> str:
        text = self.words() + self.draw(st.sampled_from(["", " # no comment", ": no field", " - no item", ", {[", " "]))
        if self.chance(2):
            self.one_line(route, f"'{text}''s'")
            return f"{text}'s"
        self.one_line(route, f'"{text}\\" \\u00e9"')
        return f'{text}" é'

    def long_plain(self, route: Route, indent: int) -> str:
        lines = [self.words() for _ in range(self.draw(st.integers(2, 3)))]
        self.one_line(route, f"\n{' ' * (indent + 3)}".join(lines))
        return " ".join(lines)

    def block(self, route: Route, indent: int) -> str:
        sign = self.draw(st.sampled_from(["|", "|-", "|+", ">", ">-"]))
        lines = [self.words() + self.draw(st.sampled_from(["", " # text", ": text", " [x"])) for _ in range(2)]
        margin = " " * (indent + 2)
        self.sample.add(" ")
        start, _ = self.sample.add(sign)
        if self.chance():
            self.sample.add(" ")
            self.comment()
        self.sample.values[route] = start, self.sample.add(f"\n{margin}{lines[0]}\n{margin}{lines[1]}")[1]
        self.sample.add("\n")
        if self.chance():
            self.comment()
            self.sample.add("\n")
        self.ends_with_block = True
        return (" " if sign[0] == ">" else "\n").join(lines) + ("" if sign[1:] == "-" else "\n")

    def flow(self, route: Route, indent: int) -> Any:
        self.sample.add(" ")
        start = len(self.sample.text)
        found: Any
        if self.chance(2):
            self.sample.add("[")
            found = tuple(self.flow_value((*route, place), place) for place in range(self.draw(st.integers(0, 3))))
            self.sample.add("]")
        else:
            self.sample.add("{")
            found = {}
            for place, key in enumerate(self.draw(st.lists(st.sampled_from(KEYS), max_size=3, unique=True))):
                self.sample.add(", " if place else "")
                self.sample.keys[*route, key] = self.sample.add(key)
                self.sample.add(": ")
                found[key] = self.flow_value((*route, key), 0)
            self.sample.add("}")
        self.sample.values[route] = start, len(self.sample.text)
        self.end_line()
        return found

    def flow_value(self, route: Route, place: Key) -> str:
        self.sample.add(", " if place else "")
        text = self.words(1, 2)
        if self.chance(2):
            self.sample.values[route] = self.sample.add(text)
        else:
            self.sample.values[route] = self.sample.add(f'"{text}, # {{"')
            text = f"{text}, # {{"
        return text

    def nothing(self, route: Route, indent: int) -> None:
        self.end_line()


@st.composite
def samples(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Sample:
    """A sound text of every form of key, value, comment and line ending that a plan may have."""
    writer = _Writer(draw)
    if writer.chance():
        writer.comment()
        writer.sample.add("\n")
    writer.sample.data = writer.mapping((), 0, 3)
    if not writer.ends_with_block and writer.chance():
        writer.sample.text = writer.sample.text.rstrip("\r\n")
    return writer.sample
